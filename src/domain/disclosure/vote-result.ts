// How does a vote stand for everybody? Participation is told at every moment; how the votes fell only once it is closed
// and counted (domain reference §4.2, §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import { ownersMatters } from '../meeting/matters';
import type { PublicChoiceCount, PublicVote, PublicVotingWeight } from '../meeting/public-vote';
import type { Mask } from './plan-result';

/** Where does the vote stand? */
export type VoteStanding = 'ahead' | 'running' | 'counting' | 'passed' | 'failed' | 'no-quorum';

/** A vote as everybody may read it; how it fell is null until it is closed, and where so few vote that it would tell who. */
export interface VoteResult {
  title: string;
  matterName: string;
  source: string;
  /** The building or unit that votes alone. */
  part: string | null;
  standing: VoteStanding;
  openedOn: CalendarDate;
  closesOn: CalendarDate;
  closedOn: CalendarDate | null;
  total: PublicVotingWeight;
  /** While it runs only the persons: an area that grows from day to day would tell who has just voted. */
  taken: PublicChoiceCount;
  threshold: string;
  fell: { yes: PublicChoiceCount; no: PublicChoiceCount; abstain: PublicChoiceCount } | null;
}

/** Takes out of a vote what is public today; `mask` hides what its words may not tell. */
export function voteResult(vote: PublicVote, mask: Mask, today: CalendarDate): VoteResult {
  const { matter, openedOn, closesOn, total, taken, threshold, source, result } = vote;
  return {
    title: mask(vote.title),
    ...{ matterName: ownersMatters[matter].name, openedOn, closesOn, threshold, source },
    part: vote.part && mask(vote.part),
    standing: standingOf(vote, today),
    closedOn: result?.closedOn ?? null,
    total: { persons: total.persons, area: total.area },
    taken: { persons: taken.persons, area: result ? taken.area : null },
    fell: result?.counts
      ? {
          yes: choice(result.counts.yes),
          no: choice(result.counts.no),
          abstain: choice(result.counts.abstain),
        }
      : null,
  };
}

function standingOf({ openedOn, closesOn, result }: PublicVote, today: CalendarDate): VoteStanding {
  if (result) return result.passed ? 'passed' : result.hasQuorum ? 'failed' : 'no-quorum';
  if (today < openedOn) return 'ahead';
  return today <= closesOn ? 'running' : 'counting';
}

const choice = ({ persons, area }: PublicChoiceCount): PublicChoiceCount => ({ persons, area });
