import { itemDrawingBlockers, itemDrawingWarnings, DrawingPlace } from './item-drawing';
import { charging, codesOf, contract, walls } from './given-construction';
import { workCalendar } from '../removal/given-removal';
import { parseShare, valueInWords, valueOfWhole, WorkItem, WorkItemSheet } from './work-item';

const line = { line: 3, name: '充电桩', quantity: 30_00, unit: '组' };
const place = (change: Partial<DrawingPlace> = {}): DrawingPlace => ({
  ...{ id: null, plan: [line], contract: contract(), items: [], value: 0, ...change },
});
const draw = (change: Partial<WorkItemSheet>, where: Partial<DrawingPlace> = {}) =>
  codesOf(itemDrawingBlockers({ ...charging(), ...change }, place(where))).map((one) =>
    one.replace('item-', ''),
  );

describe('an item drawn from the plan', () => {
  it.each<[string, Partial<WorkItemSheet>, Partial<DrawingPlace>, string[]]>([
    ['as planned', {}, {}, []],
    ['without a name', { name: '' }, {}, ['name']],
    ['of a line that is not in the plan', { line: 9 }, {}, ['plan']],
    ['in a unit nobody knows', { unit: '车' }, {}, ['unit']],
    ['of nothing', { quantity: 0 }, {}, ['quantity']],
    ['of the least', { quantity: 1 }, {}, []],
    ['of one million', { quantity: 1_000_000_00 }, {}, []],
    ['of more than one million', { quantity: 1_000_000_01 }, {}, ['quantity']],
    ['under no contract', {}, { contract: null }, ['contract']],
    ['under a contract to supervise', {}, { contract: contract({ role: 'supervisor' }) }, ['contract']],
    ['under a contract that is ended', {}, { contract: contract({ state: 'ended' }) }, ['contract-over']],
    ['under a contract that has not begun', {}, { contract: contract({ state: 'prepared' }) }, []],
    ['from the first day of the contract', { plannedStartOn: '2026-05-19' }, {}, []],
    ['from the day before', { plannedStartOn: '2026-05-18' }, {}, ['early']],
    ['on one day', { plannedFinishOn: '2026-06-01' }, {}, []],
    ['finished before it begins', { plannedFinishOn: '2026-05-31' }, {}, ['days']],
    ['after an item elsewhere', { predecessorId: 99 }, {}, ['predecessor']],
    [
      'after an item that is dropped',
      { predecessorId: 1 },
      { items: [walls({ state: 'dropped' })] },
      ['predecessor'],
    ],
    ['after an item', { predecessorId: 1 }, { items: [walls()] }, []],
  ])('%s', (_, change, where, expected) => {
    expect(draw(change, where)).toEqual(expected);
  });

  it('never waits for itself, neither at once nor by way of others', () => {
    const chain = (...after: (number | null)[]): WorkItem[] =>
      after.map((predecessorId, index) => charging({ id: index + 1, predecessorId }));
    expect(draw({ predecessorId: 1 }, { id: 1, items: chain(null) })).toEqual(['cycle']);
    expect(draw({ predecessorId: 3 }, { id: 1, items: chain(null, 1, 2) })).toEqual(['cycle']);
    expect(draw({ predecessorId: 1 }, { id: 3, items: chain(null, 1, null) })).toEqual([]);
  });

  it('what was told of it stays true when it is changed', () => {
    const items = [charging()];
    const told = { id: 3, items, value: 18_00 };
    expect(draw({ quantity: 18_00 }, told)).toEqual([]);
    expect(draw({ quantity: 17_99 }, told)).toEqual(['below']);
    expect(draw({ measure: 'share' }, told)).toEqual(['measured']);
    expect(draw({ unit: '套' }, told)).toEqual(['measured']);
    expect(draw({ contractId: 2 }, told)).toEqual(['moved']);
    expect(draw({ measure: 'share', contractId: 2 }, { id: 3, items, value: 0 })).toEqual([]);
  });

  it.each(['finished', 'accepted'] as const)(
    'the amount of one that is %s stays as it was measured',
    (state) => {
      const done = { id: 3, items: [charging({ state })], value: 30_00 };
      expect(draw({ quantity: 40_00 }, done)).toEqual(['done']);
      expect(draw({ name: '充电桩（东侧）' }, done)).toEqual([]);
    },
  );
});

describe('what is said of an item that is taken', () => {
  const warn = (change: Partial<WorkItemSheet>, where: Partial<DrawingPlace> = {}) =>
    codesOf(itemDrawingWarnings({ ...charging(), ...change }, place(where), workCalendar));

  it.each<[string, Partial<WorkItemSheet>, Partial<DrawingPlace>, string[]]>([
    ['as planned', {}, {}, []],
    ['finished on the last day of the contract', { plannedFinishOn: '2026-06-18' }, {}, []],
    ['finished after it', { plannedFinishOn: '2026-06-22' }, {}, ['item-late']],
    ['begun on a Sunday', { plannedStartOn: '2026-06-07' }, {}, ['item-day-off']],
    ['on no zone', { zones: [] }, {}, ['item-no-zone']],
    ['before what it waits for is done', { predecessorId: 1 }, { items: [walls()] }, ['item-order']],
    [
      'the day after what it waits for',
      { predecessorId: 1 },
      { items: [walls({ plannedFinishOn: '2026-05-29' })] },
      [],
    ],
    [
      'with another that makes the line full',
      { quantity: 12_00 },
      { items: [charging({ id: 4, quantity: 18_00 })] },
      [],
    ],
    [
      'with another that makes the line too much',
      { quantity: 12_01 },
      { items: [charging({ id: 4, quantity: 18_00 })] },
      ['item-sum'],
    ],
    ['in a unit of its own', { unit: '米', quantity: 99_00 }, {}, []],
  ])('%s', (_, change, where, expected) => {
    expect(warn(change, where)).toEqual(expected);
  });
});

describe('a value', () => {
  it('is said in the unit of the item, or as a share', () => {
    expect(valueInWords(18_00, charging())).toBe('18 组');
    expect(valueOfWhole(18_00, charging())).toBe('18 组，共 30 组');
    expect(valueInWords(12_50, walls())).toBe('12.5%');
    expect(valueOfWhole(65_00, walls())).toBe('65%');
  });

  it.each<[string, number | undefined]>([
    ['65', 65_00],
    ['１２.５ %', 12_50],
    ['0', 0],
    ['120', 120_00],
    ['12.345', undefined],
    ['-5', undefined],
    ['多半', undefined],
  ])('%s is read as a share: %s', (text, expected) => {
    expect(parseShare(text)).toBe(expected);
  });
});
