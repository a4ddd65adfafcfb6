// Is a renovation going on, halted or not? Once it is over or given up, nothing of it is written any more (house rule).
import { Blocker, houseRule } from '../kernel/blocker';
import { RenovationState, renovationStateNames } from './stages';

/** The states in which something may still be written down. */
export const goingOnStates: readonly RenovationState[] = ['active', 'paused'];

/** Does it go on? null before one is opened. */
export const isGoingOn = (state: RenovationState | null): boolean =>
  state !== null && goingOnStates.includes(state);

/** What speaks against writing once it is over? `what` is what stays as it is: '方案'. */
export const onceOverBlockers = (code: string, state: RenovationState, what: string): Blocker[] =>
  isGoingOn(state) ? [] : [houseRule(code, `改造${renovationStateNames[state]}，${what}不能再改`)];
