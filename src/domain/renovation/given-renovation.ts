// For specs only: renovations as the law sees them.
import { squareMetres } from '../kernel/area';
import { tenThousandYuan } from '../kernel/money';
import { Fact, FactCode, factCodes } from './facts';
import { gatesAt } from './gates';
import type { Passage } from './gates/gate';
import type { MoveFacts } from './moves';
import { firstPosition, Track } from './stages';

export const today = '2026-06-08';

export const met = (code: FactCode): Fact => ({ code, state: 'met', detail: '已办' });
export const notApplicable = (code: FactCode): Fact => ({ code, state: 'not-applicable', detail: '不涉及' });

export const everyFact = factCodes.map(met);
export const everyFactBut = (...codes: FactCode[]) => everyFact.filter(({ code }) => !codes.includes(code));
export const factsOfPassage = (passage: Passage, track: Track) =>
  gatesAt(passage, track).map(({ fact }) => fact);

/** A district renovation of 30 万元 and one fen, so that nothing is exempt; change what the row is about. */
export const given = (change: Partial<MoveFacts> = {}): MoveFacts => ({
  ...firstPosition,
  track: 'district',
  floorArea: squareMetres(1677),
  estimatedFen: tenThousandYuan(30) + 1,
  facts: everyFact,
  overrides: [],
  reason: '经会议研究',
  day: today,
  ...change,
});
