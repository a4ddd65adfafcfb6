import { Page } from 'playwright-core';
import { Entries, fillIn, follow, jpeg, press, toMend } from './forms';

/** The seven findings of 丰乐路106号院; the blocked fire lane is grade 4 and has its day. */
const findings: Entries[] = [
  { kind: 'shed-suspected', severity: '3', place: '院内东侧至南侧' },
  { kind: 'flying-wires', severity: '3', place: '北墙电表箱至 1 至 4 层外墙' },
  { kind: 'dirty-corner', severity: '2', place: '院墙角、单元口' },
  { kind: 'parking-disorder', severity: '3', place: '院内、单元口' },
  { kind: 'fire-lane-blocked', severity: '4', place: '院门至单元口', controlBy: '2026-03-20' },
  { kind: 'ebike-charging-missing', severity: '3', place: '院内、楼道一层' },
  { kind: 'entrance-open', severity: '2', place: '院门' },
];

export async function openSurvey(page: Page, house: string): Promise<void> {
  await page.goto(`${house}/compounds/fl106`);
  await follow(page, '摸底');
  await press(page, '开始摸底');
}

/** Tries to sign: the button is shut, says why, and every reason has its way to be mended. The reasons. */
export async function reasonsNotToSign(page: Page): Promise<string[]> {
  const button = page.getByRole('button', { name: '社区签字' });
  expect(await button.isDisabled()).toBe(true);
  const reasons = await page.locator('section[aria-labelledby=missing] .todo li b').allInnerTexts();
  const why = page.locator(`#${await button.getAttribute('aria-describedby')}`);
  expect(await why.innerText()).toContain(`还有 ${reasons.length} 项没有具备`);
  expect(await page.locator('section[aria-labelledby=missing] .todo a').count()).toBe(reasons.length);
  return reasons;
}

/** Writes down the seven findings with a photo each. */
export async function recordFindings(page: Page, house: string): Promise<void> {
  for (const [at, finding] of findings.entries()) {
    await page.goto(`${house}/compounds/fl106/survey`);
    await follow(page, '登记隐患');
    await fillIn(page, { ...finding, photos: await jpeg(`隐患${at + 1}.jpg`) });
    await press(page, '保存隐患');
    expect(await toMend(page)).toEqual([]);
  }
  expect(await page.locator('section[aria-labelledby=hazards] tbody tr').count()).toBe(findings.length);
}

/** One evening, one staircase: 101 was out, everybody else was met. */
export async function visitEveryDoor(page: Page): Promise<void> {
  await follow(page, '整单元登记');
  await fillIn(page, { visitors: ['community-worker', 'building-lead'], rest: 'met' });
  await page.getByLabel('这次走访结果：101').selectOption({ label: '不在家' });
  await press(page, '保存入户记录');
  expect(await toMend(page)).toEqual([]);
  await follow(page, '返回摸底');
  expect(await page.getByText('应访 28 户，访到 27 户，不在家 1 户').isVisible()).toBe(true);
}

export async function photographBuilding(page: Page): Promise<void> {
  await follow(page, '1号楼　|1号楼$');
  await fillIn(page, { photos: [await jpeg('南立面.jpg'), await jpeg('北立面.jpg')] });
  await press(page, '保存照片');
  expect(await toMend(page)).toEqual([]);
  await follow(page, '返回摸底');
}

export async function fillSheet(page: Page): Promise<void> {
  await follow(page, '填写摸底表');
  const note = '院子夹在金水区的围墙中间；住户以退休搬运工为主，晚上入户最齐。';
  await fillIn(page, { gridHouseholds: '28', gridResidents: '63', buildingSafety: 'sound', note });
  await press(page, '保存摸底表');
  expect(await toMend(page)).toEqual([]);
}

/** Signs for the community or for the street, through the page that says what becomes of it. */
export async function sign(page: Page, house: string, words: '社区签字' | '街道签字'): Promise<void> {
  await page.goto(`${house}/compounds/fl106/survey`);
  await follow(page, words);
  await press(page, words);
  expect(await toMend(page)).toEqual([]);
}
