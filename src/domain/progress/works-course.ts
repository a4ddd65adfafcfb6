// The works as all figures read them: frozen plan, items, values, work calendar and stops are laid side by side once, so
// that percent, curve, bars and forecast are counted on the same days and the same values (field lesson 18).
import type { CalendarDate } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { BasisPoints, partOf, whole } from './basis-points';
import type { BaselineItem, WorksBaseline } from './baseline';
import { DoneStep, doneSteps, finishedOn, begunOn, ConfirmedValue, ProgressItem } from './progress-item';
import { KnownStop, stopOn, StopWindow, workdaysOf } from './stop-days';

/** What a room has read of the works of one contract, or of all contracts of one renovation. */
export interface WorksRecord {
  baseline: WorksBaseline;
  items: readonly ProgressItem[];
  /** Confirmed values only; what waits or was returned is not given. */
  values: readonly ConfirmedValue[];
  calendar: WorkCalendar;
  /** Stops as they happened or were announced, with what they rest on where it is known. */
  stops: readonly (StopWindow & Partial<Pick<KnownStop, 'source'>>)[];
  /** Where the works are looked at as they stood at the end of a day gone by. */
  asOf?: CalendarDate;
}

/** An item with the days it was planned on and the steps in which it grew. */
export interface CourseLine extends BaselineItem {
  isDropped: boolean;
  /** All of it in its measure: 0.01 of the unit, or basis points. */
  amount: number;
  plannedDays: readonly CalendarDate[];
  steps: readonly DoneStep[];
  begunOn: CalendarDate | null;
  doneOn: CalendarDate | null;
}

/** The same laid side by side: what the baseline holds, and what a change of the plan added with no weight yet. */
export interface WorksCourse extends WorksRecord {
  lines: readonly CourseLine[];
  added: readonly CourseLine[];
  /** The plan as a whole: what should be done from each of its days on. */
  planSteps: readonly DoneStep[];
  /** Items of today's plan that are not finished. */
  openIds: readonly number[];
  /** Every known stop, with the quiet days of the baseline. */
  allStops: readonly StopWindow[];
}

/** Lays the records side by side; asked once, all figures read from it. */
export function layCourse(record: WorksRecord): WorksCourse {
  const { baseline, items } = record;
  const worked = calendarDays(record);
  const lines = baseline.items.flatMap((frozen) => {
    const item = items.find(({ id }) => id === frozen.id);
    return item ? [lineOf(frozen, item, record, worked)] : [];
  });
  const isAdded = ({ id, isDropped }: ProgressItem) =>
    !isDropped && !baseline.items.some((frozen) => frozen.id === id);
  const added = items.filter(isAdded).flatMap((item) => {
    const { id, name, traits, predecessorId, plannedStartOn, plannedFinishOn } = item;
    return [
      lineOf(
        { id, name, traits, predecessorId, share: 0, plannedStartOn, plannedFinishOn },
        item,
        record,
        worked,
      ),
    ];
  });
  const openIds = items
    .filter((item) => !item.isDropped && finishedOn(doneSteps(item, record.values)) === null)
    .map(({ id }) => id);
  const planSteps = planOf(lines);
  return { ...record, lines, added, planSteps, openIds, allStops: [...baseline.quiet, ...record.stops] };
}

/** Σ weight × share of these lines, below the whole: it is reached only where every line has. */
export const weightedShare = (
  lines: readonly CourseLine[],
  part: (line: CourseLine) => BasisPoints,
): BasisPoints =>
  Math.min(whole - 1, Math.floor(lines.reduce((sum, line) => sum + line.share * part(line), 0) / whole));

/** How much of a line should be done by the end of this day? Its working days all count alike. */
export const plannedBy = ({ plannedDays }: Pick<CourseLine, 'plannedDays'>, day: CalendarDate): BasisPoints =>
  partOf(countUpTo(plannedDays, day), plannedDays.length);

/** Where should an item be by the end of this day, in its measure? What the foreman reads beside yesterday's value. */
export const plannedValueBy = (line: Pick<CourseLine, 'plannedDays' | 'amount'>, day: CalendarDate): number =>
  Math.floor((line.amount * plannedBy(line, day)) / whole);

/** Since which day is everything done, also what was added later? null while something is not, and of no items. */
export function allDoneOn({ lines, added, openIds }: WorksCourse): CalendarDate | null {
  if (openIds.length > 0) return null;
  const days = [...lines, ...added].filter(({ isDropped }) => !isDropped).map(({ doneOn }) => doneOn);
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Was everything done by the end of this day? */
export function isAllDone(course: WorksCourse, day: CalendarDate): boolean {
  const on = allDoneOn(course);
  return on !== null && on <= day;
}

/** On which day did the first item begin? null before. */
export const worksBegunOn = ({ lines, added }: WorksCourse): CalendarDate | null =>
  [...lines, ...added]
    .map(({ begunOn }) => begunOn)
    .filter((day) => day !== null)
    .sort()[0] ?? null;

function planOf(lines: readonly CourseLine[]): DoneStep[] {
  const days = [...new Set(lines.flatMap(({ plannedDays }) => plannedDays))].sort();
  return days.map((on, index) => ({
    on,
    done: index === days.length - 1 ? whole : weightedShare(lines, (line) => plannedBy(line, on)),
  }));
}

/** Every working day of the calendar from the first planned day to the last; read once for all lines. */
function calendarDays({ baseline, items, calendar }: WorksRecord): CalendarDate[] {
  const days = [...baseline.items, ...items].flatMap((one) => [one.plannedStartOn, one.plannedFinishOn]);
  const [from, to] = [days.sort()[0], days.at(-1)];
  return from && to ? workdaysOf({ id: 0, traits: [] }, { from, to }, calendar, []) : [];
}

function lineOf(
  frozen: BaselineItem,
  item: ProgressItem,
  { baseline, values }: WorksRecord,
  worked: readonly CalendarDate[],
): CourseLine {
  const { plannedStartOn, plannedFinishOn } = frozen;
  const span = worked.filter((day) => day >= plannedStartOn && day <= plannedFinishOn);
  const days = span.filter((day) => !stopOn(frozen, day, baseline.quiet));
  const steps = doneSteps(item, values);
  return {
    ...{ ...frozen, isDropped: item.isDropped, steps },
    amount: item.measure === 'share' ? whole : item.quantity,
    ...{ begunOn: begunOn(steps), doneOn: finishedOn(steps) },
    // A calendar published later may leave no working day of a span that was frozen before.
    plannedDays: days.length ? days : [frozen.plannedFinishOn],
  };
}

function countUpTo(days: readonly CalendarDate[], day: CalendarDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
