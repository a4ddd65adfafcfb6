// A vote as everybody may read it: totals of persons and area, the thresholds and the result; never a ballot, never who
// has voted (domain reference §9.1). While it runs only participation is told, not how the votes fall.
import type { Area } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';
import type { OwnersMatter } from './matters';

/** So many persons, with so much area. */
export interface PublicVotingWeight {
  persons: number;
  area: Area;
}

/** A vote that was opened; `result` is null while it runs. */
export interface PublicVote {
  title: string;
  matter: OwnersMatter;
  /** The building or unit that votes alone, in words; null for the whole compound. */
  part: string | null;
  openedOn: CalendarDate;
  /** The last day a ballot may be handed in. */
  closesOn: CalendarDate;
  total: PublicVotingWeight;
  taken: PublicVotingWeight;
  /** By which rule the result is judged: '参加的人数和面积都过半数同意'. */
  threshold: string;
  result: {
    closedOn: CalendarDate;
    passed: boolean;
    hasQuorum: boolean;
    yes: PublicVotingWeight;
    no: PublicVotingWeight;
    abstain: PublicVotingWeight;
  } | null;
}
