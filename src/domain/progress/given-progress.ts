// The works of 丰乐路106号院 as the tests of the law and of the room tell them: seven items in one month, the shed two days
// late because of rain (case C1; amounts and quantities are made up).
import { yuan } from '../kernel/money';
import { workCalendar } from '../removal/given-removal';
import { freezeWorks, WorksDraft } from './baseline';
import type { StopWindow } from './stop-days';
import type { ConfirmedValue, ProgressItem } from './progress-item';
import { layCourse, WorksCourse, WorksRecord } from './works-course';

/** An item that says everything. */
export const progressItem = (id: number, change: Partial<ProgressItem> = {}): ProgressItem => ({
  ...{ id, line: id, name: `第${id}项`, measure: 'quantity', quantity: 100_00, unit: '㎡' },
  ...{ contractFen: yuan(10_000), handShare: null, traits: [], predecessorId: null, isDropped: false },
  ...{ plannedStartOn: '2026-05-19', plannedFinishOn: '2026-06-18', ...change },
});

const days = (plannedStartOn: string, plannedFinishOn: string) => ({ plannedStartOn, plannedFinishOn });
const amount = (quantity: number, unit: string, contractYuan: number) => ({
  ...{ quantity: quantity * 100, unit, contractFen: yuan(contractYuan) },
});

/** The seven items; weights 8.33 + 17.22 + 7.78 + 6.67 + 31.11 + 25.56 + 3.33 = 100 %. */
export const sevenItems: readonly ProgressItem[] = [
  progressItem(1, { name: '剪除飞线', ...amount(1, '项', 15_000), ...days('2026-05-19', '2026-05-22') }),
  progressItem(2, {
    ...{ name: '粉刷院墙', traits: ['outdoor'], ...amount(620, '㎡', 31_000) },
    ...days('2026-05-25', '2026-06-10'),
  }),
  progressItem(3, { name: '粉刷楼道', ...amount(7, '层', 14_000), ...days('2026-06-01', '2026-06-12') }),
  progressItem(4, {
    ...{ name: '电子门禁', measure: 'share', traits: ['noisy'], ...amount(1, '套', 12_000) },
    ...days('2026-06-08', '2026-06-12'),
  }),
  progressItem(5, {
    ...{ name: '公共车棚', traits: ['outdoor', 'dusty'], ...amount(60, '㎡', 56_000) },
    ...days('2026-05-25', '2026-06-05'),
  }),
  progressItem(6, {
    ...{ name: '充电桩', predecessorId: 5, ...amount(30, '组', 46_000), ...days('2026-06-08', '2026-06-16') },
  }),
  progressItem(7, {
    ...{ name: '消防车道划线', traits: ['outdoor'], ...amount(1, '项', 6_000) },
    ...days('2026-06-17', '2026-06-18'),
  }),
];

/** Rain on 2 and 3 June. */
export const rain: StopWindow = { kind: 'rain', fromOn: '2026-06-02', toOn: '2026-06-03', itemIds: null };

/** Rows of the log as [item, day, cumulative value in hundredths]. */
export const posted = (...rows: [itemId: number, on: string, value: number][]): ConfirmedValue[] =>
  rows.map(([itemId, on, value]) => ({ itemId, on, value }));

/** What was confirmed until 8 June. */
export const untilEighthOfJune = posted(
  ...([
    [1, '2026-05-19', 30],
    [1, '2026-05-22', 100],
    [2, '2026-05-29', 200_00],
    [2, '2026-06-05', 480_00],
    [2, '2026-06-08', 527_00],
    [3, '2026-06-05', 3_00],
    [3, '2026-06-08', 4_00],
    [4, '2026-06-08', 10_00],
    [5, '2026-05-25', 6_00],
    [5, '2026-06-01', 30_00],
    [5, '2026-06-08', 42_00],
  ] as [number, string, number][]),
);

/** A plan about to be frozen. */
export const draft = (items: readonly ProgressItem[], change: Partial<WorksDraft> = {}): WorksDraft => ({
  ...{ reason: '', weighing: 'money', items, quiet: [], ...change },
});

/** The works of these items, laid out; nothing else is said of them unless it is changed. */
export const courseOf = (items: readonly ProgressItem[], change: Partial<WorksRecord> = {}): WorksCourse =>
  layCourse({
    baseline: freezeWorks(undefined, draft(items), '2026-05-12'),
    ...{ items, values: [], calendar: workCalendar, stops: [], ...change },
  });

/** The works of 丰乐路106号院 as they stand in the evening of 8 June. */
export const yardCourse = (change: Partial<WorksRecord> = {}): WorksCourse =>
  courseOf(sevenItems, { values: untilEighthOfJune, stops: [rain], ...change });
