// On which days do these works go on? The site on working days on which it does not stand still as a whole, an item on
// those on which nothing stops it; days off and stops count neither back nor ahead (field lesson B14).
import { addDays, CalendarDate } from '../kernel/calendar-date';
import { isWorkday } from '../kernel/work-calendar';
import { isWorkedOn, siteStopOn, StopWindow } from './stop-days';
import type { CourseLine, WorksCourse } from './works-course';

/** The last day whose work is known: today once a value of today is confirmed, else yesterday; a day gone by is known. */
export const measuredOn = ({ values, asOf }: WorksCourse, today: CalendarDate): CalendarDate =>
  asOf === today || values.some(({ on }) => on === today) ? today : addDays(today, -1);

/** Is the site worked on this day: a working day on which it does not stand still as a whole? */
export const isSiteDay = ({ calendar, allStops }: WorksCourse, day: CalendarDate): boolean =>
  isWorkday(calendar, day) && !siteStopOn(day, allStops);

/** How many days of the site lie after the first day, up to and with the last? 0 when the last is not later. */
export function siteDaysBetween(course: WorksCourse, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isSiteDay(course, day)) count += 1;
  return count;
}

/** The so-many-th day after this one on which this is worked; null where it does not come within two years. */
export function workedDayAfter(
  isWorked: (day: CalendarDate) => boolean,
  from: CalendarDate,
  count: number,
): CalendarDate | null {
  let day = from;
  for (let left = count, passed = 0; left > 0; passed += 1) {
    if (passed >= farthest) return null;
    day = addDays(day, 1);
    if (isWorked(day)) left -= 1;
  }
  return day;
}

/** Is this line worked on a day, by the calendar and every known stop? */
export const isLineDay = (course: WorksCourse, line: CourseLine) => (day: CalendarDate) =>
  isWorkedOn(line, day, course.calendar, course.allStops);

/** The stop of the whole site that holds today and is not lifted; undefined where work may go on some day. */
export const pausedBy = ({ allStops }: WorksCourse, today: CalendarDate): StopWindow | undefined =>
  siteStopOn(
    today,
    allStops.filter(({ toOn }) => toOn === null),
  );

const farthest = 731;
