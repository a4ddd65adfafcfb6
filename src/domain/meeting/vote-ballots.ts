// Which ballots count? Late, unsigned, altered and unclear ones are invalid, so is one given by somebody who is not the
// owner or by a proxy without a written authorisation; two ballots of one owner count once when they say the same and not
// at all when they contradict each other. Not returned is not consent (domain reference §4.3; 物业管理条例 §12 for proxies;
// who participates by an invalid ballot is a setting of the house: nobody).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';

/** What did an owner choose? */
export type Choice = 'yes' | 'no' | 'abstain';

export const choiceNames: Record<Choice, string> = { yes: '同意', no: '反对', abstain: '弃权' };

/** What stands on a ballot: a choice, or that it cannot be counted. */
export type BallotMark = Choice | 'invalid';

export const ballotMarkNames: Record<BallotMark, string> = { ...choiceNames, invalid: '无效' };

/** Why a ballot cannot be counted, as whoever counts sees it on the paper. */
export type SeenFault = 'unsigned' | 'altered' | 'unclear' | 'not-owner';

export const seenFaultNames: Record<SeenFault, string> = {
  unsigned: '没有签名',
  altered: '涂改',
  unclear: '选项不清',
  'not-owner': '不是业主本人',
};

/** Why a ballot does not count: what was seen on it, or what its days and its fellows say. */
export type BallotFault = SeenFault | 'late' | 'no-authority' | 'double';

export const ballotFaultNames: Record<BallotFault, string> = {
  ...seenFaultNames,
  late: '截止后收到',
  'no-authority': '代理没有书面委托',
  double: '重复投票',
};

/** One ballot as it was typed. */
export interface Ballot {
  /** Later ballots have greater numbers. */
  id: number;
  ownerId: number;
  mark: BallotMark;
  /** Given exactly when it is marked invalid. */
  fault: SeenFault | null;
  isProxy: boolean;
  /** The day on which the written authorisation of the proxy was seen. */
  authorisedOn: CalendarDate | null;
  receivedOn: CalendarDate;
}

/** A ballot with what is held against it; null when it counts. */
export interface JudgedBallot extends Ballot {
  against: BallotFault | null;
}

/** How an owner stands in the count. */
export type OwnerStanding = Choice | 'invalid' | 'unreturned';

export const ownerStandingNames: Record<OwnerStanding, string> = { ...ballotMarkNames, unreturned: '未交回' };

/** What is held against each ballot; the last day on which one is in time is `closesOn`. The order does not matter. */
export function judgeBallots(ballots: readonly Ballot[], closesOn: CalendarDate): JudgedBallot[] {
  const alone = ballots.map((ballot) => ({ ...ballot, against: ownFault(ballot, closesOn) }));
  return alone.map((ballot) =>
    ballot.against ? ballot : { ...ballot, against: doubleFault(ballot, alone) },
  );
}

/** How each owner stands who has returned something; who is not in the answer has returned nothing. */
export function standingsOf(
  ballots: readonly Ballot[],
  closesOn: CalendarDate,
): Map<number, Exclude<OwnerStanding, 'unreturned'>> {
  const standings = new Map<number, Exclude<OwnerStanding, 'unreturned'>>();
  for (const { ownerId, mark, against } of judgeBallots(ballots, closesOn)) {
    if (!against) standings.set(ownerId, mark);
    else if (!standings.has(ownerId)) standings.set(ownerId, 'invalid');
  }
  return standings;
}

function ownFault(ballot: Ballot, closesOn: CalendarDate): BallotFault | null {
  if (ballot.receivedOn > closesOn) return 'late';
  if (ballot.mark === 'invalid') return ballot.fault ?? 'unclear';
  return ballot.isProxy && !ballot.authorisedOn ? 'no-authority' : null;
}

function doubleFault(ballot: JudgedBallot, all: readonly JudgedBallot[]): BallotFault | null {
  const fellows = all.filter(({ ownerId, against }) => ownerId === ballot.ownerId && !against);
  const agree = fellows.every(({ mark }) => mark === ballot.mark);
  const isFirst = fellows.every(({ id }) => ballot.id <= id);
  return agree && isFirst ? null : 'double';
}

/** The days that a ballot must fit: between the opening of the vote and today. */
interface BallotDays {
  opensOn: CalendarDate;
  today: CalendarDate;
}

/** What speaks against writing this ballot down? An invalid one is written down too, with its reason. */
export function ballotBlockers(
  { mark, fault, isProxy, authorisedOn, receivedOn }: Omit<Ballot, 'id' | 'ownerId'>,
  { opensOn, today }: BallotDays,
): Blocker[] {
  const found: Blocker[] = [];
  if (receivedOn < opensOn) {
    const text = `收到日期 ${dayInWords(receivedOn)} 早于表决开始的 ${dayInWords(opensOn)}，请核对`;
    found.push(houseRule('ballot.early', text));
  }
  if (receivedOn > today) found.push(houseRule('ballot.future', '收到日期不能晚于今天'));
  if (mark === 'invalid' && !fault) found.push(houseRule('ballot.fault', '选了「无效」请选原因'));
  if (authorisedOn && !isProxy)
    found.push(houseRule('ballot.proxy', '填了委托书日期，请同时勾「代理」；本人投票请清空'));
  if (authorisedOn && authorisedOn > receivedOn)
    found.push(houseRule('ballot.authorised', '委托书日期不能晚于收到表决票的日期'));
  return found;
}
