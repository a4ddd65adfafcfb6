// How the law of the works says no: every code begins with `works.`, so that a room can tell its reasons from those of
// removal and stages; the three levels are the kernel's (domain reference §0.2).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import type { RenovationState } from '../renovation/stages';
import { notOpened, onceOverBlockers } from '../renovation/going-on';

/** A reason no officer can put aside. */
export const byLaw = (code: string, text: string, source: string): Blocker => ({
  code: `works.${code}`,
  level: 'law',
  text,
  source,
});

/** A rule of the office, which a named officer answers for. */
export const byOffice = (code: string, text: string, source?: string): Blocker =>
  source === undefined
    ? houseRule(`works.${code}`, text)
    : { code: `works.${code}`, level: 'policy', text, source };

/** Something to be said that stops nothing. */
export const remark = (code: string, text: string, source?: string): Blocker =>
  warning(`works.${code}`, text, source);

/** What speaks against writing of the works once the renovation is over? */
export const worksOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('works.renovation-over', state, '施工记录');

/** What speaks against beginning something new of the works? `then` is what is to be done: '登记检查'. */
export const worksOpenBlockers = (renovation: { state: RenovationState } | null, then: string): Blocker[] =>
  renovation ? worksOverBlockers(renovation.state) : [notOpened('works.no-renovation', then)];

/** Asks for words where there are none: `what` is what is to be told. */
export const wordsBlockers = (code: string, words: string, what: string): Blocker[] =>
  words.trim() ? [] : [byOffice(code, `请写明${what}`)];
