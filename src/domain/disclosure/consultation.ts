// What of the residents' stage may everybody read? What was posted, decided, published and concluded, in numbers of
// persons, area and households; never a door, a ballot, a draft or who came (visibility matrix of the domain reference
// §9.1). Every text is masked once more on its way out, so that nothing slips through a title or a place.
import type { CalendarDate } from '../kernel/calendar-date';
import type { PublicConsent } from '../meeting/public-consent';
import type { PublicMeeting } from '../meeting/public-meeting';
import type { PublicNotice } from '../meeting/public-notice';
import type { PublicVote } from '../meeting/public-vote';
import type { PublicWish } from '../meeting/public-wish';
import type { PublicPlan } from '../plan/public-plan';
import type { Track } from '../renovation/stages';
import { ConsentResult, consentResult } from './consent-result';
import { heeds, PublicHeed } from './heeds';
import { Mask, publicPlan } from './plan-result';
import { redact } from './redaction';
import { VoteResult, voteResult } from './vote-result';

/** What the rooms offer of one renovation. */
export interface KnownConsultation {
  track: Track;
  notices: readonly PublicNotice[];
  wishes: readonly PublicWish[];
  consent: PublicConsent | null;
  meetings: readonly PublicMeeting[];
  votes: readonly PublicVote[];
  plan: PublicPlan | null;
}

/** What everybody may read of one renovation: what to heed today, the plan, what was decided, what became of wishes. */
export interface PublicConsultation {
  heeds: PublicHeed[];
  plan: PublicPlan | null;
  consent: ConsentResult | null;
  /** The latest first. */
  meetings: PublicMeeting[];
  /** The latest first. */
  votes: VoteResult[];
  /** Those that got an answer, the latest first, then those that still wait. */
  wishes: PublicWish[];
}

/** A renovation of which no room has told anything. */
export const nothingConsulted: KnownConsultation = {
  ...{ track: 'micro', notices: [], wishes: [], consent: null, meetings: [], votes: [], plan: null },
};

/** Takes out what is public today; `phones` are the numbers that everybody may read anyway. */
export function publicConsultation(
  known: KnownConsultation,
  today: CalendarDate,
  phones: readonly string[] = [],
): PublicConsultation {
  const mask = (text: string) => redact(text, { phones }).text;
  const votes = known.votes.map((vote) => voteResult(vote, mask, today)).sort(latestFirst('openedOn'));
  const plan = known.plan && publicPlan(known.plan, mask, today);
  return {
    heeds: heeds({ notices: known.notices, votes, plan }, mask, today),
    plan,
    consent: known.consent && consentResult(known.consent, known.track),
    meetings: known.meetings
      .filter(({ publishedOn }) => publishedOn <= today)
      .map((meeting) => publicMeeting(meeting, mask))
      .sort(latestFirst('heldOn')),
    votes,
    wishes: known.wishes.map((wish) => publicWish(wish, mask)).sort(answeredFirst),
  };
}

function publicMeeting(meeting: PublicMeeting, mask: Mask): PublicMeeting {
  const { no, kindName, title, heldOn, decisions, minutes, publishedOn } = meeting;
  return {
    ...{ no, kindName, heldOn, publishedOn },
    title: mask(title),
    decisions: decisions.map(mask),
    minutes: mask(minutes),
  };
}

function publicWish(wish: PublicWish, mask: Mask): PublicWish {
  const { number, kind, text, heardOn, state, answer, answeredOn } = wish;
  const isOpen = state === 'open';
  return {
    ...{ number, kind, heardOn, state },
    text: mask(text),
    // A draft of an answer is none.
    answer: isOpen || answer === null ? null : mask(answer),
    answeredOn: isOpen ? null : answeredOn,
  };
}

const latestFirst =
  <Key extends string>(key: Key) =>
  (one: Record<Key, CalendarDate>, other: Record<Key, CalendarDate>): number =>
    one[key] < other[key] ? 1 : one[key] > other[key] ? -1 : 0;

function answeredFirst(one: PublicWish, other: PublicWish): number {
  const [first, second] = [one.answeredOn ?? '', other.answeredOn ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return one.heardOn < other.heardOn ? 1 : one.heardOn > other.heardOn ? -1 : one.number - other.number;
}
