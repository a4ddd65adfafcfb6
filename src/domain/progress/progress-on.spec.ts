import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import { percentOf, whole } from './basis-points';
import { freezeWorks } from './baseline';
import { courseOf, draft, posted, progressItem, sevenItems, yardCourse } from './given-progress';
import { contributions, lateInWords, Progress, ProgressLevel, progressOn } from './progress-on';

const today = '2026-06-08';
const oneItem = (value: number) =>
  courseOf(
    [progressItem(1, { measure: 'share', plannedStartOn: '2026-06-01', plannedFinishOn: '2026-06-12' })],
    {
      values: value === 0 ? [] : posted([1, '2026-06-01', value]),
    },
  );

describe('the progress of 丰乐路106号院 on 8 June', () => {
  it('is the sum by hand: weights times what was confirmed, and times what was planned', () => {
    const planned = 833 * 10_000 + 1722 * 8461 + 778 * 6000 + 667 * 2000 + 3111 * 10_000 + 2556 * 1428;
    const actual = 833 * 10_000 + 1722 * 8500 + 778 * 5714 + 667 * 1000 + 3111 * 7000;
    expect([Math.floor(planned / whole), Math.floor(actual / whole)]).toEqual([6366, 4985]);
    expect(progressOn(yardCourse(), today)).toEqual({
      ...{ on: today, planned: 6366, actual: 4985, points: -14, days: -2, level: 'behind' },
      words: '已完成 49%，计划 63%，慢 14 个百分点，约 2 个工作日',
      how: '权重按合同金额，取第 1 版计划；计划按各项工作日平均分摊，完成只算确认过的数，各项完成比例乘权重后相加，不满 1% 的舍去',
    });
  });

  it('is told item by item, and what each brings adds up to it exactly', () => {
    const rows = contributions(yardCourse(), today);
    expect(rows.map(({ brought }) => brought)).toEqual([833, 1464, 444, 67, 2177, 0, 0]);
    expect(rows.reduce((sum, { brought }) => sum + brought, 0)).toBe(4985);
    expect(rows[1]).toMatchObject({ name: '粉刷院墙', share: 1722, planned: 8461, done: 8500 });
  });

  it('does not change by what was added after the baseline, and changes with a new one', () => {
    const items = [...sevenItems, progressItem(8, { contractFen: 2_000_000, plannedFinishOn: '2026-06-30' })];
    expect(progressOn(yardCourse({ items }), today)?.actual).toBe(4985);
    const baseline = freezeWorks(yardCourse().baseline, draft(items, { reason: '加装挡水檐' }), today);
    expect(progressOn(yardCourse({ items, baseline }), today)?.actual).toBe(
      Math.floor((750 * 10_000 + 1550 * 8500 + 700 * 5714 + 600 * 1000 + 2800 * 7000) / whole),
    );
  });
});

describe('progress', () => {
  const figures = (progress: Progress | null) =>
    progress && [percentOf(progress.planned), percentOf(progress.actual), progress.points, progress.days];

  it('of no items, or of items that weigh nothing, is none', () => {
    expect(progressOn(courseOf([]), today)).toBeNull();
    expect(contributions(courseOf([]), today)).toEqual([]);
    expect(progressOn(courseOf([progressItem(1, { contractFen: 0 })]), today)).toBeNull();
  });

  it.each([
    ['before the plan begins', '2026-05-31', 0, [0, 0, 0, 0]],
    ['on the first day, nothing done', '2026-06-01', 0, [10, 0, -10, -1]],
    ['on a weekend, nothing done', '2026-06-07', 0, [50, 0, -50, -5]],
    ['just where the plan was three days ago', '2026-06-08', 30_00, [60, 30, -30, -3]],
    ['a little more than then', '2026-06-08', 30_01, [60, 30, -30, -2]],
    ['as planned', '2026-06-08', 60_00, [60, 60, 0, 0]],
    ['where the plan will be in two days', '2026-06-08', 80_00, [60, 80, 20, 2]],
    ['a little less than then', '2026-06-08', 79_99, [60, 79, 19, 1]],
    ['all done before the plan ends', '2026-06-08', 100_00, [60, 100, 40, 4]],
    ['long after the plan ended, the rest not done', '2026-06-19', 99_99, [100, 99, -1, -4]],
    ['on the last day', '2026-06-12', 99_99, [100, 99, -1, 0]],
  ])('%s', (_, day, value, expected) => {
    expect(figures(progressOn(oneItem(value), day))).toEqual(expected);
  });

  it.each<[number, ProgressLevel]>([
    [60_00, 'in-time'],
    [58_00, 'in-time'],
    [57_99, 'slow'],
    [56_00, 'slow'],
    [55_99, 'behind'],
    [46_00, 'behind'],
    [45_99, 'far-behind'],
  ])('of %i basis points where 6000 are planned is %s', (value, level) => {
    expect(progressOn(oneItem(value), today)?.level).toBe(level);
  });

  it('is said in the words of the pages', () => {
    const words = (value: number, day = today) => progressOn(oneItem(value), day)?.words;
    expect(words(60_00)).toBe('已完成 60%，计划 60%，与计划一致');
    expect(words(62_00)).toBe('已完成 62%，计划 60%，快 2 个百分点');
    expect(words(99_99, '2026-06-12')).toBe('已完成 99%，计划 100%，慢 1 个百分点');
    expect(words(100_00)).toBe('2026年6月1日全部完成，比计划早 11 天');
    expect([-1, 0, 2].map(lateInWords)).toEqual(['早 1 天', '准时', '晚 2 天']);
  });

  it('is the whole only when what weighs nothing and what was added are done too', () => {
    const items = [progressItem(1), progressItem(2, { contractFen: 0 })];
    const values = posted([1, today, 100_00]);
    expect(progressOn(courseOf(items, { values }), today)?.actual).toBe(9999);
    const all = posted([1, today, 100_00], [2, today, 100_00]);
    expect(progressOn(courseOf(items, { values: all }), today)?.actual).toBe(whole);
    const added = [...items, progressItem(3)];
    expect(progressOn(courseOf(items, { values: all, items: added }), today)?.actual).toBe(9999);
  });

  it('is the whole where the only open item was dropped', () => {
    const items = [progressItem(1), progressItem(2)];
    const dropped = [items[0], { ...items[1], isDropped: true }];
    const course = courseOf(items, { values: posted([1, today, 100_00]), items: dropped });
    expect(progressOn(course, today)).toMatchObject({
      actual: whole,
      words: '2026年6月8日全部完成，比计划早 10 天',
    });
  });

  it('planned never falls, begins at nothing and ends at the whole; figures stay within it', () => {
    const span = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (drawn) => {
        const items = drawn.map(([start, length, fen], index) =>
          progressItem(index + 1, {
            contractFen: fen + 1,
            plannedStartOn: addDays('2026-05-19', start),
            plannedFinishOn: addDays('2026-05-19', start + length),
          }),
        );
        const course = courseOf(items);
        let before = 0;
        for (let day = 0; day <= 61; day += 1) {
          const { planned, actual, points, days } = progressOn(course, addDays('2026-05-18', day))!;
          expect(planned).toBeGreaterThanOrEqual(before);
          expect([actual, Math.sign(points) <= 0, days <= 0]).toEqual([0, true, true]);
          before = planned;
        }
        expect(progressOn(course, '2026-05-18')!.planned).toBe(0);
        expect(before).toBe(whole);
      }),
      { numRuns: 12 },
    );
  });
});
