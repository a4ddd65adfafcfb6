import { withQuery } from '../platform/web/address';

/** Every URL of the daily posts for staff, without base path; those of the phone stand in field.paths.ts. */
export const postsPaths = {
  index: (code: string, query: Record<string, string | number | undefined> = {}) =>
    withQuery(`/compounds/${code}/posts`, query),
  show: (id: number) => `/posts/${id}`,
  confirmations: (id: number) => `/posts/${id}/confirmations`,
  returns: (id: number) => `/posts/${id}/returns`,
  photoChoices: (id: number) => `/posts/${id}/photo-choices`,
};
