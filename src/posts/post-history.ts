import type { StatusMark } from '../platform/web/figures';
import { instantInWords } from '../platform/web/instant-in-words';
import type { PostWithRow } from './kept-posts';
import { postMark } from './post-words';
import type { PostView } from './post.presenter';
import { postsPaths } from './posts.paths';

/** One of the posts of a day. */
export interface HistoryRow {
  when: string;
  what: string;
  by: string;
  status: StatusMark;
  reason: string;
  /** Empty for the post that is looked at. */
  link: string;
}

/** Every post of this contract and day, the newest first. */
export function historyOf(view: PostView): HistoryRow[] {
  const { post, posts, names } = view;
  return posts
    .filter(({ contractId, workedOn }) => contractId === post.contractId && workedOn === post.workedOn)
    .sort((one, other) => other.id - one.id)
    .map((one) => ({
      when: instantInWords(one.row.sentAt),
      what: one.row.correctsId === null ? '提交日报' : '提交更正',
      by: names.get(one.row.postedBy) ?? '',
      status: postMark(one),
      reason: [one.row.correctionReason, one.row.returnReason ?? '', decidedInWords(view, one)]
        .filter(Boolean)
        .join('；'),
      link: one.id === post.id ? '' : postsPaths.show(one.id),
    }));
}

/** Who decided on it, and when; empty while nobody has. */
export const decidedInWords = ({ names }: Pick<PostView, 'names'>, { row }: PostWithRow): string =>
  row.decidedBy === null || row.decidedAt === null
    ? ''
    : `${names.get(row.decidedBy) ?? ''} ${instantInWords(row.decidedAt)}${row.returnReason === null ? '确认' : '退回'}`;
