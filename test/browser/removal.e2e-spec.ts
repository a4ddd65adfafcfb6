import { Browser, Page } from 'playwright-core';
import { OperationRecord } from '../../src/operations/operation.entities';
import { PersuasionVisitRecord } from '../../src/persuasion/persuasion.entity';
import { StructureFile, StructureRecord } from '../../src/structures/structure.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { House, openHouse } from '../support/app';
import { newest } from '../support/rows';
import { describeInBrowser, openBrowser, Seat, sidewaysScroll, signIn, sitDown } from './browser';
import { tabInto } from './consulting';
import { fillIn, follow, jpeg, press, toMend, turn } from './forms';
import { bringAxe } from './inspecting';
import {
  Looks,
  openRemovals,
  planDay,
  postNotice,
  pressSketch,
  registerGarage,
  uploadRequest,
  visitDoor,
  writeResult,
} from './removing';

jest.setTimeout(300_000);

const yard = '/compounds/fl106';

/** Case C1 in a real browser: persuaded at the door, taken down on 18 May at 08:00, and the shed begun on its ground. */
describeInBrowser('one garage, from the photo in the yard to the next builder', () => {
  let house: House;
  let browser: Browser;
  let worker: Seat;
  let manager: Seat;
  let manager2: Seat;
  let builder: Seat;
  let visitor: Seat;
  let id: number;
  const looks = new Looks();

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T18:30:00+08:00' });
    await openRemovals(house);
    browser = await openBrowser();
    worker = await sitDown(browser, house.url, { login: 'worker', screen: 'phone' });
    manager = await sitDown(browser, house.url, { login: 'manager' });
    manager2 = await sitDown(browser, house.url, { login: 'manager2' });
    builder = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    visitor = await sitDown(browser, house.url, { screen: 'phone' });
    for (const { context } of [worker, manager, manager2, builder, visitor]) await bringAxe(context);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Days pass, sessions end: those who work on this day sign in again. */
  const on = async (at: string, people: Record<string, Seat>) => {
    house.setClock(at);
    for (const [login, seat] of Object.entries(people)) await signIn(seat.page, house.url, login);
  };
  const open = (page: Page, path: string) => page.goto(house.url + path);
  const structure = () => house.rows.findOneByOrFail(StructureRecord, { id });
  const openCase = (page: Page) => open(page, `/structures/${id}`);
  const removed = async () => {
    await open(visitor.page, '/c/fl106');
    const block = visitor.page.locator('#removed');
    return (await block.count()) ? (await block.innerText()).replace(/\s+/g, ' ') : '';
  };

  it('the worker puts up the sketch, registers a garage with its photo, and pins it by pressing the picture', async () => {
    const { page } = worker;
    await open(page, `${yard}/ground/sketch`);
    await looks.at(page);
    await fillIn(page, { sketch: await jpeg('草图.jpg'), caption: '总平面草图' });
    await press(page, '上传草图');
    await registerGarage(looks, page, house.url);
    await looks.at(page);
    id = (await newest(house.rows, StructureRecord)).id;
    await follow(page, '标在草图上');
    await looks.at(page);
    const where = await pressSketch(page, { across: 0.3, down: 0.7 });
    expect(where).toMatch(/现在是.*(29\.\d|30(\.\d)?)%.*(69\.\d|70(\.\d)?)%/);
    const { pinAcross, pinDown } = await structure();
    expect([Math.abs(pinAcross! - 300) <= 4, Math.abs(pinDown! - 700) <= 4]).toEqual([true, true]);
    await open(page, `${yard}/ground`);
    expect(await page.locator('main').innerText()).toContain('受阻');
    await looks.at(page);
  });

  it('three evenings: against, waiting, and after the drawing was shown they agree', async () => {
    const { page } = worker;
    for (const [at, attitude, more] of [
      ['2026-04-20T19:10:00+08:00', 'against', { asked: '东西没有地方放' }],
      ['2026-04-24T19:30:00+08:00', 'waiting', { asked: '想看看拆完做什么' }],
      ['2026-05-10T20:00:00+08:00', 'agree', { promised: '18 日前把东西搬走', pictureShown: 'yes' }],
    ] as const) {
      await on(at, { worker });
      await openCase(page);
      await visitDoor(looks, page, { attitude, ...more });
    }
    expect(await page.locator('main').innerText()).toContain('走访 3 次');
    await looks.at(page);
    expect((await house.rows.find(PersuasionVisitRecord)).map((one) => one.time)).toEqual([
      ...['evening', 'evening', 'evening'],
    ]);
  });

  it('the signed request is uploaded from the phone; without it nobody agreed', async () => {
    const { page } = worker;
    await on('2026-05-12T19:00:00+08:00', { worker });
    await openCase(page);
    await follow(page, '登记同意拆除');
    await fillIn(page, { way: 'assisted', consentSignedOn: '2026-05-12' });
    await press(page, '登记同意拆除');
    expect(await toMend(page)).toEqual([
      expect.stringContaining('还没有签字文书的扫描件'),
      expect.stringContaining('还没有核对签字人身份'),
    ]);
    await looks.at(page);
    await openCase(page);
    await uploadRequest(looks, page, '2026-05-12');
    expect(await structure()).toMatchObject({ state: 'agreed', way: 'assisted', identityChecked: true });
    await looks.at(page);
  });

  it('the street plans the day with its safety plan, posts the notice and prints the sheet', async () => {
    const { page } = manager;
    await on('2026-05-13T10:00:00+08:00', { manager });
    const operation = await planDay(looks, page, house.url);
    await looks.at(page);
    await postNotice(looks, page);
    await press(page, '张贴告知');
    await open(page, operation);
    expect(await page.locator('main').innerText()).toContain('集中拆除告知');
    await open(page, `${operation}/print`);
    for (const words of ['拆除行动单', '院门口', '带队人签字'])
      expect(await page.locator('body').innerText()).toContain(words);
    await open(visitor.page, '/c/fl106');
    expect(await visitor.page.locator('main').innerText()).toContain('集中拆除告知（2026年5月18日）');
    expect(await visitor.page.locator('main').innerText()).not.toContain('第 1 间');
    expect(await removed()).toBe('');
  });

  it('at 08:00 of the day the weather is looked up, and the result written down with its photo', async () => {
    const { page } = manager;
    await on('2026-05-18T08:00:00+08:00', { manager });
    const { id: operationId } = await newest(house.rows, OperationRecord);
    await open(page, `/operations/${operationId}`);
    await fillIn(page, { windGrade: '2', checkedOn: '2026-05-18' });
    await press(page, '登记天气');
    expect(await toMend(page)).toEqual([]);
    await looks.at(page);
    await on('2026-05-18T09:00:00+08:00', { manager });
    await open(page, `/operations/${operationId}`);
    await writeResult(looks, page);
    await looks.at(page);
    expect(await structure()).toMatchObject({
      ...{ state: 'removed', removedOn: '2026-05-18', removedFrom: '08:00', removedArea: 15_20 },
    });
    expect(await removed()).toBe('');
  });

  it('who wrote it down cannot verify it; somebody else does, on the spot', async () => {
    await on('2026-05-18T10:00:00+08:00', { manager, manager2 });
    await openCase(manager.page);
    expect(await manager.page.locator('main .btn-p').filter({ hasText: '复核销号' }).count()).toBe(0);
    expect(await manager.page.locator('main').innerText()).toContain('接下来：换一人到现场复核');
    await manager.page.getByText('现在还不能办的').click();
    expect(await manager.page.locator('main').innerText()).toContain('登记拆除的人不能复核同一处');
    const { page } = manager2;
    await openCase(page);
    await follow(page, '复核销号');
    await looks.at(page);
    await press(page, '复核销号');
    expect(await toMend(page)).toEqual([]);
    expect(await structure()).toMatchObject({ state: 'verified', closedOn: '2026-05-18' });
    await looks.at(page);
  });

  it('the builder reads on the phone that the ground is clear, and says so', async () => {
    const { page } = builder;
    await on('2026-05-18T10:05:00+08:00', { builder });
    expect(await page.locator('main').innerText()).toContain('公共车棚');
    await open(page, `${yard}/ground`);
    expect(await page.locator('main').innerText()).toContain('公共车棚：场地已清，可以开工');
    expect(await page.locator('main').innerText()).not.toContain('第 1 间');
    await looks.at(page);
    await press(page, '知道了');
    expect(await page.locator('main').innerText()).toContain('看过');
  });

  it('a visitor reads kind, ㎡, way and day on the next load, and sees a picture once it was released', async () => {
    const words = await removed();
    for (const one of ['一共拆了 1 处，15.2 ㎡', '疑似私搭房屋、棚屋', '助拆', '5月18日'])
      expect(words).toContain(one);
    expect(await visitor.page.locator('#removed img').count()).toBe(0);
    await looks.at(visitor.page);
    const { page } = manager;
    for (const [at, kind] of (['before', 'after'] as const).entries()) {
      const { fileId } = await house.rows.findOneByOrFail(StructureFile, { structureId: id, kind });
      await open(page, `/files/${fileId}/publish`);
      await looks.at(page);
      await fillIn(page, { unrecognisable: 'yes' });
      await press(page, '公开照片');
      expect(await toMend(page)).toEqual([]);
      await removed();
      expect(await visitor.page.locator('#removed img').count()).toBe(at + 1);
    }
    await looks.at(visitor.page);
    expect(await house.rows.countBy(StoredFile, { purpose: 'structure' })).toBe(2);
  });

  it('the pages of the stage fit a phone and a desk, each with what can be done next', async () => {
    await on('2026-05-18T10:10:00+08:00', { worker });
    const tabs = ['removals', 'removal-visits', 'ground', 'operations', 'burn-down', 'patrols'];
    const paths = [...tabs.map((tab) => `${yard}/${tab}`), `/structures/${id}`, '/ledger', '/work'];
    for (const { page } of [worker, manager])
      for (const path of paths) {
        await open(page, path);
        await looks.at(page);
      }
  });

  it('a round that finds it standing again opens the case, holds the ground, and leaves the public page', async () => {
    const { page } = worker;
    await on('2026-06-20T19:00:00+08:00', { worker, builder });
    await open(page, `${yard}/patrols`);
    await looks.at(page);
    await follow(page, '登记拆后回访');
    await looks.at(page);
    await page.check('main [name=finding][value=relapse]');
    const rest = page.locator('main details.field');
    if (!(await rest.evaluate((one) => (one as HTMLDetailsElement).open)))
      await rest.locator('summary').click();
    await fillIn(page, { note: '又搭了彩钢棚', relapsed: String(id), photos: await jpeg('复发.jpg') });
    await press(page, '保存巡查');
    expect(await toMend(page)).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('未达标');
    expect(await structure()).toMatchObject({ state: 'standing', removedOn: null });
    await open(builder.page, `${yard}/ground`);
    expect(await builder.page.locator('main').innerText()).toContain('公共车棚：场地受阻，暂不能开工');
    expect(await removed()).toBe('');
  });

  it('nothing is wrong with any page that was passed, and nothing went wrong in any of the five browsers', async () => {
    expect(looks.faults).toEqual([]);
    expect(looks.count).toBeGreaterThan(45);
    for (const { page, faults } of [worker, manager, manager2, builder, visitor]) {
      expect(faults).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});

describeInBrowser('a garage without JavaScript, and by the keyboard alone', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T19:00:00+08:00' });
    await openRemovals(house);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  const last = () => newest(house.rows, StructureRecord);

  it('registered, visited, agreed on, removed and verified without JavaScript', async () => {
    const options = { screen: 'phone', javaScript: false } as const;
    const worker = await sitDown(browser, house.url, { login: 'worker', ...options });
    const manager = await sitDown(browser, house.url, { login: 'manager', ...options });
    const { page } = worker;
    await page.goto(`${house.url}${yard}/ground/sketch`);
    await fillIn(page, { sketch: await jpeg('草图.jpg') });
    await press(page, '上传草图');
    await page.goto(`${house.url}${yard}/structures/new`);
    await page.locator('details.field summary').click();
    await fillIn(page, { kind: 'building', place: '院门东侧第 2 间', area: '１５', use: 'storage' });
    await press(page, '保存拆除对象');
    expect(await toMend(page)).toEqual([expect.stringContaining('「材质」')]);
    expect(await page.inputValue('#f-place')).toBe('院门东侧第 2 间');
    await fillIn(page, { material: 'brick', photos: await jpeg('拆除前.jpg') });
    await press(page, '保存拆除对象');
    const { id } = await last();
    await follow(page, '标在草图上');
    expect(await pressSketch(page, { across: 0.5, down: 0.5 })).toMatch(/(49\.\d|50(\.\d)?)%/);
    await page.goto(`${house.url}/structures/${id}`);
    await follow(page, '登记走访');
    await fillIn(page, { attitude: 'agree', visitors: ['community'], time: 'evening' });
    await press(page, '保存走访');
    expect(await toMend(page)).toEqual([]);
    await page.goto(`${house.url}/structures/${id}/step?step=agree`);
    await fillIn(page, { way: 'voluntary', consentSignedOn: '2026-05-18' });
    await press(page, '登记同意拆除');
    expect(await toMend(page)).toEqual([]);
    await follow(page, '登记拆除');
    await fillIn(page, { area: '15', belongings: 'taken', after: await jpeg('拆除后.jpg') });
    await press(page, '登记拆除');
    expect(await toMend(page)).toEqual([]);
    await manager.page.goto(`${house.url}/structures/${id}`);
    await follow(manager.page, '复核销号');
    await press(manager.page, '复核销号');
    expect(await toMend(manager.page)).toEqual([]);
    expect(await last()).toMatchObject({ state: 'verified', removedArea: 15_00, way: 'voluntary' });
    for (const { faults } of [worker, manager]) expect(faults).toEqual([]);
  });

  it('registered and visited by the keyboard alone', async () => {
    const { page, faults } = await sitDown(browser, house.url, { login: 'worker' });
    const type = async (name: string, words: string) => {
      await tabInto(page, `main [name=${name}]`);
      await page.keyboard.type(words);
    };
    /** A list is gone down with the arrow until the choice stands there. */
    const choose = async (name: string, value: string) => {
      await tabInto(page, `main [name=${name}]`);
      for (let presses = 0; presses < 20; presses += 1) {
        if ((await page.inputValue(`main [name=${name}]`)) === value) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`The arrow never came to ${value}`);
    };
    await page.goto(`${house.url}${yard}/removals`);
    await tabInto(page, `main a[href$="/structures/new"]`);
    await turn(page, () => page.keyboard.press('Enter'));
    await choose('kind', 'building');
    await type('place', '院门东侧第 3 间');
    await type('length', '5');
    await type('width', '3');
    await choose('use', 'parking');
    await choose('material', 'steel-sheet');
    await tabInto(page, 'main .btn-p');
    await turn(page, () => page.keyboard.press('Enter'));
    expect(await toMend(page)).toEqual([]);
    expect(await last()).toMatchObject({ place: '院门东侧第 3 间', area: 15_00, use: 'parking' });
    const { id } = await last();
    await tabInto(page, `main a.btn[href$="/structures/${id}"]`);
    await turn(page, () => page.keyboard.press('Enter'));
    await tabInto(page, `main a[href$="/visits/new"]`);
    await turn(page, () => page.keyboard.press('Enter'));
    await tabInto(page, 'main [name=attitude]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabInto(page, 'main [name=asked]');
    await page.keyboard.type('想看看拆完做什么');
    await tabInto(page, 'main [name=visitors]');
    await page.keyboard.press('Space');
    await tabInto(page, 'main .btn-p');
    await turn(page, () => page.keyboard.press('Enter'));
    expect(await toMend(page)).toEqual([]);
    const visits = await house.rows.findBy(PersuasionVisitRecord, { structureId: id });
    expect(visits).toMatchObject([{ attitude: 'waiting', asked: '想看看拆完做什么', time: 'evening' }]);
    expect(faults).toEqual([]);
  });
});
