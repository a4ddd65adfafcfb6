// The result of asking door by door, as it was posted in the yard: numbers of households, never a door (domain reference
// §4.6, §9.1). What is counted since the posting is not public until it is posted again.
import type { CalendarDate } from '../kernel/calendar-date';
import type { ConsentQuestion } from './household-questions';

/** How many households said what to one question; who was not reached or said nothing counts in none of the three. */
export interface PublicConsentAnswer {
  question: ConsentQuestion;
  agree: number;
  against: number;
  undecided: number;
}

/** The numbers of one posting; `households` is the whole. */
export interface PublicConsent {
  postedOn: CalendarDate;
  households: number;
  answers: readonly PublicConsentAnswer[];
}
