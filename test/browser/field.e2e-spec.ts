import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { MoreThan } from 'typeorm';
import { PostPhoto, PostRecord, PostValueRecord } from '../../src/posts/post.entities';
import { PhoneRecord } from '../../src/invitations/invitation.entities';
import { House, openHouse } from '../support/app';
import { actorOf } from '../support/actors';
import { inviteTo } from '../support/inviting';
import { write } from '../support/portfolio';
import { describeInBrowser, enter, openBrowser, sidewaysScroll, signIn, sitDown } from './browser';
import { paper } from './forms';
import { bringAxe, faultsOf, smallTargets, weightOf } from './inspecting';
import {
  inPhone,
  isEmpty,
  isKept,
  isSaved,
  openReport,
  openSites,
  Phone,
  phonePhoto,
  sendReport,
  Site,
  takePhotos,
} from './posting';

jest.setTimeout(300_000);

const today = '2026-06-08';
const at = (time: string) => `${today}T${time}:00+08:00`;
const days = ['2026-06-05', '2026-06-06', '2026-06-07', today];

/** The stored pictures of these names that still carry what a camera wrote into them. */
async function withExif({ config }: House, names: RegExp): Promise<string[]> {
  const folder = join(config.dataDir, 'uploads');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && names.test(one.name))
    .map((one) => join(one.parentPath, one.name));
  const pictures = await Promise.all(files.map((file) => sharp(file).metadata()));
  expect(files.length).toBeGreaterThan(0);
  return files.filter((_, number) => pictures[number].exif);
}

