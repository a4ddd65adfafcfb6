// On which days and at which hours may be demolished? By force never on a statutory holiday and never at night
// (行政强制法 §43; the Act names no hours, 22:00–06:00 is a setting of the office); nobody's house is taken down loudly at
// night (噪声污染防治法 §43). Days off that are not published yet cannot be told (domain reference §3.5 D02).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords, yearOf } from '../kernel/calendar-date';
import { knowsYear, WorkCalendar } from '../kernel/work-calendar';
import { valueOn } from '../rules/rule-book';
import { byLaw, byOffice } from './blocked';
import type { RemovalWay } from './removal-ways';

/** From when until when, by the wall clock 'HH:mm', on one day? */
export interface RemovalHours {
  on: CalendarDate;
  from: string;
  to: string;
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;

/** Is this a span of one day, told as it must be? */
export function hoursBlockers({ from, to }: RemovalHours): Blocker[] {
  if (!clock.test(from) || !clock.test(to)) {
    return [byOffice('hours', '时间请按 24 小时制填写，如 08:00')];
  }
  return from < to ? [] : [byOffice('hours', '「结束时间」要晚于「开始时间」，请核对')];
}

/** What speaks against writing down today, at this hour, what was done in these? What has not begun was not done. */
export const unbegunHourBlockers = ({ from }: RemovalHours, now: string | undefined): Blocker[] =>
  now !== undefined && from > now
    ? [byOffice('hours-future', `「开始时间」${from} 还没有到，现在是 ${now}，请在拆除以后登记`)]
    : [];

/** Does any part of it lie at night, by the setting of the office? The first and the last minute of the day do not. */
export function isNight({ on, from, to }: RemovalHours): boolean {
  const morning = hour(valueOn('removal.night-until', on));
  const evening = hour(valueOn('removal.night-from', on));
  return from < morning || from >= evening || to > evening;
}

/** D02: may be removed in this way in these hours? `emergency` is the written reason of an emergency, if there is one. */
export function hourBlockers(
  way: RemovalWay,
  hours: RemovalHours,
  calendar: WorkCalendar,
  emergency = '',
): Blocker[] {
  const found = hoursBlockers(hours);
  if (found.length > 0 || way === 'voluntary') return found;
  const span = `${hour(valueOn('removal.night-from', hours.on))}至次日 ${hour(valueOn('removal.night-until', hours.on))}`;
  const mend = `请安排在 ${hour(valueOn('removal.night-until', hours.on))}到 ${hour(valueOn('removal.night-from', hours.on))}之间`;
  if (way === 'assisted') {
    if (!isNight(hours)) return [];
    return [byLaw('D02', `夜间（${span}）不能施工拆除，${mend}`, '噪声污染防治法 §43')];
  }
  if (emergency.trim()) return [];
  const source = '行政强制法 §43';
  if (isNight(hours)) found.push(byLaw('D02', `夜间（${span}）不能实施强制拆除，${mend}`, source));
  if (calendar.holidays.includes(hours.on)) {
    const text = `${dayInWords(hours.on)}是法定节假日，不能实施强制拆除，请改在工作日`;
    found.push(byLaw('D02', text, source));
  } else if (!knowsYear(calendar, yearOf(hours.on))) {
    const text = `${yearOf(hours.on)}年放假安排还没有公布，不能确定是不是节假日，请公布后再定日期`;
    found.push(byLaw('D02', text, source));
  }
  return found;
}
