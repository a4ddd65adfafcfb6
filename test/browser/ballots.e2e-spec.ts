import { Browser } from 'playwright-core';
import { House, openHouse } from '../support/app';
import { putUpDoors } from '../support/doors';
import { openedRenovation } from '../support/renovation';
import { Seat, describeInBrowser, openBrowser, sitDown } from './browser';
import { turn } from './forms';

jest.setTimeout(120_000);

describeInBrowser('ballots from paper, by keyboard alone', () => {
  let house: House;
  let browser: Browser;
  let worker: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01T09:00:00+08:00' });
    await openedRenovation(house.app);
    await putUpDoors(await house.person('worker'));
    browser = await openBrowser();
    worker = await sitDown(browser, house.url, { login: 'worker' });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const checked = () =>
    worker.page.locator('.ballots tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const radio = row.querySelector<HTMLInputElement>('input[type=radio]:checked');
        return radio?.value ?? '';
      }),
    );

  it('the roster of 28 doors is typed downwards, or pasted from a spreadsheet', async () => {
    const { page } = worker;
    await page.goto(`${house.url}/compounds/fl106/owners`);
    const areas = page.locator('input[name^="area."]');
    await areas.first().focus();
    for (let row = 0; row < 28; row += 1) {
      await page.keyboard.type(row < 24 ? '60' : '59.25');
      await page.keyboard.press(row % 2 ? 'ArrowDown' : 'Enter');
    }
    await areas.nth(2).focus();
    await areas.nth(2).evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '61.5\t合同\tA\r\n62\t测绘实测\tA\r\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await turn(page, () => page.keyboard.press('Control+Enter'));
    const typed = await areas.evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value));
    expect([typed[1], typed[2], typed[3], typed[27]]).toEqual(['60', '61.5', '62', '59.25']);
    expect(await page.locator('select[name^="source."]').nth(2).inputValue()).toBe('contract');
    expect(await page.locator('.numbers').innerText()).toContain('27 人');
  });

  it('1, 2, 3 choose and go down, arrows walk, 0 takes back, and what is typed is kept', async () => {
    const { page } = worker;
    await page.goto(`${house.url}/compounds/fl106/votes/new`);
    await page.fill('#f-title', '使用维修资金修屋面');
    await page.check('input[name=matter][value=fund-use]');
    await page.fill('#f-question', '修 1号楼屋面');
    await page.fill('#f-noticePostedOn', '2026-03-10');
    await page.fill('#f-opensOn', '2026-03-26');
    await page.fill('#f-closesOn', '2026-04-05');
    await turn(page, () => page.keyboard.press('Control+Enter'));
    await turn(page, () => page.locator('a.btn', { hasText: '开始表决' }).click());
    await turn(page, () => page.locator('button', { hasText: '开始表决' }).click());
    await turn(page, () => page.locator('a.btn', { hasText: '录表决票' }).click());
    await page.locator('.ballots input[type=radio]').first().focus();
    for (const key of ['1', '1', '2', '3', '1', 'ArrowUp', 'ArrowUp', '2', '9', 'ArrowUp', '0'])
      await page.keyboard.press(key);
    expect((await checked()).slice(0, 6)).toEqual(['yes', 'yes', 'no', '', 'yes', '']);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowRight');
    await turn(page, () => page.keyboard.press('Control+Enter'));
    expect((await checked()).slice(0, 6)).toEqual(['yes', 'yes', 'no', '', 'yes', '']);
    expect(worker.faults).toEqual([]);
  });
});