describeInBrowser('twenty reports without a network', () => {
  let house: House;
  let phone: Phone;
  let sites: Site[];

  beforeAll(async () => {
    house = await openHouse({ at: at('17:21') });
    sites = await openSites(house, 5);
    phone = new Phone(house.url);
    const page = await phone.open();
    await signIn(page, house.url, 'builder');
    await page.goto(`${house.url}/m`);
    await isKept(page);
  });
  afterAll(async () => {
    await phone?.close();
    await house?.close();
  });

  const report = async (on: string, number: number) => {
    const { contractId, itemId } = sites[number];
    await openReport(phone.page, house.url, contractId, on);
    await takePhotos(phone.page, [await phonePhoto('IMG.jpg', 1000 + 10 * days.indexOf(on) + number)]);
    await phone.page.fill(`[name="value.${itemId}"]`, String(4 * (days.indexOf(on) + 1)));
    await phone.page.fill('[name=workers]', '8');
    await sendReport(phone.page);
  };

  it('are written and photographed; the browser is killed in the middle, and once more while one is being written', async () => {
    await phone.context.setOffline(true);
    for (const on of days.slice(0, 2)) for (const number of [0, 1, 2, 3, 4]) await report(on, number);
    expect(await phone.page.locator('.sent-panel').innerText()).toContain('已存在手机，等网络');
    await phone.kill();

    await phone.open({ offline: true });
    for (const number of [0, 1, 2, 3, 4]) await report(days[2], number);
    const [{ contractId }] = sites;
    await openReport(phone.page, house.url, contractId, today);
    await takePhotos(phone.page, [await phonePhoto('IMG.jpg', 1030)]);
    await phone.page.fill('[name=sentence]', '三单元装到五楼');
    await isSaved(phone.page);
    await phone.kill();

    const page = await phone.open({ offline: true });
    await openReport(page, house.url, contractId, today);
    expect(await page.inputValue('[name=sentence]')).toBe('三单元装到五楼');
    await page.locator('li[data-photo]').waitFor();
    await page.fill(`[name="value.${sites[0].itemId}"]`, '16');
    await page.fill('[name=workers]', '8');
    await sendReport(page);
    for (const number of [1, 2, 3, 4]) await report(today, number);
    expect(await inPhone(page, house.url)).toEqual(Array(20).fill('waiting'));
    expect(await house.rows.count(PostRecord)).toBe(0);
    await phone.kill();
  });

  it('arrive once each, with their photos, after the network returns', async () => {
    const page = await phone.open({ offline: true });
    expect(await inPhone(page, house.url)).toEqual(Array(20).fill('waiting'));
    await phone.context.setOffline(false);
    // A browser that was killed forgets who was signed in; the reports wait for it.
    await signIn(page, house.url, 'builder');
    await isEmpty(page, house.url);
    expect(await inPhone(page, house.url)).toEqual(Array(20).fill('sent'));

    const posts = await house.rows.find(PostRecord, { order: { workedOn: 'ASC', contractId: 'ASC' } });
    expect(posts.map(({ workedOn, contractId }) => `${workedOn} ${contractId}`)).toEqual(
      days.flatMap((on) => sites.map(({ contractId }) => `${on} ${contractId}`)),
    );
    expect(posts.every(({ state, correctsId }) => state === 'sent' && correctsId === null)).toBe(true);
    const photos = await house.rows.find(PostPhoto);
    expect(new Set(photos.map(({ postId }) => postId)).size).toBe(20);
    expect(photos).toHaveLength(20);
    const values = await house.rows.find(PostValueRecord);
    expect(values.map(({ value }) => value).sort((one, other) => one - other)).toEqual(
      [400, 800, 1200, 1600].flatMap((value) => Array(5).fill(value)),
    );
    expect(posts.find(({ workedOn, sentence }) => workedOn === today && sentence)?.sentence).toBe(
      '三单元装到五楼',
    );
  });

  it('are not sent again by another opening, and none of their photos is left in the phone', async () => {
    const page = await phone.tab();
    await page.goto(`${house.url}/m`);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    expect(await inPhone(page, house.url)).toEqual(Array(20).fill('sent'));
    const left = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const asked = indexedDB.open('yuanxin-field');
          asked.onsuccess = () => {
            const keys = asked.result.transaction('kept').objectStore('kept').getAllKeys();
            keys.onsuccess = () =>
              resolve(keys.result.map(String).filter((key) => /^p(hoto|icture) /.test(key)));
          };
        }),
    );
    expect(left).toEqual([]);
    expect(await house.rows.count(PostRecord)).toBe(20);
  });

  it('left the place where they were taken on the phone: no copy on the server has any EXIF', async () => {
    expect(await withExif(house, /./)).toEqual([]);
    expect(phone.faults).toEqual([]);
  });
});

