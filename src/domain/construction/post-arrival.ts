// What becomes of a post that arrives: the same one again makes no second record; another one for the same day corrects the
// earlier, and what it does not mention is carried over, so that nothing anybody told is lost (field lessons §2.1 1, 2;
// issue: corrections are new rows).
import type { Blocker } from '../kernel/blocker';
import { dayInWords } from '../kernel/calendar-date';
import { byOffice, remark } from './blocked';
import { DailyPost, isPostPublic, KeptPost, PostState } from './daily-post';

/** What is it: new, the same again, the same number with other words, or a correction of what was told of that day? */
export type PostArrival =
  | { arrival: 'new' }
  | { arrival: 'repeat'; of: number }
  | { arrival: 'altered'; of: number; blockers: Blocker[] }
  | { arrival: 'correction'; of: number; wasConfirmed: boolean };

/** What is this post among those that are kept? `same` says whether the kept one with this id has the same content. */
export function postArrival(
  post: Pick<DailyPost, 'uuid' | 'contractId' | 'workedOn'>,
  kept: readonly Pick<KeptPost, 'id' | 'uuid' | 'contractId' | 'workedOn' | 'state'>[],
  same: (id: number) => boolean,
): PostArrival {
  const known = kept.find(({ uuid }) => uuid.toLowerCase() === post.uuid.toLowerCase());
  if (known && same(known.id)) return { arrival: 'repeat', of: known.id };
  if (known) {
    const text = `${dayInWords(known.workedOn)} 的这份日报已经收到过，内容不一样。请点「更正」再提交，填的内容会保留`;
    return { arrival: 'altered', of: known.id, blockers: [byOffice('post-altered', text)] };
  }
  const earlier = newestOf(kept, post);
  return earlier
    ? { arrival: 'correction', of: earlier.id, wasConfirmed: ofDay(kept, post).some(isPostPublic) }
    : { arrival: 'new' };
}

/** The post of this contract and day that speaks now: the newest that was not replaced. */
export const newestOf = <P extends Pick<KeptPost, 'id' | 'contractId' | 'workedOn' | 'state'>>(
  kept: readonly P[],
  day: Pick<DailyPost, 'contractId' | 'workedOn'>,
): P | undefined =>
  ofDay(kept, day)
    .sort((one, other) => other.id - one.id)
    .at(0);

const ofDay = <P extends Pick<KeptPost, 'contractId' | 'workedOn' | 'state'>>(
  kept: readonly P[],
  { contractId, workedOn }: Pick<DailyPost, 'contractId' | 'workedOn'>,
): P[] =>
  kept.filter(
    (one) =>
      one.contractId === contractId &&
      one.workedOn === workedOn &&
      (one.state === 'sent' || one.state === 'confirmed' || one.state === 'returned'),
  );

/** Text that tells two contents apart; the number and the photos are compared by whoever keeps them. */
export const postFingerprint = (post: Omit<DailyPost, 'uuid'>): string =>
  JSON.stringify([
    ...[post.contractId, post.workedOn, post.kind, post.workers, post.weather, post.sentence.trim()],
    [...post.values]
      .sort((one, other) => one.itemId - other.itemId)
      .map(({ itemId, value, reason }) => [itemId, value, reason.trim()]),
    ...[[...post.holdups].sort(), [...post.effects].sort()],
  ]);

/** What speaks against correcting a post of this state? What was confirmed is changed only with a reason. */
export const correctionBlockers = (wasConfirmed: boolean, reason: string): Blocker[] =>
  wasConfirmed && !reason.trim()
    ? [byOffice('post-correction', '这一天的日报已经确认。要更正请写明原因，确认前仍以原来的为准')]
    : [];

/** What is said to whoever sends a second post of a day? */
export const correctionWarnings = (earlier: Pick<KeptPost, 'workedOn' | 'state'>): Blocker[] =>
  earlier.state === 'returned'
    ? []
    : [
        remark(
          'post-second',
          `${dayInWords(earlier.workedOn)} 已有日报，这一份作为更正；没有填的内容沿用前一份，前一份保留可查`,
        ),
      ];

/**
 * A second post of a day that did not know of the first, with everything carried over that it does not mention; a day
 * without work keeps no values. One that opened on the first says all of it itself and is taken as it is. It is judged
 * (post-rules.ts) before anything is carried over.
 */
export function carriedOver(post: DailyPost, earlier: DailyPost): DailyPost {
  const told = new Set(post.values.map(({ itemId }) => itemId));
  const values =
    post.kind === 'stopped'
      ? []
      : [...earlier.values.filter(({ itemId }) => !told.has(itemId)), ...post.values];
  return {
    ...post,
    values,
    workers: post.workers ?? (post.kind === 'work' ? earlier.workers : null),
    weather: post.weather ?? earlier.weather,
    holdups: [...new Set([...earlier.holdups, ...post.holdups])],
    effects: [...new Set([...earlier.effects, ...post.effects])],
    sentence: post.sentence.trim() ? post.sentence : earlier.sentence,
    photos: post.photos + earlier.photos,
  };
}

/**
 * What becomes of every earlier post of the day when a correction is sent, and when it is confirmed? What was confirmed
 * stands until then.
 */
export function stateOfCorrected(earlier: PostState, when: 'sent' | 'confirmed'): PostState {
  if (earlier === 'sent' || earlier === 'returned') return 'corrected';
  return earlier === 'confirmed' && when === 'confirmed' ? 'corrected' : earlier;
}
