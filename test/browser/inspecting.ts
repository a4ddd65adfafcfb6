import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { BrowserContext, Page } from 'playwright-core';
import { sidewaysScroll } from './browser';

declare const axe: { run(root: Document, options: object): Promise<AxeResults> };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
