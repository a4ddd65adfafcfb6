import type { PatrolKind } from '../domain/removal/patrol';
import { withQuery } from '../platform/web/address';

/** Every URL of the patrols, without base path. */
export const patrolPaths = {
  index: (code: string, page = 1) =>
    withQuery(`/compounds/${code}/patrols`, { page: page > 1 ? page : undefined }),
  new: (code: string, kind?: PatrolKind) => withQuery(`/compounds/${code}/patrols/new`, { kind }),
  show: (id: number) => `/patrols/${id}`,
  withdraw: (id: number) => `/patrols/${id}/withdraw`,
  withdrawals: (id: number) => `/patrols/${id}/withdrawals`,
  /** The ledger over all compounds in scope. */
  ledger: (query: Record<string, string | number | undefined> = {}) => withQuery('/ledger', query),
};
