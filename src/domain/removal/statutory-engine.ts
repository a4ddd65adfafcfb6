// Which statutory step may be recorded now, and what is still missing for it? A step comes after the ones it rests on, on
// a day that is not before theirs, by an organ that holds the power (domain reference §3.4; D04–D08). Papers that were
// issued with a fault are recorded as they are and said so; the fault holds back what rests on them.
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, latestOf } from '../kernel/calendar-date';
import { addWorkdays, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw, byOffice, remark } from './blocked';
import { organBlockers, Power } from './competence';
import { announcedServiceBlockers, serviceBlockers } from './document-service';
import { decisionBlockers, hearingDayBlockers, hearingWindowOver } from './decision-rules';
import { officersBlockers, partsInWords } from './forced-rules';
import { earliestForcedOn, forcedBlockers } from './forced-removal';
import { countsFrom, lackingParts, recordOf, StatutoryCase, StepRecord } from './statutory-case';
import { haltBlockers } from './statutory-halts';
import { StatutoryStepCode, statutoryStepCodes, statutorySteps } from './statutory-steps';
import { structureKinds } from './structure-kinds';

/** Papers older than this day stand under the old texts, whose periods are not reckoned here. */
export const oldestPaper: CalendarDate = '2024-01-01';

/** How does a step stand? */
export type StepStanding = 'recorded' | 'open' | 'waiting' | 'not-needed';

/** A step as the page shows it: what holds it back today, and from which day it may be done, where that is known. */
export interface StepOffer {
  step: StatutoryStepCode;
  standing: StepStanding;
  blockers: Blocker[];
  opensOn: CalendarDate | null;
}

/** What is still to be done once a structure was taken down without force? */
const afterwards: readonly StatutoryStepCode[] = ['cleaned', 'closed'];

/** The powers that only the planning law knows here; cases of other laws end with the decision. */
const planningPowers: readonly (Power | null)[] = ['stop', 'order', 'enforce'];

/** Is this step asked for in this case at all? */
export function isStepNeeded(step: StatutoryStepCode, known: StatutoryCase): boolean {
  if (known.isGone && !afterwards.includes(step)) return false;
  const isPlanning = structureKinds[known.kind].track === 'planning';
  if (!isPlanning && planningPowers.includes(statutorySteps[step].power)) return false;
  switch (statutorySteps[step].condition) {
    case 'always':
      return true;
    case 'identification-needed':
      return structureKinds[known.kind].needsIdentification;
    case 'under-construction':
      return known.isUnderConstruction;
    case 'owner-unknown':
      return known.isOwnerUnknown;
    case 'hearing-asked':
      return known.hearing === 'asked';
    case 'after-hearing':
      return recordOf(known, 'hearing') !== undefined;
  }
}

/** Every step in order, with what the page says of it today. */
export const stepOffers = (known: StatutoryCase, today: CalendarDate, calendar: WorkCalendar): StepOffer[] =>
  statutoryStepCodes.map((step) => {
    if (recordOf(known, step)) return { step, standing: 'recorded', blockers: [], opensOn: null };
    if (!isStepNeeded(step, known)) return { step, standing: 'not-needed', blockers: [], opensOn: null };
    const blockers = stepDayBlockers(step, today, known, calendar);
    const standing = blockers.length === 0 ? 'open' : 'waiting';
    return { step, standing, blockers, opensOn: opensOn(step, known, today, calendar) };
  });

/** What speaks against recording this paper? */
export function stepRecordBlockers(
  draft: StepRecord,
  known: StatutoryCase,
  today: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const { step, issuedOn, documentNumber, deadlineOn, organ, service } = draft;
  const { power, document, carries, isServed, hasDeadline, needsOfficers } = statutorySteps[step];
  const track = structureKinds[known.kind].track;
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`step-${code}`, text));
  if (recordOf(known, step)) against('twice', `「${document}」已经登记，要更改请先撤回原来的登记并写明原因`);
  if (issuedOn > today) against('future', `文书日期不能晚于今天 ${dayInWords(today)}`);
  if (issuedOn < oldestPaper) {
    against('old', `${dayInWords(oldestPaper)}以前的文书适用旧法，请按纸质案卷办理`);
    return found;
  }
  if (step === 'identified' && known.conclusion === null) against('conclusion', '请选择认定的结论');
  if (power && carries.length > 0 && !documentNumber.trim()) against('number', `请填写${document}的文号`);
  if (hasDeadline && deadlineOn === null) against('deadline', `请填写${document}给当事人的期限`);
  if (deadlineOn !== null && deadlineOn <= issuedOn) {
    against('deadline', `给当事人的期限要晚于文书日期 ${dayInWords(issuedOn)}`);
  }
  if (power) found.push(...organBlockers(track, power, organ, issuedOn));
  if (needsOfficers) found.push(...officersBlockers(draft));
  if (service && isServed) found.push(...serviceBlockers(service, issuedOn, today));
  return [...found, ...stepDayBlockers(step, issuedOn, known, calendar)];
}

