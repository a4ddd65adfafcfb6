// How a day is said where the year is plain: without it in the running year, with it otherwise (house style of dates).
import { CalendarDate, dayInWords, yearOf } from './calendar-date';

/** How is this day said today? '6月18日' in the running year, '2025年11月20日' otherwise. */
export function nearDay(day: CalendarDate, today: CalendarDate): string {
  const words = dayInWords(day);
  return yearOf(day) === yearOf(today) ? words.slice(words.indexOf('年') + 1) : words;
}
