import { createHash } from 'node:crypto';
import { Page } from 'playwright-core';
import sharp from 'sharp';
import { sevenItems } from '../../src/domain/progress/given-progress';
import { House } from '../support/app';
import { openedRenovation } from '../support/renovation';
import { givenPlan } from '../support/works-rows';
import { ChosenFile, Entries, fillIn, follow, press, toMend } from './forms';
import { Looks } from './removing';

const yard = '/compounds/fl106';

/** What is pressed with a glove on is this high and wide. */
export const glove = 56;

/** 丰乐路106号院 with its plan of seven lines fixed and the stage of the works begun; nobody has written a contract. */
export async function openWorks({ app }: House): Promise<{ compoundId: number; renovationId: number }> {
  const where = await openedRenovation(app, { stage: 'construction' });
  await givenPlan(app, where);
  return where;
}

/** What a person reads on the page, in one line. */
export const wordsOf = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ');

/** Sends the form and stays for what is said against it: nothing. */
export async function sent(page: Page, button: string): Promise<void> {
  await press(page, button);
  expect(await toMend(page)).toEqual([]);
}

/** The contract from 19 May to 18 June, which runs at once; its address. */
export async function writeContract(looks: Looks, page: Page, house: string): Promise<string> {
  await page.goto(`${house}${yard}/works`);
  await looks.at(page);
  await follow(page, '登记合同');
  await looks.at(page);
  await fillIn(page, {
    ...{ name: '丰乐路106号院改造施工合同', number: 'SG-2026-1', signedOn: '2026-05-15' },
    ...{ startsOn: '2026-05-19', finishOn: '2026-06-18' },
  });
  await page.locator('main [name=party]').selectOption({ index: 1 });
  await page.check('main [name=begins]');
  await sent(page, '保存合同');
  return new URL(page.url()).pathname;
}

/** The seven items of case C1 in the one table: days and money as agreed, the shed with work that will be covered. */
export async function drawItems(looks: Looks, page: Page): Promise<void> {
  await follow(page, '从方案列出项目');
  await looks.at(page);
  const cells: Entries = {};
  for (const { line, measure, plannedStartOn, plannedFinishOn, contractFen } of sevenItems) {
    cells[`measure.${line}`] = measure;
    cells[`start.${line}`] = plannedStartOn;
    cells[`finish.${line}`] = plannedFinishOn;
    cells[`amount.${line}`] = String(contractFen! / 100);
  }
  await fillIn(page, { ...cells, 'after.6': 'line-5', 'concealed.5': 'yes' });
  await sent(page, '列出所选项目');
}

/** Opens these items together; what stands on the page of that step. */
export async function openItems(looks: Looks, page: Page, names: readonly string[]): Promise<string> {
  await follow(page, '开工');
  await looks.at(page);
  const words = await wordsOf(page);
  for (const name of names) await page.locator(`label.mark-box:has-text("${name}") input`).check();
  await sent(page, '开工');
  return words;
}

/** What the foreman is given: the link and, told apart, the PIN. */
export interface Invited {
  link: string;
  pin: string;
}

/** Invites a foreman from the contract; both are shown this once. */
export async function invite(looks: Looks, page: Page, contract: string): Promise<Invited> {
  await follow(page, '邀请现场填报');
  expect(new URL(page.url()).pathname).toBe(`${contract}/invitations`);
  await looks.at(page);
  await fillIn(page, { label: '现场负责人' });
  await sent(page, '生成邀请');
  await looks.at(page);
  const { pathname, search } = new URL(await page.locator('[data-address]').innerText());
  return {
    link: pathname + search,
    pin: (await page.locator('[data-pin]').innerText()).replace(/\s/g, ''),
  };
}

/** Opens the link and gives the PIN. */
export async function comeIn(page: Page, house: string, { link, pin }: Invited): Promise<void> {
  await page.goto(house + link);
  await fillIn(page, { pin });
  await press(page, '进入');
}

/**
 * A photo of the site as a phone takes it, with place and time in it: blocks of grey that differ from number to number,
 * so that no two are nearly the same picture.
 */
export async function siteView(number: number, takenAt: string): Promise<ChosenFile> {
  const [columns, rows, side] = [12, 9, 80];
  const grey = (at: number) => createHash('sha256').update(`${number} ${at}`).digest()[0];
  const blocks = Array.from({ length: columns * rows }, (_, at) => {
    const [x, y, tone] = [(at % columns) * side, Math.floor(at / columns) * side, grey(at)];
    return `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="rgb(${tone},${tone},${tone})"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${columns * side}" height="${rows * side}">${blocks.join('')}</svg>`;
  const buffer = await sharp(Buffer.from(drawing))
    .withExif({
      IFD2: { DateTimeOriginal: takenAt.replaceAll('-', ':') },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 46/1 41/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name: `现场${number}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** The field of an item in the form of a day, by the name of the item. */
export const valueOf = (page: Page, item: string) =>
  page.locator(`li[data-item]:has(b:text-is("${item}")) input[data-value]`);

/** Says in the form of a day how far these items are. */
export async function tell(page: Page, values: Record<string, string>): Promise<void> {
  for (const [item, value] of Object.entries(values)) await valueOf(page, item).fill(value);
}

/** A round with one finding about an item, with its photo. */
export async function writeFinding(
  looks: Looks,
  page: Page,
  house: string,
  { what, place, item, photos }: { what: string; place: string; item: string; photos: ChosenFile },
): Promise<void> {
  await page.goto(`${house}${yard}/checks`);
  await looks.at(page);
  await follow(page, '登记检查');
  await looks.at(page);
  await fillIn(page, { what, place, photos });
  await page.locator('main [name=itemId]').selectOption({ label: item });
  await sent(page, '保存检查');
}
