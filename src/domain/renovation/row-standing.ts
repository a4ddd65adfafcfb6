// How late is a renovation, and when is it finished? The same sums as on its own pages, from the few days a list reads
// of it (the order of plan, forecast and fact is that of stage-line.ts).
import { CalendarDate, daysBetween } from '../kernel/calendar-date';
import { isGoingOn } from './going-on';
import type { RenovationState } from './stages';

/** The days a list knows of a renovation; null where none is known, the state null before one is opened. */
export interface RowDays {
  state: RenovationState | null;
  /** The last planned end of all stages. */
  plannedFinishOn: CalendarDate | null;
  /** The last end, expected or planned, of the stages that are not over. */
  openFinishOn: CalendarDate | null;
  /** The last actual end. */
  lastEndedOn: CalendarDate | null;
  /** The first planned end of a stage that is not over. */
  nextEndOn: CalendarDate | null;
}

/** How late is it, in days, and when is it finished? */
export interface RowStanding {
  overdueDays: number;
  expectedFinishOn: CalendarDate | null;
  /** From the planned to the expected finish, at least the days overdue: later is positive; null without a plan. */
  driftDays: number | null;
}

/** Judges one row on this day. */
export function rowStanding(row: RowDays, today: CalendarDate): RowStanding {
  const { state, plannedFinishOn, openFinishOn, lastEndedOn, nextEndOn } = row;
  const overdueDays = isGoingOn(state) && nextEndOn && nextEndOn < today ? daysBetween(nextEndOn, today) : 0;
  const expectedFinishOn = state === 'closed' ? lastEndedOn : openFinishOn;
  const drift = plannedFinishOn && expectedFinishOn ? daysBetween(plannedFinishOn, expectedFinishOn) : null;
  const driftDays = overdueDays > 0 ? Math.max(overdueDays, drift ?? 0) : drift;
  return { overdueDays, expectedFinishOn, driftDays };
}
