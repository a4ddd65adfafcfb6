import { delayProposals } from './delay-proposal';
import { DelayReply, delayReplyBlockers, waitingProposals } from './delay-decision';
import { rain, yardCourse } from './given-progress';

const proposals = delayProposals(yardCourse());
const shed = proposals.find(({ itemId }) => itemId === 5)!;
const { itemId, plannedFinishOn, proposedFinishOn } = shed;
const granted = { itemId, plannedFinishOn, proposedFinishOn, decision: 'granted' as const };
const reply = { itemId, proposedFinishOn, decision: 'granted' as const, note: '' };
const codes = (change: Partial<DelayReply>, decisions = [] as (typeof granted)[]) =>
  delayReplyBlockers({ ...reply, ...change }, { renovation: 'active', proposals, decisions }).map(
    ({ code }) => code,
  );

describe('an answer to a proposed delay', () => {
  it('is taken once, and only to a proposal that stands', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, [granted])).toEqual(['delay.answered']);
    expect(codes({ proposedFinishOn: '2026-06-10' })).toEqual(['delay.gone']);
    expect(codes({ itemId: 1 })).toEqual(['delay.gone']);
  });

  it.each([
    ['', ['delay.why']],
    ['  ', ['delay.why']],
    ['当天在室内有活可干', []],
  ])('that declines says why: %j', (note, expected) => {
    expect(codes({ decision: 'declined', note })).toEqual(expected);
  });

  it('is not taken once the renovation is over', () => {
    const place = { renovation: 'closed' as const, proposals, decisions: [] };
    expect(delayReplyBlockers(reply, place).map(({ code }) => code)).toEqual(['delay.renovation-over']);
  });

  it('holds for this proposal; more lost days make another that waits', () => {
    expect(waitingProposals(proposals, []).map((one) => one.itemId)).toEqual([2, 5, 6]);
    expect(waitingProposals(proposals, [granted]).map((one) => one.itemId)).toEqual([2, 6]);
    const more = delayProposals(yardCourse({ stops: [{ ...rain, toOn: '2026-06-04' }] }));
    expect(waitingProposals(more, [granted]).map((one) => one.itemId)).toEqual([2, 5, 6]);
  });
});
