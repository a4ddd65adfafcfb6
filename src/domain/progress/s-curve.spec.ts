import * as fc from 'fast-check';
import { addDays, daysBetween } from '../kernel/calendar-date';
import { whole } from './basis-points';
import { finishForecast } from './finish-forecast';
import { courseOf, posted, progressItem, yardCourse } from './given-progress';
import { progressOn } from './progress-on';
import { curveSpan, longestCurve, sCurve } from './s-curve';
import type { WorksCourse } from './works-course';

const today = '2026-06-08';
const curve = (course: WorksCourse, day = today) => sCurve(course, finishForecast(course, day), day);

describe('the S-curve of 丰乐路106号院', () => {
  const rows = curve(yardCourse());
  const row = (day: string) => rows.find(({ on }) => on === day);

  it('runs from the day before the first planned to the likely finish, a row a day', () => {
    expect([rows[0].on, rows.at(-1)!.on]).toEqual(['2026-05-18', '2026-07-01']);
    expect(rows).toHaveLength(45);
  });

  it.each([
    ['2026-05-18', 0, 0, null],
    ['2026-05-22', 833, 833, null],
    ['2026-05-24', 833, 833, null],
    ['2026-06-05', 5657, 4054, null],
    ['2026-06-08', 6366, 4985, 4985],
    ['2026-06-09', 7075, null, 5298],
    ['2026-06-13', 8936, null, 6238],
    ['2026-06-18', 10_000, null, 7492],
    ['2026-07-01', 10_000, null, 10_000],
  ])('%s: planned %i, done %s, expected %s', (on, planned, actual, forecast) => {
    expect(row(on)).toEqual({ on, planned, actual, forecast });
  });

  it('leaves today open until a value of today is confirmed, and expects from the evening before', () => {
    const morning = curve(yardCourse(), '2026-06-09');
    const [before, now] = ['2026-06-08', '2026-06-09'].map((day) => morning.find(({ on }) => on === day)!);
    expect([before.actual, before.forecast]).toEqual([4985, 4985]);
    expect([now.actual, now.forecast! > 4985]).toEqual([null, true]);
  });

  it('says for every day the same as the progress of that day', () => {
    for (const { on, planned, actual } of rows.filter((one) => one.actual !== null)) {
      expect([planned, actual]).toEqual([
        progressOn(yardCourse(), on)!.planned,
        progressOn(yardCourse(), on)!.actual,
      ]);
    }
  });
});

describe('the S-curve', () => {
  const one = (...rows: [number, string, number][]) =>
    courseOf([progressItem(1)], { values: posted(...rows) });

  it('of nothing is empty', () => {
    expect(curve(courseOf([]))).toEqual([]);
    expect(curveSpan(courseOf([]), finishForecast(courseOf([]), today), today)).toBeNull();
  });

  it('of works that are not begun is the plan alone', () => {
    const rows = curve(one(), '2026-07-01');
    expect([rows[0].on, rows.at(-1)!.on]).toEqual(['2026-05-18', '2026-06-18']);
    expect(rows.every(({ actual, forecast }) => actual === 0 && forecast === null)).toBe(true);
  });

  it('runs on to today while works are late and nothing can be expected, and ends when they are finished', () => {
    expect(curve(one([1, '2026-05-19', 10_00]), '2026-08-01').at(-1)).toMatchObject({
      on: '2026-08-01',
      forecast: null,
    });
    const done = curve(one([1, '2026-05-12', 10_00], [1, '2026-06-22', 100_00]), '2026-08-01');
    expect(done[0].on).toBe('2026-05-11');
    expect(done.at(-1)).toMatchObject({ on: '2026-06-22', actual: whole });
  });

  it('is never longer than a year, and leaves out its beginning', () => {
    const rows = curve(one([1, '2024-05-19', 10_00]));
    expect(rows).toHaveLength(longestCurve);
    expect(rows.at(-1)!.on).toBe('2026-06-18');
  });

  it('only rises ahead, in whole numbers, and meets the whole on the likely day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_00 }), fc.integer({ min: 3, max: 40 }), (value, day) => {
        const now = addDays('2026-05-19', day);
        const course = one([1, '2026-05-19', Math.ceil(value / 2)], [1, now, value]);
        const forecast = finishForecast(course, now);
        const ahead = sCurve(course, forecast, now).filter((row) => row.forecast !== null);
        ahead.forEach((row, index) => {
          expect(Number.isInteger(row.forecast)).toBe(true);
          if (index > 0) {
            expect(row.forecast!).toBeGreaterThanOrEqual(ahead[index - 1].forecast!);
            expect(daysBetween(ahead[index - 1].on, row.on)).toBe(1);
          }
        });
        if (forecast.likelyOn) expect(ahead.find(({ on }) => on === forecast.likelyOn)!.forecast).toBe(whole);
      }),
      { numRuns: 20 },
    );
  });
});
