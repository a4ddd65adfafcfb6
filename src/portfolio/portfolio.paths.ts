import { withQuery } from '../platform/web/address';

/** Every URL of the portfolio, without base path. */
export const portfolioPaths = {
  board: (query: Record<string, string | number | boolean | undefined> = {}) => withQuery('/board', query),
  work: (tab?: string) => withQuery('/work', { tab }),
  overview: (code: string) => `/compounds/${code}`,
  log: (code: string, page = 1) => withQuery(`/compounds/${code}/log`, { page: page > 1 ? page : undefined }),
  audit: (query: Record<string, string | number | undefined> = {}) => withQuery('/audit', query),
};
