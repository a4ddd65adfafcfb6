import { courseOf, posted, progressItem, sevenItems, yardCourse } from './given-progress';
import { gantt, GanttRow } from './gantt';
import type { ProgressItem } from './progress-item';
import type { WorksRecord } from './works-course';

const today = '2026-06-08';
const told = ({ name, state, actual, forecast, words }: GanttRow) => [
  ...[
    name,
    state,
    actual && `${actual.from} ${actual.to}`,
    forecast && `${forecast.from} ${forecast.to}`,
    words,
  ],
];

describe('the bars of 丰乐路106号院 on 8 June', () => {
  const chart = gantt(yardCourse(), [], today)!;

  it('tell what was done, what is expected and by how much it is late', () => {
    expect(chart.rows.map(told)).toEqual([
      ['剪除飞线', 'done', '2026-05-19 2026-05-22', null, '准时'],
      ['粉刷院墙', 'doing', '2026-05-29 2026-06-08', '2026-06-09 2026-06-10', '准时'],
      ['粉刷楼道', 'doing', '2026-06-05 2026-06-08', '2026-06-09 2026-06-15', '晚 3 天'],
      ['电子门禁', 'doing', '2026-06-08 2026-06-08', '2026-06-09 2026-06-15', '晚 3 天'],
      ['公共车棚', 'doing', '2026-05-25 2026-06-08', '2026-06-09 2026-06-11', '晚 6 天'],
      ['充电桩', 'idle', null, '2026-06-12 2026-06-23', '晚 7 天'],
      ['消防车道划线', 'idle', null, '2026-06-17 2026-06-18', '准时'],
    ]);
  });

  it('hold every bar and today in one span', () => {
    expect(chart.span).toEqual({ from: '2026-05-19', to: '2026-06-23' });
    expect(gantt(yardCourse(), [], '2026-07-30')!.span.to >= '2026-07-30').toBe(true);
  });

  it('leave today out once everything is done, so that the bars stay as wide as they can', () => {
    const done = gantt(
      courseOf([progressItem(1)], { values: posted([1, '2026-06-18', 100_00]) }),
      [],
      '2026-11-21',
    )!;
    expect(done.span).toEqual({ from: '2026-05-19', to: '2026-06-18' });
  });

  it('are open where the ground is not cleared, and for what waits for it', () => {
    const rows = gantt(yardCourse(), [5], today)!.rows;
    expect(rows.slice(4, 6).map(told)).toEqual([
      ['公共车棚', 'held', '2026-05-25 2026-06-08', null, '时间待定'],
      ['充电桩', 'idle', null, null, '时间待定'],
    ]);
  });
});

describe('a bar', () => {
  const item = progressItem(1, {
    measure: 'share',
    plannedStartOn: '2026-06-01',
    plannedFinishOn: '2026-06-12',
  });
  const bar = (
    values: [number, string, number][],
    {
      day = today,
      items = [item],
      ...change
    }: { day?: string; items?: ProgressItem[] } & Partial<WorksRecord> = {},
  ) => told(gantt(courseOf([item], { values: posted(...values), items, ...change }), [], day)!.rows.at(-1)!);

  it.each<[string, [number, string, number][], string, (string | null)[]]>([
    ['not begun before its day', [], '2026-05-20', ['idle', null, '2026-06-01 2026-06-12', '准时']],
    ['not begun on its day', [], '2026-06-01', ['idle', null, '2026-06-01 2026-06-12', '准时']],
    ['not begun a day after', [], '2026-06-02', ['idle', null, '2026-06-02 2026-06-15', '晚 3 天']],
    [
      'ahead',
      [[1, '2026-06-04', 7000]],
      '2026-06-04',
      ['doing', '2026-06-04 2026-06-04', '2026-06-05 2026-06-09', '早 3 天'],
    ],
    [
      'with a rest smaller than a day',
      [[1, '2026-06-04', 9999]],
      '2026-06-04',
      ['doing', '2026-06-04 2026-06-04', '2026-06-05 2026-06-05', '早 7 天'],
    ],
    ['done', [[1, '2026-06-04', 10_000]], '2026-06-20', ['done', '2026-06-04 2026-06-04', null, '早 8 天']],
    [
      'done and fallen back',
      [
        [1, '2026-06-04', 10_000],
        [1, '2026-06-05', 9000],
      ],
      '2026-06-05',
      ['doing', '2026-06-04 2026-06-05', '2026-06-08 2026-06-08', '早 4 天'],
    ],
  ])('%s', (_, values, day, expected) => {
    expect(bar(values, { day })).toEqual(['第1项', ...expected]);
  });

  it('jumps over days off and stops', () => {
    const stop = { kind: 'rain' as const, fromOn: '2026-06-09', toOn: '2026-06-12', itemIds: [1] };
    expect(bar([[1, today, 9000]], { stops: [stop] })).toEqual([
      '第1项',
      'doing',
      `${today} ${today}`,
      '2026-06-15 2026-06-15',
      '晚 3 天',
    ]);
    expect(bar([[1, today, 9000]], { stops: [{ ...stop, toOn: null }] }).slice(3)).toEqual([
      null,
      '时间待定',
    ]);
  });

  it('is told of what was added and of what was dropped', () => {
    const added = { ...sevenItems[6], id: 8, name: '加装挡水檐' };
    expect(bar([], { items: [item, added] })).toEqual([
      '加装挡水檐',
      'idle',
      null,
      '2026-06-17 2026-06-18',
      '准时',
    ]);
    const rows = gantt(courseOf([item], { items: [item, added] }), [], today)!.rows;
    expect(rows.map(({ isAdded, share }) => [isAdded, share])).toEqual([
      [false, 10_000],
      [true, 0],
    ]);
    expect(bar([], { items: [{ ...item, isDropped: true }] })).toEqual([
      '第1项',
      'dropped',
      null,
      null,
      '已取消',
    ]);
  });

  it('is not drawn where there is no item, and items that wait for each other are drawn all the same', () => {
    expect(gantt(courseOf([]), [], today)).toBeNull();
    const ring = [progressItem(1, { predecessorId: 2 }), progressItem(2, { predecessorId: 1 })];
    expect(gantt(courseOf(ring), [], today)!.rows).toHaveLength(2);
  });
});
