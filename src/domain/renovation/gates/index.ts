// All gates in the order of the stages, and how to find one.
import type { Track } from '../stages';
import { completionGates } from './completion-gates';
import { consultationGates } from './consultation-gates';
import type { Gate, Passage } from './gate';
import { startGates } from './start-gates';
import { surveyGates } from './survey-gates';

/** Every gate. */
export const gates: readonly Gate[] = [
  ...surveyGates,
  ...consultationGates,
  ...startGates,
  ...completionGates,
];

/** The gate of this code; undefined when there is none. */
export const gateOf = (code: string): Gate | undefined => gates.find((gate) => gate.code === code);

/** Which gates does this track meet at this passage? */
export const gatesAt = (passage: Passage, track: Track): Gate[] =>
  gates.filter((gate) => gate.leaving.includes(passage) && gate.levels[track] !== undefined);
