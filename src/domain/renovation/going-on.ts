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

/** What is said where something is to be written before one is opened; `then` is what comes after: '安排会议'. */
export const notOpened = (code: string, then: string): Blocker =>
  houseRule(code, `这个楼院还没有立项。请先在「项目」页立项，再${then}`);
