// Which statutory periods run, and which are over? For the list of work: the decision 90 days after the case was filed
// (行政处罚法 §60), its service (§61), the days given to the person, the government's 60 days (河南省实施城乡规划法办法 §72).
import { addDays, CalendarDate, compareDates, dayInWords, daysBetween } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { valueOn } from '../rules/rule-book';
import { serviceDueOn } from './document-service';
import { haltOn } from './statutory-halts';
import { recordOf, StatutoryCase } from './statutory-case';
import { StatutoryStepCode, statutorySteps } from './statutory-steps';

/** One period that runs; `overdueDays` is 0 on its last day and before. */
export interface DueStep {
  step: StatutoryStepCode;
  dueOn: CalendarDate;
  words: string;
  overdueDays: number;
}

const limited: readonly StatutoryStepCode[] = ['decided', 'executed'];

/** The periods of an open case that somebody has to watch, the first to end first; none while it is halted, or once it is over. */
export function dueSteps(known: StatutoryCase, today: CalendarDate, calendar: WorkCalendar): DueStep[] {
  if (known.isGone || recordOf(known, 'closed') || haltOn(known.halts, today)) return [];
  const found: DueStep[] = [];
  const add = (step: StatutoryStepCode, dueOn: CalendarDate, what: string) => {
    const overdueDays = Math.max(0, daysBetween(dueOn, today));
    const said = overdueDays > 0 ? `已过期 ${overdueDays} 天` : `${dayInWords(dueOn)}到期`;
    found.push({ step, dueOn, words: `${what}，${said}`, overdueDays });
  };
  for (const step of limited) {
    const { name, limit } = statutorySteps[step];
    const from = limit && recordOf(known, limit.from);
    if (from && limit && !recordOf(known, step)) {
      add(step, addDays(from.issuedOn, valueOn(limit.rule, from.issuedOn)), `「${name}」待办`);
    }
  }
  for (const record of known.steps) {
    const { isServed, document } = statutorySteps[record.step];
    if (isServed && !record.service) {
      add(record.step, serviceDueOn(record.issuedOn, calendar), `${document}待送达`);
    }
    if (record.deadlineOn !== null && !recordOf(known, 'executed')) {
      if (record.deadlineOn >= today) add(record.step, record.deadlineOn, `${document}给当事人的期限`);
    }
  }
  return found.sort((one, other) => compareDates(one.dueOn, other.dueOn));
}
