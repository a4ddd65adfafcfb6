// When may the decision be made? After the pre-notice, when the person had the days to ask for a hearing, the hearing
// and the legal review where there was one, and the search for an unknown owner (行政处罚法 §58, §62–64; 河南省实施城乡规划法
// 办法 §75; domain reference §3.4).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords } from '../kernel/calendar-date';
import { addWorkdays, periodEnd, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw } from './blocked';
import { preNoticeBlockers } from './forced-rules';
import { conclusionBlockers } from './identification';
import { countsFrom, recordOf, StatutoryCase } from './statutory-case';
import { statutorySteps } from './statutory-steps';

/** The first day after the person could ask for a hearing, by the service of the notice; null while it is not served. */
export function hearingWindowOver(known: StatutoryCase, calendar: WorkCalendar): CalendarDate | null {
  const from = countsFrom(recordOf(known, 'pre-noticed'), calendar);
  if (from === null) return null;
  return addDays(addWorkdays(calendar, from, valueOn('removal.hearing-request-days', from)), 1);
}

/** Was the hearing announced long enough before it? */
export function hearingDayBlockers(
  known: StatutoryCase,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const from = countsFrom(recordOf(known, 'hearing-noticed'), calendar);
  const rule = ruleOn('removal.hearing-notice-days', day)!;
  if (from === null || day >= addWorkdays(calendar, from, rule.value)) return [];
  const earliest = dayInWords(addWorkdays(calendar, from, rule.value));
  return [byLaw('hearing-early', `听证要提前 ${ruleInWords(rule)}通知，最早 ${earliest}举行`, rule.source)];
}

/** What speaks against a decision on this day, beside the steps before it? */
export function decisionBlockers(known: StatutoryCase, day: CalendarDate, calendar: WorkCalendar): Blocker[] {
  const found = [
    ...preNoticeBlockers(known, day, calendar),
    ...conclusionBlockers(known.kind, recordOf(known, 'identified') ? known.conclusion : null),
  ];
  const { source } = statutorySteps.hearing;
  const heard = recordOf(known, 'hearing');
  const over = hearingWindowOver(known, calendar);
  if (known.hearing === 'asked' && (!heard || heard.issuedOn > day)) {
    found.push(byLaw('hearing-missing', '当事人申请了听证，请先举行听证并登记笔录', source));
  }
  if (known.hearing === 'not-asked' && over !== null && day < over) {
    const text = `当事人申请听证的期限还没有过，最早 ${dayInWords(over)}可以作出决定；书面放弃听证的请先登记`;
    found.push(byLaw('hearing-window', text, source));
  }
  if (heard && !recordOf(known, 'legal-reviewed')) {
    found.push(byLaw('legal-review', '听证后要经法制审核，请先登记审核意见', '行政处罚法 §58'));
  }
  if (known.isOwnerUnknown) found.push(...ownerNoticeBlockers(known, day, calendar));
  return found;
}

function ownerNoticeBlockers(known: StatutoryCase, day: CalendarDate, calendar: WorkCalendar): Blocker[] {
  const record = recordOf(known, 'owner-noticed');
  const rule = ruleOn('removal.owner-notice-days', day)!;
  const mend = `寻找所有人的公告要满 ${ruleInWords(rule)}`;
  if (!record) return [byLaw('owner-notice', `使用人不明，${mend}，请先公告并登记`, rule.source)];
  const over = periodEnd(calendar, record.issuedOn, rule.value, 'calendar');
  return day >= over ? [] : [byLaw('owner-notice', `${mend}，${dayInWords(over)}期满`, rule.source)];
}
