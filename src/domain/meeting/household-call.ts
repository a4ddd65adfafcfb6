// One call at a door: who went, what came of it, what was answered. Every call is kept and nobody is named; an owner
// answers for the household, a tenant does not (domain reference §1.3 G2, §4.3; case C1: asked in the evening with the 楼栋长).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { onceOverBlockers, notOpened } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';
import type { VisitorRole } from '../survey/door-visit';
import { HouseholdAnswers, HouseholdQuestion, answered, isConsent } from './household-questions';

/** What came of a call? */
export type CallOutcome = 'met' | 'phone' | 'tenant' | 'not-home' | 'vacant' | 'refused';

/** In the order in which paper numbers them from 1. */
export const callOutcomeNames: Record<CallOutcome, string> = {
  met: '见到业主',
  phone: '电话问到业主',
  tenant: '只见到租户',
  'not-home': '不在家',
  vacant: '空置',
  refused: '拒访',
};

/** One call at one door. */
export interface HouseholdCall {
  calledOn: CalendarDate;
  callers: readonly VisitorRole[];
  outcome: CallOutcome;
  answers: HouseholdAnswers;
}

/** The days between which a call may lie. */
export interface CallDays {
  today: CalendarDate;
  openedOn: CalendarDate;
}

/** Did somebody speak who may answer for the household? */
export const isOwnerHeard = (outcome: CallOutcome): boolean => outcome === 'met' || outcome === 'phone';

/** May this question be answered on a call that ended so? Consent by the owner alone, nothing where nobody spoke. */
const mayAnswer = (question: HouseholdQuestion, outcome: CallOutcome): boolean =>
  isOwnerHeard(outcome) || (outcome === 'tenant' && !isConsent(question));

/** What came of a call of which only answers are noted? Whoever answers was met. */
export const outcomeOf = (
  outcome: CallOutcome | undefined,
  answers: HouseholdAnswers,
): CallOutcome | undefined => outcome ?? (answered(answers).length ? 'met' : undefined);

/** What speaks against writing this call down? */
export function callBlockers(call: HouseholdCall, { today, openedOn }: CallDays): Blocker[] {
  const found = dayBlockers(call.calledOn, { today, openedOn });
  if (!call.callers.length) found.push(houseRule('call.callers', '请选择「走访人」，至少一项'));
  const refused = answered(call.answers).filter((question) => !mayAnswer(question, call.outcome));
  if (!refused.length) return found;
  const text =
    call.outcome === 'tenant'
      ? '租户不代业主表态：改造、拆违、物业费请留空，等问到业主再记'
      : `「${callOutcomeNames[call.outcome]}」的没有人回答，请去掉意愿，或改选「${callOutcomeNames.met}」`;
  return [...found, houseRule('call.answers', text)];
}

function dayBlockers(calledOn: CalendarDate, { today, openedOn }: CallDays): Blocker[] {
  if (calledOn > today)
    return [houseRule('call.future', `「走访日期」不能晚于今天 ${dayInWords(today)}，请改成走访的那一天`)];
  if (calledOn < openedOn)
    return [
      houseRule(
        'call.early',
        `「走访日期」不能早于立项日期 ${dayInWords(openedOn)}，立项以前的走访记在「摸底」里`,
      ),
    ];
  return [];
}

/** What speaks against recording anything of a renovation in this state? null before the first is opened. */
export function householdBlockers(state: RenovationState | null): Blocker[] {
  if (state === null) return [notOpened('household.none', '征询居民意愿')];
  return onceOverBlockers('household.closed', state, '征询记录');
}
