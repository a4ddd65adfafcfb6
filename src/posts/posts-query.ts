import { PostState, postStateNames } from '../domain/construction/daily-post';
import { queryNumber, queryText } from '../platform/web/address';
import { isKeyOf } from '../platform/web/options';
import { postsPaths } from './posts.paths';

/** What the days are narrowed to: the state of their posts, or that they lack one. */
export type DayFilter = Exclude<PostState, 'draft' | 'corrected'> | 'missing';

/** What each is called. */
export const dayFilterNames: Record<DayFilter, string> = {
  sent: '待确认',
  returned: postStateNames.returned,
  confirmed: postStateNames.confirmed,
  missing: '应报未报',
};

/** What stands in the address of the tab. */
export interface PostsQuery {
  renovation?: number;
  contract: number;
  state: DayFilter | '';
  page: number;
}

/** Reads the address; what cannot be is left out. */
export function readPostsQuery(query: Record<string, unknown>): PostsQuery {
  const state = queryText(query.state);
  return {
    renovation: queryNumber(query.renovation) || undefined,
    contract: queryNumber(query.contract),
    state: isKeyOf(dayFilterNames, state) ? state : '',
    page: Math.max(1, queryNumber(query.page)),
  };
}

/** The address of the tab with some of its state changed. */
export function postsAddress(code: string, query: PostsQuery, change: Partial<PostsQuery> = {}): string {
  const { page, ...rest } = { ...query, ...change };
  return postsPaths.index(code, { ...rest, page: page > 1 ? page : undefined });
}
