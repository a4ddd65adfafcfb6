// How many households have to agree before works start, question by question? A renovation of the district's plan asks for
// the share of the policy, to the plan and to how the compound is managed afterwards; a micro renovation for more than
// half, to the plan alone; removal is agreed one by one (rule consent.start-share; domain reference §1.3 G5, §4.6).
import type { CalendarDate } from '../kernel/calendar-date';
import type { Track } from '../renovation/stages';
import type { ConsentQuestion } from './household-questions';
import { policyConsent } from './policy-consent';

/** The least number of agreeing households; null where none is asked for. */
export function neededConsent(
  question: ConsentQuestion,
  { track, households, day }: { track: Track; households: number; day: CalendarDate },
): number | null {
  if (track === 'micro') return question === 'renovation' ? Math.floor(households / 2) + 1 : null;
  if (question === 'removal') return null;
  return policyConsent(0, households, day)?.needed ?? null;
}
