import { randomUUID } from 'node:crypto';
import { Browser } from 'playwright-core';
import { givenYard } from '../support/portfolio';
import { House, openHouse } from '../support/app';
import { Fields } from '../support/person';
import { describeInBrowser, openBrowser, Seat, sitDown } from './browser';

jest.setTimeout(120_000);

/** What somebody pastes who pastes an address without a blank. */
const endless = (length: number) => 'Wm'.repeat(length / 2);

describeInBrowser('a word that never ends', () => {
  let house: House;
  let browser: Browser;
  let seat: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T10:00:00+08:00' });
    await givenYard(house.app, {
      code: 'fl106',
      name: '丰乐路106号院',
      renovation: { stage: 'consultation' },
    });
    browser = await openBrowser();
    seat = await sitDown(browser, house.url, { login: 'worker', screen: 'phone' });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.each<[string, string, Fields]>([
    [
      'a wish',
      '/compounds/fl106/wishes',
      { ...{ kind: 'wish', source: 'office', heardOn: '2026-04-20', step: 'post' }, text: endless(1000) },
    ],
    [
      'a meeting',
      '/compounds/fl106/meetings',
      {
        ...{ kind: 'on-site', plannedOn: '2026-04-20', plannedFrom: '09:00', place: 'yard', template: '0' },
        ...{ title: endless(40), placeNote: endless(60), chair: endless(40), recorder: endless(40) },
        own: endless(120),
      },
    ],
    [
      'a vote',
      '/compounds/fl106/votes',
      {
        ...{ matter: 'fund-use', form: 'written', scope: 'compound', title: endless(40) },
        ...{ question: endless(2000), opensOn: '2026-06-01', closesOn: '2026-06-08' },
      },
    ],
  ])('in %s makes no page of a phone wider than the phone', async (_, path, fields) => {
    const worker = await house.person('worker');
    await worker.get(path);
    const made = await worker.post(path, { ...fields, onceKey: randomUUID() });
    expect(made.status).toBe(303);
    for (const page of [made.location!, path, '/c/fl106']) {
      await seat.page.goto(`${house.url}${page}`);
      const wider = await seat.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([page, wider]).toEqual([page, 0]);
    }
  });
});
