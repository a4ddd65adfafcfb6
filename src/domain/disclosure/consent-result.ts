// The posted result of asking door by door, for everybody: how many households said what, how many said nothing, and
// whether that is as many as have to agree before works start (domain reference §4.6, §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import { neededConsent } from '../meeting/needed-consent';
import type { PublicConsent, PublicConsentAnswer } from '../meeting/public-consent';
import type { Track } from '../renovation/stages';

/** One question with its numbers; `needed` is null where no number is asked for. */
export interface ConsentAnswerResult extends PublicConsentAnswer {
  silent: number;
  needed: number | null;
  isReached: boolean | null;
}

/** The posted result. */
export interface ConsentResult {
  postedOn: CalendarDate;
  households: number;
  answers: ConsentAnswerResult[];
}

/** Takes out the numbers, and judges them as it is asked of this kind of renovation on the day they were posted. */
export function consentResult({ postedOn, households, answers }: PublicConsent, track: Track): ConsentResult {
  return {
    postedOn,
    households,
    answers: answers.map(({ question, agree, against, undecided }) => {
      const needed = neededConsent(question, { track, households, day: postedOn });
      return {
        ...{ question, agree, against, undecided, needed },
        silent: Math.max(0, households - agree - against - undecided),
        isReached: needed === null ? null : agree >= needed,
      };
    }),
  };
}
