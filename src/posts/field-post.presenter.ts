import { valueOfWhole } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { PhotoFigure, StatusMark } from '../platform/web/figures';
import { instantInWords } from '../platform/web/instant-in-words';
import type { PlacedItem } from '../works/works.desk';
import { fieldPaths } from './field.paths';
import type { PostWithRow } from './kept-posts';
import { postInShort, postMark, postTerms } from './post-words';
import type { PostAtPlace } from './posts.desk';

/** What was sent, and how it stands (views/field/post). */
export interface FieldPostPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  aside: { label: string; link: string };
  mark: StatusMark;
  /** What comes next, in one sentence. */
  words: string;
  terms: { term: string; value: string }[];
  values: { name: string; value: string; reason: string }[];
  photos: PhotoFigure[];
  sent: string;
  report: { label: string; link: string; isPrimary: boolean } | null;
}

/** The posts of a contract, the newest first (views/field/history). */
export interface FieldHistoryPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  aside: { label: string; link: string };
  groups: { contract: string; rows: { day: string; words: string; mark: StatusMark; link: string }[] }[];
}

const next: Record<PostWithRow['state'], string> = {
  draft: '',
  sent: '已收到，等确认。确认前不公开',
  confirmed: '已确认，计入进度',
  returned: '已退回，请改好后再提交',
  corrected: '已有新的一份代替，这一份留着可查',
};

/** A post as the phone shows it. */
export function toFieldPost(
  { post, compound, contract }: PostAtPlace,
  items: readonly PlacedItem[],
  photos: readonly PhotoFigure[],
  today: CalendarDate,
): FieldPostPage {
  const day = nearDay(post.workedOn, today);
  const { state, row } = post;
  const link = fieldPaths.report({ contract: contract.id, on: post.workedOn });
  return {
    ...{ title: `${day}施工日报`, page: 'post', heading: `${day} 施工日报`, about: compound.name },
    aside: { label: '今天', link: fieldPaths.today() },
    mark: postMark(post),
    words: state === 'returned' ? `已退回：${row.returnReason ?? ''}` : next[state],
    terms: postTerms(post),
    values: post.values.flatMap(({ itemId, value, reason }) => {
      const item = items.find(({ id }) => id === itemId);
      return item ? [{ name: item.name, value: valueOfWhole(value, item), reason: reason.trim() }] : [];
    }),
    photos: [...photos],
    sent: `${instantInWords(row.sentAt)} 提交${row.isLate ? '（补报）' : ''}`,
    report:
      state === 'corrected'
        ? null
        : { label: state === 'returned' ? '改好再提交' : '更正', link, isPrimary: state === 'returned' },
  };
}

/** How many posts of a contract a phone lists; staff see them all under 日报. */
const historyLength = 60;

/** The last posts of these contracts, the newest day first; replaced ones stay to be looked at. */
export const toFieldHistory = (
  contracts: readonly { name: string; posts: readonly PostWithRow[] }[],
  today: CalendarDate,
): FieldHistoryPage => ({
  ...{
    title: '报过的日报',
    page: 'history',
    heading: '报过的日报',
    about: `最近 ${historyLength} 份，点开看内容和确认情况`,
  },
  aside: { label: '今天', link: fieldPaths.today() },
  groups: contracts.map(({ name, posts }) => ({
    contract: name,
    rows: [...posts]
      .sort((one, other) =>
        one.workedOn === other.workedOn ? other.id - one.id : one.workedOn < other.workedOn ? 1 : -1,
      )
      .slice(0, historyLength)
      .map((post) => ({
        ...{ day: nearDay(post.workedOn, today), words: postInShort(post), mark: postMark(post) },
        link: fieldPaths.post(post.id),
      })),
  })),
});
