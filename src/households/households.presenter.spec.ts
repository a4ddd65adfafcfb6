import { CompoundDesk } from '../compounds/compounds.desk';
import { consentTotals } from '../domain/meeting/household-standing';
import { answerMark } from './household-words';
import {
  givenChoice,
  givenDoor,
  givenDoors,
  givenFrame,
  givenLayer,
  givenRecords,
  givenRenovation,
  givenToday,
} from './given-households';
import { householdsOf } from './households.desk';
import { HouseholdsView, toHouseholds, toNoHouseholds } from './households.presenter';
import { toMarkCounts, toUnitMatrices } from './matrix.presenter';

const layers = [givenLayer('visited', '入户'), givenLayer('consent-removal', '拆违')];
const marks = new Map(
  householdsOf(givenDoors).map(({ id }) => [id, answerMark('removal', givenRecords.standings.get(id))]),
);
const view: HouseholdsView = {
  choice: givenChoice,
  records: givenRecords,
  totals: consentTotals([101, 102, 201, 202], givenRecords.standings),
  layers,
  layer: layers[1],
  marks,
  result: { words: '征询结果还没有公布。', link: '/p' },
  closed: '',
  today: givenToday,
};

describe('the household matrix', () => {
  it('has the top floor first, a mark with a word in every cell, and says what is no dwelling', () => {
    const [unit, ...more] = toUnitMatrices(givenDoors, marks);
    expect(more).toEqual([]);
    expect([unit.name, unit.about]).toEqual(['1号楼 1单元', '4 户']);
    expect(
      unit.floors.map(({ name, doors }) => [name, doors.map(({ label, status }) => [label, status.word])]),
    ).toEqual([
      [
        '2 层',
        [
          ['201', '不在'],
          ['202', '未问'],
        ],
      ],
      [
        '1 层',
        [
          ['100', '—'],
          ['101', '同意'],
          ['102', '反对'],
        ],
      ],
    ]);
    expect(unit.floors[1].doors[0]).toEqual({
      label: '100',
      note: '住改商',
      status: { state: 'idle', word: '—' },
      link: '/dwellings/100/history',
    });
  });

  it('counts households by their mark, the settled first; a shop is not counted', () => {
    expect(toMarkCounts(givenDoors, marks).map(({ status, count }) => `${status.word} ${count}`)).toEqual([
      '同意 1',
      '反对 1',
      '不在 1',
      '未问 1',
    ]);
  });

  it('puts the units of several buildings one after another', () => {
    const other = givenDoor(301, { buildingId: 6, buildingNo: '2号楼' });
    expect(toUnitMatrices([...givenDoors, other], new Map()).map(({ name }) => name)).toEqual([
      '1号楼 1单元',
      '2号楼 1单元',
    ]);
  });
});

describe('the tab of the households', () => {
  it('leads to the next household nobody has reached, and switches layers in the address', () => {
    const page = toHouseholds(view, givenFrame);
    expect(page.next).toBe('还有 2 户没有问到业主。');
    expect(page.actions).toEqual([
      { label: '去下一户：1号楼 1单元 201', link: '/dwellings/201/history', primary: true },
      { label: '晚间入户表', link: '/compounds/fl106/evening-sheet' },
    ]);
    expect(page.layers).toEqual([
      { label: '入户', link: '/compounds/fl106/households?layer=visited#matrix', current: false },
      { label: '拆违', link: '/compounds/fl106/households?layer=consent-removal#matrix', current: true },
    ]);
    expect(page.unreachedTab).toMatchObject({ count: 2, current: false });
    expect(page.matrix?.share).toBe('同意率 25%（往下取整）');
    expect(page.wide).toBe(false);
  });

  it('says what all say to each question, and how many it takes', () => {
    const { consent } = toHouseholds(view, givenFrame);
    expect(consent?.households).toBe('住宅 4 户，问到业主 2 户（50%）');
    expect(
      consent?.rows.map(({ name, agree, against, undecided, notAsked, share }) => [
        ...[name, agree, against, undecided, notAsked, share],
      ]),
    ).toEqual([
      ['改造方案', 2, 0, 0, 2, '50.00%'],
      ['拆违清障', 1, 1, 0, 2, '25.00%'],
      ['物业费和管理模式', 1, 0, 0, 3, '25.00%'],
    ]);
    expect(consent?.notes[0]).toBe('多数住户同意：同意改造要超过一半，即 3 户。');
    const district = { ...givenChoice, renovation: { ...givenRenovation, track: 'district' as const } };
    expect(toHouseholds({ ...view, choice: district }, givenFrame).consent?.notes[0]).toContain(
      '各要 80% 以上住户同意，即 4 户',
    );
  });

  it('lists who was not reached in walking order, with how often and when somebody was there', () => {
    const page = toHouseholds({ ...view, layer: null, marks: new Map() }, givenFrame);
    expect(page.matrix).toBeUndefined();
    expect(page.unreached).toEqual({
      sentence: '还有 2 户没有问到业主，按上楼的顺序排列。',
      rows: [
        {
          door: '1号楼 1单元 201',
          link: '/dwellings/201/history',
          tries: '2 次',
          last: '4月23日',
          status: { state: 'doing', word: '不在' },
        },
        {
          door: '1号楼 1单元 202',
          link: '/dwellings/202/history',
          tries: '还没有去过',
          last: '—',
          status: { state: 'idle', word: '未访' },
        },
      ],
    });
  });

  it('an earlier renovation is looked at, not changed: no buttons, its layers keep it in their address', () => {
    const earlier = { ...givenRenovation, isCurrent: false, state: 'closed' as const };
    const later = { ...givenRenovation, id: 2, sequence: 2, name: '二次改造' };
    const choice = { ...givenChoice, renovation: earlier, renovations: [later, earlier] };
    const page = toHouseholds({ ...view, choice, closed: '改造已办结，征询记录不能再改' }, givenFrame);
    expect([page.actions, page.unreachedTab]).toEqual([[], undefined]);
    expect(page.layers[1].link).toBe('/compounds/fl106/households?layer=consent-removal&renovation=1#matrix');
    expect(page.renovations.map(({ label, current }) => [label, current])).toEqual([
      ['二次改造', false],
      ['丰乐路106号院微改造', true],
    ]);
  });

  it('before a renovation, or without doors, it says why and what comes first', () => {
    const none = { ...givenChoice, renovation: null, renovations: [] } as Awaited<
      ReturnType<CompoundDesk['choose']>
    >;
    expect(toNoHouseholds(none, givenFrame).empty?.text).toContain('还没有立项');
    expect(toNoHouseholds(givenChoice, givenFrame).empty?.text).toContain('门户名册还是空的');
  });
});
