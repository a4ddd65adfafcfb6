import { Browser } from 'playwright-core';
import { House, openHouse } from '../support/app';
import { confirmedUntilEighthOfJune, givenBaseline, givenPosts } from '../support/progress-rows';
import { givenWorks } from '../support/works-rows';
import { describeInBrowser, openBrowser, screens, Seat, sitDown } from './browser';
import { bringAxe, faultsOf, smallTargets } from './inspecting';
import { printed } from './printing';

jest.setTimeout(120_000);

const tab = '/compounds/fl106/progress';
const pages = [tab, `${tab}/baselines`, `${tab}/baselines/new`, '/compounds/fl106/stop-windows/new'];

describeInBrowser('the progress of 丰乐路106号院', () => {
  let house: House;
  let browser: Browser;
  let seat: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T18:30:00+08:00' });
    const works = await givenWorks(house.app);
    await givenBaseline(house.app, works);
    await givenPosts(house.app, works, confirmedUntilEighthOfJune());
    await givenPosts(house.app, works, [{ on: '2026-06-02', post: { holdups: ['rain'] } }]);
    browser = await openBrowser();
    seat = await sitDown(browser, house.url, { login: 'manager' });
    await bringAxe(seat.page.context());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const open = async (path: string) => {
    const answer = await seat.page.goto(house.url + path);
    expect([path, answer!.status()]).toEqual([path, 200]);
  };

  it.each(pages)('%s has no fault at a desk nor on a phone of 360 px', async (path) => {
    for (const screen of [screens.desk, screens.phone]) {
      await seat.page.setViewportSize(screen);
      await open(path);
      expect(await faultsOf(seat.page)).toEqual([]);
    }
    expect(await smallTargets(seat.page, 44)).toEqual([]);
    expect(seat.faults).toEqual([]);
  });

  it('the answer stands on the first screen of a desk and of a phone', async () => {
    for (const screen of [screens.desk, screens.phone]) {
      await seat.page.setViewportSize(screen);
      await open(tab);
      const box = (await seat.page.locator('.verdict').boundingBox())!;
      expect(box.y + box.height).toBeLessThan(screen.height);
    }
  });

  it('bars and lines differ by more than their colour', async () => {
    await seat.page.setViewportSize(screens.desk);
    await open(tab);
    const bars = await seat.page.locator('.gantt tbody').evaluate((body) => {
      const look = (kind: string) => {
        const { fill, strokeDasharray, height } = getComputedStyle(body.querySelector(`.${kind}`)!);
        return [fill.startsWith('url') ? 'pattern' : 'plain', strokeDasharray !== 'none', height].join(' ');
      };
      return ['g-plan', 'g-done', 'g-doing', 'g-forecast'].map(look);
    });
    expect(new Set(bars).size).toBe(4);
    const lines = await seat.page.locator('.burn-lines polyline').evaluateAll((drawn) =>
      drawn.map((line) => {
        const { strokeWidth, strokeDasharray } = getComputedStyle(line);
        return `${strokeWidth} ${strokeDasharray}`;
      }),
    );
    expect([lines.length, new Set(lines).size]).toEqual([3, 3]);
  });

  it('a screen reader hears the curve by name and description, and every number of it in a table', async () => {
    await open(tab);
    const tree = await seat.page.locator('section[aria-labelledby=curve]').ariaSnapshot();
    expect(tree).toContain('img "累计进度曲线');
    expect(tree).toContain('已完成 49%，计划 63%');
    await seat.page.locator('summary', { hasText: '每天的数字' }).click();
    await expect(
      seat.page.getByRole('row', { name: /6月8日（今天）.*63\.66%.*49\.85%/ }).count(),
    ).resolves.toBe(1);
  });

  it('seven items lie on one page of A3, and nothing is cut off', async () => {
    await open(`${tab}/print`);
    expect(await printed(seat.page)).toEqual({ pages: 1, tooWide: [] });
  });
});
