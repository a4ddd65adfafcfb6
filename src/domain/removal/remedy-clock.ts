// When may a structure be removed by force at the earliest? Not while the person may still ask for reconsideration or go
// to court, and not while either runs (行政强制法 §44; 行政复议法 §20; 行政诉讼法 §45, §46; 行政诉讼法司法解释 §64). The cautious
// reading is taken: the longer period must be over (domain reference §3.4).
import { addDays, CalendarDate, dayInWords, latestOf } from '../kernel/calendar-date';
import { periodEnd, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { monthsEnd, uncertainDay } from './periods';

/** What came of a reconsideration; null while it is not decided. */
export type ReconsiderationOutcome = 'upheld' | 'changed' | 'revoked' | 'withdrawn';

export const reconsiderationOutcomeNames: Record<ReconsiderationOutcome, string> = {
  upheld: '维持',
  changed: '变更',
  revoked: '撤销',
  withdrawn: '申请人撤回',
};

/** A reconsideration; `decidedOn` is the day its decision was served. */
export interface Reconsideration {
  filedOn: CalendarDate;
  acceptedOn: CalendarDate | null;
  isExtended: boolean;
  outcome: ReconsiderationOutcome | null;
  decidedOn: CalendarDate | null;
}

/** What came of a lawsuit; null while no judgment is in force. */
export type LawsuitOutcome = 'upheld' | 'revoked' | 'withdrawn';

export const lawsuitOutcomeNames: Record<LawsuitOutcome, string> = {
  upheld: '驳回起诉或诉讼请求',
  revoked: '撤销决定',
  withdrawn: '原告撤诉',
};

/** A lawsuit; `finalOn` is the day the judgment or ruling took effect. */
export interface Lawsuit {
  filedOn: CalendarDate;
  outcome: LawsuitOutcome | null;
  finalOn: CalendarDate | null;
}

/** What the clock is set by; `servedOn` is the day the service of the decision counts from. */
export interface RemedyFacts {
  servedOn: CalendarDate | null;
  /** Does the decision name both the ways of remedy and their periods? */
  toldRights: boolean;
  reconsideration: Reconsideration | null;
  lawsuit: Lawsuit | null;
}

/** How does the clock stand? Only `running` and `over` have an earliest day. */
export type RemedyState = 'not-served' | 'running' | 'reconsideration' | 'lawsuit' | 'revoked' | 'over';

/** The clock on one day, with the sentence that says it. */
export interface RemedyClock {
  state: RemedyState;
  /** The first day on which force is not excluded; null where none can be told. */
  earliestForcedOn: CalendarDate | null;
  words: string;
}

/** On which day do the periods of a decision end that was served on this day? */
export function remedyEnds(
  { servedOn, toldRights }: { servedOn: CalendarDate; toldRights: boolean },
  calendar: WorkCalendar,
): { lawsuit: CalendarDate; reconsideration: CalendarDate } {
  const months = valueOn(toldRights ? 'removal.lawsuit-months' : 'removal.lawsuit-untold-months', servedOn);
  const days = toldRights ? 'removal.reconsideration-days' : 'removal.reconsideration-untold-days';
  return {
    lawsuit: monthsEnd(calendar, servedOn, months),
    reconsideration: periodEnd(calendar, servedOn, valueOn(days, servedOn), 'calendar'),
  };
}

/** How does the clock stand on this day? */
export function remedyClock(facts: RemedyFacts, day: CalendarDate, calendar: WorkCalendar): RemedyClock {
  const { servedOn, reconsideration, lawsuit } = facts;
  if (servedOn === null || servedOn > day) {
    return { ...held, state: 'not-served', words: '决定书还没有送达，救济期没有开始' };
  }
  if (lawsuit?.outcome === 'revoked' || reconsideration?.outcome === 'revoked') {
    return { ...held, state: 'revoked', words: '决定已被撤销，不能据此强制拆除' };
  }
  if (lawsuit && (lawsuit.outcome === null || lawsuit.finalOn === null)) {
    return { ...held, state: 'lawsuit', words: '行政诉讼还没有生效裁判，期间不能强制拆除' };
  }
  const lastDay = lawsuit?.outcome === 'upheld' ? lawsuit.finalOn! : lastRemedyDay(facts, servedOn, calendar);
  if (lastDay === null) {
    return { ...held, state: 'reconsideration', words: '行政复议还没有受理，请登记受理日期后再推算' };
  }
  return runTo(latestOf(lastDay, lawsuit?.finalOn)!, facts, day, calendar);
}

const held = { earliestForcedOn: null } as const;

// With a reconsideration its own periods take the place of those that ran from the service (行政诉讼法 §45); one that was
// withdrawn leaves the old ones as they were.
function lastRemedyDay(
  { toldRights, reconsideration }: RemedyFacts,
  servedOn: CalendarDate,
  calendar: WorkCalendar,
): CalendarDate | null {
  const ends = remedyEnds({ servedOn, toldRights }, calendar);
  if (!reconsideration || reconsideration.outcome === 'withdrawn') {
    return latestOf(ends.lawsuit, ends.reconsideration, reconsideration?.decidedOn)!;
  }
  const { outcome, decidedOn } = reconsideration;
  const from = outcome !== null && decidedOn !== null ? decidedOn : replyDueOn(reconsideration, calendar);
  if (from === null) return null;
  const days = valueOn('removal.lawsuit-after-reconsideration-days', from);
  return periodEnd(calendar, from, days, 'calendar');
}

function replyDueOn(
  { acceptedOn, isExtended }: Reconsideration,
  calendar: WorkCalendar,
): CalendarDate | null {
  if (acceptedOn === null) return null;
  const days = valueOn('removal.reconsideration-reply-days', acceptedOn);
  const more = isExtended ? valueOn('removal.reconsideration-extension-days', acceptedOn) : 0;
  return periodEnd(calendar, acceptedOn, days + more, 'calendar');
}

function runTo(
  last: CalendarDate,
  { reconsideration, toldRights, servedOn }: RemedyFacts,
  day: CalendarDate,
  calendar: WorkCalendar,
): RemedyClock {
  const earliestForcedOn = addDays(last, 1);
  if (day >= earliestForcedOn) {
    return { state: 'over', earliestForcedOn, words: `救济期 ${dayInWords(last)}已满` };
  }
  const uncertain = uncertainDay(calendar, last);
  const period = ruleInWords(ruleOn('removal.lawsuit-untold-months', servedOn ?? day)!);
  const untold = toldRights ? '' : `，决定书没有写明救济权利，按 ${period}推算`;
  const words = `救济期到 ${dayInWords(last)}，最早 ${dayInWords(earliestForcedOn)}可以强制拆除${untold}`;
  const pending = reconsideration !== null && reconsideration.outcome === null;
  return {
    state: pending ? 'reconsideration' : 'running',
    earliestForcedOn,
    words: [words, pending ? '行政复议正在办理' : '', uncertain].filter(Boolean).join('；'),
  };
}
