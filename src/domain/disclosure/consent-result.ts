// The posted result of asking door by door, for everybody: how many households said what, how many said nothing, and
// whether that reaches the share the policy asks for (rule consent.start-share; domain reference §4.6, §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import { policyConsent } from '../meeting/policy-consent';
import type { PublicConsent, PublicConsentAnswer } from '../meeting/public-consent';

/** One question with its numbers; `needed` is null where no policy asks for a share. */
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

/** The policy asks for consent to the plan and to how the compound is managed afterwards; removal is agreed one by one. */
const askedByPolicy: readonly PublicConsentAnswer['question'][] = ['renovation', 'fee'];

/** Takes out the numbers, and judges them by the policy of the day they were posted. */
export function consentResult({ postedOn, households, answers }: PublicConsent): ConsentResult {
  return {
    postedOn,
    households,
    answers: answers.map(({ question, agree, against, undecided }) => {
      const policy = askedByPolicy.includes(question)
        ? policyConsent(agree, households, postedOn)
        : undefined;
      return {
        ...{ question, agree, against, undecided },
        silent: Math.max(0, households - agree - against - undecided),
        needed: policy?.needed ?? null,
        isReached: policy?.passes ?? null,
      };
    }),
  };
}
