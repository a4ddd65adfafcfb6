// Which days lack their post (应报未报), and who is told: marked in the evening, the foreman on the next day, the street
// manager after two working days (field lessons §2.1 13; the hours and days are settings of the office).
import { addDays, CalendarDate } from '../kernel/calendar-date';
import { isWorkday, WorkCalendar, workdaysBetween } from '../kernel/work-calendar';
import { valueOn } from '../rules/rule-book';
import type { Contract } from './contract';
import { isStopped, StopOrder, stopsEverything } from './stop-order';
import { dayOf, timeOf, WallMoment } from './wall-moment';

/** How pressing is it: still today, the foreman's, or the manager's? */
export type MissingLevel = 'today' | 'foreman' | 'manager';

/** A day without its post. */
export interface MissingPost {
  on: CalendarDate;
  level: MissingLevel;
}

/** The working days of a contract without a post that was told; days of a general stop are not asked for. */
export function missingPosts(
  contract: Pick<Contract, 'state' | 'startsOn'>,
  /** The days with a post that is sent, confirmed or sent back; one that was sent back has a list of its own. */
  told: readonly CalendarDate[],
  stops: readonly StopOrder[],
  calendar: WorkCalendar,
  now: WallMoment,
): MissingPost[] {
  if (contract.state !== 'running') return [];
  const today = dayOf(now);
  const known = new Set(told);
  const stopped = stops.filter(stopsEverything);
  const found: MissingPost[] = [];
  for (let on = contract.startsOn; on <= today; on = addDays(on, 1)) {
    if (!isWorkday(calendar, on) || known.has(on) || stopped.some((order) => isStopped(order, on))) continue;
    if (on === today && timeOf(now) < postDueTime(on)) continue;
    found.push({ on, level: levelOf(on, today, calendar) });
  }
  return found;
}

/** Until which day is a missing post not yet red in the lists? */
export const missingDueOn = (on: CalendarDate): CalendarDate =>
  addDays(on, valueOn('works.post-red-days', on));

/** From which time of its day is a post asked for, 'HH:mm'? */
export const postDueTime = (on: CalendarDate): string =>
  `${String(valueOn('works.post-due-hour', on)).padStart(2, '0')}:00`;

function levelOf(on: CalendarDate, today: CalendarDate, calendar: WorkCalendar): MissingLevel {
  if (on === today) return 'today';
  return workdaysBetween(calendar, on, today) >= valueOn('works.post-escalate-days', on)
    ? 'manager'
    : 'foreman';
}
