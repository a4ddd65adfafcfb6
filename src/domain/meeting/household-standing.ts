// How does a door stand after all calls, and what do all doors say together? The latest answer of a door to a question
// counts, by the day of the call and then by the order of recording; calls taken back count nowhere. A household is a
// door used as a dwelling, and silence is not consent (domain reference §4.3, §4.6).
import { CalendarDate, compareDates } from '../kernel/calendar-date';
import { CallOutcome, isOwnerHeard } from './household-call';
import {
  ConsentQuestion,
  HouseholdAnswer,
  HouseholdAnswers,
  HouseholdQuestion,
  consentQuestions,
} from './household-questions';

/** A call that counts; `id` is the order of recording. */
export interface CountedCall {
  id: number;
  dwellingId: number;
  calledOn: CalendarDate;
  outcome: CallOutcome;
  answers: HouseholdAnswers;
}

/** How a door stands: once its owner was heard that stays, else the last call counts. */
export interface HouseholdStanding {
  outcome: CallOutcome;
  reached: boolean;
  answers: HouseholdAnswers;
  tries: number;
  lastOn: CalendarDate;
}

/** Calls in the order in which they count. */
export const inOrder = <Call extends Pick<CountedCall, 'calledOn' | 'id'>>(calls: readonly Call[]): Call[] =>
  [...calls].sort((one, other) => compareDates(one.calledOn, other.calledOn) || one.id - other.id);

/** How every door stands at which somebody called, by its id. */
export function householdStandings(calls: readonly CountedCall[]): Map<number, HouseholdStanding> {
  const standings = new Map<number, HouseholdStanding>();
  for (const call of inOrder(calls)) {
    const before = standings.get(call.dwellingId);
    const heard = isOwnerHeard(call.outcome);
    standings.set(call.dwellingId, {
      outcome: before?.reached && !heard ? before.outcome : call.outcome,
      reached: heard || (before?.reached ?? false),
      answers: { ...before?.answers, ...call.answers },
      tries: (before?.tries ?? 0) + 1,
      lastOn: call.calledOn,
    });
  }
  return standings;
}

/** What the households say to one question: `asked` and `notAsked` make the whole. */
interface QuestionTotals {
  households: number;
  asked: number;
  notAsked: number;
  counts: Partial<Record<HouseholdAnswer, number>>;
}

type Standings = ReadonlyMap<number, Pick<HouseholdStanding, 'answers'>>;

/** Counts the answers of these households to a question. */
export function questionTotals(
  question: HouseholdQuestion,
  households: readonly number[],
  standings: Standings,
): QuestionTotals {
  const counts: QuestionTotals['counts'] = {};
  for (const id of households) {
    const answer = standings.get(id)?.answers[question];
    if (answer) counts[answer] = (counts[answer] ?? 0) + 1;
  }
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { households: households.length, asked, notAsked: households.length - asked, counts };
}

/** The three answers of consent to one question. */
export interface ConsentCount {
  question: ConsentQuestion;
  agree: number;
  against: number;
  undecided: number;
  notAsked: number;
}

/** What the households say to the three questions of consent; `reached` of them were heard. */
export interface ConsentTotals {
  households: number;
  reached: number;
  counts: readonly ConsentCount[];
}

/** Counts everything of consent at once. */
export function consentTotals(
  households: readonly number[],
  standings: ReadonlyMap<number, HouseholdStanding>,
): ConsentTotals {
  return {
    households: households.length,
    reached: households.filter((id) => standings.get(id)?.reached).length,
    counts: consentQuestions.map((question) => {
      const { counts, notAsked } = questionTotals(question, households, standings);
      const { agree = 0, against = 0, undecided = 0 } = counts;
      return { question, agree, against, undecided, notAsked };
    }),
  };
}
