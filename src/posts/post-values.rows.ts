import type { KeptPost } from '../domain/construction/daily-post';
import type { PostedItem } from '../domain/construction/post-values';
import { valueInWords } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';

/** One item of a post: what was told before, what it is now, and where it should be. */
export interface PostValueRow {
  name: string;
  /** What was told before, and on which day; empty where nothing was. */
  before: string;
  beforeOn: string;
  /** What the post it corrects said; empty where there is none. */
  corrected: string;
  now: string;
  /** All of it, '共 30 组'; empty where it is a share. */
  whole: string;
  plan: string;
  /** Less than was told before, or more than was told of a later day. */
  isOdd: boolean;
  note: string;
}

/** What the rows are made of; `earlier` is the post that is corrected. */
export interface ValuesView {
  post: KeptPost;
  earlier: KeptPost | null;
  posted: readonly PostedItem[];
  /** Where each item should be by the end of the day, by its id. */
  planned: ReadonlyMap<number, number>;
  today: CalendarDate;
}

/** The items this post or the one it corrects tells of, in the order of the plan. */
export function toValueRows({ post, earlier, posted, planned, today }: ValuesView): PostValueRow[] {
  return posted.flatMap(({ item, before, after }): PostValueRow[] => {
    const told = post.values.find(({ itemId }) => itemId === item.id);
    const was = earlier?.values.find(({ itemId }) => itemId === item.id);
    if (!told && !was) return [];
    const falls = told !== undefined && before !== null && told.value < before.value;
    const exceeds = told !== undefined && after !== null && told.value > after.value;
    const later = after ? `${nearDay(after.on, today)}报的是 ${valueInWords(after.value, item)}` : '';
    return [
      {
        name: item.name,
        before: before ? valueInWords(before.value, item) : '没有报过',
        beforeOn: before ? nearDay(before.on, today) : '',
        corrected: earlier ? (was ? valueInWords(was.value, item) : '没有报') : '',
        now: told ? valueInWords(told.value, item) : '没有报',
        whole: item.measure === 'share' ? '' : `共 ${valueInWords(item.quantity, item)}`,
        plan: valueInWords(planned.get(item.id) ?? 0, item),
        isOdd: falls || exceeds,
        note: [told?.reason.trim() ?? '', exceeds ? later : ''].filter(Boolean).join('；'),
      },
    ];
  });
}
