import { Page } from 'playwright-core';

/** Answers that are files, or change what the next page looks like: not pages to look at. */
const notPages = /^\/(files\/\d+\/(?!publish|withdraw)|p\/|imports\/template|prefs\/|healthz|readyz)/;

/** Parts of an address that make it another page, not another row of the same list. */
const telling = ['move', 'step', 'kind', 'show', 'tab', 'list'];

/** Kinds whose pages differ much with what they are about. */
const ofManyShapes = /^\/((c|compounds)\/:code(\/(survey|stages|files))?|imports\/:id|files\/:id\/\w+)$/;

/** Which kind of page is this? '/hazards/7?x=1' and '/hazards/8?x=2' are one kind. */
export function kindOf(address: string): string {
  const url = new URL(address);
  const path = url.pathname
    .replace(/^\/(compounds|c|s)\/(?!new$)[^/]+/, '/$1/:code')
    .replace(/\/photos\/[^/]+$/, '/photos/:id')
    .replace(/\/\d+/g, '/:id');
  const query = [...url.searchParams].map(([key, value]) =>
    telling.includes(key) ? `${key}=${value}` : '…',
  );
  return query.length ? `${path}?${[...new Set(query)].sort().join('&')}` : path;
}

/** Every address of this house a page leads to, without the place in the page. */
export const linksOf = (page: Page): Promise<string[]> =>
  page
    .locator('a[href]')
    .evaluateAll((links) =>
      (links as HTMLAnchorElement[])
        .filter((link) => link.origin === location.origin)
        .map((link) => link.href.split('#')[0]),
    );

/**
 * Walks from page to page along the links, one page of every kind (a few where pages of a kind differ much),
 * and has each looked at.
 */
export async function walk(
  page: Page,
  from: readonly string[],
  look: (address: string, kind: string) => Promise<void>,
): Promise<string[]> {
  const ahead = [...from];
  const seen = new Map<string, number>();
  const visited = new Set<string>();
  for (let address = ahead.shift(); address; address = ahead.shift()) {
    const kind = kindOf(address);
    const often = ofManyShapes.test(kind) ? 3 : 1;
    if (visited.has(address) || (seen.get(kind) ?? 0) >= often) continue;
    visited.add(address);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    await look(address, kind);
    ahead.push(...(await linksOf(page)).filter((link) => !notPages.test(new URL(link).pathname)));
  }
  return [...seen.keys()];
}
