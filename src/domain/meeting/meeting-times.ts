// When may a meeting be held, by when are its minutes due, and when is somebody reminded to publish them? Owners are told
// 15 days before (物业管理条例 §14); the other numbers are settings of the office (domain reference §4.1, §4.3, §4.7).
import { Blocker, houseRule } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { addWorkdays, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, valueOn } from '../rules/rule-book';
import { MeetingKind, meetingKindNames, noticeRuleOf } from './meeting-kinds';

/** A time of the wall clock, 'HH:mm'. */
export type WallTime = string;

/** When is it to be held, and since when does its notice hang? null while none does. */
export interface MeetingPlan {
  kind: MeetingKind;
  plannedOn: CalendarDate;
  plannedFrom: WallTime;
  plannedTo: WallTime | null;
  noticePostedOn: CalendarDate | null;
  /** The day the renovation was opened; what was talked over before it belongs to none. */
  openedOn: CalendarDate;
}

/** What speaks against planning it like this? A meeting that was held already may be planned afterwards. */
export function planBlockers(plan: MeetingPlan, today: CalendarDate): Blocker[] {
  const { kind, plannedOn, noticePostedOn, openedOn } = plan;
  const found = [...spanBlockers(plan.plannedFrom, plan.plannedTo), ...earlyBlockers(plannedOn, openedOn)];
  if (noticePostedOn !== null && noticePostedOn > today) {
    found.push(houseRule('meeting.notice-future', '「通知张贴日期」不能晚于今天，张贴以后再登记'));
  }
  const rule = noticeRuleOf(kind, plannedOn);
  if (rule && noticePostedOn === null && plannedOn <= today) {
    return [...found, noNotice(kind, plannedOn)];
  }
  return [...found, ...noticeDaysBlockers(kind, noticePostedOn ?? today, plannedOn)];
}

/** Does the notice hang long enough before this day? Says the earliest day where it does not. */
export function noticeDaysBlockers(kind: MeetingKind, postedOn: CalendarDate, on: CalendarDate): Blocker[] {
  const rule = noticeRuleOf(kind, on);
  if (!rule) return [];
  const earliest = addDays(postedOn, rule.value);
  if (on >= earliest) return [];
  return [
    {
      code: 'meeting.notice-days',
      level: rule.local ? 'policy' : 'law',
      text: `「${meetingKindNames[kind]}」要提前 ${ruleInWords(rule)}张贴通知：${dayInWords(postedOn)}张贴，最早 ${dayInWords(earliest)}召开`,
      source: rule.source,
    },
  ];
}

/** Is there a notice at all, for a kind that asks for one? Asked before the minutes are done. */
export const noticeMissingBlockers = (
  kind: MeetingKind,
  postedOn: CalendarDate | null,
  on: CalendarDate,
): Blocker[] => (postedOn === null && noticeRuleOf(kind, on) ? [noNotice(kind, on)] : []);

function noNotice(kind: MeetingKind, on: CalendarDate): Blocker {
  const rule = noticeRuleOf(kind, on)!;
  return {
    code: 'meeting.notice-missing',
    level: rule.local ? 'policy' : 'law',
    text: `「${meetingKindNames[kind]}」要在召开前 ${ruleInWords(rule)}张贴通知，请登记通知是哪天张贴的`,
    source: rule.source,
  };
}

/** When was it held, and when was its renovation opened? */
export interface HeldTimes {
  heldOn: CalendarDate;
  heldFrom: WallTime;
  heldTo: WallTime;
  openedOn: CalendarDate;
}

/** What speaks against writing down a meeting held at these times? `now` is what the clock on the wall shows. */
export function heldBlockers(held: HeldTimes, today: CalendarDate, now: WallTime): Blocker[] {
  const found = [...spanBlockers(held.heldFrom, held.heldTo), ...earlyBlockers(held.heldOn, held.openedOn)];
  const isAhead = held.heldOn > today || (held.heldOn === today && held.heldFrom > now);
  if (isAhead) {
    const when = `${dayInWords(held.heldOn)} ${held.heldFrom}`;
    found.push(houseRule('meeting.future', `会议 ${when} 才开始，开过以后再记纪要`));
  }
  return found;
}

function earlyBlockers(on: CalendarDate, openedOn: CalendarDate): Blocker[] {
  if (on >= openedOn) return [];
  const text = `「召开日期」 ${dayInWords(on)} 早于改造立项 ${dayInWords(openedOn)}，请核对`;
  return [houseRule('meeting.before-opening', text)];
}

function spanBlockers(from: WallTime, to: WallTime | null): Blocker[] {
  if (to === null || to > from) return [];
  return [
    houseRule('meeting.end-before-start', `「结束时间」要晚于「开始时间」 ${from}，现在填的是 ${to}，请核对`),
  ];
}

/** By which day are the minutes of a meeting held on this day to be done? */
export const minutesDueOn = (heldOn: CalendarDate, calendar: WorkCalendar): CalendarDate =>
  addWorkdays(calendar, heldOn, valueOn('meeting.minutes-days', heldOn));

/** Minutes that are done and not published: how long, and how pressing? */
interface UnpublishedStanding {
  days: number;
  /** After the first days somebody is reminded, after the second it is late. */
  level: 'fresh' | 'remind' | 'late';
  /** The day after which it is late. */
  lateAfter: CalendarDate;
}

/** How long have minutes done on this day waited to be published? */
export function unpublishedStanding(doneOn: CalendarDate, today: CalendarDate): UnpublishedStanding {
  const days = daysBetween(doneOn, today);
  const lateAfter = addDays(doneOn, valueOn('meeting.publish-late-days', doneOn));
  const isDue = days >= valueOn('meeting.publish-remind-days', doneOn);
  return { days, level: today >= lateAfter ? 'late' : isDue ? 'remind' : 'fresh', lateAfter };
}
