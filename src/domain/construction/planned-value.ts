// Where should an item be by the end of a day? What the foreman and whoever confirms read beside what was told: its working
// days as they are planned today all count alike (issue: where they should be today). The figures of progress are measured
// against the frozen plan; they are counted by the progress module.
import type { CalendarDate } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { Trait, workdaysOf } from '../progress/stop-days';
import { plannedValueBy } from '../progress/works-course';
import { wholeOf, WorkItem } from './work-item';

/** What a planned value is counted from. */
export type PlannedItem = Pick<
  WorkItem,
  'id' | 'measure' | 'quantity' | 'plannedStartOn' | 'plannedFinishOn'
> & { traits: readonly Trait[] };

/** So much of this item should be done by the end of this day, in its measure. */
export function plannedValueOn(item: PlannedItem, day: CalendarDate, calendar: WorkCalendar): number {
  const span = { from: item.plannedStartOn, to: item.plannedFinishOn };
  const days = workdaysOf(item, span, calendar, []);
  return plannedValueBy(
    { plannedDays: days.length > 0 ? days : [item.plannedFinishOn], amount: wholeOf(item) },
    day,
  );
}
