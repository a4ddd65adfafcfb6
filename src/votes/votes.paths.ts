import { withQuery } from '../platform/web/address';
/** Every URL of the votes, without base path. */
export const votePaths = {
  owners: (code: string, page = 1) => withQuery(`/compounds/${code}/owners`, { page: page > 1 && page }),
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/votes`, { renovation }),
  new: (code: string) => `/compounds/${code}/votes/new`,
  show: (id: number) => `/votes/${id}`,
  edit: (id: number) => `/votes/${id}/edit`,
  /** The page on which the vote opens, and where it is posted. */
  open: (id: number) => `/votes/${id}/open`,
  openings: (id: number) => `/votes/${id}/openings`,
  close: (id: number) => `/votes/${id}/close`,
  closings: (id: number) => `/votes/${id}/closings`,
  cancel: (id: number) => `/votes/${id}/cancel`,
  cancellations: (id: number) => `/votes/${id}/cancellations`,
  /** The form of the notice that is next: of the vote, or of its result. */
  newNotice: (id: number) => `/votes/${id}/notices/new`,
  notices: (id: number) => `/votes/${id}/notices`,
  ballots: (id: number, page = 1) => withQuery(`/votes/${id}/ballots`, { page: page > 1 && page }),
  /** The same page with an empty line more for this owner. */
  secondBallot: (id: number, page: number, ownerId: number) =>
    `/votes/${id}/ballots?page=${page}&again=${ownerId}#owner-${ownerId}`,
  /** What owners may inspect: each ballot beside its door. */
  inspection: (id: number) => `/votes/${id}/inspection`,
  computation: (id: number) => `/votes/${id}/computation`,
  paper: (id: number) => `/votes/${id}/paper`,
  signSheet: (id: number) => `/votes/${id}/sign-sheet`,
};
