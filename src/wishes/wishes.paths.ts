import { withQuery } from '../platform/web/address';

/** Every URL of the wishes, without base path. */
export const wishPaths = {
  index: (code: string, query: Record<string, string | number | undefined> = {}) =>
    withQuery(`/compounds/${code}/wishes`, query),
  new: (code: string, query: Record<string, string | number | undefined> = {}) =>
    withQuery(`/compounds/${code}/wishes/new`, query),
  create: (code: string) => `/compounds/${code}/wishes`,
  show: (id: number) => `/wishes/${id}`,
  publicTexts: (id: number) => `/wishes/${id}/public-texts`,
  conclusions: (id: number) => `/wishes/${id}/conclusions`,
  reopenings: (id: number) => `/wishes/${id}/reopenings`,
};