/** What should be said along with it, though it may be recorded so? */
export function stepRecordWarnings(draft: StepRecord): Blocker[] {
  const { document, source } = statutorySteps[draft.step];
  const lacking = lackingParts(draft);
  const found: Blocker[] = [];
  if (lacking.length > 0) {
    const code = draft.step === 'decided' ? 'D06' : 'step-lacks';
    found.push(remark(code, `${document}缺少${partsInWords(lacking)}，补正之前不能据此强制拆除`, source));
  }
  const code = draft.step === 'urged' ? 'removal.urge-days' : 'removal.announce-days';
  const rule = ruleOn(code, draft.issuedOn);
  if ((draft.step === 'urged' || draft.step === 'announced') && rule && draft.deadlineOn !== null) {
    const least = addDays(draft.issuedOn, rule.value);
    if (draft.deadlineOn < least) {
      const text = `${document}的期限短于 ${ruleInWords(rule)}（${rule.source}），最好给到 ${dayInWords(least)}`;
      found.push(remark('step-short', text));
    }
  }
  return found;
}

/** What speaks against this step on this day, by what is on record? The paper itself is not asked about. */
export function stepDayBlockers(
  step: StatutoryStepCode,
  day: CalendarDate,
  known: StatutoryCase,
  calendar: WorkCalendar,
): Blocker[] {
  const { after, document, source } = statutorySteps[step];
  if (step === 'executed') return forcedBlockers(known, day, calendar);
  const found: Blocker[] = [];
  for (const earlier of after.filter((one) => isStepNeeded(one, known))) {
    const record = recordOf(known, earlier);
    const before = statutorySteps[earlier];
    if (!record)
      found.push(byLaw('step-before', `「${document}」之前要有「${before.document}」，请先登记`, source));
    else if (day < record.issuedOn) {
      const text = `「${document}」不能早于「${before.document}」的日期 ${dayInWords(record.issuedOn)}，请核对`;
      found.push(byLaw('step-order', text, source));
    } else if (before.isServed && step !== 'decided') {
      found.push(...servedBlockers(record, day, calendar));
    }
  }
  if (step === 'hearing') found.push(...hearingDayBlockers(known, day, calendar));
  if (step === 'decided') found.push(...decisionBlockers(known, day, calendar));
  return step === 'cleaned' || step === 'closed' ? found : [...found, ...haltBlockers(known.halts, day)];
}

function servedBlockers(record: StepRecord, day: CalendarDate, calendar: WorkCalendar): Blocker[] {
  const from = countsFrom(record, calendar);
  if (from !== null && from <= day) return [];
  const waits = record.service ? announcedServiceBlockers(record.service, day, calendar) : [];
  if (waits.length > 0) return waits;
  const { document, source } = statutorySteps[record.step];
  const said =
    from === null ? '还没有登记送达，请先登记送达' : `${dayInWords(from)}才算送达，请在这一天或以后办理`;
  return [byLaw('step-unserved', `${document}${said}`, source)];
}

// From which day may a step be done, if nothing else is missing? Only periods are asked about.
function opensOn(
  step: StatutoryStepCode,
  known: StatutoryCase,
  today: CalendarDate,
  calendar: WorkCalendar,
): CalendarDate | null {
  if (step === 'executed') return earliestForcedOn(known, today, calendar);
  const days = statutorySteps[step].after
    .filter((earlier) => isStepNeeded(earlier, known))
    .map((earlier) => countsFrom(recordOf(known, earlier), calendar));
  if (days.includes(null)) return null;
  const base = latestOf(...days) ?? null;
  if (base === null) return null;
  if (step === 'hearing') {
    return addWorkdays(calendar, base, valueOn('removal.hearing-notice-days', base));
  }
  if (step !== 'decided') return base;
  if (known.hearing === 'asked') return latestOf(recordOf(known, 'hearing')?.issuedOn) ?? null;
  return known.hearing === 'waived' ? base : hearingWindowOver(known, calendar);
}
