// The rows of the bar chart: when each item was planned, when it was worked, and until when it is expected, with today; the
// chart and its table read the same rows (field lessons 16, 17). A rest is expected at the pace the item was planned with,
// after what it waits for; ground that is not cleared leaves it open.
import { addDays, CalendarDate, daysBetween } from '../kernel/calendar-date';
import { BasisPoints, whole } from './basis-points';
import { doneBy } from './progress-item';
import { lateInWords } from './progress-on';
import { isLineDay, measuredOn, workedDayAfter } from './course-days';
import { CourseLine, isAllDone, plannedBy, WorksCourse } from './works-course';

/** From one day to another, both belonging to it. */
export interface DaySpan {
  from: CalendarDate;
  to: CalendarDate;
}

/** How does an item stand? */
export type ItemState = 'done' | 'doing' | 'idle' | 'held' | 'dropped';

/** What is each called? */
export const itemStateNames: Record<ItemState, string> = {
  done: '已完成',
  doing: '进行中',
  idle: '未开始',
  held: '场地受阻',
  dropped: '已取消',
};

/** A row of the chart. */
export interface GanttRow {
  id: number;
  name: string;
  share: BasisPoints;
  /** Added by a change of the plan after the baseline; it weighs nothing yet. */
  isAdded: boolean;
  state: ItemState;
  planned: BasisPoints;
  done: BasisPoints;
  plan: DaySpan;
  /** From the first day with something done to the day it was finished, or to today. */
  actual: DaySpan | null;
  /** What is still expected, from today on; null where it is done, dropped or cannot be said. */
  forecast: DaySpan | null;
  /** By how many days it was or will be finished later than planned; negative is earlier, null where nobody can say. */
  lateDays: number | null;
  /** '准时', '晚 2 天', '时间待定'. */
  words: string;
}

/** The whole chart; `span` holds every bar, and today until everything is done. */
export interface Gantt {
  today: CalendarDate;
  span: DaySpan;
  rows: GanttRow[];
}

/** The chart of this day; null where there is no item. `heldIds` are the items on ground that is not cleared. */
export function gantt(course: WorksCourse, heldIds: readonly number[], today: CalendarDate): Gantt | null {
  const lines = [...course.lines, ...course.added];
  if (lines.length === 0) return null;
  const ends = expectedEnds(course, lines, heldIds, today);
  const rows = lines.map((line) => rowOf(course, line, ends.get(line.id)!, today));
  const days = rows
    .flatMap(({ plan, actual, forecast }) => [plan, actual, forecast])
    .filter((span) => span !== null)
    .flatMap(({ from, to }) => [from, to]);
  const sorted = [...days, ...(isAllDone(course, today) ? [] : [today])].sort();
  return { today, span: { from: sorted[0], to: sorted[sorted.length - 1] }, rows };
}

/** What is expected of a line; `span` null where it is done or open when. */
interface Expected {
  state: ItemState;
  span: DaySpan | null;
}

function expectedEnds(
  course: WorksCourse,
  lines: readonly CourseLine[],
  heldIds: readonly number[],
  today: CalendarDate,
): Map<number, Expected> {
  const found = new Map<number, Expected>();
  const last = measuredOn(course, today);
  const expect = (line: CourseLine): Expected => {
    const known = found.get(line.id);
    if (known) return known;
    const state = stateOf(line, heldIds.includes(line.id), today);
    const unknown: Expected = { state, span: null };
    found.set(line.id, unknown);
    if (state !== 'doing' && state !== 'idle') return unknown;
    const before = lines.find(({ id }) => id === line.predecessorId);
    const awaited = before ? expect(before) : null;
    if (awaited && awaited.span === null && awaited.state !== 'done' && awaited.state !== 'dropped')
      return unknown;
    const isPushed = before && awaited?.span && awaited.span.to > before.plannedFinishOn;
    const bounds = [last, ...(isPushed ? [awaited.span!.to] : [])];
    if (state === 'idle') bounds.push(addDays(line.plannedStartOn, -1));
    const expected: Expected = { state, span: restOf(course, line, bounds.sort().at(-1)!, today) };
    found.set(line.id, expected);
    return expected;
  };
  lines.forEach(expect);
  return found;
}

function stateOf(
  { isDropped, doneOn, begunOn }: CourseLine,
  isHeld: boolean,
  today: CalendarDate,
): ItemState {
  if (isDropped) return 'dropped';
  if (doneOn !== null && doneOn <= today) return 'done';
  if (isHeld) return 'held';
  return begunOn !== null && begunOn <= today ? 'doing' : 'idle';
}

/** The rest of a line at its planned pace: the share that is open, of so many working days, after a day. */
function restOf(
  course: WorksCourse,
  line: CourseLine,
  after: CalendarDate,
  today: CalendarDate,
): DaySpan | null {
  const open = whole - doneBy(line.steps, today);
  const count = Math.ceil((open * line.plannedDays.length) / whole);
  const from = workedDayAfter(isLineDay(course, line), after, 1);
  const to = workedDayAfter(isLineDay(course, line), after, count);
  return from && to ? { from, to } : null;
}

function rowOf(
  course: WorksCourse,
  line: CourseLine,
  { state, span }: Expected,
  today: CalendarDate,
): GanttRow {
  const end = state === 'done' ? line.doneOn : (span?.to ?? null);
  const lateDays = end ? daysBetween(line.plannedFinishOn, end) : null;
  const begunOn = line.begunOn !== null && line.begunOn <= today ? line.begunOn : null;
  const open = state === 'dropped' ? '已取消' : '时间待定';
  return {
    ...{ id: line.id, name: line.name, share: line.share, state, forecast: span, lateDays },
    isAdded: course.added.includes(line),
    ...{ planned: plannedBy(line, today), done: doneBy(line.steps, today) },
    plan: { from: line.plannedStartOn, to: line.plannedFinishOn },
    actual: begunOn ? { from: begunOn, to: state === 'done' ? line.doneOn! : today } : null,
    words: lateDays === null ? open : lateInWords(lateDays),
  };
}
