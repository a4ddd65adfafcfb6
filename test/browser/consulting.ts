import { Page } from 'playwright-core';
import { House, openHouse } from '../support/app';
import { doorsOf, putUpDoors } from '../support/doors';
import { taken } from '../support/pages';
import { Fields, Person } from '../support/person';
import { openedRenovation } from '../support/renovation';

/** 丰乐路106号院 while its residents are asked: 28 doors, and nothing is written down yet. */
export interface Consultation {
  house: House;
  /** The street, for what is not looked at in a browser. */
  manager: Person;
  compoundId: number;
}

const yard = '/compounds/fl106';

/** Opens a house with it. */
export async function openConsultation(at: string): Promise<Consultation> {
  const house = await openHouse({ at });
  const { compoundId } = await openedRenovation(house.app, { stage: 'consultation' });
  const manager = await house.person('manager');
  await putUpDoors(manager);
  return { house, manager, compoundId };
}

/** A vote on a matter of special majority that is open since this day; its address. */
export async function openVote({ house, manager, compoundId }: Consultation, on: string): Promise<string> {
  const doors = await doorsOf(house.rows, compoundId);
  const areas: Fields = Object.fromEntries([...doors.values()].map((id) => [`area.${id}`, '60']));
  await taken(manager.fill(`${yard}/owners`, areas, `${yard}/owners`));
  const question = '北墙绿地约 45 平方米改建为公共车棚，装 30 组充电桩，由社区统一管理，收取的电费公示。';
  const vote = {
    ...{ title: '北墙绿地改建公共车棚', matter: 'change-of-use', question, scope: 'compound' },
    ...{ form: 'written', noticePostedOn: '2026-03-01', opensOn: on, closesOn: on },
  };
  const path = await taken(manager.fill(`${yard}/votes/new`, vote, `${yard}/votes`));
  await taken(manager.fill(`${path}/open`, {}));
  return path;
}

/** Presses Tab until the focus is inside of what is looked for; says where it never came. */
export async function tabInto(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}
