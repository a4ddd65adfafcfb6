/** Every URL of single structures, without base path. */
export const structurePaths = {
  new: (code: string) => `/compounds/${code}/structures/new`,
  create: (code: string) => `/compounds/${code}/structures`,
  /** The case: both tracks, ways, result. */
  show: (id: number) => `/structures/${id}`,
  edit: (id: number) => `/structures/${id}/edit`,
  pin: (id: number) => `/structures/${id}/pin`,
};
