import type { DoorMark } from '../compounds/door-layers';
import { CallOutcome } from '../domain/meeting/household-call';
import {
  HouseholdAnswer,
  HouseholdQuestion,
  answerInWords,
  isConsent,
} from '../domain/meeting/household-questions';
import type { HouseholdStanding } from '../domain/meeting/household-standing';
import type { StatusMark } from '../platform/web/figures';

const answerStates: Record<HouseholdAnswer, StatusMark['state']> = {
  agree: 'done',
  against: 'late',
  undecided: 'doing',
  satisfied: 'done',
  fair: 'doing',
  unsatisfied: 'late',
  issued: 'done',
  declined: 'doing',
};

/** What came of a call, short enough for one cell. */
export const outcomeMarks: Record<CallOutcome, DoorMark> = {
  met: { state: 'done', word: '见到' },
  phone: { state: 'done', word: '电话' },
  tenant: { state: 'doing', word: '租户' },
  'not-home': { state: 'doing', word: '不在' },
  vacant: { state: 'idle', word: '空置' },
  refused: { state: 'late', word: '拒访' },
};

const notAsked: Record<HouseholdQuestion, string> = {
  renovation: '未问',
  removal: '未问',
  fee: '未问',
  satisfaction: '未问',
  'gate-card': '未领',
};

/** What a door says to one question, short enough for one cell; without an answer, why there is none. */
export function answerMark(question: HouseholdQuestion, standing?: HouseholdStanding): DoorMark {
  const answer = standing?.answers[question];
  if (answer) return { state: answerStates[answer], word: answerInWords(question, answer) };
  if (!standing || standing.reached || !isConsent(question)) {
    return { state: 'idle', word: notAsked[question] };
  }
  return { state: 'idle', word: outcomeMarks[standing.outcome].word };
}
