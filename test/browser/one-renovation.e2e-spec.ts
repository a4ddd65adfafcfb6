import { Browser } from 'playwright-core';
import { House, openHouse } from '../support/app';
import { letPass, makePlan, move, prove, readByResident, refusals } from './advancing';
import { describeInBrowser, openBrowser, Seat, sidewaysScroll, signIn, sitDown } from './browser';
import { follow, press, toMend } from './forms';
import { bringAxe, faultsOf } from './inspecting';
import { makeDoors, openRenovation, registerCompound } from './registering';
import {
  fillSheet,
  openSurvey,
  photographBuilding,
  reasonsNotToSign,
  recordFindings,
  sign,
  visitEveryDoor,
} from './surveying';

jest.setTimeout(300_000);

/** Case C1 in a real browser: the worker on a phone, the street and the district at desks, a resident with a phone. */
describeInBrowser('one renovation, from an empty house to its close', () => {
  let house: House;
  let browser: Browser;
  let worker: Seat;
  let manager: Seat;
  let officer: Seat;
  let resident: Seat;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-02T09:00:00+08:00' });
    browser = await openBrowser();
    worker = await sitDown(browser, house.url, { login: 'worker', screen: 'phone' });
    manager = await sitDown(browser, house.url, { login: 'manager' });
    officer = await sitDown(browser, house.url, { login: 'officer' });
    resident = await sitDown(browser, house.url, { screen: 'phone' });
    for (const { context } of [worker, manager, officer, resident]) await bringAxe(context);
  });
  afterAll(async () => {
    await browser?.close();
    await house.close();
  });

  /** Days pass, sessions end: those who work on this day sign in again. */
  const on = async (at: string, people: Record<string, Seat>) => {
    house.setClock(at);
    for (const [login, seat] of Object.entries(people)) await signIn(seat.page, house.url, login);
  };
  const advance = async (to: string) => {
    await move(manager.page, house.url, `进入「${to}」`, '确认进入下一阶段');
    expect((await readByResident(resident.page)).step).toBe(to);
  };

  it('the worker registers 丰乐路106号院 on a phone, and the code of its board opens a page', async () => {
    expect((await resident.page.goto(`${house.url}/c/fl106`))!.status()).toBe(404);
    await registerCompound(worker.page, house.url);
    await makeDoors(worker.page);
    expect(await sidewaysScroll(worker.page)).toBe(0);
    await resident.page.reload();
    expect(await resident.page.locator('h1').textContent()).toBe('丰乐路106号院');
  });

  it('the street opens a micro renovation of 20 万元 and plans its six stages', async () => {
    await openRenovation(manager.page, house.url);
    await makePlan(manager.page, house.url);
    expect((await readByResident(resident.page)).step).toBe('摸底调查');
  });

  it('a survey that is not complete is not signed, and every reason leads to where it is mended', async () => {
    await openSurvey(worker.page, house.url);
    expect(await reasonsNotToSign(worker.page)).toEqual([
      expect.stringMatching(/^还有 28 户没有入户记录：1号楼 1单元 101、/),
      '应访 28 户，访到 0 户，不到 80%，请再次上门',
      '还没有登记隐患；全院走过、确实没有的，请确认「未发现隐患」',
      '还没有楼栋照片：1号楼',
    ]);
  });

  it('the worker records seven findings with photos, 28 doors, the building and the sheet', async () => {
    await on('2026-03-12T18:30:00+08:00', { worker });
    await recordFindings(worker.page, house.url);
    await visitEveryDoor(worker.page);
    await photographBuilding(worker.page);
    await fillSheet(worker.page);
    expect(await worker.page.getByText('内容齐全，可以签字').isVisible()).toBe(true);
    expect(await sidewaysScroll(worker.page)).toBe(0);
  });

  it('nobody advances before both signatures; then the resident reads 居民议事', async () => {
    await on('2026-03-20T10:00:00+08:00', { worker, manager });
    await worker.page.goto(`${house.url}/compounds/fl106/survey`);
    await follow(worker.page, '社区签字');
    expect(await faultsOf(worker.page)).toEqual([]);
    await sign(worker.page, house.url, '社区签字');
    expect(await refusals(manager.page, house.url, '进入「居民议事」')).toEqual([
      expect.stringContaining('摸底调查由社区、街道两级签字'),
    ]);
    expect(await faultsOf(manager.page)).toEqual([]);
    await sign(manager.page, house.url, '街道签字');
    await advance('居民议事');
  });

  it('consultation is left with papers for three matters and the officer’s exception for one', async () => {
    await on('2026-04-26T16:00:00+08:00', { manager, officer });
    const missing = await refusals(manager.page, house.url, '进入「拆违清障」');
    for (const matter of ['居民代表会议', '多数住户同意', '自筹立项', '改造内容清单']) {
      expect(missing).toContainEqual(expect.stringContaining(matter));
    }
    expect(missing.length).toBe(4);
    await follow(manager.page, '返回，先不办理');
    await follow(manager.page, '登记节点');
    await press(manager.page, '登记节点');
    expect(await toMend(manager.page)).toEqual([expect.stringContaining('请附上一份文件')]);
    expect(await faultsOf(manager.page)).toEqual([]);
    const gates = ['representatives-met', 'majority-agreed', 'self-funded'];
    await prove(manager.page, house.url, '居民议事', gates, {
      document: '第3次居民代表大会纪要.pdf',
      note: '多数住户同意拆除违建，街道自筹近 20 万元',
    });
    const reason = '区改造办专题会同意先清障，清单随施工方案补齐';
    await letPass(officer.page, house.url, 'items-chosen', reason);
    await advance('拆违清障');
    expect(await resident.page.locator('#exceptions').innerText()).toContain(reason);
  });

  it('removal day, and works that begin on the same afternoon', async () => {
    await on('2026-05-18T16:30:00+08:00', { manager });
    const gates = ['first-area-clear', 'removal-all-closed', 'funds-available', 'contract-signed'];
    await prove(manager.page, house.url, '拆违清障', [...gates, 'dust-plan', 'board-posted'], {
      document: '拆除和开工资料.pdf',
    });
    await prove(manager.page, house.url, '拆违清障', ['demolition-filing'], {
      document: '拆除组织说明.pdf',
      outcome: 'not-applicable',
      note: '由街道和城管执法人员组织，没有发包拆除工程',
    });
    await advance('施工改造');
  });

  it('a month of works, acceptance, handover: every step is on the phone at once', async () => {
    await on('2026-06-18T16:00:00+08:00', { manager });
    const works = ['works-complete', 'warranty-letter', 'concealed-accepted'];
    await prove(manager.page, house.url, '施工改造', works, { document: '完工自检单.pdf' });
    await advance('竣工验收');

    await on('2026-06-30T11:00:00+08:00', { manager });
    const acceptance = ['acceptance-passed', 'defects-mended'];
    await prove(manager.page, house.url, '竣工验收', acceptance, { document: '竣工验收单.pdf' });
    await advance('移交长效');

    await on('2026-07-11T11:00:00+08:00', { manager });
    const handover = ['manager-named', 'handover-signed', 'settlement-approved'];
    await prove(manager.page, house.url, '移交长效', handover, { document: '移交清单.pdf' });
    await move(manager.page, house.url, '办结', '确认办结');
    const { step, now } = await readByResident(resident.page);
    expect(step).toBe('');
    expect(now).toContain('7月11日 移交');
    expect(await faultsOf(resident.page)).toEqual([]);
  });

  it('nothing went wrong in any of the four browsers', () => {
    for (const { faults } of [worker, manager, officer, resident]) expect(faults).toEqual([]);
  });
});
