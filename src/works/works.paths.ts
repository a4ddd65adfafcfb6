import { withQuery } from '../platform/web/address';

/** Every URL of contracts and work items, without base path. */
export const worksPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/works`, { renovation }),
  contracts: (code: string) => `/compounds/${code}/contracts`,
  newContract: (code: string) => `/compounds/${code}/contracts/new`,
  contract: (id: number) => `/contracts/${id}`,
  editContract: (id: number) => `/contracts/${id}/edit`,
  contractStep: (id: number, step: string) => withQuery(`/contracts/${id}/step`, { step }),
  contractSteps: (id: number) => `/contracts/${id}/steps`,
  draw: (id: number) => `/contracts/${id}/items`,
  severalStep: (id: number, step: string) => withQuery(`/contracts/${id}/item-step`, { step }),
  severalSteps: (id: number) => `/contracts/${id}/item-steps`,
  item: (id: number) => `/work-items/${id}`,
  editItem: (id: number) => `/work-items/${id}/edit`,
  itemStep: (id: number, step: string) => withQuery(`/work-items/${id}/step`, { step }),
  itemSteps: (id: number) => `/work-items/${id}/steps`,
};
