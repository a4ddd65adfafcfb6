// What the form of a day opens with, so that a post is five taps: yesterday's values and crew, and the post of one tap,
// 「同昨天」 (field lessons flow 5.1; ux field report).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { byOffice } from './blocked';
import { DailyPost, isTold, KeptPost } from './daily-post';
import { neighbours } from './told-values';
import { WorkItem } from './work-item';

/** A row of the form: an open item with what was told last; 0 where nothing was. */
export interface PrefilledItem {
  item: WorkItem;
  value: number;
  /** The day it was told; null where nothing was. */
  toldOn: CalendarDate | null;
}

/** What the form of this day begins with. */
export interface Prefilled {
  items: PrefilledItem[];
  workers: number | null;
}

/** The open items of a contract as the form of this day shows them. */
export function prefilled(
  items: readonly WorkItem[],
  posts: readonly KeptPost[],
  { contractId, workedOn }: Pick<DailyPost, 'contractId' | 'workedOn'>,
): Prefilled {
  const rows = items
    .filter((item) => item.contractId === contractId && item.state === 'open')
    .map((item) => {
      const { before } = neighbours(item.id, posts, workedOn);
      return { item, value: before?.value ?? 0, toldOn: before?.on ?? null };
    });
  return { items: rows, workers: lastWorkDay(posts, { contractId, workedOn })?.workers ?? null };
}

/** The last day somebody worked before this one. */
export const lastWorkDay = (
  posts: readonly KeptPost[],
  { contractId, workedOn }: Pick<DailyPost, 'contractId' | 'workedOn'>,
): KeptPost | undefined =>
  posts
    .filter(
      (one) => one.contractId === contractId && one.kind === 'work' && one.workedOn < workedOn && isTold(one),
    )
    .sort((one, other) =>
      one.workedOn === other.workedOn ? one.id - other.id : one.workedOn < other.workedOn ? -1 : 1,
    )
    .at(-1);

/**
 * 「同昨天」: the same crew at the same items, nothing further. What residents felt and what held the works up belongs to its
 * own day and is not copied; items that are not open any more are left out. undefined before the first day of work.
 */
export function sameAsLast(
  place: { uuid: string; contractId: number; workedOn: CalendarDate },
  items: readonly WorkItem[],
  posts: readonly KeptPost[],
): DailyPost | undefined {
  const last = lastWorkDay(posts, place);
  if (!last) return undefined;
  const { items: rows } = prefilled(items, posts, place);
  const values = rows
    .filter(({ item }) => last.values.some(({ itemId }) => itemId === item.id))
    .map(({ item, value }) => ({ itemId: item.id, value, reason: '' }));
  const sentence = '人员和部位同前一个施工日，进度没有变化';
  return { ...empty(place), values, workers: last.workers, sentence };
}

/** What speaks against 「同昨天」 beside values that were changed? They would be lost. */
export const sameBlockers = (told: DailyPost['values']): Blocker[] =>
  told.length > 0
    ? [byOffice('post-same-changed', '进度有改动，请点「提交日报」；要同昨天，请先改回原来的数')]
    : [];

const empty = (place: { uuid: string; contractId: number; workedOn: CalendarDate }): DailyPost => ({
  ...place,
  ...{ kind: 'work', values: [], workers: null, weather: null, holdups: [], effects: [] },
  ...{ sentence: '', photos: 0 },
});
