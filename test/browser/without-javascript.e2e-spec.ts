import { join } from 'node:path';
import { Browser } from 'playwright-core';
import { folder } from '../fixtures/import/samples.cjs';
import { House, openHouse } from '../support/app';
import { makePlan, readByResident } from './advancing';
import { describeInBrowser, openBrowser, Seat, sitDown } from './browser';
import { fillIn, follow, jpeg, press, toMend, turn } from './forms';
import { makeDoors, openRenovation, registerCompound } from './registering';
import { fillSheet, openSurvey, photographBuilding, recordFindings, sign } from './surveying';

jest.setTimeout(300_000);

describeInBrowser('everything that must be done can be done without JavaScript', () => {
  let house: House;
  let browser: Browser;
  let worker: Seat;
  let manager: Seat;
  let visitor: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-12T09:00:00+08:00' });
    browser = await openBrowser();
    const javaScript = false;
    worker = await sitDown(browser, house.url, { login: 'worker', screen: 'phone', javaScript });
    manager = await sitDown(browser, house.url, { login: 'manager', javaScript });
    visitor = await sitDown(browser, house.url, { screen: 'phone', javaScript });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('a compound is registered, its doors made, its renovation opened and planned', async () => {
    await registerCompound(worker.page, house.url);
    await makeDoors(worker.page);
    await openRenovation(manager.page, house.url);
    await makePlan(manager.page, house.url);
  });

  it('a door is surveyed, and a form with a mistake comes back with everything typed', async () => {
    const { page } = worker;
    await openSurvey(page, house.url);
    await follow(page, '录入下一户');
    await fillIn(page, { outcome: 'other', visitors: ['community-worker'] });
    await press(page, '保存，录下一户');
    expect(await toMend(page)).toEqual([expect.stringContaining('选「其他」时请写明情况')]);
    expect(await page.title()).toMatch(/^有错误：/);
    expect(await page.isChecked('[name=outcome][value=other]')).toBe(true);
    await fillIn(page, { note: '电话联系上，同意按大家的意见办' });
    await press(page, '保存，录下一户');
    expect(await page.getByText('1号楼 1单元 101 已保存').isVisible()).toBe(true);
    expect(await page.locator('main h2').first().innerText()).toContain('102');
  });

  it('photos are sent, and one chosen with a mistaken form is not asked for again', async () => {
    const { page } = worker;
    await page.goto(`${house.url}/compounds/fl106/files`);
    await fillIn(page, { files: await jpeg('院门.jpg') });
    await press(page, '上传');
    expect(await toMend(page)).toEqual(['请填写「用途」']);
    expect(await page.getByText('院门.jpg 已上传').isVisible()).toBe(true);
    await page.selectOption('#f-purpose', { label: '楼院照片' });
    await press(page, '上传');
    expect(await page.locator('.photo-grid img').count()).toBe(1);
  });

  it('the survey is signed and the stage moves; a resident reads it', async () => {
    await recordFindings(worker.page, house.url);
    await follow(worker.page, '整单元登记');
    await fillIn(worker.page, { visitors: ['community-worker'], rest: 'met' });
    await press(worker.page, '保存入户记录');
    await follow(worker.page, '返回摸底');
    await photographBuilding(worker.page);
    await fillSheet(worker.page);
    await sign(worker.page, house.url, '社区签字');
    await sign(manager.page, house.url, '街道签字');
    await manager.page.goto(`${house.url}/compounds/fl106/stages`);
    await follow(manager.page, '进入「居民议事」');
    await press(manager.page, '确认进入下一阶段');
    await visitor.page.goto(`${house.url}/c/fl106`);
    expect((await readByResident(visitor.page)).step).toBe('居民议事');
  });

  it('a list is imported: the page of its progress reloads itself', async () => {
    const { page } = manager;
    await page.goto(`${house.url}/imports/new`);
    await page.setInputFiles('#f-list', join(folder, 'good-list.xlsx'));
    await press(page, '上传清单');
    await press(page, '核对清单');
    await page.getByRole('button', { name: /^确认导入 \d+ 行$/ }).waitFor();
    await turn(page, () => page.getByRole('button', { name: /^确认导入/ }).click());
    await page.getByText('撤销这次导入').waitFor();
    await follow(page, '查看台账');
    expect(await page.locator('tbody tr').count()).toBe(6);
  });

  it('lists are narrowed, sorted and searched by plain forms and links', async () => {
    const { page } = manager;
    await page.fill('#filter-q', 'fl');
    await press(page, '查询');
    expect(await page.locator('tbody th a').allInnerTexts()).toEqual(['丰乐路106号院']);
    await page.goto(`${house.url}/board`);
    await turn(page, () => page.getByRole('link', { name: '户数' }).click());
    expect(await page.locator('[aria-sort]').innerText()).toContain('户数');
    await page.fill('.search input', '丰乐路');
    await turn(page, () => page.press('.search input', 'Enter'));
    expect(new URL(page.url()).searchParams.get('q')).toBe('丰乐路');
  });

  it('a visitor finds the compound and keeps the size of the letters', async () => {
    const { page } = visitor;
    await page.goto(`${house.url}/`);
    await page.fill('#q', '丰乐路106');
    await turn(page, () => page.getByRole('button', { name: '找楼院' }).click());
    await turn(page, () => page.locator('#results .yard').first().click());
    for (const [words, size] of [
      ['特大字', 'xl'],
      ['长辈版', 'l'],
      ['标准', null],
    ] as const) {
      await turn(page, () => page.getByRole('link', { name: words }).click());
      expect(page.url()).toBe(`${house.url}/c/fl106`);
      expect(await page.locator('html').getAttribute('data-font')).toBe(size);
    }
    await page.goto(`${house.url}/`);
    expect(await page.locator('html').getAttribute('data-font')).toBe(null);
  });

  it('signing out ends it', async () => {
    const { page } = worker;
    await page.locator('.me summary').click();
    await turn(page, () => page.getByRole('button', { name: '退出登录' }).click());
    await page.goto(`${house.url}/work`);
    expect(page.url()).toContain('/sign-in');
    for (const { faults } of [worker, manager, visitor]) expect(faults).toEqual([]);
  });
});
