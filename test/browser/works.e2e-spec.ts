import { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { ConcealedRecord } from '../../src/inspections/concealed.entities';
import { FindingRecord } from '../../src/inspections/finding.entities';
import { PostPhoto, PostRecord } from '../../src/posts/post.entities';
import { WorksBaselineRecord } from '../../src/progress/progress.entities';
import { PointPhotoRecord } from '../../src/site-photos/site-photo.entities';
import { House, openHouse } from '../support/app';
import { newest } from '../support/rows';
import { givenWorks } from '../support/works-rows';
import { describeInBrowser, openBrowser, Seat, sidewaysScroll, signIn, sitDown } from './browser';
import { tabInto } from './consulting';
import { fillIn, follow, press, toMend, turn } from './forms';
import { bringAxe } from './inspecting';
import { isEmpty, isKept, openReport, sendReport, takePhotos } from './posting';
import { printed } from './printing';
import { Looks } from './removing';
import {
  comeIn,
  drawItems,
  glove,
  invite,
  Invited,
  openItems,
  openWorks,
  sent,
  siteView,
  tell,
  valueOf,
  wordsOf,
  writeContract,
  writeFinding,
} from './working';

jest.setTimeout(300_000);

const yard = '/compounds/fl106';

/** The line of the form of a day that says why it was opened again. */
const sentBack = '数量和现场不一致；车棚只立了 30 ㎡';

/** Waits until what was sent from the form of a day has come to the server. */
const isThere = (page: Page) => page.locator('.sent-panel[data-state=sent]').waitFor();

/**
 * Case C1 in a real browser, from the contract to the bulletin. A micro renovation without supervisor: the street
 * confirms. The money of the seven items, in thousands of 180: 剪除飞线 15, 粉刷院墙 31, 粉刷楼道 14, 电子门禁 12,
 * 公共车棚 56, 充电桩 46, 消防车道划线 6.
 */
describeInBrowser('one month of works, from the contract to the bulletin', () => {
  let house: House;
  let browser: Browser;
  let manager: Seat;
  let manager2: Seat;
  let builder: Seat;
  let phone: Seat;
  let plain: Seat;
  let visitor: Seat;
  let contract: string;
  let invited: Invited;
  const looks = new Looks();
  const seats = () => [manager, manager2, builder, phone, plain, visitor];

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-19T09:00:00+08:00' });
    await openWorks(house);
    browser = await openBrowser();
    manager = await sitDown(browser, house.url, { login: 'manager' });
    manager2 = await sitDown(browser, house.url, { login: 'manager2' });
    builder = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    phone = await sitDown(browser, house.url, { screen: 'phone' });
    plain = await sitDown(browser, house.url, { screen: 'phone', javaScript: false });
    visitor = await sitDown(browser, house.url, { screen: 'phone' });
    for (const { context } of seats()) await bringAxe(context);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Days pass, sessions end: those who work on this day sign in again. A phone that was let in stays. */
  const on = async (at: string, people: Record<string, Seat> = {}) => {
    house.setClock(at);
    for (const [login, { page }] of Object.entries(people)) {
      await page.goto(`${house.url}/work`);
      if (new URL(page.url()).pathname === '/sign-in') await signIn(page, house.url, login);
    }
  };
  const open = (page: Page, path: string) => page.goto(house.url + path);
  const contractId = () => Number(contract.split('/').at(-1));
  const lastPost = () => newest(house.rows, PostRecord);
  /** What a visitor reads in this block of the public page on the next load; empty where it is not there. */
  const publicBlock = async (id: string) => {
    await open(visitor.page, '/c/fl106');
    const block = visitor.page.locator(`#${id}`);
    return (await block.count()) ? wordsOf(visitor.page, `#${id}`) : '';
  };

  it('the manager writes the contract, draws seven items from the plan in one table and freezes the plan', async () => {
    const { page } = manager;
    contract = await writeContract(looks, page, house.url);
    await looks.at(page);
    await drawItems(looks, page);
    await looks.at(page);
    expect(await page.locator('main tbody tr').count()).toBe(7);
    const begun = ['剪除飞线', '粉刷院墙', '粉刷楼道', '公共车棚'];
    expect(await openItems(looks, page, begun)).toContain('前道工序「公共车棚」未开工，完工后才能开工');
    await follow(page, '5. 公共车棚');
    await looks.at(page);
    await turn(page, () => page.locator('main a[href$="/work-items/5/edit"]').click());
    await looks.at(page);
    await fillIn(page, { traits: ['outdoor', 'dusty'] });
    await sent(page, '保存项目');
    await open(page, `${yard}/progress`);
    await looks.at(page);
    await follow(page, '定施工计划');
    await looks.at(page);
    expect(await wordsOf(page)).toContain('公共车棚 5月25日 至 6月5日 31.11% 5.60 万元，共 18.00 万元');
    await sent(page, '确定计划');
    const [baseline] = await house.rows.find(WorksBaselineRecord);
    expect([baseline.number, baseline.items.length]).toEqual([1, 7]);
  });

  it('a photo point is put up with its picture from before, and its label printed', async () => {
    const { page } = manager;
    await open(page, `${yard}/points`);
    await looks.at(page);
    await follow(page, '登记拍照点');
    await looks.at(page);
    const reference = await siteView(0, '2026-05-10 09:00:00');
    await fillIn(page, { name: '车棚', place: '院门内侧 2 米，朝北', reference });
    await sent(page, '保存拍照点');
    await looks.at(page);
    await open(page, `${yard}/points/labels`);
    expect(await wordsOf(page, 'body')).toContain('车棚');
    expect((await printed(page)).tooWide).toEqual([]);
  });

  it('the foreman is invited: link and PIN are shown once, and open the phone', async () => {
    const { page } = manager;
    await open(page, contract);
    invited = await invite(looks, page, contract);
    await follow(page, '记好了');
    await looks.at(page);
    const words = await wordsOf(page, 'body');
    expect([words.includes(invited.pin), words.includes(invited.link)]).toEqual([false, false]);
    await open(phone.page, '/m');
    expect(new URL(phone.page.url()).pathname).toBe('/sign-in');
    await open(phone.page, invited.link);
    await looks.at(phone.page, glove);
    await fillIn(phone.page, { pin: '12' });
    await press(phone.page, '进入');
    expect(await toMend(phone.page)).toEqual([expect.stringContaining('PIN')]);
    await looks.at(phone.page, glove);
    for (const { page: one } of [phone, plain]) await comeIn(one, house.url, invited);
    expect(new URL(phone.page.url()).pathname).toBe('/m');
    await isKept(phone.page);
    await looks.at(phone.page, glove);
  });

  it('the phone of an invitation is led to the sign-in on every page of the office', async () => {
    const paths = ['/work', yard, `${yard}/works`, contract, `${yard}/posts`, `${yard}/progress`, '/board'];
    for (const path of paths) {
      await open(phone.page, path);
      expect([path, new URL(phone.page.url()).pathname]).toEqual([path, '/sign-in']);
    }
  });

  it('work that will be covered is noticed 48 hours before, looked at, and covered only then', async () => {
    await on('2026-05-22T08:00:00+08:00', { builder });
    const { page } = builder;
    await open(page, `${yard}/checks`);
    await looks.at(page);
    await follow(page, '通知隐蔽检查');
    await looks.at(page);
    await page.locator('main [name=itemId]').selectOption({ label: '公共车棚' });
    await fillIn(page, { part: '车棚立柱基础 6 个', checkOn: '2026-05-23', checkTime: '09:00' });
    await press(page, '通知检查');
    expect(await toMend(page)).toEqual([expect.stringContaining('隐蔽前 48 小时要通知检查')]);
    await looks.at(page);
    await fillIn(page, { checkOn: '2026-05-25', checkTime: '09:00' });
    await sent(page, '通知检查');
    await looks.at(page);
    expect(await page.locator('a').filter({ hasText: '登记覆盖' }).count()).toBe(0);
    const { id } = await newest(house.rows, ConcealedRecord);
    await on('2026-05-25T09:30:00+08:00', { manager, builder });
    await open(manager.page, '/work');
    expect(await wordsOf(manager.page)).toContain('「车棚立柱基础 6 个」请求 2026年5月25日 09:00 检查');
    await open(manager.page, `/concealed/${id}`);
    await looks.at(manager.page);
    await follow(manager.page, '检查合格');
    await looks.at(manager.page);
    await fillIn(manager.page, {
      ...{ happenedOn: '2026-05-25', happenedTime: '09:10', witnesses: ['contractor', 'street'] },
      photos: await siteView(1, '2026-05-25 09:08:00'),
    });
    await sent(manager.page, '检查合格');
    await looks.at(manager.page);
    await open(page, `/concealed/${id}`);
    await follow(page, '登记覆盖');
    await looks.at(page);
    await fillIn(page, { happenedOn: '2026-05-25', happenedTime: '09:25' });
    await sent(page, '登记覆盖');
    expect(await newest(house.rows, ConcealedRecord)).toMatchObject({ id, state: 'covered' });
    await open(page, `/concealed/${id}/print`);
    expect(await wordsOf(page, 'body')).toContain('车棚立柱基础 6 个');
    expect((await printed(page)).tooWide).toEqual([]);
  });

  it('the foreman tells the day with a photo of the point; nothing of it is public', async () => {
    await on('2026-06-01T17:20:00+08:00');
    const { page } = phone;
    await open(page, '/m');
    await looks.at(page, glove);
    await follow(page, '填今天的日报');
    await page.locator('form[data-ready]').waitFor();
    await looks.at(page, glove);
    await page.locator('[name=pointId]').selectOption({ label: '1 号 车棚' });
    await takePhotos(page, [await siteView(2, '2026-06-01 17:05:00')]);
    await tell(page, { 剪除飞线: '1', 粉刷院墙: '300', 公共车棚: '36' });
    await fillIn(page, { workers: '9', sentence: '车棚立柱立起来了' });
    await looks.at(page, glove);
    await sendReport(page);
    await isThere(page);
    await looks.at(page, glove);
    expect(await lastPost()).toMatchObject({ workedOn: '2026-06-01', state: 'sent', workers: 9 });
    expect(await publicBlock('log')).toBe('');
    expect(await publicBlock('stage')).toContain('粉刷院墙 已开工 计划 6月10日 完成');
    expect(await publicBlock('main')).toContain('施工已完成0%');
  });

  it('the manager sends it back with a reason; the phone opens on it with the old values', async () => {
    await on('2026-06-01T17:40:00+08:00', { manager });
    const { page } = manager;
    await open(page, `${yard}/posts`);
    await looks.at(page);
    await follow(page, '打开核对');
    await looks.at(page);
    const told = await wordsOf(page);
    expect(told).toContain('公共车棚 没有报过 36 ㎡ 共 60 ㎡ 36 ㎡');
    expect(told).toContain('拍照点：车棚 2026年6月1日 17:05拍');
    await page.getByLabel('数量和现场不一致').check();
    await fillIn(page, { words: '车棚只立了 30 ㎡' });
    await sent(page, '退回日报');
    await looks.at(page);
    await open(phone.page, '/m');
    expect(await wordsOf(phone.page)).toContain(sentBack);
    await looks.at(phone.page, glove);
    await follow(phone.page, '6月1日日报已退回');
    await phone.page.locator('form[data-ready]').waitFor();
    await looks.at(phone.page, glove);
    expect(await wordsOf(phone.page)).toContain(`已退回：${sentBack}`);
    expect(await valueOf(phone.page, '公共车棚').inputValue()).toBe('36');
    expect(await phone.page.inputValue('[name=workers]')).toBe('9');
    expect(await phone.page.inputValue('[name=sentence]')).toBe('车棚立柱立起来了');
    await tell(phone.page, { 公共车棚: '30' });
    await sendReport(phone.page);
    await isThere(phone.page);
    expect(await publicBlock('log')).toBe('');
  });

  it('confirmed with its photo, it is public on the next load, and the photo without its place', async () => {
    const { page } = manager;
    const { id } = await lastPost();
    await open(page, `/posts/${id}`);
    await looks.at(page);
    expect(await wordsOf(page)).toContain('公共车棚 没有报过 36 ㎡ 30 ㎡ 共 60 ㎡');
    await page.locator('main [name=shown]').first().check();
    await fillIn(page, { unrecognisable: 'yes' });
    await sent(page, '确认日报');
    const days = await publicBlock('log');
    for (const words of ['6月1日', '9 人', '公共车棚：30 ㎡，共 60 ㎡', '车棚立柱立起来了'])
      expect(days).toContain(words);
    expect(days).not.toContain('36');
    // By hand: 15 × 1 + 31 × 300/620 + 56 × 30/60 = 15 + 15 + 28 = 58 of 180, 32.22 %; planned 64.3 of 180, 35.7 %.
    expect(await publicBlock('main')).toContain('施工已完成32%');
    await looks.at(visitor.page);
    const picture = visitor.page.locator('#photo img').first();
    const source = (await picture.getAttribute('src'))!;
    const answer = await visitor.page.request.get(new URL(source, visitor.page.url()).href);
    const { exif, xmp } = await sharp(await answer.body()).metadata();
    expect([answer.status(), exif, xmp]).toEqual([200, undefined, undefined]);
    const [{ fileId }] = await house.rows.findBy(PostPhoto, { postId: id });
    expect(await house.rows.countBy(PointPhotoRecord, { fileId })).toBe(1);
  });

  it('two days of rain with one tap each, and a day by the plain form without JavaScript', async () => {
    await on('2026-06-02T17:30:00+08:00');
    await openReport(phone.page, house.url, contractId());
    await phone.page.locator('[name=holdups][value=rain]').check({ force: true });
    await sendReport(phone.page, '今日停工');
    await isThere(phone.page);
    const { page } = plain;
    await on('2026-06-03T17:30:00+08:00');
    await open(page, '/m');
    await follow(page, '填今天的日报');
    await page.locator('[name=holdups][value=rain]').check({ force: true });
    await press(page, '今日停工');
    expect(await toMend(page)).toEqual([]);
    await on('2026-06-04T17:45:00+08:00', { manager });
    await open(page, '/m');
    await follow(page, '填今天的日报');
    await tell(page, { 粉刷院墙: '290', 粉刷楼道: '2' });
    await fillIn(page, { workers: '8', photos: await siteView(3, '2026-06-04 16:30:00') });
    await press(page, '提交日报');
    expect(await toMend(page)).toEqual([expect.stringContaining('「粉刷院墙」')]);
    expect([await valueOf(page, '粉刷院墙').inputValue(), await page.inputValue('[name=workers]')]).toEqual([
      ...['290', '8'],
    ]);
    await tell(page, { 粉刷院墙: '403' });
    await press(page, '提交日报');
    expect(await toMend(page)).toEqual([]);
    const last = await lastPost();
    expect([last.workedOn, await house.rows.countBy(PostPhoto, { postId: last.id })]).toEqual([
      ...['2026-06-04', 1],
    ]);
    for (const { id } of await house.rows.findBy(PostRecord, { state: 'sent' })) {
      await open(manager.page, `/posts/${id}`);
      await looks.at(manager.page);
      await sent(manager.page, '确认日报');
    }
    expect(await house.rows.countBy(PostRecord, { state: 'confirmed' })).toBe(4);
  });

  it('the progress is what was worked out by hand, and every place shows the same number', async () => {
    // On 4 June: 15 × 1 + 31 × 403/620 + 14 × 2/7 + 56 × 30/60 = 15 + 20.15 + 4 + 28 = 67.15 of 180, 37.30 %.
    // Planned: 15 + 31 × 9/13 + 14 × 4/10 + 56 × 9/10 = 15 + 21.46 + 5.6 + 50.4 = 92.46 of 180, 51.37 %.
    const { page } = manager;
    for (const [path, words] of [
      ['/progress', '已完成 37%截至 6月4日 计划应完成 51%'],
      ['/progress', '粉刷院墙 17.22% 3.10 万元，共 18.00 万元 69% 65% 403 / 620 ㎡ 11.19%'],
      ['/progress', '合计 100.00% 51.36% 37.30%'],
      ['', '施工进度（6月4日） 37%计划 51%'],
      ['/works', '已完成 37%，计划 51%，慢 14 个百分点'],
    ] as const) {
      await open(page, yard + path);
      await looks.at(page);
      expect(await wordsOf(page, 'body')).toContain(words);
    }
    expect(await publicBlock('main')).toContain('施工已完成37% 今天计划到51%');
    await open(phone.page, '/m');
    expect(await wordsOf(phone.page)).toContain('总进度 37%，计划 51%');
  });

  it('the rain of two days proposes that the shed be finished two working days later, and the manager agrees', async () => {
    const { page } = manager;
    await open(page, `${yard}/progress`);
    const shed =
      '「公共车棚」6月2日 至 6月3日因降雨停工 2 个工作日（责任方：天气）；计划完工 2026年6月5日，建议顺延到 2026年6月9日。';
    const line = page.locator('section[aria-labelledby=delays] li').filter({ hasText: '「公共车棚」6月2日' });
    expect(await line.innerText()).toContain(shed);
    await turn(page, () => line.getByRole('link', { name: '答复' }).click());
    await looks.at(page);
    await fillIn(page, { decision: 'granted' });
    await sent(page, '保存答复');
    await looks.at(page);
    expect((await line.innerText()).replace(/\s+/g, ' ')).toContain(`${shed} 同意顺延 2026年6月4日答复`);
    const behind = '「充电桩」前一项「公共车棚」顺延；计划完工 2026年6月16日，建议顺延到 2026年6月18日';
    expect(await wordsOf(page)).toContain(behind);
  });

  it('bars and curve have names and tables for a screen reader, and lie on one sheet of A3', async () => {
    const { page } = manager;
    await open(page, `${yard}/progress`);
    const bars = await page.locator('section[aria-labelledby=bars]').ariaSnapshot();
    expect(bars).toContain('table "各施工项目的计划、实际和预计"');
    expect(bars).toMatch(
      /rowheader "公共车棚"\s+- cell "5月25日 至 6月5日"\s+- cell "6月1日开始，完成 50%（应完成 90%）/,
    );
    const curve = page.locator('section[aria-labelledby=curve]');
    expect(await curve.ariaSnapshot()).toMatch(/img "累计进度曲线 截至 6月4日，已完成 37%，计划 51%/);
    await curve.locator('summary', { hasText: '每天的数字' }).click();
    expect(await page.getByRole('row', { name: /6月4日（今天）.*51\.36%.*37\.30%/ }).count()).toBe(1);
    await open(page, `${yard}/progress/print`);
    expect(await printed(page)).toEqual({ pages: 1, tooWide: [] });
  });

  it('what is found is mended on the phone and looked at again by somebody else', async () => {
    await on('2026-06-05T09:00:00+08:00', { manager });
    const found = { what: '立柱有两处焊口没有打磨', place: '车棚北侧', item: '公共车棚' };
    await writeFinding(looks, manager.page, house.url, {
      ...found,
      photos: await siteView(4, '2026-06-05 08:50:00'),
    });
    const { id } = await newest(house.rows, FindingRecord);
    await on('2026-06-05T15:00:00+08:00', { manager2, builder });
    const { page } = phone;
    await open(page, '/m');
    await looks.at(page, glove);
    await follow(page, '公共车棚：立柱有两处焊口没有打磨');
    await looks.at(page, glove);
    await press(page, '提交整改');
    expect((await toMend(page)).length).toBeGreaterThan(0);
    await looks.at(page, glove);
    await fillIn(page, { reason: '已打磨并补刷防锈漆', photos: await siteView(5, '2026-06-05 14:50:00') });
    await sent(page, '提交整改');
    await looks.at(page, glove);
    await open(builder.page, `/findings/${id}`);
    await looks.at(builder.page);
    expect(await builder.page.locator('a').filter({ hasText: '复查通过' }).count()).toBe(0);
    await open(manager2.page, `/findings/${id}`);
    await looks.at(manager2.page);
    expect(await manager2.page.locator('section[aria-labelledby=pictures] img').count()).toBe(2);
    await follow(manager2.page, '复查通过');
    await looks.at(manager2.page);
    await sent(manager2.page, '复查通过');
    expect(await newest(house.rows, FindingRecord)).toMatchObject({ id, state: 'closed' });
    await open(page, '/m');
    expect(await wordsOf(page)).not.toContain('焊口');
  });

  it('a planned loss of power is announced, stands under 请您留意 and hangs at the doors', async () => {
    await on('2026-06-05T16:00:00+08:00', { manager });
    const { page } = manager;
    await open(page, `${yard}/disruptions`);
    await looks.at(page);
    await follow(page, '告知一次施工影响');
    await looks.at(page);
    await fillIn(page, {
      ...{ effect: 'power-off', fromOn: '2026-06-09', fromTime: '09:00', toTime: '11:00' },
      note: '充电桩接电，请提前给手机和电动车充好电',
    });
    await sent(page, '看居民将看到什么');
    await looks.at(page);
    expect(await publicBlock('heed')).toBe('');
    await press(page, '告知居民');
    await looks.at(page);
    const heed = await publicBlock('heed');
    for (const words of ['全院停电', '09:00', '11:00', '充电桩接电']) expect(heed).toContain(words);
    await looks.at(visitor.page);
    await turn(page, () => page.locator('main a[href$="/print"]').click());
    expect(await wordsOf(page, 'body')).toContain('充电桩接电');
    expect(await printed(page)).toEqual({ pages: 1, tooWide: [] });
  });

  it('the bulletin writes itself; one paragraph is added, and visitors read it', async () => {
    await on('2026-06-07T10:00:00+08:00', { manager });
    const { page } = manager;
    await open(page, `${yard}/bulletins`);
    await looks.at(page);
    await follow(page, '写一份周报');
    await looks.at(page);
    const written = await wordsOf(page);
    for (const words of [
      '丰乐路106号院改造周报（6月1日 至 6月7日）',
      '截至 6月6日，已完成 37%',
      '施工 2 天，最多 9 人，停工 2 天。 受影响的原因：下雨。',
      '粉刷院墙：从 0 ㎡到 403 ㎡，共 620 ㎡。',
      '检查发现的问题整改复查通过 1 个。',
      '停电：全院，2026年6月9日 09:00 至 11:00。',
    ])
      expect(written).toContain(words);
    await fillIn(page, { paragraph: '这一周下了两天雨，车棚晚两个工作日，谢谢大家体谅。' });
    await sent(page, '看居民将看到什么');
    await looks.at(page);
    await press(page, '发布周报');
    await looks.at(page);
    await publicBlock('log');
    await open(visitor.page, '/c/fl106/bulletins/1');
    const read = await wordsOf(visitor.page);
    for (const words of ['谢谢大家体谅', '37%']) expect(read).toContain(words);
    await looks.at(visitor.page);
    await open(visitor.page, '/c/fl106/log');
    await looks.at(visitor.page);
    await open(page, `${yard}/diary?from=2026-06-01&to=2026-06-07`);
    await looks.at(page);
  });

  it('an invitation that was revoked says so, and nothing in the phone is lost', async () => {
    await on('2026-06-08T17:00:00+08:00', { manager });
    const { page, context } = phone;
    await openReport(page, house.url, contractId());
    await isKept(page);
    await context.setOffline(true);
    await takePhotos(page, [await siteView(6, '2026-06-08 16:50:00')]);
    await tell(page, { 公共车棚: '48' });
    await fillIn(page, { workers: '10' });
    await sendReport(page);
    await open(manager.page, `${contract}/invitations`);
    await press(manager.page, '撤销给现场负责人的邀请，2026年5月19日发出');
    await looks.at(manager.page);
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('[data-net] a').waitFor();
    expect(await wordsOf(page, '[data-net]')).toContain('刚才填的内容已保存');
    await turn(page, () => page.locator('[data-net] a').click());
    await looks.at(page, glove);
    await page.getByText('手机里还有 1 份没发出，进入后自动发').waitFor();
    const said = await wordsOf(page, 'body');
    expect(said).toContain('已撤销，请向街道项目负责人要新的链接，手机里的日报不会丢');
    expect(await page.locator('[data-outbox-link][href]').count()).toBe(0);
    await open(plain.page, `/m/report?contract=${contractId()}`);
    expect(await wordsOf(plain.page, 'body')).toContain('已撤销');
    await open(manager.page, contract);
    await comeIn(page, house.url, await invite(looks, manager.page, contract));
    await isEmpty(page, house.url);
    const post = await lastPost();
    expect([post.workedOn, post.workers, post.state]).toEqual(['2026-06-08', 10, 'sent']);
    expect(await house.rows.countBy(PostPhoto, { postId: post.id })).toBe(1);
  });

  it('the pages of the stage fit a phone and a desk', async () => {
    const tabs = [
      'works',
      'posts',
      'progress',
      'checks',
      'points',
      'disruptions',
      'diary',
      'digs',
      'bulletins',
    ];
    const more = ['findings', 'punch-list', 'progress/baselines', 'stop-windows/new', 'stops/new'];
    const paths = [
      ...[...tabs, ...more].map((tab) => `${yard}/${tab}`),
      contract,
      '/work-items/5',
      '/work',
      yard,
    ];
    await on('2026-06-08T17:30:00+08:00', { manager, builder });
    for (const path of paths) {
      await open(manager.page, path);
      await looks.at(manager.page);
    }
    const own = paths.filter((path) => !/new$/.test(path));
    for (const path of own) {
      await open(builder.page, path);
      await looks.at(builder.page);
    }
  });

  it('nothing is wrong with any page that was passed, and nothing went wrong in any of the six browsers', async () => {
    expect(looks.faults).toEqual([]);
    expect(looks.count).toBeGreaterThan(90);
    for (const { page, faults } of seats()) {
      expect(faults).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});

describeInBrowser('a day of works with a supervisor', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T17:30:00+08:00' });
    await givenWorks(house.app, { renovation: { track: 'district' } });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  const open = (page: Page, path: string) => page.goto(house.url + path);

  it('is confirmed by the supervisor and not by the street, which chooses the photos afterwards', async () => {
    const looks = new Looks();
    const foreman = await sitDown(browser, house.url, { login: 'builder', screen: 'phone' });
    const watcher = await sitDown(browser, house.url, { login: 'watcher', screen: 'phone' });
    const manager = await sitDown(browser, house.url, { login: 'manager' });
    const visitor = await sitDown(browser, house.url, { screen: 'phone' });
    const seats = [foreman, watcher, manager, visitor];
    for (const { context } of seats) await bringAxe(context);
    const { page } = foreman;
    await open(page, '/m');
    await follow(page, '填今天的日报');
    await page.locator('form[data-ready]').waitFor();
    await takePhotos(page, [await siteView(9, '2026-06-08 16:50:00')]);
    await tell(page, { 粉刷楼道: '3' });
    await fillIn(page, { workers: '6' });
    await sendReport(page);
    await isThere(page);
    const { id } = await newest(house.rows, PostRecord);
    await open(manager.page, `/posts/${id}`);
    expect(await wordsOf(manager.page)).toContain('这次改造有监理，请由监理确认');
    await looks.at(manager.page);
    await open(watcher.page, '/work');
    await looks.at(watcher.page);
    await open(watcher.page, `/posts/${id}`);
    await looks.at(watcher.page);
    expect(await watcher.page.locator('[name=shown]').count()).toBe(0);
    await sent(watcher.page, '确认日报');
    await looks.at(watcher.page);
    await open(visitor.page, '/c/fl106');
    expect(await wordsOf(visitor.page, '#log')).toContain('粉刷楼道：3 层，共 7 层');
    expect(await visitor.page.locator('#photo img').count()).toBe(0);
    await open(manager.page, `/posts/${id}`);
    await manager.page.locator('main [name=shown]').first().check();
    await fillIn(manager.page, { unrecognisable: 'yes' });
    await sent(manager.page, '保存选择');
    await open(visitor.page, '/c/fl106');
    expect(await visitor.page.locator('#photo img').count()).toBe(1);
    await looks.at(visitor.page);
    expect(looks.faults).toEqual([]);
    for (const { faults } of seats) expect(faults).toEqual([]);
  });

  it('is told and confirmed by the keyboard alone', async () => {
    const foreman = await sitDown(browser, house.url, { login: 'builder' });
    const watcher = await sitDown(browser, house.url, { login: 'watcher' });
    const { page } = foreman;
    house.setClock('2026-06-09T17:30:00+08:00');
    await signIn(page, house.url, 'builder');
    await signIn(watcher.page, house.url, 'watcher');
    await open(page, '/m');
    await tabInto(page, 'main a[href*="/m/report?contract="]');
    await turn(page, () => page.keyboard.press('Enter'));
    await page.locator('form[data-ready]').waitFor();
    const field = (await valueOf(page, '粉刷楼道').getAttribute('id'))!;
    await tabInto(page, `#${field}`);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await tabInto(page, '[name=workers]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('7');
    await tabInto(page, '[data-send][value=work]');
    await page.keyboard.press('Enter');
    await isThere(page);
    const { id, workedOn, workers } = await newest(house.rows, PostRecord);
    expect([workedOn, workers]).toEqual(['2026-06-09', 7]);
    await open(watcher.page, `${yard}/posts`);
    await tabInto(watcher.page, `main a[href$="/posts/${id}"]`);
    await turn(watcher.page, () => watcher.page.keyboard.press('Enter'));
    await tabInto(watcher.page, 'main .btn-p');
    await turn(watcher.page, () => watcher.page.keyboard.press('Enter'));
    expect(await toMend(watcher.page)).toEqual([]);
    expect(await newest(house.rows, PostRecord)).toMatchObject({ id, state: 'confirmed' });
    for (const { faults } of [foreman, watcher]) expect(faults).toEqual([]);
  });
});
