import { Browser, Page } from 'playwright-core';
import { Building, Dwelling } from '../../src/compounds/door.entities';
import { HouseholdAnswerRecord, HouseholdCallRecord } from '../../src/households/household-call.entities';
import { DecisionRow } from '../../src/meetings/meeting.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { VoteBallot } from '../../src/votes/vote.entities';
import { taken } from '../support/pages';
import { Consultation, openConsultation, openVote, tabInto } from './consulting';
import { Seat, describeInBrowser, openBrowser, sidewaysScroll, sitDown } from './browser';
import { fillIn, follow, jpeg, press, toMend, turn } from './forms';

jest.setTimeout(120_000);

const yard = '/compounds/fl106';
const smallPhone = { width: 360, height: 740 };

describeInBrowser('the community worker asks, counts and writes down', () => {
  let consultation: Consultation;
  let browser: Browser;
  let phone: Seat;
  let desk: Seat;
  let plain: Seat;

  beforeAll(async () => {
    consultation = await openConsultation('2026-04-20T21:00:00+08:00');
    const { url } = consultation.house;
    browser = await openBrowser();
    phone = await sitDown(browser, url, { login: 'worker', screen: 'phone' });
    await phone.page.setViewportSize(smallPhone);
    desk = await sitDown(browser, url, { login: 'worker' });
    plain = await sitDown(browser, url, { login: 'worker', javaScript: false });
  });
  afterAll(async () => {
    await browser?.close();
    await consultation?.house.close();
  });

  const open = (page: Page, path: string) => page.goto(consultation.house.url + path);
  const calls = () => consultation.house.rows.count(HouseholdCallRecord);
  const answers = () => consultation.house.rows.find(HouseholdAnswerRecord, { order: { id: 'ASC' } });

  /** Doors of the matrix that do not stand between the choice of the layer and the bar at the bottom. */
  const outOfSight = (page: Page): Promise<string[]> =>
    page.locator('#matrix .doors a').evaluateAll((links) => {
      const top = document.querySelector('.layers')!.getBoundingClientRect().bottom;
      const bottom = document.querySelector('.rail')!.getBoundingClientRect().top;
      return links.flatMap((link) => {
        const box = link.getBoundingClientRect();
        const isSeen = top > 0 && box.top >= top && box.bottom <= bottom;
        const isAcross = box.left >= 0 && box.right <= document.documentElement.clientWidth;
        return isSeen && isAcross ? [] : [`${link.textContent}: ${box.top} to ${box.bottom}`];
      });
    });

  describe('at the doors, with a phone of 360 × 740', () => {
    it('all 28 doors stand on one screen below the choice of the layer', async () => {
      await open(phone.page, `${yard}/households#matrix`);
      expect(await phone.page.locator('#matrix .doors a').count()).toBe(28);
      expect(await outOfSight(phone.page)).toEqual([]);
    });

    it('one tap opens a door, taps alone record a call, and the next door is there', async () => {
      const { page } = phone;
      await turn(page, () => page.locator('.doors a', { hasText: '402' }).click());
      expect(await page.locator('main h2').first().innerText()).toContain('402');
      for (const name of ['renovation', 'removal', 'fee'])
        await page.locator(`label.option:has([name=${name}][value=agree])`).click();
      await page.locator('label.option:has([name=callers][value=building-lead])').click();
      await press(page, '保存，下一户');
      expect(await toMend(page)).toEqual([]);
      expect(await page.getByText('1号楼 1单元 402 已保存').isVisible()).toBe(true);
      expect(await page.locator('main h2').first().innerText()).toContain('403');
      await follow(page, '住户表');
      expect(await page.locator('.doors a', { hasText: '402' }).innerText()).toContain('同意');
      expect((await answers()).map(({ answer }) => answer)).toEqual(['agree', 'agree', 'agree']);
    });

    it('what happened at that door is read where it was tapped', async () => {
      const { page } = phone;
      await turn(page, () => page.locator('.doors a', { hasText: '402' }).click());
      const log = await page.locator('section[aria-labelledby=history] .log li').first().innerText();
      expect(log).toContain('改造 同意');
      expect(await sidewaysScroll(page)).toBe(0);
    });
  });

  describe('the evening sheet', () => {
    const rooms = (selector: string) => (page: Page) =>
      page.locator(selector).evaluateAll((cells) => cells.map((cell) => /\d{3}/.exec(cell.textContent!)![0]));
    const chosen = (page: Page, column: string) =>
      page
        .locator('.evening tbody tr')
        .evaluateAll(
          (rows, name) =>
            rows.map((row) => row.querySelector<HTMLInputElement>(`[name^="${name}."]:checked`)?.value ?? ''),
          column,
        );

    it('is typed back in one pass with arrows and 1, 2, 3, in the order of the paper', async () => {
      const { page } = desk;
      await open(page, `${yard}/evening-sheet/print`);
      const onPaper = await rooms('.evening-sheet tbody th')(page);
      await open(page, `${yard}/evening-sheet`);
      expect(await rooms('.evening tbody th')(page)).toEqual(onPaper);
      expect(onPaper.length).toBe(28);
      await tabInto(page, '[name=callers][value=community-worker]');
      await page.keyboard.press('Space');
      await tabInto(page, '.evening input[type=radio]');
      // Column by column, as the eye goes down the paper; from the last door on to the top of the next column.
      await page.keyboard.press('ArrowRight');
      const said = onPaper.map((_, row) => ['1', '1', '2', '1', '3', '1', '1'][row % 7]);
      for (const key of [...said, ...said, ...said]) await page.keyboard.press(key);
      await page.keyboard.press('0');
      const words = { 1: 'agree', 2: 'against', 3: 'undecided' } as Record<string, string>;
      const expected = said.map((key) => words[key]);
      expect(await chosen(page, 'renovation')).toEqual(expected);
      expect(await chosen(page, 'removal')).toEqual(expected);
      expect(await chosen(page, 'fee')).toEqual([...expected.slice(0, -1), '']);
      await turn(page, () => page.keyboard.press('Control+Enter'));
      expect(await toMend(page)).toEqual([]);
      expect(await page.getByText('已录入').first().innerText()).toContain('已录入 27 户');
      expect((await answers()).length).toBe(3 + 3 * 27 - 1);
    });

    it('with answers of every kind, all doors still stand on one screen of the phone, in every layer', async () => {
      const { house, manager } = consultation;
      const doors = await house.rows.find(Dwelling, { order: { id: 'ASC' }, take: 8 });
      for (const [at, outcome] of ['tenant', 'not-home', 'vacant', 'refused', 'phone'].entries()) {
        const call = { outcome, callers: 'street', ...(at === 0 && { satisfaction: 'unsatisfied' }) };
        await taken(manager.fill(`/dwellings/${doors[at].id}/history`, call));
      }
      const { page } = phone;
      await open(page, `${yard}/households`);
      const layers = await page
        .locator('.layers a')
        .evaluateAll((links) =>
          links.map((link) => (link as HTMLAnchorElement).href).filter((link) => link.includes('layer=')),
        );
      expect(layers.length).toBeGreaterThan(6);
      for (const layer of layers) {
        await page.goto(`${layer.split('#')[0]}#matrix`);
        expect([layer, await outOfSight(page)]).toEqual([layer, []]);
      }
      expect(await sidewaysScroll(page)).toBe(0);
    });

    it('half typed, it waits for whoever opens the same sheet again, though a door was added meanwhile', async () => {
      const { page } = desk;
      const cell = async (room: string) => {
        const door = await consultation.house.rows.findOneByOrFail(Dwelling, { roomNo: room });
        return page.locator(`[name="renovation.${door.id}"]`);
      };
      await open(page, `${yard}/evening-sheet`);
      for (const room of ['101', '404', '704']) await (await cell(room)).nth(1).check();
      await page.locator('.evening input.input').last().fill('周六再去');
      await page.getByText('已自动保存在本机，还没有提交').waitFor();
      const [{ id: buildingId }] = await consultation.house.rows.find(Building);
      const added = { unitNo: '1', floorNo: '2', roomNo: '205' };
      await taken(consultation.manager.fill(`/buildings/${buildingId}/doors/new`, added));
      await open(page, `${yard}/evening-sheet?order=down`);
      expect(await page.getByRole('button', { name: '恢复草稿' }).count()).toBe(0);
      await (await cell('301')).nth(0).check();
      await page.getByText('已自动保存在本机，还没有提交').waitFor();
      await open(page, `${yard}/evening-sheet`);
      await page.getByRole('button', { name: '恢复草稿' }).click();
      const restored = ['101', '404', '704'].map(async (room) => (await cell(room)).nth(1).isChecked());
      expect(await Promise.all(restored)).toEqual([true, true, true]);
      expect(await (await cell('205')).nth(0).isChecked()).toBe(false);
      expect(await page.locator('.evening input.input').last().inputValue()).toBe('周六再去');
    });

    it('is typed by clicking where there is no JavaScript', async () => {
      const { page } = plain;
      const before = await calls();
      await open(page, `${yard}/evening-sheet?order=down`);
      const first = page.locator('.evening tbody tr').first();
      expect(await first.locator('th').innerText()).toContain('701');
      await first.locator('label:has([name^="outcome."][value=refused])').click();
      await page.check('[name=callers][value=street]');
      await page.locator('.evening tbody tr').nth(1).locator('input.input').fill('说周末再来');
      await press(page, '保存这张表');
      expect(await toMend(page)).toEqual([expect.stringContaining('写了备注，请选「到户结果」')]);
      expect(await page.locator('.evening tbody tr').nth(1).locator('input.input').inputValue()).toBe(
        '说周末再来',
      );
      const second = page.locator('.evening tbody tr').nth(1);
      await second.locator('label:has([name^="outcome."][value=met])').click();
      await press(page, '保存这张表');
      expect(await page.getByText('已录入').first().innerText()).toContain('已录入 2 户');
      expect(await calls()).toBe(before + 2);
    });
  });

  describe('the ballots', () => {
    it('are typed with the keyboard, and without JavaScript by clicking the boxes', async () => {
      const path = await openVote(consultation, '2026-04-20');
      await open(desk.page, `${path}/ballots`);
      await tabInto(desk.page, '.ballots input[type=radio]');
      for (const key of ['1', '2', '3', '1']) await desk.page.keyboard.press(key);
      await turn(desk.page, () => desk.page.keyboard.press('Control+Enter'));
      const { page } = plain;
      await open(page, `${path}/ballots`);
      const checked = () =>
        page
          .locator('.ballots tbody tr')
          .evaluateAll((rows) =>
            rows
              .slice(0, 6)
              .map((row) => row.querySelector('input[type=radio]:checked')?.getAttribute('value')),
          );
      expect(await checked()).toEqual(['yes', 'no', 'abstain', 'yes', undefined, undefined]);
      const fifth = page.locator('.ballots tbody tr').nth(4);
      await fifth.locator('.mark-box').nth(1).click();
      await press(page, '保存表决票');
      expect(await checked()).toEqual(['yes', 'no', 'abstain', 'yes', 'no', undefined]);
      expect(await consultation.house.rows.count(VoteBallot)).toBe(5);
      const seen = await page.locator('main').innerText();
      expect(seen).toContain('5');
    });
  });

  describe('the notice of the plan', () => {
    it('is looked at as residents will read it: a phone number is masked, and nothing hangs yet', async () => {
      const { manager } = consultation;
      await taken(manager.fill(`${yard}/plan`, {}, `${yard}/plan/versions`));
      const item = { code: 'I06', name: '公共车棚', quantity: '45', unit: '㎡', place: '北墙' };
      await taken(manager.fill(`${yard}/plan/items/new`, item));
      const { page } = desk;
      await open(page, `${yard}/plan/notice`);
      const body = await page.inputValue('#f-body');
      await page.fill('#f-body', `${body}\n联系 13812345678，1号楼1单元301 有图`);
      await press(page, '看居民将看到什么');
      expect(await page.getByText('居民将看到').first().isVisible()).toBe(true);
      const marks = page.locator('.redaction mark');
      expect(await marks.allInnerTexts()).toEqual(['〔电话已隐去〕', expect.stringContaining('某户')]);
      expect(await marks.first().isVisible()).toBe(true);
      expect(await page.locator('.redaction').innerText()).not.toMatch(/138|301/);
      expect(await consultation.house.rows.countBy(NoticeRecord, { kind: 'plan' })).toBe(0);
      await press(page, '返回修改');
      expect(await page.inputValue('#f-body')).toContain('联系 13812345678');
    });
  });

  describe('the minutes of a long meeting', () => {
    const spoken = Array.from({ length: 60 }, (_, at) => `第 ${at + 1} 位代表说：先看图，再说车棚。`).join(
      '\n',
    );

    it('survive a reload with every row that was added, and are saved once', async () => {
      const plan = {
        ...{ title: '说车棚', plannedOn: '2026-04-20', plannedFrom: '18:00', plannedTo: '20:00' },
        ...{ place: 'yard', chair: '社区书记', recorder: '社区工作人员', own: '看效果图' },
      };
      const path = await taken(consultation.manager.fill(`${yard}/meetings/new?kind=four-party`, plan));
      const { page } = desk;
      await open(page, `${path}/minutes`);
      const rows = () => page.locator('textarea[name=decisionText]');
      const atFirst = await rows().count();
      await page.getByRole('button', { name: '再加一条议定事项' }).click();
      await rows().last().fill('路灯归施工方月底前修好');
      await rows().first().fill('老紫藤保留');
      await fillIn(page, { minutes: spoken });
      await page.locator('[name=attendancePresent]').first().fill('3');
      await page.getByText('已自动保存在本机，还没有提交').waitFor();
      await page.reload();
      expect([await rows().count(), await page.inputValue('#f-minutes')]).toEqual([atFirst, '']);
      await page.getByRole('button', { name: '恢复草稿' }).click();
      expect(await page.inputValue('#f-minutes')).toBe(spoken);
      expect(await rows().count()).toBe(atFirst + 1);
      expect([await rows().first().inputValue(), await rows().last().inputValue()]).toEqual([
        '老紫藤保留',
        '路灯归施工方月底前修好',
      ]);
      expect(await page.locator('[name=attendancePresent]').first().inputValue()).toBe('3');
      await fillIn(page, { signIn: await jpeg('签到表.jpg') });
      await press(page, '完成纪要');
      expect(await toMend(page)).toEqual([]);
      const saved = await consultation.house.rows.find(DecisionRow, { order: { position: 'ASC' } });
      expect(saved.map(({ text }) => text)).toEqual(['老紫藤保留', '路灯归施工方月底前修好']);
      await follow(page, '公布纪要');
      expect(await page.inputValue('#f-minutes')).toBe(spoken);
    });
  });

  it('nothing went wrong in any of the three browsers', async () => {
    for (const { faults } of [phone, desk, plain]) expect(faults).toEqual([]);
    expect(await consultation.house.rows.count(Dwelling)).toBe(29);
  });
});
