// The works as they stood at the end of a day gone by: the plan that was in force then, what was done by then, what had
// stopped by then. A past number then stays what it was, whatever is planned or confirmed for later days (field lesson 18).
import { CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import type { WorksBaseline } from './baseline';
import type { StopSources } from './known-stops';

/** Which day is meant by an address? From the first planned day on; undefined is today, also where no day is meant. */
export function dayLookedAt(
  asked: string,
  plans: readonly Pick<WorksBaseline, 'items'>[],
  today: CalendarDate,
): CalendarDate | undefined {
  const first = firstPlannedDay(plans);
  if (!isCalendarDate(asked) || asked >= today || first === null || first >= today) return undefined;
  return asked < first ? first : asked;
}

/** The first day that was ever planned for; null where nothing was. */
export const firstPlannedDay = (plans: readonly Pick<WorksBaseline, 'items'>[]): CalendarDate | null =>
  plans.flatMap(({ items }) => items.map(({ plannedStartOn }) => plannedStartOn)).sort()[0] ?? null;

/** The plan in force on this day, the oldest given first; before the first was frozen it is the first. */
export const inForceOn = <Plan extends Pick<WorksBaseline, 'setOn'>>(
  plans: readonly Plan[],
  day: CalendarDate,
): Plan | undefined => plans.findLast(({ setOn }) => setOn <= day) ?? plans[0];

/** The stops that had begun by then, and quiet days, which are announced ahead; an order lifted later was not lifted yet. */
export const sourcesUntil = (
  { written, orders, told, quiet }: StopSources,
  day: CalendarDate,
): StopSources => ({
  written: written.filter(({ fromOn }) => fromOn <= day),
  orders: orders
    .filter(({ stoppedOn }) => stoppedOn <= day)
    .map((order) =>
      order.resumedOn !== null && order.resumedOn > day ? { ...order, resumedOn: null } : order,
    ),
  told: told.filter(({ workedOn }) => workedOn <= day),
  quiet,
});
