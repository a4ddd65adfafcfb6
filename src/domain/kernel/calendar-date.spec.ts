import * as fc from 'fast-check';
import {
  addDays,
  compareDates,
  dayInWords,
  daysBetween,
  isCalendarDate,
  latestOf,
  weekdayOf,
  yearOf,
} from './calendar-date';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days));

describe('a day', () => {
  it.each([
    ['2026-05-18', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-02-28', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['1899-12-31', false],
    ['2026-5-18', false],
    ['2026-05-18T00:00', false],
    ['', false],
    [undefined, false],
  ])('%s exists: %s', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists);
  });

  it.each([
    ['2026-05-18', 1, '2026-05-19'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-05-18', 0, '2026-05-18'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  it('from 18 May to 11 July are 54 days', () => {
    expect(daysBetween('2026-05-18', '2026-07-11')).toBe(54);
    expect(daysBetween('2026-07-11', '2026-05-18')).toBe(-54);
  });

  it('18 May 2026 is a Monday and 24 May a Sunday', () => {
    expect(weekdayOf('2026-05-18')).toBe(1);
    expect(weekdayOf('2026-05-24')).toBe(7);
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  it('is said without leading zeros and belongs to its year', () => {
    expect(dayInWords('2026-05-09')).toBe('2026年5月9日');
    expect(yearOf('2026-05-09')).toBe(2026);
  });

  it('the latest day is found among missing ones', () => {
    expect(latestOf('2026-05-09', null, '2026-06-01', undefined)).toBe('2026-06-01');
    expect(latestOf(null)).toBeUndefined();
  });

  it('a text that is no day cannot be counted with', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('adding days and counting them back agree, and later days compare as later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, days) => {
        fc.pre(!(day < '1930-01-01' && days < 0));
        const other = addDays(day, days);
        expect(isCalendarDate(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(days);
        expect(compareDates(other, day)).toBe(Math.sign(days));
        expect((weekdayOf(day) + (((days % 7) + 7) % 7) - 1) % 7).toBe(weekdayOf(other) - 1);
      }),
    );
  });
});
