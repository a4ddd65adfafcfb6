import { workCalendar } from '../removal/given-removal';
import { baselineDrift, freezeWorks, plannedFinish, worksBaselineBlockers } from './baseline';
import { draft, progressItem, sevenItems } from './given-progress';
import type { ProgressItem } from './progress-item';

const first = freezeWorks(undefined, draft(sevenItems), '2026-05-12');
const changed = (id: number, change: Partial<ProgressItem>) =>
  sevenItems.map((item) => (item.id === id ? { ...item, ...change } : item));
const codes = (...asked: Parameters<typeof worksBaselineBlockers>) =>
  worksBaselineBlockers(...asked).map(({ code }) => code);

describe('a baseline', () => {
  it('is frozen with weights and days, and finishes with its last item', () => {
    expect(first).toMatchObject({ version: 1, reason: null, setOn: '2026-05-12', weighing: 'money' });
    expect(first.items.map(({ share }) => share)).toEqual([833, 1722, 778, 667, 3111, 2556, 333]);
    expect(plannedFinish(first)).toBe('2026-06-18');
    expect(plannedFinish({ items: [] })).toBeNull();
  });

  it('leaves out what was dropped before', () => {
    const without = freezeWorks(
      first,
      draft(changed(6, { isDropped: true }), { reason: ' 充电桩另行招标 ' }),
      '2026-06-08',
    );
    expect(without).toMatchObject({ version: 2, reason: '充电桩另行招标' });
    expect(without.items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 7]);
    expect(without.items.reduce((sum, { share }) => sum + share, 0)).toBe(10_000);
  });

  it.each<[string, ProgressItem[], string, number[], string[]]>([
    ['that says what it shall', changed(5, { plannedFinishOn: '2026-06-09' }), '连续降雨', [1], []],
    ['without a reason', changed(5, { plannedFinishOn: '2026-06-09' }), ' ', [1], ['baseline.reason']],
    ['in which nothing changed', [...sevenItems], '连续降雨', [], ['baseline.same']],
    [
      'that moves what is finished',
      changed(1, { plannedFinishOn: '2026-05-21' }),
      '提前',
      [1],
      ['baseline.done'],
    ],
    ['that drops what is finished', changed(1, { isDropped: true }), '取消', [1], ['baseline.done']],
    [
      'with a finish before the start',
      changed(5, { plannedFinishOn: '2026-05-24' }),
      '提前',
      [],
      ['baseline.backwards'],
    ],
    [
      'with an item that has no amount',
      changed(5, { contractFen: null }),
      '改造内容变更',
      [],
      ['weight.missing'],
    ],
    ['without any item', [], '取消', [], ['weight.none']],
  ])('a second one %s', (_, items, reason, done, expected) => {
    expect(codes(first, draft(items, { reason }), done, workCalendar)).toEqual(expected);
  });

  it('a first one needs no reason, and says which years are not published', () => {
    expect(codes(undefined, draft(sevenItems), [], workCalendar)).toEqual([]);
    const long = changed(7, { plannedFinishOn: '2027-01-04' });
    expect(codes(undefined, draft(long), [], workCalendar)).toEqual(['baseline.unpublished']);
  });
});

describe('a change of the plan after the baseline', () => {
  it('is said until a new baseline counts it', () => {
    const items = [...changed(7, { isDropped: true }), progressItem(8, { name: '加装挡水檐' })];
    expect(baselineDrift(first, items)).toEqual({
      ...{ addedIds: [8], droppedIds: [7] },
      words:
        '计划有变更：新增 1 项「加装挡水檐」还没有计入进度，取消 1 项「消防车道划线」还占着权重。重新定计划后按新权重计算，原计划会保留',
    });
    expect(baselineDrift(freezeWorks(first, draft(items), '2026-06-08'), items)).toBeNull();
  });

  it('is not said where there is none, or what was added was dropped again', () => {
    expect(baselineDrift(first, sevenItems)).toBeNull();
    expect(baselineDrift(first, [...sevenItems, progressItem(8, { isDropped: true })])).toBeNull();
  });
});
