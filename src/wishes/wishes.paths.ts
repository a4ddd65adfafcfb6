import { withQuery } from '../platform/web/address';

type WishAddress = Record<string, string | number | boolean | undefined>;

/** Every URL of the wishes, without base path. */
export const wishPaths = {
  index: (code: string, query: WishAddress = {}) => withQuery(`/compounds/${code}/wishes`, query),
  new: (code: string, query: WishAddress = {}) => withQuery(`/compounds/${code}/wishes/new`, query),
  create: (code: string) => `/compounds/${code}/wishes`,
  show: (id: number) => `/wishes/${id}`,
  publicTexts: (id: number) => `/wishes/${id}/public-texts`,
  conclusions: (id: number) => `/wishes/${id}/conclusions`,
  reopenings: (id: number) => `/wishes/${id}/reopenings`,
};
