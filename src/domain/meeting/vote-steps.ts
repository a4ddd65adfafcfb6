// What may be done with a vote, and when? It opens once its notice hangs and its roster is whole, it is counted on its last
// day or when everybody has returned a ballot, and once counted it is frozen for good (物业管理条例 §14; domain reference §4.3).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { onceOverBlockers } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { VoteSheet, voteSheetBlockers } from './vote-sheet';

/** How far has a vote come? */
export type VoteState = 'draft' | 'open' | 'closed' | 'cancelled';

export const voteStateNames: Record<VoteState, string> = {
  draft: '准备中',
  open: '正在表决',
  closed: '已计票',
  cancelled: '已取消',
};

/** What can be done with a vote? */
export type VoteStep = 'open' | 'close' | 'cancel';

/** What a step is judged by. */
export interface VoteFacts {
  sheet: VoteSheet;
  today: CalendarDate;
  /** What speaks against the roster; asked when the vote opens. */
  electorate: readonly Blocker[];
  /** Owners who have returned nothing; asked when the vote closes. */
  unreturned: number;
  reason: string;
}

const offices: Role[] = ['community-worker', 'street-manager'];

const votes: Lifecycle<VoteStep, VoteState, Role, VoteFacts> = {
  open: {
    from: ['draft'],
    to: 'open',
    by: offices,
    label: '开始表决',
    blockers: ({ sheet, today, electorate }) => [
      ...voteSheetBlockers(sheet),
      ...postedBlockers(sheet, today),
      ...electorate,
    ],
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: offices,
    label: '截止并计票',
    blockers: ({ sheet, today, unreturned }) =>
      today < sheet.closesOn && unreturned > 0
        ? [
            houseRule(
              'vote.running',
              `还有 ${unreturned} 个业主没有交回，截止日是 ${dayInWords(sheet.closesOn)}，到那天才能计票`,
            ),
          ]
        : [],
  },
  cancel: {
    from: ['draft', 'open'],
    to: 'cancelled',
    by: offices,
    label: '取消表决',
    blockers: ({ reason }) => (reason.trim() ? [] : [houseRule('vote.reason', '请写明取消的原因')]),
  },
};

function postedBlockers({ scope, noticePostedOn, opensOn }: VoteSheet, today: CalendarDate): Blocker[] {
  const rule = ruleOn('meeting.owners-notice-days', opensOn);
  if (!noticePostedOn) {
    if (!rule || scope.kind !== 'compound') return [];
    const text = `业主共同决定要先张贴通知，满 ${ruleInWords(rule)}再表决。请先张贴表决公告，已经贴过的在修改页填「通知张贴日期」`;
    return [{ code: 'vote.notice', level: 'law', text, source: rule.source }];
  }
  return noticePostedOn > today
    ? [houseRule('vote.notice-future', `通知 ${dayInWords(noticePostedOn)} 才张贴，张贴以后再开始表决`)]
    : [];
}

/** Which steps lead on from this state? */
export const voteStepsFrom = (state: VoteState): VoteStep[] =>
  (Object.keys(votes) as VoteStep[]).filter((step) => votes[step].from.includes(state));

/** What is the step called? */
export const voteStepLabel = (step: VoteStep): string => votes[step].label;

/** Everything that speaks against this step by this role now. */
export const voteStepBlockers = (step: VoteStep, state: VoteState, role: Role, facts: VoteFacts): Blocker[] =>
  stepBlockers(votes, step, { state, role, facts }, { states: voteStateNames, roles: roleNames });

/** What speaks against changing what is asked? What hangs in the yard must stay true. */
export function voteEditBlockers(state: VoteState, noticeHangs: boolean): Blocker[] {
  if (state !== 'draft') {
    return [houseRule('vote.begun', `这次表决${voteStateNames[state]}，表决事项和日期不再改动`)];
  }
  return noticeHangs
    ? [houseRule('vote.announced', '表决公告已张贴。要改事项或日期，请先撤下公告，改好后重新张贴')]
    : [];
}

/** What speaks against anything that is written about votes once the renovation is over? */
export const voteOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('vote.over', state, '表决');

/** What is told by a notice next: the vote before it opens, its result once it is counted; else nothing. */
export const noticeKindOf = (state: VoteState): 'vote' | 'vote-result' | null =>
  state === 'draft' ? 'vote' : state === 'closed' ? 'vote-result' : null;

/** What speaks against withdrawing the notice of a vote? While owners hand in ballots it says what they are asked. */
export const voteNoticeStaysBlockers = (state: VoteState): Blocker[] =>
  state === 'open'
    ? [houseRule('vote.notice-stays', '正在表决，公告要贴到截止。公告写错了请取消表决，改好后重新公告')]
    : [];

/** What speaks against typing ballots? */
export function ballotTypingBlockers(state: VoteState): Blocker[] {
  if (state === 'open') return [];
  if (state === 'draft')
    return [houseRule('vote.not-open', '还没有开始表决，先点「开始表决」，名册定下来再录票')];
  return [houseRule('vote.frozen', `这次表决${voteStateNames[state]}，票数不再改动`)];
}
