/** Every URL of the survey room, without base path. */
export const surveyPaths = {
  index: (code: string) => `/compounds/${code}/survey`,
  doors: (code: string) => `/compounds/${code}/survey#doors`,
  hazards: (code: string) => `/compounds/${code}/survey#hazards`,
  photos: (code: string) => `/compounds/${code}/survey#photos`,
  show: (id: number) => `/surveys/${id}`,
  edit: (id: number) => `/surveys/${id}/edit`,
  /** The page on which somebody signs, gives back or takes back, and where it is posted. */
  sign: (id: number, step: string) => `/surveys/${id}/sign?step=${step}`,
  signatures: (id: number) => `/surveys/${id}/signatures`,
  newHazard: (code: string) => `/compounds/${code}/hazards/new`,
  createHazard: (code: string) => `/compounds/${code}/hazards`,
  hazard: (id: number) => `/hazards/${id}`,
  editHazard: (id: number) => `/hazards/${id}/edit`,
  hazardControls: (id: number) => `/hazards/${id}/controls`,
  withdrawHazard: (id: number) => `/hazards/${id}/withdraw`,
  hazardWithdrawals: (id: number) => `/hazards/${id}/withdrawals`,
  visits: (dwellingId: number) => `/dwellings/${dwellingId}/visits`,
  withdrawVisit: (id: number) => `/visits/${id}/withdraw`,
  visitWithdrawals: (id: number) => `/visits/${id}/withdrawals`,
  /** All doors of one unit on one form. */
  unitVisits: (buildingId: number, unitNo: number) => `/buildings/${buildingId}/units/${unitNo}/visits`,
  buildingPhotos: (buildingId: number) => `/buildings/${buildingId}/photos`,
};
