import { Page } from 'playwright-core';

/** What is printed on: A4 upright or across, A3 across, as wide as its margins leave room, in CSS pixels. */
const papers = {
  upright: { width: 680, height: 996 },
  across: { width: 1009, height: 688 },
  a3: { width: 1481, height: 1031 },
};

/** A sheet as the printer gets it: how many pages, and what does not fit the width of the paper. */
export async function printed(page: Page): Promise<{ pages: number; tooWide: string[] }> {
  await page.emulateMedia({ media: 'print' });
  const screen = page.viewportSize()!;
  const kind = await page.evaluate(() => document.body.className);
  await page.setViewportSize(kind === 'a3' || kind === 'across' ? papers[kind] : papers.upright);
  const tooWide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    return Array.from(document.querySelectorAll('body *')).flatMap((one) => {
      const { right, left, width } = one.getBoundingClientRect();
      const isClipped =
        one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
      const isSeen = width > 1 && getComputedStyle(one).visibility !== 'hidden';
      if (!isSeen || (right <= room + 1 && left >= -1 && !isClipped)) return [];
      return [`${one.tagName} ${one.className}: ${one.textContent?.trim().slice(0, 40)}`];
    });
  });
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.setViewportSize(screen);
  await page.emulateMedia({ media: null });
  return { pages: paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, tooWide };
}
