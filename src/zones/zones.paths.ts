import { withQuery } from '../platform/web/address';

/** Every URL of the ground of a compound, without base path. */
export const zonesPaths = {
  /** 作战图: sketch, zones, and what they hold back. */
  ground: (code: string, renovation?: number) => withQuery(`/compounds/${code}/ground`, { renovation }),
  print: (code: string, renovation?: number) => withQuery(`/compounds/${code}/ground/print`, { renovation }),
  sketch: (code: string) => `/compounds/${code}/ground/sketch`,
  sketches: (code: string) => `/compounds/${code}/ground/sketches`,
  /** The firm has seen what became free or is held again. */
  readings: (code: string) => `/compounds/${code}/ground/readings`,
  new: (code: string) => `/compounds/${code}/zones/new`,
  create: (code: string) => `/compounds/${code}/zones`,
  zone: (id: number) => `/zones/${id}`,
  edit: (id: number) => `/zones/${id}/edit`,
  pin: (id: number) => `/zones/${id}/pin`,
  pins: (id: number) => `/zones/${id}/pins`,
  removal: (id: number) => `/zones/${id}/remove`,
  removals: (id: number) => `/zones/${id}/removals`,
};
