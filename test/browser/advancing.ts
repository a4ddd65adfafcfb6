import { Page } from 'playwright-core';
import { plannedDays } from '../support/plan';
import { Entries, fillIn, follow, paper, press, toMend, turn } from './forms';

const desk = '/compounds/fl106/stages';

/** The first plan of the six stages. */
export async function makePlan(page: Page, house: string): Promise<void> {
  await page.goto(house + desk);
  await follow(page, '制定计划');
  await fillIn(page, plannedDays);
  await press(page, '确定计划');
  expect(await toMend(page)).toEqual([]);
}

/** What the page of the next move still misses, in its own words; its button is shut. */
export async function refusals(page: Page, house: string, move: string): Promise<string[]> {
  await page.goto(house + desk);
  await follow(page, move);
  expect(await page.locator('main .btn-d').isDisabled()).toBe(true);
  return page.locator('main .reasons li').allInnerTexts();
}

/** One paper that proves these matters of a stage. */
export async function prove(
  page: Page,
  house: string,
  stage: string,
  gates: string[],
  more: Entries & { document: string },
): Promise<void> {
  await page.goto(house + desk);
  await follow(page, '登记节点');
  // Groups of tabs above the page are called as stages are.
  await turn(page, () => page.locator('main .tabs a').filter({ hasText: stage }).click());
  await fillIn(page, { gates, ...more, document: paper(more.document) });
  await press(page, '登记节点');
  expect(await toMend(page)).toEqual([]);
}

/** The officer lets one matter pass, with the reason residents will read. */
export async function letPass(page: Page, house: string, gate: string, reason: string): Promise<void> {
  await page.goto(house + desk);
  await follow(page, '例外放行');
  await fillIn(page, { gate, reason });
  await press(page, '确认例外放行');
  expect(await toMend(page)).toEqual([]);
}

/** Makes a move through its confirm page. */
export async function move(page: Page, house: string, link: string, button: string): Promise<void> {
  await page.goto(house + desk);
  await follow(page, link);
  await press(page, button);
  expect(await toMend(page)).toEqual([]);
}

/** What a resident reads after loading the page once more: the step that is going on, and what stands on top. */
export async function readByResident(page: Page): Promise<{ step: string; now: string }> {
  await page.reload();
  const current = page.locator('#stage .timeline li[aria-current=step] h3').first();
  return {
    step: (await current.count()) ? await current.evaluate((one) => one.firstChild?.textContent ?? '') : '',
    now: await page.locator('.now').innerText(),
  };
}
