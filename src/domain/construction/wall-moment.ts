// A moment by the clock on the wall, 'YYYY-MM-DD HH:mm' in Asia/Shanghai, where hours are counted (48 hours of notice, a
// window without water). The law has no clock: now is always given in. China keeps one time all year, so that hours add up.
import { addDays, CalendarDate, dayInWords, daysBetween, isCalendarDate } from '../kernel/calendar-date';

/** Which minute? 'YYYY-MM-DD HH:mm', Asia/Shanghai; moments compare as text. */
export type WallMoment = string;

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Is this text a moment that exists? */
export const isWallMoment = (text: string): boolean =>
  text.length === 16 && text[10] === ' ' && isCalendarDate(text.slice(0, 10)) && clock.test(text.slice(11));

/** The moment two fields of a form give, empty ones included: '2026-06-08' and '8:05' are '2026-06-08 08:05'. */
export const typedMoment = (day = '', time = ''): WallMoment =>
  `${day} ${time
    .trim()
    .replace('：', ':')
    .replace(/^(?=\d:\d\d$)/, '0')}`;

/** On which day does this moment lie? */
export const dayOf = (moment: WallMoment): CalendarDate => moment.slice(0, 10);

/** At which time of its day, 'HH:mm'? */
export const timeOf = (moment: WallMoment): string => moment.slice(11);

const minuteOf = (moment: WallMoment): number =>
  Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

/** How many minutes from the first to the second? Negative when the second is earlier. */
export const minutesBetween = (from: WallMoment, to: WallMoment): number =>
  daysBetween(dayOf(from), dayOf(to)) * 1440 + minuteOf(to) - minuteOf(from);

/** The moment so many hours later. */
export function addHours(moment: WallMoment, hours: number): WallMoment {
  const minutes = minuteOf(moment) + hours * 60;
  const days = Math.floor(minutes / 1440);
  const left = minutes - days * 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${addDays(dayOf(moment), days)} ${two(Math.floor(left / 60))}:${two(left % 60)}`;
}

/** How is this moment said? '2026年6月8日 08:00'. */
export const momentInWords = (moment: WallMoment): string => `${dayInWords(dayOf(moment))} ${timeOf(moment)}`;
