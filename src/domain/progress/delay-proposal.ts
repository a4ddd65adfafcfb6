// Which delay do stops explain, and who answers for it? The planned working days of an item are laid out again over the
// days it could really be worked, after what it waits for; what that adds is proposed with its reason and the manager
// decides (field lesson B14; domain reference §6.5). What was lost by working slowly is never proposed.
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { groupBy } from '../kernel/group';
import { isWorkday } from '../kernel/work-calendar';
import { nearDay, nearDays } from '../kernel/near-day';
import { Answerable, answerableNames } from '../renovation/schedule';
import { plannedFinish } from './baseline';
import { spansOf, StopKind, stopKinds, stopOn } from './stop-days';
import { isLineDay, workedDayAfter } from './course-days';
import type { CourseLine, WorksCourse } from './works-course';

/** So many working days were lost by one kind of stop. */
export interface LostDays {
  kind: StopKind;
  on: CalendarDate[];
  answerable: Answerable;
}

/** A later end for an item, with what explains it; `behindId` where it only waits for an item that is later. */
export interface DelayProposal {
  itemId: number;
  plannedFinishOn: CalendarDate;
  proposedFinishOn: CalendarDate;
  lost: LostDays[];
  behindId: number | null;
  words: string;
}

/** Which items had to stand still, and until when does that move their ends? Finished and dropped items are left out. */
export const delayProposals = (course: WorksCourse): DelayProposal[] => openOnes(course, allDelays(course));

/** What the manager may take over as expected end of the works: the day, the reason, and who answers for most of it. */
export interface FinishDelay {
  forecastEndOn: CalendarDate;
  days: number;
  reason: string;
  answerable: Answerable;
}

/** By how much do stops move the end of everything? null where they do not. */
export function finishDelay(course: WorksCourse): FinishDelay | null {
  const plannedOn = plannedFinish(course.baseline);
  const delays = allDelays(course);
  const last = openOnes(course, delays).reduce<DelayProposal | null>(
    (latest, one) => (latest && latest.proposedFinishOn >= one.proposedFinishOn ? latest : one),
    null,
  );
  if (!plannedOn || !last || last.proposedFinishOn <= plannedOn) return null;
  const chain = chainOf(last, delays);
  const lost = together(chain.flatMap((one) => one.lost));
  return {
    forecastEndOn: last.proposedFinishOn,
    days: daysBetween(plannedOn, last.proposedFinishOn),
    reason: lost.map((one) => lostInWords(one, plannedOn, course)).join('，'),
    answerable: lost[0]?.answerable ?? 'other',
  };
}

/** What several items lost by kind, each day once, most days first. */
function together(lost: readonly LostDays[]): LostDays[] {
  const byKind = groupBy(lost, ({ kind }) => kind);
  return [...byKind.values()]
    .map((same) => ({ ...same[0], on: [...new Set(same.flatMap(({ on }) => on))].sort() }))
    .sort((one, other) => other.on.length - one.on.length);
}

/** '6月2日 至 6月3日因降雨停工 2 个工作日'; the year is left out where it is that of the planned end. */
function lostInWords(
  { kind, on }: LostDays,
  plannedOn: CalendarDate,
  { calendar }: Pick<WorksCourse, 'calendar'>,
): string {
  const spans = spansOf(on, calendar).map(({ from, to }) =>
    from === to ? nearDay(from, plannedOn) : nearDays(from, to, plannedOn),
  );
  return `${spans.join('、')}因${stopKinds[kind].name}停工 ${on.length} 个工作日`;
}

const openOnes = ({ openIds }: WorksCourse, delays: readonly DelayProposal[]): DelayProposal[] =>
  delays.filter(({ itemId }) => openIds.includes(itemId));

function allDelays(course: WorksCourse): DelayProposal[] {
  const lines = [...course.lines, ...course.added];
  const laid = new Map<number, Laid>();
  return lines.flatMap((line) => {
    const { begin, end } = layOut(course, lines, line, laid);
    if (line.isDropped || end === null || end <= line.plannedFinishOn) return [];
    const lost = lostDays(course, line, begin, end);
    const before =
      begin > line.plannedStartOn ? lines.find(({ id }) => id === line.predecessorId) : undefined;
    const { id: itemId, plannedFinishOn } = line;
    const delay = { itemId, plannedFinishOn, proposedFinishOn: end, lost, behindId: before?.id ?? null };
    return [{ ...delay, words: delayInWords(course, line.name, before?.name ?? null, delay) }];
  });
}

function delayInWords(
  course: WorksCourse,
  name: string,
  before: string | null,
  {
    lost,
    plannedFinishOn,
    proposedFinishOn,
  }: Pick<DelayProposal, 'lost' | 'plannedFinishOn' | 'proposedFinishOn'>,
): string {
  const causes = lost.map(
    (one) => `${lostInWords(one, plannedFinishOn, course)}（责任方：${answerableNames[one.answerable]}）`,
  );
  const all = before === null ? causes : [`前一项「${before}」顺延`, ...causes];
  const moved = `计划完工 ${dayInWords(plannedFinishOn)}，建议顺延到 ${dayInWords(proposedFinishOn)}`;
  return `「${name}」${all.join('，')}；${moved}`;
}

/** When would a line begin and end if it were worked on every day it could be? */
interface Laid {
  begin: CalendarDate;
  end: CalendarDate | null;
}

function layOut(
  course: WorksCourse,
  lines: readonly CourseLine[],
  line: CourseLine,
  laid: Map<number, Laid>,
): Laid {
  const known = laid.get(line.id);
  if (known) return known;
  const asPlanned: Laid = { begin: line.plannedStartOn, end: line.plannedFinishOn };
  laid.set(line.id, asPlanned);
  if (line.isDropped) return asPlanned;
  const before = lines.find(({ id }) => id === line.predecessorId);
  const free = before && !line.begunOn ? layOut(course, lines, before, laid).end : null;
  const isPushed = free !== null && free > before!.plannedFinishOn && free >= line.plannedStartOn;
  const begin = isPushed ? addDays(free, 1) : line.plannedStartOn;
  const count = line.plannedDays.length;
  const undisturbed = workedDayAfter(isLineDay(course, line), addDays(begin, -1), count);
  const isEarlier = line.doneOn !== null && (undisturbed === null || line.doneOn < undisturbed);
  const found = { begin, end: isEarlier ? line.doneOn : undisturbed };
  laid.set(line.id, found);
  return found;
}

function lostDays(course: WorksCourse, line: CourseLine, from: CalendarDate, to: CalendarDate): LostDays[] {
  const byKind = new Map<StopKind, CalendarDate[]>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkday(course.calendar, day) || stopOn(line, day, course.baseline.quiet)) continue;
    const stop = stopOn(line, day, course.stops);
    if (stop) byKind.set(stop.kind, [...(byKind.get(stop.kind) ?? []), day]);
  }
  return [...byKind].map(([kind, on]) => ({ kind, on, answerable: stopKinds[kind].answerable }));
}

/** The proposal and those it waits for, the first cause first. */
function chainOf(last: DelayProposal, proposals: readonly DelayProposal[]): DelayProposal[] {
  const before = proposals.find(({ itemId }) => itemId === last.behindId);
  const rest = proposals.filter((one) => one !== last);
  return before ? [...chainOf(before, rest), last] : [last];
}
