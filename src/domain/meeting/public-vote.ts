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

/** So many persons who took part or chose the same; the area is left out (null) where it would tell who they are. */
export interface PublicChoiceCount {
  persons: number;
  area: Area | null;
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
  /** Who took part; without the area where, once it is counted, it would tell who did not. */
  taken: PublicChoiceCount;
  /** By which rule the result is judged: '参加的人数和面积都过半数同意'. */
  threshold: string;
  /** Where that rule stands: '民法典 §278'. */
  source: string;
  result: {
    closedOn: CalendarDate;
    passed: boolean;
    hasQuorum: boolean;
    /** null where fewer than three owners vote: then only the result is told. */
    counts: { yes: PublicChoiceCount; no: PublicChoiceCount; abstain: PublicChoiceCount } | null;
  } | null;
}
