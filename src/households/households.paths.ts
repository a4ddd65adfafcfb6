import { withQuery } from '../platform/web/address';

/** Which doors and questions an evening sheet has, and in which order; left out where they are the usual ones. */
export interface SheetQuery {
  unit?: string;
  questions?: string;
  only?: string;
  order?: string;
}

/** Every URL of the household room, without base path. */
export const householdPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/households`, { renovation }),
  /** The matrix with one layer shown; the page goes down to it, so that a phone shows all doors at once. */
  layer: (code: string, layer: string, renovation?: number) =>
    `${withQuery(`/compounds/${code}/households`, { layer, renovation })}#matrix`,
  /** The matrix as one comes back to it from a door. */
  matrix: (code: string) => `/compounds/${code}/households#matrix`,
  unreached: (code: string) => `/compounds/${code}/households?show=unreached#matrix`,
  history: (dwellingId: number) => `/dwellings/${dwellingId}/history`,
  calls: (dwellingId: number) => `/dwellings/${dwellingId}/calls`,
  withdrawCall: (id: number) => `/calls/${id}/withdraw`,
  callWithdrawals: (id: number) => `/calls/${id}/withdrawals`,
  sheet: (code: string, sheet: SheetQuery = {}) =>
    withQuery(`/compounds/${code}/evening-sheet`, { ...sheet }),
  printSheet: (code: string, sheet: SheetQuery = {}) =>
    withQuery(`/compounds/${code}/evening-sheet/print`, { ...sheet }),
  publication: (code: string) => `/compounds/${code}/households/publication`,
};
