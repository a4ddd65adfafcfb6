import { Browser, Page } from 'playwright-core';
import { House, openHouse } from '../support/app';
import { demoFolder } from '../support/demo';
import { readDemoCast } from '../../src/cli/seed/load-demo';
import { describeInBrowser, openBrowser, screens, Seat, sitDown } from './browser';
import { turn } from './forms';

jest.setTimeout(300_000);

/** Where the focus is: what it says, whether a ring is seen around it, and whether something lies over it. */
interface Stop {
  words: string;
  isPrimary: boolean;
  hasRing: boolean;
  isHidden: boolean;
}

const stopOf = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const bar = document.querySelector('.quick, .rail');
    const top = bar && getComputedStyle(bar).bottom === '0px' ? bar.getBoundingClientRect().top : innerHeight;
    // Not even partly, unless it is larger than the room above the bar.
    const isUnder = !at.closest('.quick, .rail') && box.bottom > top + 1 && box.height < innerHeight / 2;
    return {
      words: (
        at.textContent ||
        at.getAttribute('aria-label') ||
        (at as HTMLInputElement).name ||
        at.tagName
      ).trim(),
      isPrimary: at.classList.contains('btn-p'),
      hasRing:
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
      isHidden: isUnder || box.bottom <= 0 || box.width === 0,
    };
  });

/** Presses Tab through the whole page; every stop once. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (!stop || (count > 0 && stop.words === stops[0].words)) break;
    stops.push(stop);
  }
  return stops;
}

describeInBrowser('by keyboard alone', () => {
  let house: House;
  let browser: Browser;
  let manager: Seat;

  beforeAll(async () => {
    house = await openHouse({ from: (await demoFolder()).folder });
    browser = await openBrowser();
    manager = await sitDown(browser, house.url, { login: 'liuzhai', password: readDemoCast().password });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.each(['/compounds', '/compounds/new', '/compounds/fl106', '/compounds/fl106/survey', '/work'])(
    'Tab leads through %s to its one primary button, with a ring around every stop',
    async (path) => {
      const { page } = manager;
      for (const screen of [screens.desk, screens.phone]) {
        await page.setViewportSize(screen);
        await page.goto(house.url + path);
        const stops = await tabThrough(page);
        expect(stops[0].words).toBe('跳到正文');
        expect(stops.filter(({ isPrimary }) => isPrimary).length).toBe(1);
        expect(stops.filter(({ hasRing, isHidden }) => !hasRing || isHidden)).toEqual([]);
      }
      await page.setViewportSize(screens.desk);
    },
  );

  it.each(['', 'l', 'xl'])('no stop of a public page lies under its bar (size %p)', async (font) => {
    const visitor = await sitDown(browser, house.url, { screen: 'phone' });
    await visitor.context.addCookies([{ name: 'font', value: font, url: house.url }]);
    for (const path of ['/c/fl106', '/c/ruhe', '/']) {
      await visitor.page.goto(house.url + path);
      const stops = await tabThrough(visitor.page);
      expect(stops.length).toBeGreaterThan(8);
      expect(stops.filter(({ hasRing, isHidden }) => !hasRing || isHidden)).toEqual([]);
    }
    await visitor.context.close();
  });

  it('/ goes to the search, and Enter looks for it', async () => {
    const { page } = manager;
    await page.goto(`${house.url}/board`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.keyboard.type('丰乐路106');
    await turn(page, () => page.keyboard.press('Enter'));
    expect(await page.locator('tbody th a').allInnerTexts()).toEqual(['丰乐路106号院']);
  });

  it('j and k walk the rows, Enter opens one, g w and g b go home', async () => {
    const { page } = manager;
    await page.goto(`${house.url}/board`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = page.locator('[data-open]').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    const to = await first.getAttribute('href');
    await turn(page, () => page.keyboard.press('Enter'));
    expect(page.url().endsWith(to!)).toBe(true);
    await page.keyboard.press('g');
    await turn(page, () => page.keyboard.press('w'));
    expect(page.url()).toBe(`${house.url}/work`);
    await page.keyboard.press('g');
    await turn(page, () => page.keyboard.press('b'));
    expect(page.url()).toBe(`${house.url}/board`);
  });

  it('the single keys can be switched off, and Ctrl+Enter sends a form', async () => {
    const { page } = manager;
    await page.locator('.me summary').click();
    await page.getByRole('button', { name: '关闭单键快捷键' }).click();
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.goto(`${house.url}/compounds/new`);
    await page.focus('#f-name');
    await turn(page, () => page.keyboard.press('Control+Enter'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mend-summary');
    expect(manager.faults).toEqual([]);
  });
});
