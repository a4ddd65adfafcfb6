import type { WebCopy } from '../domain/files/web-sizes';

/** Every URL of the files room, without base path. */
export const filesPaths = {
  index: (code: string) => `/compounds/${code}/files`,
  list: (code: string, query: { kind?: string; page?: number }) => {
    const search = new URLSearchParams();
    if (query.kind) search.set('kind', query.kind);
    if (query.page && query.page > 1) search.set('page', String(query.page));
    return `/compounds/${code}/files${search.size ? `?${search}` : ''}`;
  },
  /** A copy of a photo, for staff in scope. */
  copy: (id: number, copy: WebCopy) => `/files/${id}/${copy}`,
  /** A document, as a download for staff in scope. */
  download: (id: number) => `/files/${id}/original`,
  /** Asking for the original of a photo, which is recorded. */
  originals: (id: number) => `/files/${id}/originals`,
  publish: (id: number) => `/files/${id}/publish`,
  publications: (id: number) => `/files/${id}/publications`,
  withdraw: (id: number) => `/files/${id}/withdraw`,
  withdrawals: (id: number) => `/files/${id}/withdrawals`,
  /** A copy of a published photo, for everybody. */
  publicCopy: (publicId: string, copy: WebCopy) => `/p/${publicId}-${copy}`,
};
