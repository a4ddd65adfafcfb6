// How periods of months are counted, and how far ahead the days off are known: a month ends on the day of the same number
// or, where that month has none, on its last day (民法典 §202); a period whose last day is a day off ends on the first
// working day after it (民事诉讼法(2023) §85). Periods of days are the kernel's (work-calendar.ts).
import { addDays, CalendarDate, isCalendarDate, yearOf } from '../kernel/calendar-date';
import { isWorkday, knowsYear, WorkCalendar } from '../kernel/work-calendar';

/** The day so many months later, by the calendar: 31 August and six months is the last day of February. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(day.slice(8)); ; date -= 1) {
    const found = `${month}-${String(date).padStart(2, '0')}`;
    if (isCalendarDate(found)) return found;
  }
}

/** On which day does a period of so many months end that began on `from`? */
export function monthsEnd(calendar: WorkCalendar, from: CalendarDate, months: number): CalendarDate {
  let end = addMonths(from, months);
  while (!isWorkday(calendar, end)) end = addDays(end, 1);
  return end;
}

/** What is said beside a day reckoned through a year whose days off are not published yet; empty where they are. */
export const uncertainDay = (calendar: WorkCalendar, day: CalendarDate): string =>
  knowsYear(calendar, yearOf(day)) ? '' : `${yearOf(day)}年放假安排还没有公布，先按周末推算`;
