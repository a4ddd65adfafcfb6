/** Every URL of the removals, without base path; those of a single structure besides its sheet. */
export const removalsPaths = {
  /** All structures of a renovation; the current one when no sequence is given. */
  index: (code: string, sequence?: number) =>
    `/compounds/${code}/removals${sequence === undefined ? '' : `?renovation=${sequence}`}`,
  /** The case: both tracks, ways, steps, result. */
  case: (id: number) => `/structures/${id}`,
  /** The form of one step, and where it is posted. */
  step: (id: number, step: string) => `/structures/${id}/step?step=${step}`,
  steps: (id: number) => `/structures/${id}/steps`,
  /** The street manager signs that the people there are cared for. */
  care: (id: number) => `/structures/${id}/care`,
};