describeInBrowser('one report on a phone', () => {
  let house: House;
  let browser: Browser;
  let sites: Site[];

  beforeAll(async () => {
    house = await openHouse({ at: at('17:21') });
    sites = await openSites(house, 12);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(() => house.setClock(at('17:21')));

  const sit = async (site: Site, on = '') => {
    const seat = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    await openReport(seat.page, house.url, site.contractId, on);
    return seat;
  };
  const postsOf = ({ contractId }: Site) =>
    house.rows.find(PostRecord, { where: { contractId }, order: { id: 'ASC' } });
  const goOffline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline);
  const isSent = (page: Page) => page.locator('.sent-panel[data-state=sent]').waitFor();

  it('is five taps: today, camera, +10, send — and says when it arrived', async () => {
    const [site] = sites;
    const { page, faults } = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    await page.goto(`${house.url}/m`);
    await page.locator(`a[href*="/m/report?contract=${site.contractId}"]`).first().click();
    await page.locator('form[data-ready]').waitFor();
    await takePhotos(page, [await phonePhoto('IMG_1.jpg', 4000)]);
    await page.getByText('✓ 已上传').waitFor();
    await page.locator(`[data-item="${site.itemId}"] [data-add="10"]`).click();
    await page.fill('[name=workers]', '9');
    await isSaved(page);
    await sendReport(page);
    await isSent(page);
    expect(await page.locator('.sent-panel h2').innerText()).toBe('已送达 17:21');
    const [post] = await postsOf(site);
    expect([post.workedOn, post.workers, post.state]).toEqual([today, 9, 'sent']);
    expect(await house.rows.findBy(PostValueRecord, { postId: post.id })).toEqual([
      expect.objectContaining({ itemId: site.itemId, value: 1000 }),
    ]);
    expect(faults).toEqual([]);
  });

  it('fits a thumb and a small phone, is readable by everybody, and is light', async () => {
    const seat = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    const { page } = seat;
    await bringAxe(seat.context);
    const weights: Record<string, number> = {};
    for (const path of ['/m', `/m/report?contract=${sites[1].contractId}`, '/m/outbox']) {
      await page.goto(house.url + path);
      if (path.includes('report')) {
        await page.locator('form[data-ready]').waitFor();
        await takePhotos(page, [await phonePhoto('IMG.jpg', 900)]);
      }
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      expect([path, await smallTargets(page, 56)]).toEqual([path, []]);
      weights[path.split('?')[0]] = await weightOf(page);
      await page.setViewportSize({ width: 320, height: 640 });
      expect([path, await sidewaysScroll(page)]).toEqual([path, 0]);
      await page.setViewportSize({ width: 360, height: 780 });
    }
    expect(Math.max(...Object.values(weights))).toBeLessThan(34 * 1024);
    expect(seat.faults).toEqual([]);
    await seat.context.close();
  });

  it('is the same form without JavaScript', async () => {
    const site = sites[2];
    const { page, context } = await sitDown(browser, house.url, {
      ...{ login: 'builder', screen: 'phone', javaScript: false },
    });
    await page.goto(`${house.url}/m/report?contract=${site.contractId}`);
    await page.fill(`[name="value.${site.itemId}"]`, '12');
    await page.fill('[name=workers]', '7');
    await page
      .locator('[data-camera]')
      .setInputFiles([await phonePhoto('1.jpg', 900), await phonePhoto('2.jpg', 910)]);
    await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name: '提交日报', exact: true }).click(),
    ]);
    const [post, ...more] = await postsOf(site);
    expect([post.workers, more.length]).toEqual([7, 0]);
    expect(await house.rows.countBy(PostPhoto, { postId: post.id })).toBe(2);
    expect(await withExif(house, /\.(webp|jpg)$/)).toEqual([]);
    await context.close();
  });

  it('survives the end of the session: it waits, says so, and goes after signing in again', async () => {
    const site = sites[3];
    const { page, context, faults } = await sit(site);
    await goOffline(page, true);
    await takePhotos(page, [await phonePhoto('IMG.jpg', 920)]);
    await page.fill('[name=sentence]', '挖到第二根管');
    await page.fill('[name=workers]', '6');
    await sendReport(page);
    await page.getByText('已存在手机，等网络').waitFor();
    await context.clearCookies();
    await goOffline(page, false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    const line = page.locator('[data-net]');
    await line.getByText('登录已过期').waitFor();
    expect(await postsOf(site)).toEqual([]);
    await line.getByRole('link').click();
    await enter(page, 'builder');
    await isEmpty(page, house.url);
    const [post] = await postsOf(site);
    expect([post.sentence, post.workers]).toEqual(['挖到第二根管', 6]);
    expect(await house.rows.countBy(PostPhoto, { postId: post.id })).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is sent once by two tabs, and a second tab sees that it went', async () => {
    const site = sites[4];
    const { page, context, faults } = await sit(site);
    const other = await context.newPage();
    await openReport(other, house.url, site.contractId);
    await goOffline(page, true);
    await takePhotos(page, [await phonePhoto('IMG.jpg', 930)]);
    await page.fill('[name=workers]', '5');
    await sendReport(page);
    await other.locator('.sent-panel:visible').waitFor();
    await goOffline(page, false);
    for (const tab of [page, other]) await tab.evaluate(() => window.dispatchEvent(new Event('online')));
    await Promise.all([isSent(page), isSent(other)]);
    expect(await postsOf(site)).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('stays with the sentence of the server where it is refused, and the others go on', async () => {
    const [refused, good] = [sites[5], sites[6]];
    const { page, context, faults } = await sit(refused, '2026-06-05');
    await isKept(page);
    await goOffline(page, true);
    await page.fill('[name=workers]', '4');
    await page.fill('[name=sentence]', '四天前的日报');
    await takePhotos(page, [await phonePhoto('IMG.jpg', 940)]);
    await sendReport(page);
    house.setClock('2026-06-09T08:00:00+08:00');
    await goOffline(page, false);
    await signIn(page, house.url, 'builder');
    await openReport(page, house.url, good.contractId);
    await page.fill('[name=workers]', '3');
    await page.fill('[name=sentence]', '照常施工');
    await sendReport(page);
    await isSent(page);
    expect((await inPhone(page, house.url)).sort()).toEqual(['refused', 'sent']);
    const row = page.locator('[data-outbox] > li[data-state=refused]');
    expect(await row.innerText()).toContain('已过去 4 天');
    expect([await postsOf(refused), await postsOf(good)]).toEqual([[], [expect.anything()]]);

    await row.locator('[data-edit]').click();
    await page.locator('form[data-ready]').waitFor();
    expect(await page.inputValue('[name=sentence]')).toBe('四天前的日报');
    expect(await page.locator('[data-mend]').innerText()).toContain('已过去 4 天');
    await page.locator('li[data-photo]').waitFor();
    await page.locator('[name=workedOn][value="2026-06-06"]').check({ force: true });
    await sendReport(page);
    await isSent(page);
    const [post] = await postsOf(refused);
    expect([post.workedOn, post.sentence]).toEqual(['2026-06-06', '四天前的日报']);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a phone that came by invitation waits for the PIN where its trust has run out', async () => {
    const site = sites[9];
    const invited = await inviteTo(await house.person('manager'), site.contractId);
    const { page, context, faults } = await sitDown(browser, house.url, { screen: 'phone' });
    const givePin = async () => {
      await page.fill('[name=pin]', invited.pin);
      await Promise.all([page.waitForURL(/\/m$/), page.getByRole('button', { name: '进入' }).click()]);
    };
    await page.goto(house.url + invited.link);
    await givePin();
    await isKept(page);
    await goOffline(page, true);
    await openReport(page, house.url, site.contractId);
    await page.fill('[name=workers]', '6');
    await takePhotos(page, [await phonePhoto('IMG.jpg', 960)]);
    await sendReport(page);
    await write(house.app, (tx) =>
      tx.update(PhoneRecord, { id: MoreThan(0) }, { trustedUntil: '2026-06-01' }),
    );
    await goOffline(page, false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('[data-net] a').click();
    expect(await postsOf(site)).toEqual([]);
    await givePin();
    await isEmpty(page, house.url);
    const [post, ...more] = await postsOf(site);
    expect([post.workers, post.invitationId !== null, more]).toEqual([6, true, []]);
    expect(await house.rows.countBy(PostPhoto, { postId: post.id })).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sent back opens on the reason with the old values, and is corrected by another row', async () => {
    const site = sites[10];
    const { page, context, faults } = await sit(site);
    await page.fill(`[name="value.${site.itemId}"]`, '20');
    await page.fill('[name=workers]', '9');
    await takePhotos(page, [await phonePhoto('IMG.jpg', 970)]);
    await sendReport(page);
    await isSent(page);
    const [first] = await postsOf(site);
    const returnReason = '数量多报了';
    const { userId: decidedBy } = await actorOf(house.app, 'manager');
    const returned = {
      state: 'returned' as const,
      decidedBy,
      decidedAt: '2026-06-08T09:40:00.000Z',
      returnReason,
    };
    await write(house.app, (tx) => tx.update(PostRecord, { id: first.id }, returned));
    await page.goto(`${house.url}/m`);
    expect(await page.locator('main').innerText()).toContain(returnReason);
    await openReport(page, house.url, site.contractId, today);
    expect(await page.locator('main').innerText()).toContain(returnReason);
    expect(await page.inputValue(`[name="value.${site.itemId}"]`)).toBe('20');
    expect(await page.inputValue('[name=workers]')).toBe('9');
    await page.fill(`[name="value.${site.itemId}"]`, '12');
    await sendReport(page);
    await isSent(page);
    const [before, corrected] = await postsOf(site);
    expect([before.state, corrected.state, corrected.correctsId]).toEqual(['corrected', 'sent', first.id]);
    const [value] = await house.rows.findBy(PostValueRecord, { postId: corrected.id });
    expect(value.value).toBe(1200);
    expect(await house.rows.countBy(PostPhoto, { postId: corrected.id })).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes nine photos: a tenth is said at once, one taken away can be put back, a paper is none', async () => {
    const site = sites[11];
    const { page, context } = await sit(site);
    await page.fill('[name=workers]', '2');
    const ten = await Promise.all(
      Array.from({ length: 10 }, (_, number) => phonePhoto('IMG.jpg', 700 + number)),
    );
    await takePhotos(page, ten);
    await page.locator('[data-camera]').setInputFiles(paper('IMG.jpg'));
    await page.getByText('不是照片，请选 JPG、PNG 或 HEIC').waitFor();
    const count = page.locator('[data-photo-count]');
    expect(await count.innerText()).toBe('一份日报最多 9 张照片，现在有 10 张，请去掉多的');
    const send = page.getByRole('button', { name: '提交日报', exact: true });
    await send.click();
    await page.locator('[data-mend]').getByText('现在有 10 张').waitFor();
    await page.getByRole('button', { name: '去掉第 3 张照片' }).click();
    await page.getByRole('button', { name: '放回第 3 张照片' }).click();
    await count.getByText('现在有 10 张').waitFor();
    await page.getByRole('button', { name: '去掉第 10 张照片' }).click();
    await count.getByText('已有 9 张').waitFor();
    await sendReport(page);
    await isSent(page);
    const [post] = await postsOf(site);
    expect(await house.rows.countBy(PostPhoto, { postId: post.id })).toBe(9);
    await context.close();
  });

  it('has the day of the server, also on a phone whose clock is a day ahead', async () => {
    const site = sites[7];
    const { page, context } = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    await context.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 24 * 3600 * 1000;
    });
    await page.goto(`${house.url}/m`);
    await isKept(page);
    await goOffline(page, true);
    await openReport(page, house.url, site.contractId);
    expect(await page.locator('[name=workedOn]:checked').inputValue()).toBe(today);
    await page.fill('[name=workers]', '8');
    await page.fill('[name=sentence]', '手机日期快一天');
    await sendReport(page);
    await goOffline(page, false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await isSent(page);
    expect((await postsOf(site)).map(({ workedOn }) => workedOn)).toEqual([today]);
    await context.close();
  });

  it('sent twenty times at once is one record', async () => {
    const site = sites[8];
    const { page, context } = await sit(site);
    const codes = await page.evaluate(
      async ({ contractId, workedOn }) => {
        const token = (await (await fetch('/m/session', { headers: { accept: 'application/json' } })).json())
          .csrf;
        const words = {
          contractId: String(contractId),
          workedOn,
          kind: 'work',
          workers: '5',
          sentence: '同一份',
        };
        const uuid = '11111111-2222-4333-8444-555555555555';
        const body = () => new URLSearchParams({ ...words, uuid, _csrf: token });
        const send = () =>
          fetch('/m/posts', { method: 'POST', headers: { accept: 'application/json' }, body: body() });
        const answers = await Promise.all(Array.from({ length: 20 }, send));
        return answers.map(({ status }) => status).sort();
      },
      { contractId: site.contractId, workedOn: today },
    );
    expect(codes).toEqual([...Array(19).fill(200), 201]);
    expect(await postsOf(site)).toHaveLength(1);
    await context.close();
  });
});
