// The S-curve as a row for each day: what should be done, what was done, and what is expected, in whole basis points; the
// chart and the table behind it read the same rows (field lesson 21; ux §1: server-drawn).
import { addDays, CalendarDate, daysBetween } from '../kernel/calendar-date';
import { BasisPoints, whole } from './basis-points';
import { plannedFinish } from './baseline';
import type { FinishForecast } from './finish-forecast';
import { actualShare, plannedShare } from './progress-on';
import { isSiteDay, measuredOn, siteDaysBetween } from './course-days';
import { allDoneOn, worksBegunOn, WorksCourse } from './works-course';

/** A day at its end; `actual` is null after the last day whose work is known, `forecast` before it and where none can be said. */
export interface CurveDay {
  on: CalendarDate;
  planned: BasisPoints;
  actual: BasisPoints | null;
  forecast: BasisPoints | null;
}

/** The longest stretch that is drawn, in days. */
export const longestCurve = 366;

/** From when to when do the works go on? From the first day planned or worked to the last planned, worked or expected. */
export function worksSpan(
  course: WorksCourse,
  forecast: FinishForecast,
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } | null {
  const end = plannedFinish(course.baseline);
  if (end === null) return null;
  const begunOn = worksBegunOn(course);
  const starts = [...course.lines.map(({ plannedStartOn }) => plannedStartOn), ...(begunOn ? [begunOn] : [])];
  const isGoingOn = begunOn !== null && forecast.state !== 'finished';
  const ends = [end, forecast.likelyOn, allDoneOn(course), isGoingOn ? today : null].filter(
    (day) => day !== null,
  );
  return { from: starts.sort()[0] ?? end, to: ends.sort().at(-1)! };
}

/** From when to when is it drawn? From the day before the works to their last day, as far as one drawing holds. */
export function curveSpan(
  course: WorksCourse,
  forecast: FinishForecast,
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } | null {
  const span = worksSpan(course, forecast, today);
  if (!span) return null;
  const from = addDays(span.from, -1);
  const longest = addDays(span.to, 1 - longestCurve);
  return { from: from < longest ? longest : from, to: span.to };
}

/** The rows of the curve, in order; empty where nothing is planned. */
export function sCurve(course: WorksCourse, forecast: FinishForecast, today: CalendarDate): CurveDay[] {
  const span = curveSpan(course, forecast, today);
  if (!span) return [];
  const last = measuredOn(course, today);
  const expected = expectedShares(course, forecast, last);
  return Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, index) => {
    const on = addDays(span.from, index);
    return {
      ...{ on, planned: plannedShare(course, on) },
      actual: on > last ? null : actualShare(course, on),
      forecast: on < last ? null : expected(on),
    };
  });
}

/** From what was done last evenly over the days of the site to the whole on the likely day. */
function expectedShares(
  course: WorksCourse,
  { likelyOn }: FinishForecast,
  last: CalendarDate,
): (day: CalendarDate) => BasisPoints | null {
  if (likelyOn === null) return () => null;
  const done = actualShare(course, last);
  const all = siteDaysBetween(course, last, likelyOn);
  const shares = new Map([[last, done]]);
  for (let day = addDays(last, 1), passed = 0; day < likelyOn; day = addDays(day, 1)) {
    if (isSiteDay(course, day)) passed += 1;
    shares.set(day, done + Math.floor(((whole - done) * passed) / all));
  }
  return (day) => shares.get(day) ?? whole;
}
