import type { StructureStep } from '../domain/removal/structure-lifecycle';
import { withQuery } from '../platform/web/address';
import { structurePaths } from '../structures/structures.paths';

/** Every URL of the removals, without base path; those of a single structure besides its sheet. */
export const removalsPaths = {
  /** All structures of a renovation; the current one when no sequence is given. */
  index: (code: string, renovation?: number) => withQuery(structurePaths.index(code), { renovation }),
  /** The form of one step, and where it is posted. */
  step: (id: number, step: StructureStep) => withQuery(`/structures/${id}/step`, { step }),
  steps: (id: number) => `/structures/${id}/steps`,
  /** The street manager signs that the people there are cared for. */
  care: (id: number) => `/structures/${id}/care`,
  /** The removal days of a compound, a page of a higher floor. */
  operations: (code: string) => `/compounds/${code}/operations`,
};
