// What holds a forced removal back, rule by rule (D01, D03–D06, D08, D10 of domain reference §3.5). Each is asked twice:
// when the page shows the clock, and when somebody records the next step.
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw, byOffice, remark } from './blocked';
import { announcedServiceBlockers } from './document-service';
import type { RemedyClock } from './remedy-clock';
import { countsFrom, lackingParts, recordOf, StatutoryCase, StepRecord } from './statutory-case';
import { carriedPartNames, CarriedPart, StatutoryStepCode, statutorySteps } from './statutory-steps';

/** How many officers with certificates must take part (行政处罚法 §42)? */
export const officersNeeded = 2;

/** D01: is it late enough? */
export function forcedDayBlockers({ earliestForcedOn, words }: RemedyClock, day: CalendarDate): Blocker[] {
  if (earliestForcedOn !== null && day >= earliestForcedOn) return [];
  const mend = earliestForcedOn ? `请改在 ${dayInWords(earliestForcedOn)}或以后` : '请先把这一步办完再定日期';
  return [byLaw('D01', `${dayInWords(day)}还不能强制拆除：${words}。${mend}`, '行政强制法 §44')];
}

/** D03: is anybody to be pressed by cutting water, power, heat or gas? */
export const utilitiesBlockers = ({ cutsUtilities }: { cutsUtilities: boolean }): Blocker[] =>
  cutsUtilities
    ? [byLaw('D03', '不能用停水、停电、停热、停燃气的办法迫使当事人拆除，请取消这项安排', '行政强制法 §43')]
    : [];

/** D04: was the person told before, could they speak, and was what they said answered? */
export function preNoticeBlockers(
  known: StatutoryCase,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const against = (text: string) => byLaw('D04', text, '行政处罚法 §44、§45、§62');
  const record = recordOf(known, 'pre-noticed');
  const from = countsFrom(record, calendar);
  const found: Blocker[] = [];
  if (!record) found.push(against('还没有事先告知，请先送达事先告知书，听取陈述、申辩'));
  else if (from === null) found.push(against('事先告知书还没有登记送达，请先登记送达'));
  else if (from > day) {
    found.push(...announcedServiceBlockers(record.service!, day, calendar));
    if (found.length === 0) found.push(against(`事先告知书 ${dayInWords(from)}才送达，请在送达以后办理`));
  }
  if (known.views === 'open') found.push(against('当事人的陈述、申辩还没有答复，请复核后登记答复'));
  return found;
}

/** D05: are there two officers with certificates? */
export const officersBlockers = ({ officers }: Pick<StepRecord, 'officers'>): Blocker[] =>
  officers >= officersNeeded
    ? []
    : [
        byLaw(
          'D05',
          `执法人员不得少于 ${officersNeeded} 人，并要有执法证，现在是 ${officers} 人，请补足后重新办理`,
          '行政处罚法 §42',
        ),
      ];

/** D06: does the decision carry what it must? */
export function decisionContentBlockers(decision: Pick<StepRecord, 'carries'>): Blocker[] {
  const lacking = lackingParts({ step: 'decided', carries: decision.carries });
  if (lacking.length === 0) return [];
  const text = `限期拆除决定书缺少${partsInWords(lacking)}，请作出决定的机关补正后重新送达`;
  return [byLaw('D06', text, '行政处罚法 §59')];
}

const minimumSet: readonly StatutoryStepCode[] = [
  'urged',
  'government-ordered',
  'enforcement-decided',
  'announced',
];

/** D08: are 催告, 责成, 强制执行决定 and 公告 there, complete, served, and are their days over? */
export function minimumSetBlockers(
  known: StatutoryCase,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  return minimumSet.flatMap((step) => paperBlockers(step, recordOf(known, step), day, calendar));
}

function paperBlockers(
  step: StatutoryStepCode,
  record: StepRecord | undefined,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const { document, source, isServed } = statutorySteps[step];
  const against = (text: string) => byLaw('D08', text, source);
  if (!record) return [against(`缺少${document}，请补办并登记`)];
  const found: Blocker[] = [];
  const from = countsFrom(record, calendar);
  const lacking = lackingParts(record);
  if (lacking.length > 0) found.push(against(`${document}缺少${partsInWords(lacking)}，请补正`));
  if (from === null) found.push(against(`${document}还没有登记送达，请先登记送达`));
  else if (from > day) {
    const said = isServed ? `${dayInWords(from)}才算送达` : `的日期是 ${dayInWords(from)}`;
    const mend = '请在这一天或以后办理';
    const waits = record.service ? announcedServiceBlockers(record.service, day, calendar) : [];
    found.push(...(waits.length > 0 ? waits : [against(`${document}${said}，${mend}`)]));
  }
  found.push(...deadlineWords(record, day).map(against));
  if (record.files < 1) found.push(byOffice(`file-${step}`, `${document}还没有扫描件，请上传后再办`));
  return found;
}

/** D01: is the day over that the decision itself gives the person to take it down? Nobody is forced to what is not due. */
export const decisionDeadlineBlockers = (decision: StepRecord, day: CalendarDate): Blocker[] =>
  deadlineWords(decision, day).map((text) => byLaw('D01', text, '行政强制法 §34'));

function deadlineWords({ step, deadlineOn }: StepRecord, day: CalendarDate): string[] {
  if (deadlineOn === null || day > deadlineOn) return [];
  const { document } = statutorySteps[step];
  const next = dayInWords(addDays(deadlineOn, 1));
  return [`${document}给当事人的期限到 ${dayInWords(deadlineOn)}，请在 ${next}或以后办理`];
}

/** D10: for how long has a case been open without a decision? Warnings at 60, 75 and 90 days; nothing is held back. */
export function decisionDelayWarnings(known: StatutoryCase, today: CalendarDate): Blocker[] {
  const filed = recordOf(known, 'filed');
  if (!filed || recordOf(known, 'decided')) return [];
  const rule = ruleOn('removal.decision-days', filed.issuedOn)!;
  const days = daysBetween(filed.issuedOn, today);
  if (days < valueOn('removal.decision-warn-days', filed.issuedOn)) return [];
  const dueOn = dayInWords(addDays(filed.issuedOn, rule.value));
  const isLate = days >= valueOn('removal.decision-late-days', filed.issuedOn);
  const urge = isLate ? '请尽快作出决定' : '请安排作出决定';
  const text =
    days >= rule.value
      ? `立案已满 ${days} 天还没有决定，期限是 ${ruleInWords(rule)}，请立即办理延长审批或作出决定`
      : `立案已 ${days} 天，${dueOn}满 ${ruleInWords(rule)}，${urge}`;
  return [remark('D10', text, rule.source)];
}

/** The parts by name: '「文书日期」、「机关名称和印章」'. */
export const partsInWords = (parts: readonly CarriedPart[]): string =>
  parts.map((part) => `「${carriedPartNames[part]}」`).join('、');
