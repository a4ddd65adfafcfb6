import { withQuery } from '../platform/web/address';

/** Every URL of checks, findings, concealed works and orders to stop, without base path. */
export const inspectionPaths = {
  checks: (code: string, renovation?: number, page?: number) =>
    withQuery(`/compounds/${code}/checks`, { renovation, page }),
  findings: (code: string, query: { renovation?: number; state?: string; page?: number } = {}) =>
    withQuery(`/compounds/${code}/findings`, query),
  punchList: (code: string, renovation?: number) =>
    withQuery(`/compounds/${code}/punch-list`, { renovation }),
  printPunchList: (code: string, renovation?: number) =>
    withQuery(`/compounds/${code}/punch-list/print`, { renovation }),
  newInspection: (code: string, kind?: string) => withQuery(`/compounds/${code}/inspections/new`, { kind }),
  inspections: (code: string) => `/compounds/${code}/inspections`,
  inspection: (id: number) => `/inspections/${id}`,
  printInspection: (id: number) => `/inspections/${id}/print`,
  newFinding: (inspectionId: number) => `/inspections/${inspectionId}/findings/new`,
  findingsOf: (inspectionId: number) => `/inspections/${inspectionId}/findings`,
  finding: (id: number) => `/findings/${id}`,
  findingStep: (id: number, step: string) => withQuery(`/findings/${id}/step`, { step }),
  findingSteps: (id: number) => `/findings/${id}/steps`,
  newConcealed: (code: string, item?: number) => withQuery(`/compounds/${code}/concealed/new`, { item }),
  concealedWorks: (code: string) => `/compounds/${code}/concealed`,
  concealed: (id: number) => `/concealed/${id}`,
  concealedStep: (id: number, step: string) => withQuery(`/concealed/${id}/step`, { step }),
  concealedSteps: (id: number) => `/concealed/${id}/steps`,
  printConcealed: (id: number) => `/concealed/${id}/print`,
  newStop: (code: string) => `/compounds/${code}/stops/new`,
  stops: (code: string) => `/compounds/${code}/stops`,
  stop: (id: number) => `/stops/${id}`,
  stopStep: (id: number, step: string) => withQuery(`/stops/${id}/step`, { step }),
  stopSteps: (id: number) => `/stops/${id}/steps`,
  stopReports: (id: number) => `/stops/${id}/reports`,
  printStop: (id: number, sheet?: 'resume') => withQuery(`/stops/${id}/print`, { sheet }),
};
