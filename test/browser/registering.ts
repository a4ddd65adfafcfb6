import { Page } from 'playwright-core';
import { Entries, fillIn, follow, press, toMend } from './forms';

/** What the community knows of 丰乐路106号院, typed as people type. */
export const register: Entries = {
  name: '丰乐路106号院',
  address: '惠济区丰乐路106号',
  neighbourNote: '院墙外是金水区',
  isEnclave: 'yes',
  builtYear: '１９８９',
  builtYearBasis: 'unit-certificate',
  siteArea: '490 ㎡',
  floorArea: '1,677',
  buildingCount: '1',
  unitCount: '1',
  floorsMin: '7',
  floorsMax: '7',
  householdCount: '28户',
  residentCount: '63',
  tenure: 'reformed',
  originUnit: '搬运三站',
  originUnitStatus: 'acquired',
  noOwnerReason: 'restructured',
  managementStatus: 'residents',
  outsideDistrictPlan: 'yes',
};

/** From the list of compounds: registers 丰乐路106号院. */
export async function registerCompound(page: Page, house: string): Promise<void> {
  await page.goto(`${house}/compounds`);
  await follow(page, '登记楼院');
  const place = page.locator('#f-place option').filter({ hasText: '粮运社区' });
  await fillIn(page, { ...register, place: (await place.getAttribute('value'))! });
  await press(page, '登记楼院');
  expect(await toMend(page)).toEqual([]);
  expect(page.url()).toBe(`${house}/compounds/fl106`);
}

/** Makes the door list of one building of one unit, seven floors, four doors each. */
export async function makeDoors(page: Page): Promise<void> {
  await follow(page, '楼院档案');
  await fillIn(page, { buildingNo: '1号楼', units: '1', floors: '7', doorsPerFloor: '4' });
  await press(page, '生成门户');
  expect(await toMend(page)).toEqual([]);
  expect(await page.locator('table.doors td').count()).toBe(28);
}

/** Opens the renovation the street pays itself. */
export async function openRenovation(page: Page, house: string): Promise<void> {
  await page.goto(`${house}/compounds/fl106/renovations`);
  const [name, summary] = ['丰乐路106号院微改造', '拆除棚屋和广告牌，清飞线，粉刷，装门禁，建车棚和充电桩'];
  await fillIn(page, { name, track: 'micro', summary, estimatedFen: '20万元' });
  await press(page, '立项');
  expect(await toMend(page)).toEqual([]);
}
