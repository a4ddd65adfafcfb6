import { Page } from 'playwright-core';
import { House } from '../support/app';
import { givenZone } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { Entries, fillIn, follow, jpeg, paper, press, toMend } from './forms';
import { faultsOf, smallTargets } from './inspecting';

const yard = '/compounds/fl106';

/** 丰乐路106号院 in its removal stage: the shed of the fixed plan shall stand where the garages are. */
export async function openRemovals({ app }: House): Promise<{ compoundId: number; renovationId: number }> {
  const ids = await openedRenovation(app, { stage: 'removal', track: 'district' });
  await givenZone(app, ids, { name: '院门东侧' });
  return ids;
}

/** The least side of what is pressed with a thumb. */
const thumb = 44;

/** What was found on the pages that were passed, and how many they were. */
export class Looks {
  readonly faults: string[] = [];
  count = 0;

  /** Looks at the page as it stands; on a phone also for what a thumb may miss. */
  async at(page: Page, least = thumb): Promise<void> {
    const isPhone = page.viewportSize()!.width < 600;
    const found = [...(await faultsOf(page)), ...(isPhone ? await smallTargets(page, least) : [])];
    this.faults.push(...found.map((fault) => `${new URL(page.url()).pathname}: ${fault}`));
    this.count += 1;
  }
}

/** Sends the form and stays for what is said against it: nothing. */
async function sent(page: Page, button: string): Promise<void> {
  await press(page, button);
  expect(await toMend(page)).toEqual([]);
}

/** From the tab of the removals: a garage of 5 × 3 metres, with its photo. */
export async function registerGarage(
  looks: Looks,
  page: Page,
  house: string,
  more: Entries = {},
): Promise<void> {
  await page.goto(`${house}${yard}/removals`);
  await follow(page, '登记一处');
  await looks.at(page);
  await page.locator('details.field summary').click();
  await fillIn(page, {
    ...{ kind: 'building', place: '院门东侧第 1 间', length: '5', width: '3', use: 'parking' },
    ...{ material: 'steel-sheet', party: 'owner', plannedOn: '2026-05-18', reuse: '公共车棚' },
    ...{ photos: await jpeg('拆除前.jpg'), ...more },
  });
  const zone = page.locator('main input[name=zones]');
  if (await zone.count()) await zone.first().check();
  await sent(page, '保存拆除对象');
}

/** Where the picture of the sketch is pressed, in parts of its width and height; then the place in words. */
export async function pressSketch(page: Page, at: { across: number; down: number }): Promise<string> {
  const picture = page.locator('main input[type=image]:visible');
  expect(await picture.count()).toBe(1);
  const box = (await picture.boundingBox())!;
  const position = { x: box.width * at.across, y: box.height * at.down };
  await Promise.all([page.waitForNavigation(), picture.click({ position })]);
  expect(await toMend(page)).toEqual([]);
  await follow(page, '标在草图上');
  return page.locator('.pin-picker .hint').innerText();
}

/** One evening at the door, from the case. */
export async function visitDoor(looks: Looks, page: Page, fields: Entries): Promise<void> {
  await follow(page, '登记走访');
  await looks.at(page);
  await fillIn(page, { visitors: ['community', 'building-lead'], time: 'evening', ...fields });
  await sent(page, '保存走访');
}

/** The signed request, with its scan. */
export async function uploadRequest(looks: Looks, page: Page, signedOn: string): Promise<void> {
  await follow(page, '登记同意拆除');
  await looks.at(page);
  await fillIn(page, {
    ...{ way: 'assisted', consentSignedOn: signedOn, identityChecked: 'yes' },
    ...{ consents: paper('申请拆除书.pdf'), removeByOn: '2026-05-18', plannedOn: '2026-05-18' },
  });
  await sent(page, '登记同意拆除');
}

/** The removal day, with everything but the weather; its address. */
export async function planDay(looks: Looks, page: Page, house: string): Promise<string> {
  await page.goto(`${house}${yard}/operations`);
  await follow(page, '安排一次行动');
  await looks.at(page);
  await fillIn(page, {
    ...{ name: '院门东侧车库集中拆除', happensOn: '2026-05-18', fromTime: '08:00', toTime: '11:30' },
    ...{ agencies: ['street', 'community', 'city-management'], meetingPoint: '院门口' },
    safetyPlan: paper('安全方案.pdf'),
  });
  await page.locator('label.mark-box').first().click();
  expect(await page.locator('main [name=structures]').first().isChecked()).toBe(true);
  await sent(page, '保存行动安排');
  return new URL(page.url()).pathname;
}

/** The notice of the day, looked at before it hangs. */
export async function postNotice(looks: Looks, page: Page): Promise<void> {
  await follow(page, '张贴告知');
  await looks.at(page);
  await sent(page, '看居民将看到什么');
  await looks.at(page);
}

/** What came of the one structure of the day. */
export async function writeResult(looks: Looks, page: Page): Promise<void> {
  await follow(page, '登记实施结果');
  await looks.at(page);
  const name = async (column: string) =>
    (await page.locator(`main [name^="${column}."]`).first().getAttribute('name'))!;
  await fillIn(page, {
    ...{ [await name('outcome')]: 'removed', [await name('area')]: '15.2' },
    ...{ [await name('from')]: '08:00', [await name('to')]: '08:50', [await name('belongings')]: 'taken' },
    ...{ [await name('waste')]: 'yes', [await name('photos')]: await jpeg('拆除后.jpg') },
  });
  await sent(page, '登记实施结果');
}
