import { withQuery } from '../platform/web/address';

/** Which days of which renovation a diary shows. */
export interface DiaryQuery {
  from?: string;
  to?: string;
  renovation?: number;
}

/** Every URL of the diary and of the bulletins, without base path. */
export const diaryPaths = {
  index: (code: string, query: DiaryQuery = {}) => withQuery(`/compounds/${code}/diary`, { ...query }),
  print: (code: string, query: DiaryQuery = {}) => withQuery(`/compounds/${code}/diary/print`, { ...query }),
  bulletins: (code: string, renovation?: number) => withQuery(`/compounds/${code}/bulletins`, { renovation }),
  newBulletin: (code: string) => `/compounds/${code}/bulletins/new`,
  bulletin: (id: number) => `/bulletins/${id}`,
  printBulletin: (id: number) => `/bulletins/${id}/print`,
  withdrawBulletin: (id: number) => `/bulletins/${id}/withdraw`,
  bulletinWithdrawals: (id: number) => `/bulletins/${id}/withdrawals`,
};
