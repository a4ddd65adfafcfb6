// How this law says no: each rule of domain reference §3.5 has its code (D01 … D18), its level and the paragraph it
// stands on, so that a page can name all three beside the sentence.
import { Blocker, houseRule, warning } from '../kernel/blocker';

/** A reason no officer can put aside. */
export const byLaw = (code: string, text: string, source: string): Blocker => ({
  code: `removal.${code}`,
  level: 'law',
  text,
  source,
});

/** A rule of the office, which a named officer answers for. */
export const byOffice = (code: string, text: string): Blocker => houseRule(`removal.${code}`, text);

/** Something to be said that stops nothing. */
export const remark = (code: string, text: string, source?: string): Blocker =>
  warning(`removal.${code}`, text, source);
