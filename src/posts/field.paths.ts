import type { WebCopy } from '../domain/files/web-sizes';
import { withQuery } from '../platform/web/address';

/** What the form of a day is opened on. */
interface ReportQuery {
  contract: number;
  on?: string;
  point?: number;
}

/** The URLs of the phone's pages that others lead to, without base path; all of them stand in field-api.ts. */
export const fieldPaths = {
  today: () => '/m',
  report: (query: ReportQuery) => withQuery('/m/report', { ...query }),
  history: (contract?: number) => withQuery('/m/history', { contract }),
  posts: () => '/m/posts',
  post: (id: number) => `/m/posts/${id}`,
  finding: (id: number) => `/m/findings/${id}`,
  mendings: (id: number) => `/m/findings/${id}/mendings`,
  photo: (id: number, copy: WebCopy) => `/m/photos/${id}/${copy}`,
};
