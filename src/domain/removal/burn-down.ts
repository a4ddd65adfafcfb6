// How much still stands, day by day, planned against actual: whole numbers of 0.01 ㎡ only (field lesson B2b; case C2: more
// than 2000 ㎡ in 15 days). What was struck out, is retained or left out is no work to do and does not count.
import { Area, areaInWords } from '../kernel/area';
import { addDays, CalendarDate, daysBetween } from '../kernel/calendar-date';
import { isGone, stillStands, StructureState } from './structure-states';

/** A structure to be removed; `area` as registered, `removedOn` the day it was removed, both days null where none is. */
export interface BurnDownStructure {
  area: Area;
  plannedOn: CalendarDate | null;
  removedOn: CalendarDate | null;
}

/** A structure as it is registered; `plannedOn` is the day it shall be gone. */
export interface RegisteredStructure {
  state: StructureState;
  area: Area | null;
  plannedOn: CalendarDate | null;
  removedOn: CalendarDate | null;
}

/** Which structures count? Those with an area that are to be removed or were; one that stands again was not removed. */
export const burnDownStructures = (structures: readonly RegisteredStructure[]): BurnDownStructure[] =>
  structures
    .filter(({ state, area }) => area !== null && (stillStands(state) || isGone(state)))
    .map(({ state, area, plannedOn, removedOn }) => ({
      area: area!,
      plannedOn,
      removedOn: isGone(state) ? removedOn : null,
    }));

/**
 * From when to when is it drawn? From the day before the first day planned or done to the last of them, and to today
 * while something still stands; null where nothing is planned and nothing was done. Never longer than can be drawn: what is
 * planned in years to come does not push out what happens now.
 */
export function burnDownSpan(
  structures: readonly BurnDownStructure[],
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } | null {
  const days = structures
    .flatMap(({ plannedOn, removedOn }) => [plannedOn, removedOn])
    .filter((day) => day !== null)
    .sort();
  if (days.length === 0) return null;
  const isOver = structures.every(({ removedOn }) => removedOn !== null);
  const last = days[days.length - 1];
  const from = addDays(days[0], -1);
  const fitting = [addDays(from, longestBurnDown - 1), addDays(today, longestAhead)].sort()[1];
  const to = [!isOver && last < today ? today : last, fitting].sort()[0];
  const longest = addDays(to, 1 - longestBurnDown);
  return { from: from < longest ? longest : from, to };
}

/** How many went on this day, and how much? */
export function removedOnDay(
  structures: readonly BurnDownStructure[],
  day: CalendarDate,
): { count: number; area: Area } {
  const gone = structures.filter(({ removedOn }) => removedOn === day);
  return { count: gone.length, area: gone.reduce((sum, { area }) => sum + area, 0) };
}

/** What remains at the end of a day; `actual` is null for days to come. */
export interface BurnDownDay {
  on: CalendarDate;
  planned: Area;
  actual: Area | null;
}

/** The longest stretch that is drawn, in days. */
export const longestBurnDown = 366;

/** How far ahead of today is drawn where not all days fit? */
const longestAhead = 183;

/** What remains at the end of each day from the first to the last; empty where the last is before the first. */
export function burnDown(
  structures: readonly BurnDownStructure[],
  { from, to }: { from: CalendarDate; to: CalendarDate },
  today: CalendarDate,
): BurnDownDay[] {
  const length = Math.min(daysBetween(from, to) + 1, longestBurnDown);
  return Array.from({ length: Math.max(0, length) }, (_, index) => {
    const on = addDays(from, index);
    const actual = on > today ? null : remaining(structures, on, ({ removedOn }) => removedOn);
    return { on, planned: remaining(structures, on, ({ plannedOn }) => plannedOn), actual };
  });
}

/** How far is it today? `behind` is what should be gone and still stands; 0 when it is ahead. */
export interface BurnDownStanding {
  total: Area;
  removed: Area;
  remaining: Area;
  behind: Area;
}

/** How far is it at the end of this day? */
export function burnDownStanding(
  structures: readonly BurnDownStructure[],
  day: CalendarDate,
): BurnDownStanding {
  const total = structures.reduce((sum, { area }) => sum + area, 0);
  const left = remaining(structures, day, ({ removedOn }) => removedOn);
  const planned = remaining(structures, day, ({ plannedOn }) => plannedOn);
  return { total, removed: total - left, remaining: left, behind: Math.max(0, left - planned) };
}

/** How is it said? '共 2,000 ㎡，已拆 1,240 ㎡，还剩 760 ㎡，比计划少拆 100 ㎡'. */
export function burnDownInWords({ total, removed, remaining: left, behind }: BurnDownStanding): string {
  const said = `共 ${areaInWords(total)}，已拆 ${areaInWords(removed)}，还剩 ${areaInWords(left)}`;
  return behind > 0 ? `${said}，比计划少拆 ${areaInWords(behind)}` : said;
}

const remaining = (
  structures: readonly BurnDownStructure[],
  day: CalendarDate,
  dayOf: (one: BurnDownStructure) => CalendarDate | null,
): Area =>
  structures.reduce((sum, one) => {
    const gone = dayOf(one);
    return gone !== null && gone <= day ? sum : sum + one.area;
  }, 0);
