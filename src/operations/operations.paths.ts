import { withQuery } from '../platform/web/address';

/** Every URL of the removal days and of the burn-down, without base path. */
export const operationsPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/operations`, { renovation }),
  new: (code: string) => `/compounds/${code}/operations/new`,
  show: (id: number) => `/operations/${id}`,
  edit: (id: number) => `/operations/${id}/edit`,
  weather: (id: number) => `/operations/${id}/weather`,
  safetyPlans: (id: number) => `/operations/${id}/safety-plans`,
  result: (id: number) => `/operations/${id}/result`,
  results: (id: number) => `/operations/${id}/results`,
  cancel: (id: number) => `/operations/${id}/cancel`,
  cancellations: (id: number) => `/operations/${id}/cancellations`,
  print: (id: number) => `/operations/${id}/print`,
  notice: (id: number) => `/operations/${id}/notice`,
  notices: (id: number) => `/operations/${id}/notices`,
  burnDown: (code: string, renovation?: number) => withQuery(`/compounds/${code}/burn-down`, { renovation }),
  printBurnDown: (code: string, renovation?: number) =>
    withQuery(`/compounds/${code}/burn-down/print`, { renovation }),
};
