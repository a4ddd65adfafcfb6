import { workCalendar } from '../../domain/removal/given-removal';
import { WorkDays } from './work-days';

describe('the days off as they were published', () => {
  const { calendar } = new WorkDays();
  const of = (days: readonly string[], year: string) => days.filter((day) => day.startsWith(year)).sort();

  it.each(['2025', '2026'])('%s is the same in the reference data and in the tests of the law', (year) => {
    expect(of(calendar.holidays, year)).toEqual(of(workCalendar.holidays, year));
    expect(of(calendar.workdays, year)).toEqual(of(workCalendar.workdays, year));
    expect(calendar.years).toContain(Number(year));
  });

  it('no year is in it that has not been published', () => {
    const years = [
      ...new Set([...calendar.holidays, ...calendar.workdays].map((day) => Number(day.slice(0, 4)))),
    ];
    expect(years.filter((year) => !calendar.years.includes(year))).toEqual([]);
  });
});
