// What of a renovation is still open at the stage desk: the gates it meets next, and whether its records may change.
// Source: domain reference §1.1 (removal beside other stages); that records of a finished renovation stand is a setting
// of the house.
import { Blocker } from '../kernel/blocker';
import type { Passage } from './gates/gate';
import { onceOverBlockers } from './going-on';
import { Position, RenovationState } from './stages';

/** Which passages lie before it: leaving its stage, and finishing a removal that is open. None once it is over. */
export function openPassages({ state, stage, removal }: Position): Passage[] {
  if (overBlockers(state).length > 0) return [];
  return removal === 'open' ? [stage, 'removal-finish'] : [stage];
}

/** What speaks against changing plan, expected days, evidence or exceptions of a renovation in this state? */
export const overBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('renovation.over', state, '阶段记录');
