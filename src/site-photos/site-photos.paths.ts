import { withQuery } from '../platform/web/address';

/** Every URL of photo points and of hints about photos, without base path. */
export const sitePhotoPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/points`, { renovation }),
  new: (code: string) => `/compounds/${code}/points/new`,
  create: (code: string) => `/compounds/${code}/points`,
  /** Every label of a compound, to print. */
  labels: (code: string) => `/compounds/${code}/points/labels`,
  show: (id: number) => `/points/${id}`,
  edit: (id: number) => `/points/${id}/edit`,
  update: (id: number) => `/points/${id}/sheet`,
  pin: (id: number) => `/points/${id}/pin`,
  pins: (id: number) => `/points/${id}/pins`,
  photos: (id: number) => `/points/${id}/photos`,
  retirements: (id: number) => `/points/${id}/retirements`,
  resumptions: (id: number) => `/points/${id}/resumptions`,
  label: (id: number) => `/points/${id}/label`,
  /** Where the label leads a phone on the site. */
  onSite: (id: number) => withQuery('/m/point', { id }),
  hints: (code: string, query: { all?: 1; page?: number } = {}) =>
    withQuery(`/compounds/${code}/photo-hints`, {
      all: query.all,
      page: query.page && query.page > 1 ? query.page : undefined,
    }),
  hint: (id: number) => `/photo-hints/${id}`,
  answers: (id: number) => `/photo-hints/${id}/answers`,
};
