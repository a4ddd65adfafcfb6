import { formState } from '../platform/web/form';
import { toEveningSheet } from './evening-sheets.presenter';
import {
  givenCall,
  givenCalls,
  givenCompound,
  givenDoor,
  givenDoors,
  givenFrame,
  givenRecords,
  givenToday,
} from './given-households';
import { readChoice, sheetDoors } from './sheet-choice';
import { toSheetPrint } from './sheet-print.presenter';
import { readRows } from './sheet-rows';

const usual = readChoice({}, givenDoors);
const view = {
  compound: givenCompound,
  doors: givenDoors,
  shown: sheetDoors(givenRecords, usual),
  choice: usual,
  calls: [...givenCalls, givenCall(5, 102, { calledOn: givenToday, answers: { removal: 'agree' } })],
  closed: '',
  today: givenToday,
};
const rooms = (query: object) =>
  sheetDoors(givenRecords, readChoice(query, givenDoors)).map(({ roomNo }) => roomNo);

describe('which doors a sheet has', () => {
  it.each([
    ['every household from below, shops left out', {}, ['101', '102', '201', '202']],
    ['from above, the doors of a floor as one passes them', { order: 'down' }, ['201', '202', '101', '102']],
    ['only those nobody has reached', { only: 'unreached' }, ['201', '202']],
    [
      'only those that have not said whether they are content',
      { only: 'unreached', questions: 'satisfaction' },
      ['101', '102', '201', '202'],
    ],
    [
      'what cannot be read is the usual',
      { order: 'sideways', unit: '9-9', questions: ['fee', 'fee'] },
      ['101', '102', '201', '202'],
    ],
  ])('%s', (_, query, expected) => {
    expect(rooms(query)).toEqual(expected);
  });

  it('a large compound shows one unit at a time, unless all are asked for', () => {
    const many = [1, 2].flatMap((unitNo) =>
      Array.from({ length: 40 }, (_, at) => givenDoor(unitNo * 1000 + at, { unitNo, floorNo: 1 })),
    );
    const records = { doors: many, standings: new Map() };
    const count = (query: object) => sheetDoors(records, readChoice(query, many)).length;
    expect([count({}), count({ unit: '5-2' }), count({ unit: 'all' })]).toEqual([40, 40, 80]);
  });
});

describe('the sheet typed back in', () => {
  it('has the doors in the order of the print, numbered boxes, and what was recorded lately', () => {
    const page = toEveningSheet(view, formState({ calledOn: givenToday, onceKey: 'x' }), givenFrame);
    expect(page.columns.map(({ name }) => name)).toEqual(['到户结果', '改造', '拆违', '物业费']);
    const [unit] = page.units;
    expect(unit.lines.map(({ door, first }) => [door, first])).toEqual([
      ['101', false],
      ['102', false],
      ['201', true],
      ['202', false],
    ]);
    expect(unit.lines[1].recorded).toBe('4月23日已录：见到，改造 同意，拆违 反对；今天已录：见到，拆违 同意');
    expect(unit.lines[3].recorded).toBe('');
    expect(unit.lines[0].cells[1]).toMatchObject({ name: 'renovation.101', label: '101 改造' });
    expect(unit.lines[0].cells[1].options.map(({ digit, label }) => `${digit} ${label}`)).toEqual([
      '1 同意',
      '2 反对',
      '3 观望',
    ]);
    expect(page.printLink).toBe(
      '/compounds/fl106/evening-sheet/print?unit=all&questions=consent&only=all&order=up',
    );
  });

  it('a refused sheet comes back as it was typed', () => {
    const typed = formState({ renovation: ['101:against'], note: ['102:要看图'], otherOn: '2026-04-30' });
    const [{ lines }] = toEveningSheet(view, typed, givenFrame).units;
    expect(lines[0].cells[1].options.map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(lines[1].note).toEqual({ name: 'note.102', value: '要看图' });
  });

  it('cells become rows of doors; strange doors and values are refused by a sentence', () => {
    const none = {
      outcome: [],
      renovation: [],
      removal: [],
      fee: [],
      satisfaction: [],
      gateCard: [],
      note: [],
    };
    const read = readRows(
      {
        ...none,
        renovation: [
          { row: '101', text: 'agree' },
          { row: '102', text: '' },
        ],
        gateCard: [{ row: '101', text: 'issued' }],
      },
      givenDoors,
    );
    expect(read).toEqual({
      rows: [
        {
          dwellingId: 101,
          door: '1号楼 1单元 101',
          answers: { renovation: 'agree', 'gate-card': 'issued' },
          note: '',
        },
        { dwellingId: 102, door: '1号楼 1单元 102', answers: {}, note: '' },
      ],
      blockers: [],
    });
    const strange = readRows(
      {
        ...none,
        fee: [
          { row: '999', text: 'agree' },
          { row: '998', text: 'agree' },
          { row: '101', text: 'constructor' },
        ],
      },
      givenDoors,
    );
    expect(strange.blockers.map(({ text }) => text)).toEqual([
      '1号楼 1单元 101：请从列出的选项里选择',
      '表里有一户不在这个楼院的名册里，请刷新页面后再录入',
    ]);
  });
});

describe('the sheet on paper', () => {
  it('has an empty box for every answer and nothing of what was said before', () => {
    const sheet = toSheetPrint({
      ...view,
      shown: sheetDoors(givenRecords, { ...usual, order: 'down' }),
      choice: { ...usual, order: 'down' },
    });
    expect(sheet.legend).toEqual([
      {
        names: '到户结果',
        key: '1 见到业主\u30002 电话问到业主\u30003 只见到租户\u30004 不在家\u30005 空置\u30006 拒访',
      },
      { names: '改造、拆违、物业费', key: '1 同意\u30002 反对\u30003 观望' },
    ]);
    expect(sheet.columns.map(({ digits }) => digits.length)).toEqual([6, 3, 3, 3]);
    expect(sheet.units).toEqual([
      {
        name: '1号楼 1单元',
        about: '4 户',
        rows: [
          { floor: '2 层', door: '201' },
          { floor: '2 层', door: '202' },
          { floor: '1 层', door: '101' },
          { floor: '1 层', door: '102' },
        ],
      },
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/agree|已录|住户姓名/);
  });
});
