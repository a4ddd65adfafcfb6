// An expected refusal is a value, not an exception: what came of an act is either its result or every reason against it.
import type { Blocker } from './blocker';

/** What came of it: the value, or every reason why not. */
export type Outcome<T = void> = { ok: true; value: T } | { ok: false; blockers: Blocker[] };

/** It was done, and this is the result. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** It was not done, for all of these reasons. */
export const refuse = (...blockers: Blocker[]): Outcome<never> => ({ ok: false, blockers });
