// A day of the civil calendar as text, 'YYYY-MM-DD' in Asia/Shanghai; the law has no clock, so today is always given in.
// Arithmetic counts days since 1970-01-01 in the proleptic Gregorian calendar, free of time zones.

/** Which day? 'YYYY-MM-DD', Asia/Shanghai. */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is this text a day that exists? Years 1900 to 9999. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  const match = typeof text === 'string' ? pattern.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day so many days later; negative goes back. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/** How many days from the first to the second? Negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Negative when the first is earlier, 0 on the same day, positive when later. */
export function compareDates(first: CalendarDate, second: CalendarDate): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Which day of the week? 1 Monday … 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  const sinceMonday = (toDayNumber(day) + 3) % 7; // 1970-01-01 was a Thursday
  return ((sinceMonday + 7) % 7) + 1;
}

/** In which year does this day lie? */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** How is this day said in a sentence? 2026年5月19日. */
export function dayInWords(day: CalendarDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The same, '—' where there is none. */
export const dayOrDash = (day: CalendarDate | null): string => (day === null ? '—' : dayInWords(day));

/** The latest of these days, leaving out the missing ones; undefined when none is given. */
export function latestOf(...days: (CalendarDate | null | undefined)[]): CalendarDate | undefined {
  return days
    .filter((day) => day !== null && day !== undefined)
    .sort(compareDates)
    .at(-1);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : monthLengths[month - 1];
}

// Years are taken to begin in March, so that the leap day is the last of its year.
function toDayNumber(day: CalendarDate): number {
  if (!isCalendarDate(day)) throw new RangeError(`not a day: ${String(day)}`);
  const [year, month, date] = day.split('-').map(Number);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719468;
}

function fromDayNumber(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
