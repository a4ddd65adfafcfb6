import { Browser } from 'playwright-core';
import { UserAccount } from '../../src/access/entities';
import { BulletinRecord } from '../../src/diaries/bulletin.entity';
import { DisruptionRecord } from '../../src/disruptions/disruption.entities';
import { House, openHouse } from '../support/app';
import { write } from '../support/portfolio';
import { confirmedUntilEighthOfJune, givenBaseline, givenPosts } from '../support/progress-rows';
import { insert } from '../support/rows';
import { givenWorks, GivenWorks } from '../support/works-rows';
import { Seat, describeInBrowser, openBrowser, sitDown } from './browser';
import { printed } from './printing';

jest.setTimeout(120_000);

/** A word nothing breaks, and a paragraph as long as it may be. */
const unbroken = `HTTPS://EXAMPLE.ORG/${'A'.repeat(120)}`;
const long = '先清杂物，再修院路，最后粉刷楼道，请您提前备水。'.repeat(12);

describeInBrowser('the sheets of the construction stage on A4: doors, diary, bulletin', () => {
  let house: House;
  let works: GivenWorks;
  let browser: Browser;
  let seat: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-09T09:00:00+08:00' });
    works = await givenWorks(house.app);
    await givenBaseline(house.app, works);
    await givenPosts(house.app, works, confirmedUntilEighthOfJune());
    browser = await openBrowser();
    seat = await sitDown(browser, house.url, { login: 'manager' });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Opens a sheet and prints it: nothing hangs over the paper. */
  const print = async (path: string) => {
    const answer = await seat.page.goto(house.url + path);
    expect([path, answer!.status()]).toEqual([path, 200]);
    const { tooWide, pages } = await printed(seat.page);
    expect([path, tooWide]).toEqual([path, []]);
    return pages;
  };
  const where = () => ({ compoundId: works.compoundId, renovationId: works.renovationId });
  const announced = (change: Partial<DisruptionRecord>) =>
    write(house.app, async (tx) => {
      const { id: announcedBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
      return insert(tx, DisruptionRecord, {
        ...{ ...where(), effect: 'water-off', fromMoment: '2026-06-12 08:00', toMoment: '2026-06-12 12:00' },
        ...{ note: '更换立管，请提前备水', announcedBy, announcedAt: '2026-06-09T01:00:00.000Z', ...change },
      });
    });

  it('two door notices are one page, each as high as the other, also the longest there are', async () => {
    const cancelled = { cancelledOn: '2026-06-09', cancelledBy: 1, cancelReason: '改期' };
    const buildings = Array.from({ length: 20 }, (_, at) => `${at + 1}号楼`).join('\n');
    const longest = {
      buildings,
      note: (long + unbroken).slice(0, 300),
      certificate: '郑夜施证〔2026〕第 3 号',
    };
    for (const change of [{}, longest, cancelled]) {
      expect([change, await print(`/disruptions/${await announced(change)}/print`)]).toEqual([change, 1]);
      const heights = await seat.page
        .locator('.door-notice')
        .evaluateAll((notices) => notices.map((one) => Math.round(one.getBoundingClientRect().height)));
      expect(Math.abs(heights[0] - heights[1])).toBeLessThan(40);
    }
  });

  it('a day of the diary is one page, a week two at most, a quarter runs over pages with every day on it', async () => {
    const sheet = '/compounds/fl106/diary/print';
    expect(await print(`${sheet}?from=2026-06-05&to=2026-06-05`)).toBe(1);
    expect([1, 2]).toContain(await print(`${sheet}?from=2026-06-02&to=2026-06-08`));
    expect(await print(`${sheet}?from=2026-01-01&to=2026-06-09`)).toBeGreaterThan(2);
    expect(await seat.page.locator('.diary-day').count()).toBe(92);
  });

  it('a bulletin with the longest paragraph is two pages at most, and stays on the paper', async () => {
    const body = `一、总体情况\n${'已完成 49%。\n'.repeat(20)}\n五、街道的话\n${(long + unbroken).slice(0, 300)}`;
    const id = await write(house.app, async (tx) => {
      const { id: publishedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
      return insert(tx, BulletinRecord, {
        ...{ ...where(), number: 1, fromOn: '2026-06-02', untilOn: '2026-06-08', body, publishedBy },
        ...{ title: '丰乐路106号院改造周报（6月2日 至 6月8日）', publishedAt: '2026-06-09T01:00:00.000Z' },
      });
    });
    expect([1, 2]).toContain(await print(`/bulletins/${id}/print`));
  });

  it('nothing went wrong in the browser', () => expect(seat.faults).toEqual([]));
});
