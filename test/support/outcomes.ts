import { Outcome } from '../../src/domain/kernel/outcome';

/** What came of something a room was asked to do; a refusal is said aloud. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.blockers[0].text);
  return outcome.value;
}
