/** Every URL of the register, without base path. */
export const compoundPaths = {
  index: () => '/compounds',
  /** The list narrowed to a street or community. */
  within: (place: { id: number; kind: string }) => `/compounds?${place.kind}=${place.id}`,
  new: () => '/compounds/new',
  show: (code: string) => `/compounds/${code}`,
  edit: (code: string) => `/compounds/${code}/edit`,
  doors: (code: string) => `/compounds/${code}/doors`,
  buildings: (code: string) => `/compounds/${code}/buildings`,
  building: (id: number) => `/buildings/${id}`,
  buildingDoors: (id: number) => `/buildings/${id}/doors`,
  dwelling: (id: number) => `/dwellings/${id}`,
  contacts: (code: string) => `/compounds/${code}/contacts`,
  contact: (id: number) => `/contacts/${id}`,
  renovations: (code: string) => `/compounds/${code}/renovations`,
  /** The form that opens a renovation. */
  openRenovation: (code: string) => `/compounds/${code}/renovations#open`,
  parties: (code: string) => `/compounds/${code}/parties`,
  partyEnd: (id: number) => `/parties/${id}/endings`,
  publicPage: (code: string) => `/c/${code}`,
  label: (code: string) => `/compounds/${code}/label`,
};
