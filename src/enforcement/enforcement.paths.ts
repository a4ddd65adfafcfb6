import type { StatutoryStepCode } from '../domain/removal/statutory-steps';
import { withQuery } from '../platform/web/address';

/** Every URL of the statutory case, without base path. */
export const enforcementPaths = {
  newPaper: (structureId: number, step: StatutoryStepCode) =>
    withQuery(`/structures/${structureId}/papers/new`, { step }),
  createPaper: (structureId: number) => `/structures/${structureId}/papers`,
  paper: (id: number) => `/papers/${id}`,
  service: (id: number) => `/papers/${id}/service`,
  services: (id: number) => `/papers/${id}/services`,
  withdraw: (id: number) => `/papers/${id}/withdraw`,
  withdrawals: (id: number) => `/papers/${id}/withdrawals`,
  remedies: (structureId: number) => `/structures/${structureId}/remedies`,
  newHalt: (structureId: number) => `/structures/${structureId}/halts/new`,
  createHalt: (structureId: number) => `/structures/${structureId}/halts`,
  endHalt: (id: number) => `/halts/${id}/end`,
  haltEnds: (id: number) => `/halts/${id}/ends`,
  /** The step of the removals that writes the removal by force down; a higher floor serves it. */
  removeByForce: (structureId: number) =>
    withQuery(`/structures/${structureId}/step`, { step: 'remove-by-force' }),
  print: (structureId: number, form: string) => withQuery(`/structures/${structureId}/print`, { form }),
};
