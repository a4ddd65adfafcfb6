import { Browser } from 'playwright-core';
import { Dwelling } from '../../src/compounds/door.entities';
import { Meeting } from '../../src/meetings/meeting.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { PlanVersion } from '../../src/plans/plan.entities';
import { VoteRosterDoor } from '../../src/votes/vote.entities';
import { taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Fields } from '../support/person';
import { Consultation, openConsultation, openVote } from './consulting';
import { Seat, describeInBrowser, openBrowser, sitDown } from './browser';
import { printed } from './printing';

jest.setTimeout(120_000);

const yard = '/compounds/fl106';
const day = '2026-04-20';

/** A record as long as they come: twenty items of several lines, over several pages. */
const long = Array.from(
  { length: 20 },
  (_, at) => `${at + 1}. ${'先清杂物，再修院路，最后粉刷楼道。'.repeat(8)}`,
);
const several = [3, 4, 5];

/** A word nothing breaks. */
const unbroken = `HTTPS://EXAMPLE.ORG/${'A'.repeat(120)}`;

describeInBrowser('the sheets of the residents’ stage on A4', () => {
  let consultation: Consultation;
  let browser: Browser;
  let seat: Seat;

  beforeAll(async () => {
    consultation = await openConsultation(`${day}T21:00:00+08:00`);
    browser = await openBrowser();
    seat = await sitDown(browser, consultation.house.url, { login: 'worker' });
  });
  afterAll(async () => {
    await browser?.close();
    await consultation?.house.close();
  });

  /** Opens a sheet and prints it. */
  const print = async (path: string) => {
    const answer = await seat.page.goto(consultation.house.url + path);
    expect([path, answer!.status()]).toEqual([path, 200]);
    const sheet = await printed(seat.page);
    expect([path, sheet.tooWide]).toEqual([path, []]);
    return sheet.pages;
  };
  const latestNotice = async () =>
    (await consultation.house.rows.find(NoticeRecord, { order: { id: 'DESC' }, take: 1 }))[0];
  const titles = () => seat.page.locator('h1').allInnerTexts();

  it('the evening sheet of 28 doors is one page, in either order and for each kind of question', async () => {
    const sheet = `${yard}/evening-sheet/print`;
    for (const query of [
      '',
      '?order=down',
      '?questions=satisfaction',
      '?questions=gate-card',
      '?only=unreached',
    ])
      expect([query, await print(sheet + query)]).toEqual([query, 1]);
    expect(await seat.page.locator('.evening-sheet tbody tr').count()).toBe(28);
  });

  describe('of a vote', () => {
    let vote: string;

    beforeAll(async () => {
      vote = await openVote(consultation, day);
    });

    it('the ballots stand two on a page, each with its number and its question', async () => {
      expect(await print(`${vote}/paper`)).toBe(14);
      expect(await seat.page.locator('.ballot-paper').count()).toBe(28);
    });

    it('the list to sign on has every owner and room for signatures', async () => {
      expect(await print(`${vote}/sign-sheet`)).toBe(2);
    });

    it('the computation of a counted vote is one page with its seal and its signatures', async () => {
      const { house, manager } = consultation;
      const owners = await house.rows.find(VoteRosterDoor, { order: { id: 'ASC' } });
      const marks = owners
        .slice(0, 20)
        .map(({ ownerId }, at) => [`mark.${ownerId}-1`, at < 15 ? 'yes' : 'no']);
      const typed: Fields = { ...Object.fromEntries(marks), batchOn: day };
      await taken(manager.fill(`${vote}/ballots`, typed, `${vote}/ballots`));
      const counted = { watchers: 'owner', counters: ['community-worker', 'building-lead'] };
      await taken(manager.fill(`${vote}/close`, counted));
      expect(await print(`${vote}/computation`)).toBe(1);
      expect(await seat.page.locator('.signatures').innerText()).toContain('计票人签字');
      expect(await print(`${vote}/inspection`)).toBe(2);
    });
  });

  describe('of a meeting', () => {
    let meeting: string;

    beforeAll(async () => {
      const { manager } = consultation;
      const plan = {
        ...{ title: '商议改造内容', plannedOn: day, plannedFrom: '18:00', plannedTo: '20:00' },
        ...{ place: 'yard', chair: '社区书记', recorder: '社区工作人员', own: '看效果图\n说车棚\n说路灯' },
      };
      meeting = await taken(manager.fill(`${yard}/meetings/new?kind=four-party`, plan));
      const signIn = await jpeg('签到表.jpg');
      const record = {
        ...{ attendancePresent: ['3', '2', '1', '5', ...Array<string>(9).fill('')] },
        ...{ decisionText: [`老紫藤保留。${unbroken}`, '路灯月底前修好'], minutes: long.join('\n') },
        ...{
          pointText: ['修路灯', ''],
          pointAnswers: ['community', 'community'],
          pointDueOn: ['2026-04-30', ''],
        },
        ...{ press: 'finish', signIn },
      };
      await taken(manager.fill(`${meeting}/minutes`, record));
    });

    it('agenda and sign-in sheet are one page each', async () => {
      expect(await print(`${meeting}/agenda/print`)).toBe(1);
      expect(await titles()).toEqual(['会议议程']);
      expect(await print(`${meeting}/sign-in/print`)).toBe(2);
    });

    it('long minutes run over pages, and a word nothing breaks stays on the paper', async () => {
      expect(several).toContain(await print(`${meeting}/minutes/print`));
      expect(await seat.page.locator('.minutes-text').innerText()).toContain('20. 先清杂物');
    });
  });

  describe('of what hangs in the yard', () => {
    it('the result of the asking is one page that is read standing', async () => {
      const { house, manager } = consultation;
      const [door] = await house.rows.find(Dwelling, { order: { id: 'ASC' }, take: 1 });
      const answers = {
        outcome: 'met',
        renovation: 'agree',
        removal: 'agree',
        fee: 'agree',
        callers: 'street',
      };
      await taken(manager.fill(`/dwellings/${door.id}/history`, answers));
      const publication = `${yard}/households/publication`;
      await taken(manager.fill(publication, { step: 'post', places: 'gate-board' }, publication));
      const { id } = await latestNotice();
      expect(await print(`/notices/${id}/print`)).toBe(1);
    });

    it('minutes and a plan as long as a notice may be run over pages, and stay on the paper', async () => {
      const { manager } = consultation;
      const meeting = `/meetings/${(await consultation.house.rows.findOneByOrFail(Meeting, {})).id}`;
      const minutes = long.join('\n');
      await taken(manager.fill(`${meeting}/publication`, { minutes, step: 'post', places: 'gate-board' }));
      expect(several).toContain(await print(`/notices/${(await latestNotice()).id}/print`));
      expect(await seat.page.locator('.notice-sheet').innerText()).toContain('20. 先清杂物');
      await taken(manager.fill(`${yard}/plan`, {}, `${yard}/plan/versions`));
      for (let at = 1; at <= 24; at += 1) {
        const item = { code: 'I06', name: `公共车棚${at}`, quantity: '45', unit: '㎡', place: '北墙' };
        await taken(manager.fill(`${yard}/plan/items/new`, { ...item, note: long[0] }));
      }
      await taken(manager.fill(`${yard}/plan/notice`, { step: 'post', places: 'gate-board' }));
      expect([1, 2]).toContain(await print(`/notices/${(await latestNotice()).id}/print`));
      const { id } = await consultation.house.rows.findOneByOrFail(PlanVersion, {});
      expect([6, 7, 8]).toContain(await print(`/plan-versions/${id}/print`));
      expect(await seat.page.locator('tbody th[scope=row]').count()).toBe(24);
    });
  });

  it('nothing went wrong in the browser', () => expect(seat.faults).toEqual([]));
});
