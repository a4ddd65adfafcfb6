// How much still stands, day by day, planned against actual: whole numbers of 0.01 ㎡ only (field lesson B2b; case C2: more
// than 2000 ㎡ in 15 days). What was struck out, is retained or left out is no work to do and does not count.
import { Area, areaInWords } from '../kernel/area';
import { addDays, CalendarDate, daysBetween } from '../kernel/calendar-date';

/** A structure to be removed; `area` as registered, `removedOn` the day it was removed, both days null where none is. */
export interface BurnDownStructure {
  area: Area;
  plannedOn: CalendarDate | null;
  removedOn: CalendarDate | null;
}

/** What remains at the end of a day; `actual` is null for days to come. */
export interface BurnDownDay {
  on: CalendarDate;
  planned: Area;
  actual: Area | null;
}

/** The longest stretch that is drawn, in days. */
export const longestBurnDown = 366;

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
