import { Page } from 'playwright-core';
import { pdf } from '../fixtures/files/documents';
import { photo } from '../fixtures/files/photos';

/** A file as a person chooses it from the phone or the computer. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export type Entries = Record<string, string | string[] | ChosenFile | ChosenFile[]>;

export const jpeg = async (name: string): Promise<ChosenFile> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await photo('jpeg', { width: 960, height: 720 }),
});

export const paper = (name: string): ChosenFile => ({ name, mimeType: 'application/pdf', buffer: pdf() });

/** Fills in fields of the page by name: types, chooses, ticks or picks files, whichever the field is. */
export async function fillIn(page: Page, entries: Entries): Promise<void> {
  for (const [name, value] of Object.entries(entries)) {
    const selector = `main [name="${name}"]:not([type=hidden])`;
    const field = page.locator(selector);
    const kind = await field.first().evaluate((one) => (one as HTMLInputElement).type);
    if (kind === 'radio' || kind === 'checkbox') {
      for (const one of [value].flat()) await page.check(`${selector}[value="${String(one)}"]`);
    } else if (kind === 'file') {
      await field.setInputFiles(value as ChosenFile | ChosenFile[]);
    } else if (kind === 'select-one') {
      await field.selectOption(value as string);
    } else {
      await field.fill(value as string);
    }
  }
}

/** Does something that leads to another page, and waits until that page is there. */
export async function turn(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()]);
}

/** Presses the button with exactly these words and waits for the page that answers. */
export const press = (page: Page, words: string): Promise<void> =>
  turn(page, () => page.locator('main').getByRole('button', { name: words, exact: true }).click());

/** Follows the first link whose words begin like this and waits for its page. */
export const follow = (page: Page, words: string): Promise<void> => {
  const link = page.locator('a').filter({ hasText: new RegExp(`^\\s*${words}`) });
  return turn(page, () => link.first().click());
};

/** The lines of the summary of what is to be mended; none where the form was taken. */
export const toMend = (page: Page): Promise<string[]> => page.locator('#mend-summary li').allInnerTexts();
