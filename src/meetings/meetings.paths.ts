import type { MeetingKind } from '../domain/meeting/meeting-kinds';
import { withQuery } from '../platform/web/address';

/** Every URL of the meetings and of their action points, without base path. */
export const meetingPaths = {
  index: (code: string, renovation?: number, page?: number) =>
    withQuery(`/compounds/${code}/meetings`, { renovation, page }),
  points: (code: string) => `/compounds/${code}/meetings#points`,
  create: (code: string) => `/compounds/${code}/meetings`,
  /** Without a kind: the page on which it is chosen. */
  new: (code: string, kind?: MeetingKind) => withQuery(`/compounds/${code}/meetings/new`, { kind }),
  show: (id: number) => `/meetings/${id}`,
  edit: (id: number) => `/meetings/${id}/edit`,
  notices: (id: number) => `/meetings/${id}/notices`,
  minutes: (id: number) => `/meetings/${id}/minutes`,
  /** The page on which a meeting is cancelled, its minutes reopened or its publication withdrawn, and where it is posted. */
  step: (id: number, step: string) => `/meetings/${id}/step?step=${step}`,
  steps: (id: number) => `/meetings/${id}/steps`,
  publication: (id: number) => `/meetings/${id}/publication`,
  publications: (id: number) => `/meetings/${id}/publications`,
  printAgenda: (id: number) => `/meetings/${id}/agenda/print`,
  printMinutes: (id: number) => `/meetings/${id}/minutes/print`,
  printSignIn: (id: number) => `/meetings/${id}/sign-in/print`,
  newPoint: (id: number) => `/meetings/${id}/action-points/new`,
  createPoint: (id: number) => `/meetings/${id}/action-points`,
  point: (id: number) => `/action-points/${id}`,
  pointSteps: (id: number) => `/action-points/${id}/steps`,
  pointDueDays: (id: number) => `/action-points/${id}/due-days`,
};
