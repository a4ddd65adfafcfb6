/** Every URL of the plans room, without base path. */
export const plansPaths = {
  index: (code: string, sequence?: number) =>
    `/compounds/${code}/plan${sequence === undefined ? '' : `?renovation=${sequence}`}`,
  items: (code: string) => `/compounds/${code}/plan#items`,
  /** The sheet: duration, impact, management. */
  edit: (code: string) => `/compounds/${code}/plan/edit`,
  newVersion: (code: string) => `/compounds/${code}/plan/versions/new`,
  versions: (code: string) => `/compounds/${code}/plan/versions`,
  newItem: (code: string, wishId?: number) =>
    `/compounds/${code}/plan/items/new${wishId === undefined ? '' : `?wish=${wishId}`}`,
  createItem: (code: string) => `/compounds/${code}/plan/items`,
  editItem: (id: number) => `/plan-items/${id}/edit`,
  item: (id: number) => `/plan-items/${id}`,
  removeItem: (id: number) => `/plan-items/${id}/remove`,
  removals: (id: number) => `/plan-items/${id}/removals`,
  version: (id: number) => `/plan-versions/${id}`,
  compare: (id: number, withId?: number) =>
    `/plan-versions/${id}/compare${withId === undefined ? '' : `?with=${withId}`}`,
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
