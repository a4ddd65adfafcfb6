import { withQuery } from '../platform/web/address';
/** Every URL of the plans room, without base path. */
export const plansPaths = {
  index: (code: string, renovation?: number) => withQuery(`/compounds/${code}/plan`, { renovation }),
  items: (code: string) => `/compounds/${code}/plan#items`,
  /** The sheet: duration, impact, management. */
  edit: (code: string) => `/compounds/${code}/plan/edit`,
  newVersion: (code: string) => `/compounds/${code}/plan/versions/new`,
  versions: (code: string) => `/compounds/${code}/plan/versions`,
  newItem: (code: string, wish?: number) => withQuery(`/compounds/${code}/plan/items/new`, { wish }),
  createItem: (code: string) => `/compounds/${code}/plan/items`,
  editItem: (id: number) => `/plan-items/${id}/edit`,
  item: (id: number) => `/plan-items/${id}`,
  removeItem: (id: number) => `/plan-items/${id}/remove`,
  removals: (id: number) => `/plan-items/${id}/removals`,
  version: (id: number) => `/plan-versions/${id}`,
  compare: (id: number, withId?: number) => withQuery(`/plan-versions/${id}/compare`, { with: withId }),
  print: (id: number) => `/plan-versions/${id}/print`,
  drawings: (id: number) => `/plan-versions/${id}/drawings`,
  notice: (code: string) => `/compounds/${code}/plan/notice`,
  notices: (code: string) => `/compounds/${code}/plan/notices`,
  objections: (code: string) => `/compounds/${code}/plan#objections`,
  fix: (id: number) => `/plan-versions/${id}/fix`,
  fixings: (id: number) => `/plan-versions/${id}/fixings`,
  drop: (id: number) => `/plan-versions/${id}/drop`,
  drops: (id: number) => `/plan-versions/${id}/drops`,
  adopt: (wishId: number) => `/wishes/${wishId}/adopt`,
  adoptions: (wishId: number) => `/wishes/${wishId}/adoptions`,
};
