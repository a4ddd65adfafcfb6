import { createHash } from 'node:crypto';
import type { DailyPost } from '../domain/construction/daily-post';
import { postFingerprint } from '../domain/construction/post-arrival';
import { sameAsLast } from '../domain/construction/post-prefill';
import { parseShare } from '../domain/construction/work-item';
import { parseQuantity } from '../domain/plan/quantity';
import type { Cell } from '../platform/web/list-fields';
import type { PlacedItem } from '../works/works.desk';
import type { FieldPostForm, SendKind } from './field.forms';
import type { PostingGround } from './posting-judging';

/** What was sent, before it is judged: values are only those that were changed. */
export interface PostDraft extends Omit<DailyPost, 'kind' | 'photos'> {
  kind: SendKind;
  /** The post it was opened on, if it was opened on one. */
  corrects: number | null;
  correctionReason: string;
  /** Photos of that post which stay, and photos sent before by their numbers. */
  keep: number[];
  sent: string[];
  /** The photo point of the photos that come with it. */
  pointId: number | null;
}

/** What a form says of a day. A value that cannot be read is told as no number, so that the law asks for one. */
export function toDraft(form: FieldPostForm, items: readonly PlacedItem[]): PostDraft {
  return {
    ...{ uuid: form.uuid.toLowerCase(), contractId: form.contractId, workedOn: form.workedOn },
    ...{ kind: form.kind, values: toldValues(form, items), workers: form.workers ?? null },
    ...{ weather: form.weather ?? null, holdups: form.holdups, effects: form.effects },
    sentence: form.sentence?.trim() ?? '',
    ...{ corrects: form.corrects ?? null, correctionReason: form.correctionReason?.trim() ?? '' },
    ...{ keep: form.keep, sent: form.sent.map((uuid) => uuid.toLowerCase()), pointId: form.pointId ?? null },
  };
}

function toldValues(
  { value, was, reason }: FieldPostForm,
  items: readonly PlacedItem[],
): DailyPost['values'] {
  const textOf = (cells: readonly Cell[], row: string) =>
    cells.find((cell) => cell.row === row)?.text.trim() ?? '';
  return value.flatMap(({ row, text }) => {
    const itemId = Number(row);
    const item = items.find(({ id }) => id === itemId);
    const typed = text.trim();
    const before = textOf(was, row);
    if (typed === '' || typed === before) return [];
    const told = read(typed, item);
    if (told === read(before, item)) return [];
    return [{ itemId, value: told, reason: textOf(reason, row) }];
  });
}

/** In the measure of the item; of an item nobody knows as a share. */
const read = (text: string, item: PlacedItem | undefined): number =>
  (item?.measure === 'quantity' ? parseQuantity(text.replace(item.unit, '')) : parseShare(text)) ?? NaN;

/** Tells what was sent from anything else that was sent under the same number. */
export const fingerprintOf = ({ kind, ...draft }: PostDraft): string =>
  createHash('sha256')
    .update(postFingerprint({ ...draft, kind: kind === 'stopped' ? 'stopped' : 'work', photos: 0 }))
    .update(JSON.stringify([kind, [...draft.sent].sort(), draft.correctionReason]))
    .digest('hex');

/** A post as the law judges it; 「同昨天」 is written out, undefined where there is no day of work before. */
export function toPost(
  draft: PostDraft,
  photos: number,
  { posts, place }: PostingGround,
): DailyPost | undefined {
  const { uuid, contractId, workedOn, values, workers, weather, holdups, effects, sentence } = draft;
  const post = { uuid, contractId, workedOn, values, workers, weather, holdups, effects, sentence, photos };
  if (draft.kind === 'work') return { ...post, kind: 'work' };
  if (draft.kind === 'stopped') return { ...post, kind: 'stopped', workers: 0 };
  const items = place.items.map(({ item }) => item);
  const same = sameAsLast({ uuid, contractId, workedOn }, items, posts);
  return same && { ...same, weather, holdups, effects, sentence: sentence || same.sentence, photos };
}

/** A post that opened on another says all of it; the values it did not change are those of the other. */
export const withValuesOf = (post: DailyPost, earlier: DailyPost): DailyPost => {
  const told = new Set(post.values.map(({ itemId }) => itemId));
  const unchanged = post.kind === 'stopped' ? [] : earlier.values.filter(({ itemId }) => !told.has(itemId));
  return { ...post, values: [...unchanged, ...post.values] };
};
