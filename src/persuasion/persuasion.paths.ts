/** Every URL of the visits, without base path. */
export const persuasionPaths = {
  new: (structureId: number) => `/structures/${structureId}/visits/new`,
  create: (structureId: number) => `/structures/${structureId}/visits`,
  withdraw: (id: number) => `/persuasion-visits/${id}/withdraw`,
  withdrawals: (id: number) => `/persuasion-visits/${id}/withdrawals`,
  /** Where to go tonight. */
  round: (code: string) => `/compounds/${code}/removal-visits`,
  roundPrint: (code: string) => `/compounds/${code}/removal-visits/print`,
};
