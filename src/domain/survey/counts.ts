// Does what the survey counted agree with what the books say? More than 10 % apart is shown, never corrected by itself
// (domain reference §1.3 G1, a setting of the house): 28 doors were found where the list says 4.
import { Blocker, warning } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { exceeds, percent } from '../kernel/ratio';
import { ruleInWords, ruleOn } from '../rules/rule-book';

/** One figure counted by the survey beside the same figure in the books (grid data, an imported list); null unknown. */
export interface CountPair {
  name: string;
  unit: string;
  counted: number | null;
  registered: number | null;
}

/** Which figures are too far apart? */
export function countWarnings(pairs: readonly CountPair[], day: CalendarDate): Blocker[] {
  const rule = ruleOn('survey.count-deviation', day);
  if (!rule) return [];
  return pairs
    .filter((pair) => deviates(pair, rule.value))
    .map(({ name, unit, counted, registered }) => {
      const text = `${name}：摸底 ${counted} ${unit}，登记数据 ${registered} ${unit}，相差超过 ${ruleInWords(rule)}，请核对`;
      return warning('survey.counts', text, rule.source);
    });
}

/** Is there any figure that can be compared at all? */
export const comparable = (pairs: readonly CountPair[]): boolean =>
  pairs.some(({ counted, registered }) => counted !== null && registered !== null);

function deviates({ counted, registered }: CountPair, share: number): boolean {
  if (counted === null || registered === null) return false;
  if (registered === 0) return counted > 0;
  return exceeds(Math.abs(counted - registered), registered, percent(share));
}
