// Which days are worked, and when does a period end? Counting after 民事诉讼法(2023) §85: the first day is not counted,
// and a period whose last day is a day off ends on the first working day after it; "十日以内" of 行政强制法 §69 and
// the short periods of 行政处罚法 §85 are working days. Holidays and 补班 days are data, published a year at a time;
// none is invented for a year that is not published yet.
import { addDays, CalendarDate, weekdayOf } from './calendar-date';

/** Which days depart from the plain week: days off by decree, weekend days worked (补班), and the years published. */
export interface WorkCalendar {
  years: readonly number[];
  holidays: readonly CalendarDate[];
  workdays: readonly CalendarDate[];
}

/** How are the days of a period counted? */
export type DayType = 'calendar' | 'working';

/** Is this day worked? */
export function isWorkday(calendar: WorkCalendar, day: CalendarDate): boolean {
  if (calendar.workdays.includes(day)) return true;
  return weekdayOf(day) <= 5 && !calendar.holidays.includes(day);
}

/** Is this year published? If not, a count through it knows weekends only and must say so. */
export function knowsYear(calendar: WorkCalendar, year: number): boolean {
  return calendar.years.includes(year);
}

/** The so-many-th working day after this day (0: the day itself). */
export function addWorkdays(calendar: WorkCalendar, from: CalendarDate, count: number): CalendarDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/** How many working days lie after the first day, up to and with the last? 0 when the last is not later. */
export function workdaysBetween(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

/** On which day does a period end that began on `from`, counted in calendar or working days? */
export function periodEnd(
  calendar: WorkCalendar,
  from: CalendarDate,
  days: number,
  dayType: DayType,
): CalendarDate {
  if (dayType === 'working') return addWorkdays(calendar, from, days);
  let end = addDays(from, days);
  while (!isWorkday(calendar, end)) end = addDays(end, 1);
  return end;
}
