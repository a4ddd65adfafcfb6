// How a day is said where the year is plain: without it in the running year, with it otherwise (house style of dates).
import { CalendarDate, dayInWords, yearOf } from './calendar-date';

/** How is this day said today? '6月18日' in the running year, '2025年11月20日' otherwise. */
export function nearDay(day: CalendarDate, today: CalendarDate): string {
  const words = dayInWords(day);
  return yearOf(day) === yearOf(today) ? words.slice(words.indexOf('年') + 1) : words;
}

/** How is this stretch said today? '3月2日 至 3月20日', '2027年1月21日 至 3月11日': a year is named once. */
export function nearDays(from: CalendarDate, to: CalendarDate, today: CalendarDate): string {
  return `${nearDay(from, today)} 至 ${yearOf(from) === yearOf(to) ? nearDay(to, from) : dayInWords(to)}`;
}
