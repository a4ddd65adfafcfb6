import * as fc from 'fast-check';
import { addDays, daysBetween } from '../kernel/calendar-date';
import { addWorkdays, periodEnd } from '../kernel/work-calendar';
import { workCalendar } from './given-removal';
import { addMonths, monthsEnd, uncertainDay } from './periods';

describe('months by the calendar', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28', 'February has no 31st'],
    ['2023-08-31', 6, '2024-02-29', 'a leap year'],
    ['2025-08-31', 6, '2026-02-28', 'the end of February'],
    ['2026-08-28', 6, '2027-02-28', 'the same number'],
    ['2026-03-31', 6, '2026-09-30', 'a month of thirty days'],
    ['2026-07-01', 6, '2027-01-01', 'over the new year'],
    ['2024-02-29', 12, '2025-02-28', 'a year after a leap day'],
    ['2026-12-31', 2, '2027-02-28', 'December is no month 0'],
  ])('%s and %i months is %s: %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it.each([
    ['2025-08-31', 6, '2026-02-28', 'a Saturday that is worked'],
    ['2025-08-17', 6, '2026-02-24', 'Spring Festival, 15 to 23 February'],
    ['2025-08-15', 6, '2026-02-24', 'its first day'],
    ['2025-08-14', 6, '2026-02-14', 'the worked Saturday before it'],
    ['2026-04-01', 6, '2026-10-08', 'National Day, 1 to 7 October'],
    ['2025-04-01', 6, '2025-10-09', 'National Day and 中秋, 1 to 8 October'],
    ['2026-03-31', 6, '2026-09-30', 'the day before it'],
    ['2026-08-31', 6, '2027-03-01', 'a Sunday of a year not published'],
  ])('a period from %s of %i months ends on %s: %s', (from, months, expected) => {
    expect(monthsEnd(workCalendar, from, months)).toBe(expected);
  });

  it('grow with the day they begin and never leave their month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 24 }), (offset, months) => {
        const day = addDays('2024-01-01', offset);
        expect(addMonths(addDays(day, 1), months) >= addMonths(day, months)).toBe(true);
        expect(daysBetween(day, addMonths(day, months))).toBeGreaterThanOrEqual(months * 28);
        expect(daysBetween(day, addMonths(day, months))).toBeLessThanOrEqual(months * 31);
      }),
    );
  });
});

describe('working days and sixty days, counted by hand', () => {
  it.each([
    ['2026-02-12', 2, '2026-02-14', 'the Saturday before Spring Festival is worked'],
    ['2026-02-12', 3, '2026-02-24', 'the nine days off are jumped over'],
    ['2026-02-12', 5, '2026-02-26', 'five days to ask for a hearing'],
    ['2026-02-12', 7, '2026-02-28', 'seven days to serve, the last a worked Saturday'],
    ['2026-09-29', 1, '2026-09-30', 'the last day before National Day'],
    ['2026-09-29', 2, '2026-10-08', 'the first after it'],
    ['2026-09-29', 4, '2026-10-10', 'a worked Saturday'],
    ['2026-09-29', 7, '2026-10-14', 'seven days to serve'],
    ['2025-09-29', 1, '2025-09-30', 'the last day before National Day'],
    ['2025-09-29', 2, '2025-10-09', 'the first after eight days off'],
    ['2025-09-29', 4, '2025-10-11', 'a worked Saturday'],
    ['2025-09-29', 5, '2025-10-13', 'five days to ask for a hearing'],
    ['2025-09-29', 7, '2025-10-15', 'seven days to serve'],
    ['2025-09-26', 1, '2025-09-28', 'a worked Sunday before National Day'],
    ['2026-09-18', 1, '2026-09-20', 'a worked Sunday before 中秋'],
  ])('working day number from %s: %i is %s, %s', (from, count, expected) => {
    expect(addWorkdays(workCalendar, from, count)).toBe(expected);
  });

  it.each([
    ['2025-08-31', '2025-10-30', 'a plain Thursday'],
    ['2026-08-04', '2026-10-08', 'the 60th day is 3 October'],
    ['2025-08-04', '2025-10-09', 'the 60th day is 3 October'],
    ['2026-08-01', '2026-09-30', 'the day before National Day'],
    ['2026-12-31', '2027-03-01', 'over the new year'],
    ['2025-12-18', '2026-02-24', 'the 60th day is 16 February'],
  ])('sixty days from %s end on %s: %s', (from, expected) => {
    expect(periodEnd(workCalendar, from, 60, 'calendar')).toBe(expected);
  });
});

it('a day of a year that is not published says so', () => {
  expect(uncertainDay(workCalendar, '2026-12-31')).toBe('');
  expect(uncertainDay(workCalendar, '2027-01-01')).toBe('2027年放假安排还没有公布，先按周末推算');
});
