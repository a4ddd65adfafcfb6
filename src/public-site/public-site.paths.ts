import type { StageCode } from '../domain/renovation/stages';
import { withQuery } from '../platform/web/address';

/** Every public URL, without base path. */
export const publicPaths = {
  home: () => '/',
  search: (query: { q?: string; stage?: StageCode; page?: number }) =>
    `${withQuery('/', { ...query, page: query.page && query.page > 1 ? query.page : undefined })}#results`,
  street: (code: string, page = 1) =>
    withQuery(`/s/${encodeURIComponent(code)}`, { page: page > 1 ? page : undefined }),
  compound: (code: string) => `/c/${encodeURIComponent(code)}`,
  photo: (code: string, publicId: string) =>
    `/c/${encodeURIComponent(code)}/photos/${encodeURIComponent(publicId)}`,
  meetings: (code: string) => `/c/${encodeURIComponent(code)}/meetings`,
  meeting: (code: string, no: number) => `/c/${encodeURIComponent(code)}/meetings/${no}`,
  wishes: (code: string) => `/c/${encodeURIComponent(code)}/wishes`,
  /** What was done each day, the newest first. Without a number it is that of the first renovation, now and later. */
  log: (code: string, { renovation = 1, page = 1 }: { renovation?: number; page?: number } = {}) =>
    withQuery(`/c/${encodeURIComponent(code)}/log`, {
      renovation: renovation > 1 ? renovation : undefined,
      page: page > 1 ? page : undefined,
    }),
  /** Bulletins are counted within their renovation; without its number it is the first. */
  bulletin: (code: string, no: number, renovation = 1) =>
    withQuery(`/c/${encodeURIComponent(code)}/bulletins/${no}`, {
      renovation: renovation > 1 ? renovation : undefined,
    }),
  font: () => '/prefs/font',
};

/** Where to go back to after a choice: a page of this site only. */
export function ownPage(back: unknown): string {
  if (typeof back !== 'string' || back.length > 500) return publicPaths.home();
  // Our own addresses are written in plain ASCII; anything else could not stand in a header.
  return /^\/(?![/\\])[!-[\]-~]*$/.test(back) ? back : publicPaths.home();
}
