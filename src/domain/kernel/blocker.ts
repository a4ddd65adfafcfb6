// A blocker is one reason why something may not be done, in words a person can act on.
// Three levels after reference practice: law (never overridden), policy (a named officer may override with a
// reason), warning (shown, stops nothing).

/** How strongly does a reason hold back? */
export type BlockerLevel = 'law' | 'policy' | 'warning';

/** Why may this not be done, and by which source? `text` is one Chinese sentence: what is wrong, how to mend it. */
export interface Blocker {
  code: string;
  level: BlockerLevel;
  text: string;
  source?: string;
}

/** What is each level called on a page? */
export const blockerLevelNames: Record<BlockerLevel, string> = {
  law: '法定',
  policy: '规定',
  warning: '提醒',
};

/** Which of these reasons really stop the act? Warnings do not. */
export function stopping(blockers: readonly Blocker[]): Blocker[] {
  return blockers.filter((blocker) => blocker.level !== 'warning');
}

/** The same reasons, each sentence once. */
export const onceEach = (blockers: readonly Blocker[]): Blocker[] =>
  blockers.filter((one, at) => blockers.findIndex(({ text }) => text === one.text) === at);

/** Builds a reason of the house (level policy): a rule of the system that no law text states. */
export function houseRule(code: string, text: string): Blocker {
  return { code, level: 'policy', text };
}

/** Builds a reason that is shown and stops nothing. */
export function warning(code: string, text: string, source?: string): Blocker {
  return { code, level: 'warning', text, source };
}
