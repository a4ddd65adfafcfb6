import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, Page } from 'playwright-core';
import { readDemoCast } from '../../src/cli/seed/load-demo';
import { folder } from '../fixtures/import/samples.cjs';
import { House, openHouse } from '../support/app';
import { demoFolder } from '../support/demo';
import { Person } from '../support/person';
import { describeInBrowser, openBrowser, screens, Seat, sitDown } from './browser';
import { walk } from './crawling';
import { bringAxe, faultsOf, formFaults, smallTargets, weightOf } from './inspecting';

jest.setTimeout(900_000);

const staffDoors = ['/work', '/board', '/compounds', '/imports', '/audit', '/admin/users', '/account'];
const publicDoors = ['/', '/c/fl106', '/c/rh6', '/c/ruhe', '/sign-in', '/c/nowhere'];

/** One of each role in the demo, the one who may most first: what was looked at closely once is not again. */
const people = ['liuzhai', 'liangyun', 'huiji', 'shenji', 'hemu', 'huian', 'admin'];

/** One list stands at its columns, one at its preview, one at a preview full of problems. */
async function leaveImports(person: Person): Promise<void> {
  for (const [name, isMapped] of [
    ['good-list.xlsx', false],
    ['good-list.xlsx', true],
    ['fault-twice.xlsx', true],
  ] as const) {
    const list = new File([readFileSync(join(folder, name))], name);
    const { location } = await person.fill('/imports/new', { list });
    const mapping = `${person.pathOf(location!)}/mapping`;
    if (isMapped) await person.fill(mapping, {}, mapping);
  }
}

/** The page of an import that is still being read loads itself again: it is looked at once it is done. */
const untilItStays = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('meta[http-equiv=refresh]'));

describeInBrowser('every page of the demo', () => {
  let house: House;
  let browser: Browser;
  const known = new Set<string>();

  beforeAll(async () => {
    house = await openHouse({ from: (await demoFolder()).folder });
    await leaveImports(await house.person('liuzhai', readDemoCast().password));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const at = (path: string) => house.url + path;

  /** Opens a page and gathers what is wrong with it; each kind and shape once on a phone too, and with axe. */
  async function look({ page, faults }: Seat, address: string, kind: string): Promise<string[]> {
    const found: string[] = [];
    await page.setViewportSize(screens.desk);
    const answer = await page.goto(address);
    await untilItStays(page);
    const expected = address.endsWith('/nowhere') ? 404 : 200;
    if (answer?.status() !== expected) found.push(`answered ${answer?.status()}`);
    const shape = `${kind} ${await page.locator('main form, main section').count()}`;
    const isKnown = known.has(shape);
    known.add(shape);
    for (const screen of isKnown ? [screens.desk] : [screens.desk, screens.phone]) {
      await page.setViewportSize(screen);
      const faultsHere = await (isKnown ? formFaults(page) : faultsOf(page));
      found.push(...faultsHere.map((fault) => `at ${screen.width}: ${fault}`));
    }
    found.push(...faults.splice(0));
    return found.map((fault) => `${new URL(address).pathname}${new URL(address).search} ${fault}`);
  }

  it.each(people)('as %s', async (login) => {
    const seat = await sitDown(browser, house.url, { login, password: readDemoCast().password });
    await bringAxe(seat.context);
    const menu = await seat.page
      .locator('.rail a')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    const found: string[] = [];
    const from = staffDoors.map(at).filter((door) => menu.includes(door) || door.endsWith('/account'));
    await walk(seat.page, from, async (address, kind) => {
      found.push(...(await look(seat, address, kind)));
    });
    expect(found).toEqual([]);
  });

  it('as a visitor', async () => {
    const seat = await sitDown(browser, house.url);
    await bringAxe(seat.context);
    const found: string[] = [];
    await walk(seat.page, publicDoors.map(at), async (address, kind) => {
      found.push(...(await look(seat, address, kind)));
    });
    expect(found).toEqual([]);
  });

  it('public pages fit 320 px in every size, with targets a thumb meets', async () => {
    const seat = await sitDown(browser, house.url);
    await bringAxe(seat.context);
    await seat.page.setViewportSize({ width: 320, height: 640 });
    const found: string[] = [];
    const visit = async (address: string) => {
      for (const [size, target] of [
        ['', 48],
        ['l', 60],
        ['xl', 60],
      ] as const) {
        await seat.context.addCookies([{ name: 'font', value: size, url: house.url }]);
        await seat.page.goto(address);
        await seat.page
          .locator('details')
          .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
        const said = await seat.page.locator('html').getAttribute('data-font');
        const faults = [...(await faultsOf(seat.page)), ...(await smallTargets(seat.page, target))];
        if ((said ?? '') !== size) faults.push(`is in size ${said}`);
        found.push(...faults.map((fault) => `${address} in size '${size}': ${fault}`));
      }
    };
    await walk(seat.page, publicDoors.map(at), visit);
    expect(found).toEqual([]);
  });

  it.each([
    ['a public page', 30, null, ['/', '/c/fl106', '/c/rh6', '/c/ruhe']],
    ['a staff page', 80, 'liuzhai', ['/work', '/board', '/compounds/fl106', '/compounds/fl106/stages']],
  ] as const)('%s with its styles and scripts weighs at most %i KB packed', async (_, most, login, paths) => {
    const { password } = readDemoCast();
    const { page } = await sitDown(browser, house.url, login ? { login, password } : {});
    const heavy: string[] = [];
    for (const path of paths) {
      await page.goto(at(path));
      const bytes = await weightOf(page);
      if (bytes > most * 1024) heavy.push(`${path}: ${bytes} bytes`);
    }
    expect(heavy).toEqual([]);
  });
});
