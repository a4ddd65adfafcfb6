// From when until when is an item worked, where only a part of it was typed? Counted in working days: it begins where the
// item before it ends, or with the contract, and lasts so many days that are worked (issue: planned start and finish in
// working days; domain reference §6.5).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords } from '../kernel/calendar-date';
import { addWorkdays, isWorkday, WorkCalendar } from '../kernel/work-calendar';
import { byOffice } from './blocked';

/** What was typed of the days of an item; null where a field was left empty. */
export interface TypedDays {
  startOn: CalendarDate | null;
  workdays: number | null;
  finishOn: CalendarDate | null;
}

/** What counts where nothing was typed: the last day of the item before it, and the first day of the contract. */
export interface DaysAround {
  before: CalendarDate | null;
  contractStartsOn: CalendarDate;
}

/** Both planned days are worked. */
export interface ItemDays {
  plannedStartOn: CalendarDate;
  plannedFinishOn: CalendarDate;
}

/** The longest item believed, in working days. Setting of the house. */
export const longestItem = 1000;

/** The days of an item, or what has to be mended. */
export function itemDays(
  { startOn, workdays, finishOn }: TypedDays,
  { before, contractStartsOn }: DaysAround,
  calendar: WorkCalendar,
): { days: ItemDays } | { blocker: Blocker } {
  const plannedStartOn =
    startOn ??
    (before !== null ? addWorkdays(calendar, before, 1) : firstWorkday(contractStartsOn, calendar));
  if (workdays === null && finishOn === null) {
    return { blocker: byOffice('item-days', '请填「工作日」有几天，或「计划完工」的日期') };
  }
  if (workdays === null) return { days: { plannedStartOn, plannedFinishOn: finishOn! } };
  const counted = lastWorkday(plannedStartOn, workdays, calendar);
  if (finishOn !== null && finishOn !== counted) {
    const text = `从 ${dayInWords(plannedStartOn)}起 ${workdays} 个工作日到 ${dayInWords(counted)}，和填写的「计划完工」不一致，请只填其中一个`;
    return { blocker: byOffice('item-days', text) };
  }
  return { days: { plannedStartOn, plannedFinishOn: counted } };
}

/** How many days of an item are worked, both ends included? */
export function itemWorkdays({ plannedStartOn, plannedFinishOn }: ItemDays, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = plannedStartOn; day <= plannedFinishOn; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

const firstWorkday = (day: CalendarDate, calendar: WorkCalendar): CalendarDate =>
  isWorkday(calendar, day) ? day : addWorkdays(calendar, day, 1);

const lastWorkday = (start: CalendarDate, workdays: number, calendar: WorkCalendar): CalendarDate =>
  addWorkdays(calendar, start, isWorkday(calendar, start) ? workdays - 1 : workdays);
