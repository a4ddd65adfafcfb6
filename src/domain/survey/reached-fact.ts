// What the visits from door to door say to the gate of consultation: were enough households asked? The share is a rule
// of the book (domain reference §1.3 G2). Without a visit there is no word, so that a dated milestone is believed.
import { shareInWords, percent, reaches } from '../kernel/ratio';
import type { CalendarDate } from '../kernel/calendar-date';
import type { Fact } from '../renovation/facts';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import type { VisitTotals } from './door-visit';

/** The fact of the doors reached; none before the first visit. `link` leads to the doors. */
export function reachedFacts(
  { due, reached, doors, notVisited }: VisitTotals,
  day: CalendarDate,
  link: string,
): Fact[] {
  const rule = ruleOn('consent.reach-share', day);
  if (!rule || doors === notVisited) return [];
  const code = 'meeting.households-reached';
  const said = `应访 ${due} 户，访到 ${reached} 户`;
  if (due === 0 || reaches(reached, due, percent(rule.value)))
    return [{ code, state: 'met', detail: said, link }];
  const detail = `${said}（${shareInWords(reached, due)}），不到 ${ruleInWords(rule)}`;
  return [{ code, state: 'missing', detail, link }];
}
