// Which compounds are counted at a stage, on the public overview and on the board alike, so that both say the same number.
import type { RenovationState, StageCode } from '../renovation/stages';

/** Is a compound counted at this stage? What is closed counts at the last; what is cancelled or not begun at none. */
export const countsAt = (
  position: { stage: StageCode | null; state: RenovationState | null },
  stage: StageCode,
): boolean => position.stage === stage && position.state !== 'cancelled';
