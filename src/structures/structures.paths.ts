import { withQuery } from '../platform/web/address';

/** Every URL of single structures, without base path. */
export const structurePaths = {
  /** All of them, a page of a higher floor. */
  index: (code: string) => `/compounds/${code}/removals`,
  /** The empty form; `like` is a structure whose kind, use and place in the works are taken over. */
  new: (code: string, like?: number) => withQuery(`/compounds/${code}/structures/new`, { like }),
  create: (code: string) => `/compounds/${code}/structures`,
  /** What was just written down, with what comes next. */
  saved: (id: number) => `/structures/${id}/saved`,
  /** The case: both tracks, ways, result. */
  show: (id: number) => `/structures/${id}`,
  edit: (id: number) => `/structures/${id}/edit`,
  update: (id: number) => `/structures/${id}/sheet`,
  /** Pictures and the use of the ground, once it is gone. */
  afterwards: (id: number) => `/structures/${id}/afterwards`,
  pin: (id: number) => `/structures/${id}/pin`,
  pins: (id: number) => `/structures/${id}/pins`,
};
