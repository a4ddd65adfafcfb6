import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import { finishForecast, ForecastState, isAtRisk } from './finish-forecast';
import { courseOf, posted, progressItem, yardCourse } from './given-progress';

const start = '2026-06-01';
const oneItem = (...rows: [day: number, share: number][]) =>
  courseOf([progressItem(1, { measure: 'share', plannedStartOn: start, plannedFinishOn: '2026-06-26' })], {
    values: posted(...rows.map(([day, share]): [number, string, number] => [1, addDays(start, day), share])),
  });
const order = { kind: 'safety' as const, fromOn: '2026-06-05', toOn: null, itemIds: null };

describe('the finish of 丰乐路106号院 as it looks on 8 June', () => {
  it('is a range, with how it is counted', () => {
    const forecast = finishForecast(yardCourse(), '2026-06-08');
    expect(forecast).toMatchObject({ state: 'expected', earlyOn: '2026-06-26', likelyOn: '2026-07-01' });
    expect(forecast).toMatchObject({ lateOn: '2026-07-09', slipDays: 13 });
    expect(forecast.words).toBe('预计 2026年6月26日至 2026年7月9日完工，最可能 2026年7月1日，比计划晚 13 天');
    expect(forecast.how).toBe(
      '2026年5月19日至 2026年6月8日有 15 个工作日，完成 49.85%，平均每天 3.32%；还剩 50.15%，要 16 个工作日。' +
        '最早按最快的一周（每天 4.08%），最晚按有进展的最慢一周（每天 2.28%），放假和停工日不算',
    );
    expect(isAtRisk(forecast)).toBe(true);
  });
});

describe('the finish', () => {
  it.each<[string, ReturnType<typeof oneItem>, string, ForecastState]>([
    ['before anything is confirmed', oneItem(), '2026-06-05', 'not-started'],
    ['when only nothing was confirmed', oneItem([0, 0]), '2026-06-05', 'not-started'],
    ['after two working days', oneItem([0, 500], [1, 1000]), '2026-06-02', 'no-rate'],
    ['after three working days', oneItem([0, 500], [2, 1000]), '2026-06-03', 'expected'],
    ['four weeks after the last progress', oneItem([0, 500], [4, 5000]), '2026-07-03', 'expected'],
    ['a day later', oneItem([0, 500], [4, 5000]), '2026-07-04', 'no-rate'],
    ['where the work fell back to where it was', oneItem([0, 500], [1, 0], [4, 0]), '2026-06-05', 'no-rate'],
    ['at a rate that takes years', oneItem([0, 1], [4, 2]), '2026-06-05', 'far'],
    ['when all is done', oneItem([0, 500], [4, 10_000]), '2026-06-05', 'finished'],
    ['the day before all is done', oneItem([0, 500], [4, 10_000]), '2026-06-04', 'expected'],
  ])('%s', (_, course, today, state) => {
    expect(finishForecast(course, today).state).toBe(state);
  });

  it('is not said while the site stands still, and is said when it may go on', () => {
    const course = oneItem([0, 500], [2, 1500]);
    const paused = finishForecast(courseOf(course.items, { ...course, stops: [order] }), '2026-06-08');
    expect(paused).toMatchObject({ state: 'paused', likelyOn: null, slipDays: null });
    expect(paused.words).toBe('2026年6月5日起停工（安全隐患），复工后再推算，计划 2026年6月26日完工');
    const lifted = { ...order, toOn: '2026-06-08' };
    expect(finishForecast(courseOf(course.items, { ...course, stops: [lifted] }), '2026-06-09').state).toBe(
      'expected',
    );
  });

  it.each([
    ['not begun', oneItem(), '还没有开工，计划 2026年6月26日完工'],
    ['too few days', oneItem([4, 100]), '记录还太少，推算不出完工日期，计划 2026年6月26日完工'],
    ['done', oneItem([4, 10_000]), '2026年6月5日全部完成，比计划早 21 天'],
  ])('is said: %s', (_, course, words) => {
    expect(finishForecast(course, '2026-06-05').words).toBe(words);
  });

  it('of an even pace is one day, and on the plan', () => {
    const forecast = finishForecast(oneItem([0, 500], [4, 2500]), '2026-06-05');
    expect(forecast).toMatchObject({ earlyOn: '2026-06-29', lateOn: '2026-06-29', slipDays: 3 });
    expect(forecast.words).toBe('预计 2026年6月29日完工，比计划晚 3 天');
  });

  it.each([
    ['a likely finish just on the planned day', oneItem([0, 500], [4, 2632]), false],
    ['a likely finish after it', oneItem([0, 500], [4, 2631]), true],
    ['a rate that takes years', oneItem([0, 1], [4, 2]), true],
    ['nothing begun', oneItem(), false],
    ['all done', oneItem([4, 10_000]), false],
  ])('is at risk or not: %s', (_, course, risk) => {
    expect(isAtRisk(finishForecast(course, '2026-06-05'))).toBe(risk);
  });

  it('jumps over days off and stops that are known ahead', () => {
    const course = oneItem([0, 500], [4, 2500]);
    const window = { ...order, fromOn: '2026-06-08', toOn: '2026-06-12' };
    const stopped = finishForecast(courseOf(course.items, { ...course, stops: [window] }), '2026-06-05');
    expect(stopped.likelyOn).toBe('2026-07-06');
  });

  it('is measured until yesterday while nothing of today is confirmed', () => {
    const [evening, morning] = ['2026-06-05', '2026-06-06'].map((day) =>
      finishForecast(oneItem([4, 2500], [0, 500]), day),
    );
    expect(morning.likelyOn).toBe(evening.likelyOn);
  });

  it('says that a year is not published where it leads there', () => {
    const forecast = finishForecast(oneItem([0, 10], [4, 300]), '2026-06-05');
    expect(forecast.likelyOn?.slice(0, 4)).toBe('2027');
    expect(forecast.how).toContain('2027年放假安排还没有公布，先只按周末计算');
  });

  it('leaves the latest day open where the slowest week leads too far', () => {
    const forecast = finishForecast(oneItem([0, 3000], [4, 3005], [11, 3006]), '2026-06-12');
    expect(forecast).toMatchObject({ state: 'expected', lateOn: null });
    expect(forecast.words).toMatch(/^预计 最早 /);
  });

  it('is never in the past, and its three days are in order', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10_000 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 50 }), (drawn, day) => {
        const today = addDays(start, day);
        const { state, earlyOn, likelyOn, lateOn } = finishForecast(
          oneItem(...drawn.filter(([on]) => on <= day)),
          today,
        );
        if (state !== 'expected') return;
        expect(earlyOn! >= today && earlyOn! <= likelyOn!).toBe(true);
        expect(lateOn === null || likelyOn! <= lateOn).toBe(true);
      }),
    );
  });
});
