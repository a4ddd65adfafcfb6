import { withQuery } from '../platform/web/address';

/** Every URL of contracts and work items, without base path. */
export const worksPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/works`, { renovation }),
  newContract: (code: string) => `/compounds/${code}/contracts/new`,
  contract: (id: number) => `/contracts/${id}`,
  item: (id: number) => `/work-items/${id}`,
};
