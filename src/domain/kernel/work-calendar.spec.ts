import * as fc from 'fast-check';
import { addDays, daysBetween } from './calendar-date';
import { addWorkdays, isWorkday, knowsYear, periodEnd, workdaysBetween } from './work-calendar';

// Made up for the test: Wednesday to Friday off, the Sunday before worked.
const calendar = {
  years: [2026],
  holidays: ['2026-05-06', '2026-05-07', '2026-05-08'],
  workdays: ['2026-05-03'],
};

describe('the work calendar', () => {
  it.each([
    ['2026-05-02', false, 'a Saturday'],
    ['2026-05-03', true, 'a Sunday that is worked'],
    ['2026-05-04', true, 'a Monday'],
    ['2026-05-06', false, 'a holiday'],
    ['2026-05-10', false, 'a Sunday'],
  ])('%s is worked: %s (%s)', (day, worked) => {
    expect(isWorkday(calendar, day)).toBe(worked);
  });

  it('knows the years that are published and no other', () => {
    expect(knowsYear(calendar, 2026)).toBe(true);
    expect(knowsYear(calendar, 2027)).toBe(false);
  });

  it.each([
    ['2026-05-05', 0, '2026-05-05'],
    ['2026-05-05', 1, '2026-05-11'],
    ['2026-05-01', 1, '2026-05-03'],
    ['2026-05-01', 3, '2026-05-05'],
    ['2026-05-11', 5, '2026-05-18'],
  ])('from %s the working day number %i is %s', (from, count, day) => {
    expect(addWorkdays(calendar, from, count)).toBe(day);
  });

  it('counts working days without the first and with the last', () => {
    expect(workdaysBetween(calendar, '2026-05-01', '2026-05-05')).toBe(3);
    expect(workdaysBetween(calendar, '2026-05-05', '2026-05-10')).toBe(0);
    expect(workdaysBetween(calendar, '2026-05-05', '2026-05-04')).toBe(0);
  });

  it.each([
    ['2026-05-11', 7, 'calendar', '2026-05-18', 'a plain week'],
    ['2026-05-01', 5, 'calendar', '2026-05-11', 'ends on a holiday, so moves behind the weekend'],
    ['2026-05-01', 2, 'calendar', '2026-05-03', 'ends on a worked Sunday, so stays'],
    ['2026-05-01', 4, 'working', '2026-05-11', 'working days jump over the holidays'],
  ] as const)('from %s, %i %s days end on %s (%s)', (from, days, dayType, end, _why) => {
    expect(periodEnd(calendar, from, days, dayType)).toBe(end);
  });

  it('counting forward and back agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays('2026-01-01', offset);
        const end = addWorkdays(calendar, from, count);
        expect(workdaysBetween(calendar, from, end)).toBe(count);
        expect(isWorkday(calendar, end)).toBe(true);
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
