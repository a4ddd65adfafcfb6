// What a gate is: one thing that must be there before a renovation leaves a stage. Gates are data, one row each, in the
// files beside; how they are judged is in ../gate-checks.ts. The numbers G1 to G14 are those of the domain reference §1.3.
import type { BlockerLevel } from '../../kernel/blocker';
import { localSource } from '../../rules/rules';
import type { FactCode } from '../facts';
import type { StageCode, Track } from '../stages';

/** Which passage does a gate guard: leaving a stage, or finishing a removal that runs beside another stage? */
export type Passage = StageCode | 'removal-finish';

/** One thing that must be there. */
export interface Gate {
  code: string;
  leaving: readonly Passage[];
  /** What must be there; numbers of the rule book stand in braces. */
  text: string;
  /** How strongly each track is held; a track that is not named does not know the gate. */
  levels: Partial<Record<Track, BlockerLevel>>;
  /** The level while no construction permit is needed, where the source asks for it of permit projects only. */
  withoutPermit?: BlockerLevel;
  /** Who brings it, as a title. */
  suppliedBy: string;
  source: string;
  fact: FactCode;
  /** Tracks in which a dated milestone with a document may stand for the fact; for gates of the law always. */
  milestone: readonly Track[];
  /** Does the source itself know cases to which it does not apply? Then 不适用 may be declared with a note. */
  conditional: boolean;
}

const bothPolicy = { district: 'policy', micro: 'policy' } as const;
export const bothLaw = { district: 'law', micro: 'law' } as const;
export const bothWarning = { district: 'warning', micro: 'warning' } as const;
export const anyTrack: readonly Track[] = ['district', 'micro'];
const microOnly: readonly Track[] = ['micro'];
export const never: readonly Track[] = [];

/** The common parts of a gate that the office sets itself: a policy in both tracks, milestones in the micro track. */
export const houseGate = {
  levels: bothPolicy,
  source: localSource,
  milestone: microOnly,
  conditional: false,
} as const;
