import { withQuery } from '../platform/web/address';

/** Every URL of the digs, without base path. */
export const digsPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/digs`, { renovation }),
  print: (code: string, renovation?: number) => withQuery(`/compounds/${code}/digs/print`, { renovation }),
  ask: (code: string) => `/compounds/${code}/utility-requests/new`,
  asked: (code: string) => `/compounds/${code}/utility-requests`,
  request: (id: number) => `/utility-requests/${id}`,
};
