import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import { nearDays } from '../domain/kernel/near-day';
import { ownersMatters } from '../domain/meeting/matters';
import { BallotFault, ballotFaultNames, ballotMarkNames } from '../domain/meeting/vote-ballots';
import { VoteOutcome } from '../domain/meeting/vote-count';
import { CountRole, countRoleNames, voteFormNames } from '../domain/meeting/vote-sheet';
import { voteStateNames } from '../domain/meeting/vote-steps';
import type { OwnersMeeting } from '../meetings/meetings.totals';
import { FactLine, StatusMark } from '../platform/web/figures';
import { Vote, VoteBallot } from './vote.entities';

const outcomeMarks: Record<VoteOutcome, StatusMark> = {
  passed: { state: 'done', word: '通过' },
  failed: { state: 'idle', word: '未通过' },
  'no-quorum': { state: 'idle', word: '参与不足，未通过' },
};

/** Where a vote stands today. */
export function voteMark({ state, outcome, closesOn }: Vote, today: CalendarDate): StatusMark {
  if (state === 'closed' && outcome) return outcomeMarks[outcome];
  if (state !== 'open') return { state: 'idle', word: voteStateNames[state] };
  const left = daysBetween(today, closesOn);
  if (left < 0) return { state: 'late', word: `截止 ${-left} 天，还没计票` };
  return { state: 'doing', word: left ? `正在表决，剩 ${left} 天` : '正在表决，今天截止' };
}

/** What is asked, of whom and when; `part` is the building or unit that decides alone. */
export const sheetFacts = (
  vote: Vote,
  part: string | null,
  noticeOn: CalendarDate | null,
  today: CalendarDate,
): FactLine[] => {
  const { name, source } = ownersMatters[vote.matter];
  return [
    { term: '表决事项', value: name, note: source },
    { term: '表决范围', value: part ?? '全院' },
    { term: '表决方式', value: voteFormNames[vote.form] },
    { term: '通知张贴', value: noticeOn ? dayInWords(noticeOn) : '还没有张贴' },
    { term: '表决时间', value: nearDays(vote.opensOn, vote.closesOn, today) },
  ];
};

/** A meeting of the owners in a line: '2026年4月26日 业主大会'. */
export const meetingInWords = ({ on, title }: OwnersMeeting): string => `${dayInWords(on)} ${title}`;

/** Roles kept in one column, in words. */
export const rolesInWords = (roles: string | null): string =>
  (roles ?? '')
    .split(',')
    .filter(Boolean)
    .map((role) => countRoleNames[role as CountRole])
    .join('、');

/** A ballot in a line, for whoever compares it with the paper: '同意，4月20日收到'. */
export function ballotInWords(
  { mark, fault, isProxy, receivedOn }: VoteBallot,
  against: BallotFault | null = fault,
): string {
  const parts = [
    ballotMarkNames[mark],
    against && against !== fault ? `不计：${ballotFaultNames[against]}` : '',
    fault ? ballotFaultNames[fault] : '',
    isProxy ? '代理' : '',
    `${dayInWords(receivedOn)} 收到`,
  ];
  return parts.filter(Boolean).join('，');
}
