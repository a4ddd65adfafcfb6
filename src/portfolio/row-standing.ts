import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import type { PortfolioRow } from './portfolio-rows';

/** How late is a compound, in days, and when is it finished: the same sums as on its own pages, from one row. */
export interface RowStanding {
  overdueDays: number;
  expectedFinishOn: CalendarDate | null;
  /** From the planned to the expected finish, at least the days overdue: later is positive; null without a plan. */
  driftDays: number | null;
}

type Days = Pick<PortfolioRow, 'state' | 'plannedFinishOn' | 'openFinishOn' | 'lastEndedOn' | 'nextEndOn'>;

/** Judges one row on this day. */
export function rowStanding(row: Days, today: CalendarDate): RowStanding {
  const { state, plannedFinishOn, openFinishOn, lastEndedOn, nextEndOn } = row;
  const isGoingOn = state === 'active' || state === 'paused';
  const overdueDays = isGoingOn && nextEndOn && nextEndOn < today ? daysBetween(nextEndOn, today) : 0;
  const expectedFinishOn = state === 'closed' ? lastEndedOn : openFinishOn;
  const drift = plannedFinishOn && expectedFinishOn ? daysBetween(plannedFinishOn, expectedFinishOn) : null;
  const driftDays = overdueDays > 0 ? Math.max(overdueDays, drift ?? 0) : drift;
  return { overdueDays, expectedFinishOn, driftDays };
}
