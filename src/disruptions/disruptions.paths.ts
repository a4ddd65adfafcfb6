import { withQuery } from '../platform/web/address';

/** Every URL of planned disruptions and of quiet days, without base path. */
export const disruptionPaths = {
  index: (code: string, renovation?: number, page?: number) =>
    withQuery(`/compounds/${code}/disruptions`, { renovation, page: page === 1 ? undefined : page }),
  new: (code: string) => `/compounds/${code}/disruptions/new`,
  show: (id: number) => `/disruptions/${id}`,
  cancel: (id: number) => `/disruptions/${id}/cancel`,
  cancellations: (id: number) => `/disruptions/${id}/cancellations`,
  print: (id: number) => `/disruptions/${id}/print`,
  quietDays: () => '/quiet-days',
  withdrawQuietDays: (id: number) => `/quiet-days/${id}/withdraw`,
  quietDaysWithdrawals: (id: number) => `/quiet-days/${id}/withdrawals`,
};
