// What did the manager answer to a proposed delay, and which proposals still wait? A later end counts as granted only by a
// person's word (field lesson B14; domain reference §6.5: extension with cause, days and approval); when more days are lost,
// the proposal is another one and is answered anew.
import { Blocker, houseRule } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import type { RenovationState } from '../renovation/stages';
import { onceOverBlockers } from '../renovation/going-on';
import type { DelayProposal } from './delay-proposal';

/** Is the later end granted or not? */
export type DelayAnswer = 'granted' | 'declined';

/** What is each answer called? */
export const delayAnswerNames: Record<DelayAnswer, string> = { granted: '同意顺延', declined: '不同意顺延' };

/** An answer as it is kept. */
export interface DelayDecision {
  itemId: number;
  plannedFinishOn: CalendarDate;
  proposedFinishOn: CalendarDate;
  decision: DelayAnswer;
}

type Asked = Pick<DelayProposal, 'itemId' | 'plannedFinishOn' | 'proposedFinishOn'>;

/** The answer to this very proposal; undefined while it waits. */
export const answerTo = <Kept extends DelayDecision>(
  { itemId, plannedFinishOn, proposedFinishOn }: Asked,
  decisions: readonly Kept[],
): Kept | undefined =>
  decisions.find(
    (one) =>
      one.itemId === itemId &&
      one.plannedFinishOn === plannedFinishOn &&
      one.proposedFinishOn === proposedFinishOn,
  );

/** Which proposals wait for an answer? */
export const waitingProposals = (
  proposals: readonly DelayProposal[],
  decisions: readonly DelayDecision[],
): DelayProposal[] => proposals.filter((proposal) => !answerTo(proposal, decisions));

/** What is about to be answered. */
export interface DelayReply {
  itemId: number;
  proposedFinishOn: CalendarDate;
  decision: DelayAnswer;
  note: string;
}

/** What speaks against this answer? */
export function delayReplyBlockers(
  { itemId, proposedFinishOn, decision, note }: DelayReply,
  place: {
    renovation: RenovationState;
    proposals: readonly DelayProposal[];
    decisions: readonly DelayDecision[];
  },
): Blocker[] {
  const found = onceOverBlockers('delay.renovation-over', place.renovation, '施工记录');
  const proposal = place.proposals.find(
    (one) => one.itemId === itemId && one.proposedFinishOn === proposedFinishOn,
  );
  if (!proposal) {
    found.push(houseRule('delay.gone', '停工记录已有变化，这条建议不在了，请按最新的建议办理'));
  } else if (answerTo(proposal, place.decisions)) {
    found.push(houseRule('delay.answered', '这条建议已经答复过，停工天数有变化后会重新提出'));
  }
  if (decision === 'declined' && !note.trim()) {
    found.push(houseRule('delay.why', '请写明不同意顺延的原因'));
  }
  return found;
}
