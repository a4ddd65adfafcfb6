import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { BrowserContext, Page } from 'playwright-core';
import { sidewaysScroll } from './browser';

declare const axe: { run(root: Document, options: object): Promise<AxeResults> };

/** What has to be, and what axe holds to be good besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe into every page of this browser, past the content security policy, which stays in force. */
export const bringAxe = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });

/** What axe has against the page, one line a rule: its name and the first place. */
export async function accessFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) => axe.run(document, { runOnly: { type: 'tag', values } }),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

/** What a look at the page alone finds: width, headline, title, more than one primary button. */
export async function formFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const wide = await sidewaysScroll(page);
  if (wide > 0) faults.push(`${wide} px wider than the screen`);
  const headlines = await page.locator('h1').allTextContents();
  if (headlines.length !== 1) faults.push(`${headlines.length} h1`);
  const [name] = (await page.title()).split(' — ');
  if (!name.trim()) faults.push('no title of its own');
  const primary = await page.locator('.btn-p:visible').allInnerTexts();
  if (primary.length > 1) faults.push(`${primary.length} primary buttons: ${primary.join(', ')}`);
  return faults;
}

/** Everything that is wrong with the page as it stands. */
export const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await formFaults(page)),
  ...(await accessFaults(page)),
];

/**
 * What a thumb may miss: targets lower or narrower than so many pixels. A box is as large as the label it stands in;
 * a link inside a sentence may be as low as its line (WCAG 2.5.8), the skip link shows only under the keyboard, and what
 * is hidden from everybody is not pressed.
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.locator('a, button, input:not([type=hidden]), select, summary, textarea').evaluateAll(
    (controls, pixels) =>
      controls.flatMap((control) => {
        const isBox = /^(checkbox|radio)$/.test((control as HTMLInputElement).type);
        const { width, height } = ((isBox && control.closest('label')) || control).getBoundingClientRect();
        const isInSentence = getComputedStyle(control).display === 'inline' && control.closest('p');
        const isLarge = Math.min(width, height) >= pixels - 0.5;
        if (height === 0 || isLarge || isInSentence || control.matches('.skip, [aria-hidden=true]'))
          return [];
        return [`${control.textContent?.trim()}: ${Math.round(width)} × ${Math.round(height)} px is small`];
      }),
    least,
  );

/** How many bytes does a page cost with its styles and scripts, packed? */
export async function weightOf(page: Page): Promise<number> {
  const parts = await page
    .locator('link[rel=stylesheet], script[src]')
    .evaluateAll((found) =>
      found.map((one) => (one as HTMLLinkElement).href || (one as HTMLScriptElement).src),
    );
  const bodies = await Promise.all(
    [page.url(), ...parts].map(async (address) => (await page.request.get(address)).body()),
  );
  return bodies.reduce((bytes, body) => bytes + gzipSync(body, { level: 9 }).length, 0);
}
