import { Browser } from 'playwright-core';
import { Compound } from '../../src/compounds/compound.entity';
import { HazardRecord } from '../../src/surveys/hazard.entities';
import { House, openHouse } from '../support/app';
import { openedRenovation } from '../support/renovation';
import { describeInBrowser, enter, openBrowser, Seat, signIn, sitDown } from './browser';
import { fillIn, follow, press, toMend, turn } from './forms';
import { openSurvey } from './surveying';

jest.setTimeout(120_000);

const typed = { kind: 'flying-wires', severity: '3', place: '北墙电表箱', description: '三十多根，垂到地面' };

describeInBrowser('what was typed is not lost', () => {
  let house: House;
  let browser: Browser;
  let worker: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-12T09:00:00+08:00' });
    await openedRenovation(house.app);
    browser = await openBrowser();
    worker = await sitDown(browser, house.url, { login: 'worker', screen: 'phone' });
    await openSurvey(worker.page, house.url);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const form = '/compounds/fl106/hazards/new';
  const kept = () =>
    worker.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('yuanxin.draft')));
  const standing = async () => ({
    kind: await worker.page.inputValue('#f-kind'),
    severity: (await worker.page.isChecked('[name=severity][value="3"]')) ? '3' : '',
    place: await worker.page.inputValue('#f-place'),
    description: await worker.page.inputValue('#f-description'),
  });

  it('a half-filled form says that it is kept, survives a reload and comes back when asked for', async () => {
    const { page } = worker;
    await page.goto(house.url + form);
    await fillIn(page, typed);
    await page.getByText('已自动保存在本机，还没有提交').waitFor();
    await page.reload();
    expect((await standing()).place).toBe('');
    await page.getByRole('button', { name: '恢复草稿' }).click();
    expect(await standing()).toEqual(typed);
  });

  it('a session that ran out while typing leads through the sign-in back to the form, and nothing is lost', async () => {
    const { page } = worker;
    house.setClock('2026-03-12T09:31:00+08:00');
    await press(page, '保存隐患');
    expect(await page.locator('main').innerText()).toContain('登录已过期，刚才的内容没有提交');
    await follow(page, '重新登录');
    await enter(page, 'worker');
    expect(page.url()).toBe(house.url + form);
    await page.getByRole('button', { name: '恢复草稿' }).click();
    expect(await standing()).toEqual(typed);
    expect(await house.rows.count(HazardRecord)).toBe(0);
  });

  it('saved, it is one record and no draft', async () => {
    const { page } = worker;
    await press(page, '保存隐患');
    expect(await toMend(page)).toEqual([]);
    expect(await kept()).toEqual([]);
    await page.goto(house.url + form);
    expect(await page.getByRole('button', { name: '恢复草稿' }).count()).toBe(0);
    expect(await house.rows.count(HazardRecord)).toBe(1);
  });

  it('a refused form keeps its draft until it is mended', async () => {
    const { page } = worker;
    await fillIn(page, { place: '院门' });
    await press(page, '保存隐患');
    expect((await toMend(page)).length).toBe(2);
    expect(await page.inputValue('#f-place')).toBe('院门');
    expect((await kept()).length).toBe(1);
    await fillIn(page, { kind: 'entrance-open', severity: '2' });
    await press(page, '保存隐患');
    expect(await kept()).toEqual([]);
  });

  it('nobody else at this computer is offered it, and signing out takes it away', async () => {
    const { page } = worker;
    await page.goto(house.url + form);
    await fillIn(page, { place: '单元口' });
    await page.getByText('已自动保存在本机，还没有提交').waitFor();
    await worker.context.clearCookies();
    await signIn(page, house.url, 'manager');
    await page.goto(house.url + form);
    expect(await page.getByRole('button', { name: '恢复草稿' }).count()).toBe(0);
    await worker.context.clearCookies();
    await signIn(page, house.url, 'worker');
    await page.locator('.me summary').click();
    await turn(page, () => page.getByRole('button', { name: '退出登录' }).click());
    expect(await kept()).toEqual([]);
  });

  it.each([true, false])('two quick presses make one record (JavaScript: %p)', async (javaScript) => {
    const seat = await sitDown(browser, house.url, { login: 'worker', javaScript });
    const { page } = seat;
    const name = javaScript ? '双击院' : '双击二院';
    await page.goto(`${house.url}/compounds/new`);
    const place = page.locator('#f-place option').filter({ hasText: '粮运社区' });
    await fillIn(page, { name, place: (await place.getAttribute('value'))! });
    const button = page.getByRole('button', { name: '登记楼院' });
    await turn(page, () => button.dblclick());
    await page.waitForURL(/\/compounds\/shuangji/);
    expect(await house.rows.countBy(Compound, { name })).toBe(1);
    expect(seat.faults).toEqual([]);
    await seat.context.close();
  });
});
