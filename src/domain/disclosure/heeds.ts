// What should residents heed today? What they can still say or hand in, with its last day: a posted plan, a running vote,
// a meeting they are asked to, a removal day on which cars and belongings must be out of the way (请您留意; the notice calendar of the domain reference §7.1).
import type { CalendarDate } from '../kernel/calendar-date';
import type { PublicNotice } from '../meeting/public-notice';
import type { PublicPlan } from '../plan/public-plan';
import type { Mask } from './plan-result';
import type { VoteResult } from './vote-result';

/** One thing to heed, from its first to its last day. */
export type PublicHeed =
  | { kind: 'plan'; from: CalendarDate; until: CalendarDate }
  | { kind: 'vote'; from: CalendarDate; until: CalendarDate; vote: VoteResult }
  | ToldHeed<'meeting'>
  | ToldHeed<'removal-day'>;

/** Told in the words of its notice. */
interface ToldHeed<Kind> {
  kind: Kind;
  from: CalendarDate;
  until: CalendarDate;
  title: string;
  body: string;
}

/** What is heeded, what ends first on top. */
export function heeds(
  known: { notices: readonly PublicNotice[]; votes: readonly VoteResult[]; plan: PublicPlan | null },
  mask: Mask,
  today: CalendarDate,
): PublicHeed[] {
  const { notices, votes, plan } = known;
  const found: PublicHeed[] = [
    ...[plan?.notice, plan?.proposed?.notice].flatMap((notice) => (notice ? [planHeed(notice)] : [])),
    ...votes.filter(({ closedOn }) => closedOn === null).map(voteHeed),
    ...notices.flatMap((notice) => toldHeed(notice, mask)),
  ];
  return found
    .filter(({ kind, from, until }) => until >= today && (kind === 'vote' || from <= today))
    .sort((one, other) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0));
}

const planHeed = ({ postedOn, endsOn }: NonNullable<PublicPlan['notice']>): PublicHeed => ({
  ...{ kind: 'plan', from: postedOn, until: endsOn },
});

const voteHeed = (vote: VoteResult): PublicHeed => ({
  ...{ kind: 'vote', from: vote.openedOn, until: vote.closesOn, vote },
});

/** What is told in the words of its notice. */
function toldHeed({ kind, postedOn, endsOn, title, body }: PublicNotice, mask: Mask): PublicHeed[] {
  if (kind !== 'meeting' && kind !== 'removal-day') return [];
  return [{ kind, from: postedOn, until: endsOn, title: mask(title), body: mask(body) }];
}
