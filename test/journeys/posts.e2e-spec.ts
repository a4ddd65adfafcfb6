import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Organisations } from '../../src/access/organisations.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Compound } from '../../src/compounds/compound.entity';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { KeptPosts } from '../../src/posts/kept-posts';
import { PostPhoto, PostRecord } from '../../src/posts/post.entities';
import { PostTotals } from '../../src/posts/posts.totals';
import { PhotoPointRecord, PointPhotoRecord } from '../../src/site-photos/site-photo.entities';
import { WorkItemRecord } from '../../src/works/work.entities';
import { actorOf } from '../support/actors';
import { openHouse } from '../support/app';
import { places } from '../support/cast';
import { Fields, Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { GivenPost, givenPostRow } from '../support/post-rows';
import { runningContract } from '../support/site-rows';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { closeRenovation } from '../support/renovation';
import { insert, newest, untouched } from '../support/rows';
import { givenWorks, WorksChange } from '../support/works-rows';

const tab = '/compounds/fl106/posts';

/** A house with the works of 丰乐路106号院, and what the tests do there. */
async function openWorks(change: WorksChange) {
  const house = await openHouse({ at: '2026-06-08T17:30:00+08:00' });
  const works = await givenWorks(house.app, change);
  const { manager: rows } = house.db;
  const where = { compoundId: works.compoundId, renovationId: works.renovationId };
  const item = works.items['粉刷院墙'];
  const row = (id: number) => rows.findOneByOrFail(PostRecord, { id });
  return {
    house,
    works,
    row,
    /** A post that told of so many ㎡ of the wall. */
    sent: (workedOn: string, value: number | null, more: Partial<GivenPost> = {}) =>
      givenPostRow(house.app, where, {
        ...{ contractId: works.contractId, workedOn },
        ...{ values: value === null ? [] : [{ itemId: item, value }], ...more },
      }),
    /** A press of the button as the page stands. */
    confirm: (person: Person, id: number, fields: Fields = {}) =>
      person.fill(`/posts/${id}`, fields, `/posts/${id}/confirmations`),
    sendBack: (person: Person, id: number, fields: Fields = {}) =>
      person.fill(`/posts/${id}`, fields, `/posts/${id}/returns`),
    /** A press without the page. */
    press: async (person: Person, id: number, step: string, fields: Fields = {}) =>
      person.post(`/posts/${id}/${step}`, { version: String((await row(id)).version), ...fields }),
    entries: (action: string) => rows.countBy(AuditEntry, { action }),
    revision: async () => (await rows.findOneByOrFail(Compound, { id: works.compoundId })).revision,
  };
}

type Site = Awaited<ReturnType<typeof openWorks>>;

const openSite = (change: WorksChange): (() => Site) => {
  let site: Site;
  beforeAll(async () => {
    site = await openWorks(change);
  });
  afterAll(() => site.house.close());
  return () => site;
};

/** The words of a cell, white space folded. */
const wordsIn = ({ textContent }: { textContent: string }): string => textContent.replace(/\s+/g, ' ').trim();

/** The status of an answer, and the words of its summary. */
const summaryOf = (seen: Awaited<ReturnType<Person['get']>>): [number, string] => [
  seen.status,
  seen.page.querySelector('.mend-summary')?.structuredText.replace(/\s+/g, ' ') ?? '',
];

describe('posts of a micro renovation without a supervisor', () => {
  const site = openSite({ supervised: false });
  let db: DataSource;
  let manager: Person;
  let second: Person;
  let builder: Person;
  let friday: number;
  let monday: number;

  beforeAll(async () => {
    db = site().house.db;
    [manager, second, builder] = await site().house.people('manager', 'manager2', 'builder');
  });

  it('stand in one list, what waits first, beside every day that lacks its post', async () => {
    friday = await site().sent('2026-06-05', 300_00, { photos: 2 });
    monday = await site().sent('2026-06-08', 400_00, { row: { sentence: '西侧完成，电话 13800000000' } });
    const { page, text } = await manager.get(tab);
    const waiting = page.querySelectorAll('.todo li b').map((one) => one.textContent);
    expect(waiting).toEqual(['6月5日日报', '6月8日日报']);
    expect(page.querySelectorAll('main .btn-p')).toHaveLength(1);
    expect(text).toContain('应报未报 20 天');
    const lacking = await manager.get(`${tab}?state=missing`);
    expect(lacking.page.querySelectorAll('tbody th').map((one) => one.textContent)).not.toContain('6月8日');
    expect(lacking.page.querySelector('tbody a')!.getAttribute('href')).toContain('/m/report?contract=');
    expect((await manager.get(`${tab}?state=returned`)).text).toContain('没有符合条件的日报');
  });

  // 13 working days from 25 May to 10 June, 11 of them by 8 June: 620 ㎡ × 84.61 % = 524.58 ㎡.
  it('stand old beside new and the plan, with the card residents would read', async () => {
    const { page } = await manager.get(`/posts/${monday}`);
    const cells = page.querySelectorAll('table tbody tr')[0].querySelectorAll('td');
    expect(cells.map(wordsIn)).toEqual([...['300 ㎡ 6月5日', '400 ㎡ 共 620 ㎡', '524.58 ㎡']]);
    const card = page.querySelector('[aria-labelledby=preview]')!.structuredText;
    expect(card).toContain('粉刷院墙：400 ㎡，共 620 ㎡');
    expect(card).not.toContain('13800000000');
  });

  it('are read by everybody who works there, and decided on by nobody else', async () => {
    const [worker, officer, auditor] = await site().house.people('worker', 'officer', 'auditor');
    for (const person of [worker, officer, auditor, builder]) {
      const { status, page } = await person.get(`/posts/${friday}`);
      expect([status, page.querySelectorAll('main form').length]).toEqual([200, 0]);
      for (const step of ['confirmations', 'returns', 'photo-choices'])
        expect((await site().press(person, friday, step)).status).toBe(403);
    }
    const [elsewhere, foreign] = await site().house.people('foreign-manager', 'foreign-builder');
    for (const person of [elsewhere, foreign])
      for (const path of [tab, `/posts/${friday}`]) expect((await person.get(path)).status).toBe(404);
    await elsewhere.get('/work');
    for (const step of ['confirmations', 'returns', 'photo-choices'])
      expect((await site().press(elsewhere, friday, step)).status).toBe(404);
    expect((await site().row(friday)).state).toBe('sent');
  });

  it('are confirmed with the photos everybody may see, and lead to the next that waits', async () => {
    const [photo] = await db.manager.findBy(PostPhoto, { postId: friday });
    const shown = String(photo.fileId);
    const words = await refusal(db, { shown }, (typed) => site().confirm(manager, friday, typed));
    expect(words).toContain('请逐张看过要公开的照片并勾选确认');
    const visitor = await site().house.person();
    const publicPage = async () => (await visitor.get('/c/fl106')).text;
    expect(await publicPage()).not.toContain('300 ㎡');
    const before = await site().revision();
    const seen = await site().confirm(manager, friday, { shown, unrecognisable: 'yes' });
    expect(await publicPage()).toContain('300 ㎡，共 620 ㎡');
    expect(await publicPage()).not.toContain('400 ㎡');
    expect([seen.status, seen.location]).toEqual([303, `/posts/${monday}`]);
    expect(await site().row(friday)).toMatchObject({
      state: 'confirmed',
      photosChosenAt: expect.any(String) as string,
    });
    expect(await site().revision()).toBeGreaterThan(before);
    const published = await db.query<{ id: number; caption: string }[]>(
      'SELECT id, caption FROM stored_file WHERE "publishedAt" IS NOT NULL',
    );
    expect(published).toEqual([{ id: photo.fileId, caption: '施工现场，2026年6月5日' }]);
  });

  it('pressed twice by one person are confirmed once', async () => {
    const { version } = await site().row(monday);
    await manager.get(`/posts/${monday}`);
    const once = () => manager.post(`/posts/${monday}/confirmations`, { version: String(version) });
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, tab],
      [303, tab],
    ]);
    expect(await site().entries('post.confirmed')).toBe(2);
    expect((await manager.open(tab)).text).toContain('没有等确认的日报');
  });

  it('decided on by two at once are decided on by one', async () => {
    const id = await site().sent('2026-06-04', 280_00);
    await Promise.all([manager.get(`/posts/${id}`), second.get(`/posts/${id}`)]);
    const answers = await Promise.all([
      site().press(manager, id, 'confirmations'),
      site().press(second, id, 'returns', { reasons: '缺少照片' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422)!;
    expect(summaryOf(refused)[1]).toMatch(/现在是「已(确认|退回)」|刚被别人改过/);
    const { state } = await site().row(id);
    expect(['confirmed', 'returned']).toContain(state);
  });

  it('of an old page are said to be changed meanwhile', async () => {
    const id = await site().sent('2026-06-03', 250_00);
    await manager.get(`/posts/${id}`);
    const seen = await untouched(db, () => manager.post(`/posts/${id}/confirmations`, { version: '9' }));
    expect(summaryOf(seen)).toEqual([422, expect.stringContaining('这条记录刚被别人改过')]);
    expect(seen.page.querySelector('input[name=version]')!.getAttribute('value')).toBe('1');
    await site().confirm(manager, id);
  });

  it('are not confirmed by who sent them, but by another of the office', async () => {
    const id = await site().sent('2026-05-28', 100_00, { by: 'manager' });
    const { page, text } = await manager.get(`/posts/${id}`);
    expect(text).toContain('不能确认自己办的事，请换一个人确认');
    expect(page.querySelector('main .btn-p')).toBeNull();
    const seen = await untouched(db, () => site().press(manager, id, 'confirmations'));
    expect(summaryOf(seen)).toEqual([422, expect.stringContaining('不能确认自己办的事')]);
    expect((await manager.get('/work')).text).not.toContain('份日报等确认');
    expect((await second.get('/work')).text).toContain('1 份日报等确认，最早的是 5月28日');
    expect((await site().confirm(second, id)).status).toBe(303);
  });

  it('are judged anew: an amount that shrank meanwhile is not confirmed over', async () => {
    const id = await site().sent('2026-05-29', 120_00);
    const shrink = (quantity: number) =>
      write(site().house.app, (tx) =>
        tx.update(WorkItemRecord, { id: site().works.items['粉刷院墙'] }, { quantity }),
      );
    await shrink(100_00);
    expect((await manager.get(`/posts/${id}`)).text).toContain('超过工程量 100 ㎡');
    const seen = await untouched(db, () => site().press(manager, id, 'confirmations'));
    expect(summaryOf(seen)[1]).toContain('「粉刷院墙」累计 120 ㎡，超过工程量 100 ㎡');
    await shrink(620_00);
    expect((await site().confirm(manager, id)).status).toBe(303);
  });

  it('of a day with a newer post are not decided on', async () => {
    const older = await site().sent('2026-06-01', 200_00);
    const newer = await site().sent('2026-06-01', 210_00);
    const seen = await untouched(db, () => site().press(manager, older, 'confirmations'));
    expect(summaryOf(seen)[1]).toContain('这一天有更新的日报，请打开新的一份办理');
    expect((await site().confirm(manager, newer)).status).toBe(303);
    expect((await site().row(older)).state).toBe('corrected');
  });

  it('do not pull down what was called done while they waited', async () => {
    const { house, works } = site();
    const id = works.items['粉刷院墙'];
    const first = await site().sent('2026-06-08', 620_00);
    expect((await site().confirm(manager, first)).status).toBe(303);
    const less = { row: { correctsId: first, correctionReason: '复量后减少' } };
    const waiting = await site().sent('2026-06-08', 500_00, less);
    await write(house.app, (tx) => tx.update(WorkItemRecord, { id }, { state: 'finished' }));
    const seen = await untouched(db, () => site().press(manager, waiting, 'confirmations'));
    expect(summaryOf(seen)).toEqual([
      422,
      expect.stringContaining('「粉刷院墙」已完工，待分项验收，确认后会从 620 ㎡落到 500 ㎡'),
    ]);
    expect((await site().sendBack(manager, waiting, { reasons: '数量和现场不一致' })).status).toBe(303);
    await write(house.app, (tx) => tx.update(WorkItemRecord, { id }, { state: 'open' }));
  });

  it('are decided on no more once the renovation is closed', async () => {
    const id = await site().sent('2026-06-02', 220_00);
    await closeRenovation(site().house.app, site().works.renovationId, '2026-06-08');
    const seen = await untouched(db, () => site().press(manager, id, 'confirmations'));
    expect(seen.status).toBe(422);
    expect((await site().row(id)).state).toBe('sent');
    expect((await manager.get('/work')).text).not.toContain('份日报等确认');
  });
});

describe('posts of a district renovation with a supervisor', () => {
  const site = openSite({ renovation: { track: 'district' } });
  let db: DataSource;
  let manager: Person;
  let watcher: Person;
  let builder: Person;
  let id: number;

  beforeAll(async () => {
    db = site().house.db;
    [manager, watcher, builder] = await site().house.people('manager', 'watcher', 'builder');
    id = await site().sent('2026-06-05', 300_00, { photos: 1 });
  });
  const confirmedValue = async () => {
    const posts = await site().house.app.get(KeptPosts).ofRenovation(site().works.renovationId);
    return posts.filter(({ state }) => state === 'confirmed').map(({ values }) => values[0].value);
  };

  it('are not the manager’s to confirm', async () => {
    expect((await manager.get(`/posts/${id}`)).text).toContain('这次改造有监理，请由监理确认');
    const seen = await untouched(db, () => site().press(manager, id, 'confirmations'));
    expect(summaryOf(seen)[1]).toContain('这次改造有监理，请由监理确认');
    expect((await manager.get(tab)).text).toContain('有 1 份日报等别人确认');
    expect((await watcher.get('/work')).text).toContain('1 份日报等确认，最早的是 6月5日');
  });

  it('are sent back with reasons, and say so to whoever sent them', async () => {
    const none = await refusal(db, { words: '' }, (typed) => site().sendBack(watcher, id, typed));
    expect(none).toContain('请写明退回的原因');
    const long = '长'.repeat(201);
    const words = await refusal(db, { words: long, reasons: '缺少照片' }, (typed) =>
      site().sendBack(watcher, id, typed),
    );
    expect(words).toContain('「补充说明」最多 200 个字');
    const seen = await site().sendBack(watcher, id, { reasons: '数量和现场不一致', words: '东侧没有做' });
    expect([seen.status, seen.location]).toEqual([303, tab]);
    expect(await site().row(id)).toMatchObject({
      ...{ state: 'returned', returnReason: '数量和现场不一致；东侧没有做' },
    });
    expect((await builder.get(`/posts/${id}`)).text).toContain('退回原因：数量和现场不一致；东侧没有做');
    const work = await builder.get('/work');
    expect(work.text).toContain('6月5日的日报已退回，请改好再提交');
    const links = work.page.querySelectorAll('main a').map((one) => one.getAttribute('href'));
    expect(links).toContain(`/m/report?contract=${site().works.contractId}&on=2026-06-05`);
    expect((await watcher.get('/work')).text).not.toContain('份日报等确认');
  });

  it('open on the reason on the phone, are corrected there and confirmed: old and new stand side by side', async () => {
    const { contractId, items } = site().works;
    const report = `/m/report?contract=${contractId}&on=2026-06-05`;
    await site().house.goOn('2026-06-08T17:40:00+08:00', builder);
    const opened = await builder.get(report);
    expect(opened.text).toContain('已退回：数量和现场不一致；东侧没有做。改好后再提交，原来填的都在下面');
    const typed = { [`value.${items['粉刷院墙']}`]: '260', workers: '8', kind: 'work' };
    expect((await builder.fill(report, typed, '/m/posts')).status).toBe(303);
    const { id: correction, correctsId } = await newest(db.manager, PostRecord);
    expect([correctsId, (await site().row(id)).state]).toEqual([id, 'corrected']);
    expect(await confirmedValue()).toEqual([]);
    const { page, text } = await watcher.get(`/posts/${correction}`);
    const cells = page.querySelectorAll('table tbody tr')[0].querySelectorAll('td');
    expect(cells.map(wordsIn).slice(0, 3)).toEqual([...['没有报过', '300 ㎡', '260 ㎡ 共 620 ㎡']]);
    expect(text).toContain('更正前：9 人');
    expect(text).toContain('数量和现场不一致；东侧没有做');
    expect((await site().confirm(watcher, correction)).status).toBe(303);
    expect(await confirmedValue()).toEqual([260_00]);
    id = correction;
  });

  it('whose photos nobody chose from wait for the manager', async () => {
    expect((await site().row(id)).photosChosenBy).toBeNull();
    expect((await manager.get('/work')).text).toContain('1 份日报的照片还没有选哪些公开');
    const [{ fileId }] = await db.manager.findBy(PostPhoto, { postId: id });
    const path = `/posts/${id}/photo-choices`;
    const choose = (fields: Fields) => manager.fill(`/posts/${id}`, fields, path);
    expect(await refusal(db, { shown: String(fileId) }, choose)).toContain('请逐张看过');
    expect((await choose({ shown: '999999', unrecognisable: 'yes' })).text).toContain(
      '选的照片不在这份日报里',
    );
    const seen = await choose({ shown: String(fileId), unrecognisable: 'yes' });
    expect([seen.status, seen.location]).toEqual([303, `/posts/${id}`]);
    expect((await manager.get('/work')).text).not.toContain('照片还没有选');
    const again = await untouched(db, () => site().press(manager, id, 'photo-choices'));
    expect(summaryOf(again)[1]).toContain('这份日报的照片已经选过');
  });

  it('correcting what was confirmed change nothing until they are confirmed themselves', async () => {
    const correction = await site().sent('2026-06-05', 240_00, {
      row: { correctsId: id, correctionReason: '复量后减少' },
    });
    expect(await confirmedValue()).toEqual([260_00]);
    const before = await site().revision();
    expect((await site().sendBack(watcher, correction, { reasons: '部位没有写清' })).status).toBe(303);
    expect(await confirmedValue()).toEqual([260_00]);
    const better = await site().sent('2026-06-05', 250_00, {
      row: { correctsId: correction, correctionReason: '复量后减少' },
    });
    expect((await watcher.get(`/posts/${better}`)).text).toContain('复量后减少');
    expect((await site().confirm(watcher, better)).status).toBe(303);
    expect(await confirmedValue()).toEqual([250_00]);
    expect([(await site().row(id)).state, (await site().row(correction)).state]).toEqual([
      'corrected',
      'corrected',
    ]);
    expect(await site().revision()).toBeGreaterThan(before);
  });

  it('are never confirmed by a firm that sent them itself', async () => {
    const firm = await site().house.app.get(Organisations).byCode(places.watcher);
    const own = await site().sent('2026-06-08', 400_00, { row: { postedFirmId: firm!.id } });
    expect((await watcher.get(`/posts/${own}`)).text).toContain('不能由同一家单位确认，请换一家单位的人确认');
    const seen = await untouched(db, () => site().press(watcher, own, 'confirmations'));
    expect(summaryOf(seen)[1]).toContain('不能由同一家单位确认');
  });

  it('keep what the supervisor may not choose', async () => {
    const other = await site().sent('2026-06-04', 250_00, { photos: 1 });
    expect((await watcher.get(`/posts/${other}`)).page.querySelector('input[name=shown]')).toBeNull();
    const [{ fileId }] = await db.manager.findBy(PostPhoto, { postId: other });
    const seen = await untouched(db, () =>
      site().press(watcher, other, 'confirmations', { shown: String(fileId), unrecognisable: 'yes' }),
    );
    expect(summaryOf(seen)[1]).toContain('公开照片由街道项目负责人选择');
    expect((await site().row(other)).state).toBe('sent');
  });

  it('show their photos to nobody before they are confirmed, from the documents neither', async () => {
    const waiting = await site().sent('2026-06-03', 250_00, { photos: 1 });
    const [{ fileId }] = await db.manager.findBy(PostPhoto, { postId: waiting });
    const [path, address] = [`/files/${fileId}/publish`, `/files/${fileId}/publications`];
    expect((await manager.get(path)).text).toContain('日报确认以后才能公开照片');
    const publish = () => manager.fill(path, { unrecognisable: 'yes' }, address);
    const refused = await untouched(db, publish);
    expect([refused.status, summaryOf(refused)[1]]).toEqual([
      422,
      expect.stringContaining('日报确认以后才能公开'),
    ]);
    expect((await site().confirm(watcher, waiting)).status).toBe(303);
    expect((await manager.get(path)).text).not.toContain('日报确认以后才能公开照片');
  });

  it('take back what everybody saw where the correction has the photo no more', async () => {
    const first = await site().sent('2026-06-02', 240_00, { photos: 2 });
    expect((await site().confirm(watcher, first)).status).toBe(303);
    const [one, other] = await db.manager.findBy(PostPhoto, { postId: first });
    const shown = [one, other].map(({ fileId }) => String(fileId));
    const choice = { shown, unrecognisable: 'yes' };
    expect((await manager.fill(`/posts/${first}`, choice, `/posts/${first}/photo-choices`)).status).toBe(303);
    const correcting = { row: { correctsId: first, correctionReason: '一张照片拍错了' } };
    const second = await site().sent('2026-06-02', 240_00, correcting);
    await write(site().house.app, async (tx) => {
      const { id: _id, ...staying } = one;
      await tx.insert(PostPhoto, { ...staying, uuid: randomUUID(), postId: second });
    });
    const isPublic = async ({ fileId }: PostPhoto) =>
      (await db.manager.findOneByOrFail(StoredFile, { id: fileId })).publishedAt !== null;
    expect(await Promise.all([one, other].map(isPublic))).toEqual([true, true]);
    expect((await site().confirm(watcher, second)).status).toBe(303);
    expect(await Promise.all([one, other].map(isPublic))).toEqual([true, false]);
  });

  it('name no photo point of other works, whatever number a phone sends with a photo', async () => {
    const { app } = site().house;
    const yard = await givenYard(app, { code: 'yard-9', name: '异地小院', foreign: true });
    const { userId: recordedBy } = await actorOf(app, 'manager');
    const pointId = await write(app, (tx) =>
      insert(tx, PhotoPointRecord, {
        ...{ ...yard, number: 1, name: '异地拍照点', place: '院门' },
        ...{ recordedBy, recordedAt: '2026-06-02T10:00:00.000Z' },
      }),
    );
    const id = await site().sent('2026-06-02', 250_00, { photos: 2 });
    const [one, other] = await db.manager.findBy(PostPhoto, { postId: id });
    await write(app, (tx) => tx.update(PostPhoto, { postId: id }, { pointId }));
    expect((await site().confirm(watcher, id)).status).toBe(303);
    const shown = [one, other].map(({ fileId }) => String(fileId));
    const choice = { shown, unrecognisable: 'yes' };
    expect((await manager.fill(`/posts/${id}`, choice, `/posts/${id}/photo-choices`)).status).toBe(303);
    for (const fileId of [one.fileId, other.fileId]) {
      const { caption } = await db.manager.findOneByOrFail(StoredFile, { id: fileId });
      expect(caption).toBe('施工现场，2026年6月2日');
    }
  });

  it('of another builder are not there for this one', async () => {
    const { app } = site().house;
    const foreign = await app.get(Organisations).byCode(places.foreignBuilder);
    const { compoundId, renovationId } = site().works;
    const where = { compoundId, renovationId };
    const contractId = await runningContract(app, where, { organisationId: foreign!.id, name: '绿化合同' });
    const theirs = await site().sent('2026-06-08', null, { contractId, row: { sentence: '栽树' } });
    expect((await builder.get(`/posts/${theirs}`)).status).toBe(404);
    const { text } = await builder.get(tab);
    expect(text).not.toContain('绿化合同');
    expect((await watcher.get(tab)).text).toContain('绿化合同');
    const one = await watcher.get(`${tab}?contract=${contractId}`);
    expect(one.page.querySelectorAll('thead th').map((cell) => cell.textContent)).toEqual([
      ...['日期', '绿化合同'],
    ]);
  });

  it('keep their photos from another builder, by their address and among the files; the offices see both', async () => {
    const { house, works } = site();
    const { compoundId, renovationId } = works;
    const foreign = await house.app.get(Organisations).byCode(places.foreignBuilder);
    const party = { organisationId: foreign!.id, role: 'contractor', fromOn: '2026-05-01' } as const;
    await write(house.app, (tx) => tx.insert(RenovationParty, { ...party, renovationId }));
    const where = { compoundId, renovationId };
    const green = { organisationId: foreign!.id, name: '绿化合同', number: 'SG-3' };
    const contractId = await runningContract(house.app, where, green);
    const photosOf = async (more: Partial<GivenPost>) => {
      const postId = await site().sent('2026-06-03', null, { photos: 2, ...more });
      return (await db.manager.findBy(PostPhoto, { postId })).map(({ fileId }) => fileId);
    };
    const own = await photosOf({});
    const theirs = await photosOf({ contractId, by: 'foreign-builder' });
    const { userId: recordedBy } = await actorOf(house.app, 'manager');
    await write(house.app, async (tx) => {
      const recorded = { recordedBy, recordedAt: '2026-06-03T10:00:00.000Z' };
      const point = { compoundId, renovationId, number: 1, name: '院门', place: '院门内侧，朝北' };
      const pointId = await insert(tx, PhotoPointRecord, { ...point, ...recorded });
      await tx.insert(PointPhotoRecord, {
        ...{ pointId, fileId: theirs[1], shownOn: '2026-06-03', ...recorded },
      });
    });
    const other = await house.person('foreign-builder');
    const [worker, auditor] = await house.people('worker', 'auditor');
    const copy = (id: number) => `/files/${id}/480.jpg`;
    const seen = async (person: Person) => {
      const { html } = await person.get('/compounds/fl106/files');
      return Promise.all(
        [own[0], theirs[0], theirs[1]].map(async (id) => {
          const answer = await person.get(copy(id));
          return [answer.status, html.includes(`/files/${id}/`)];
        }),
      );
    };
    const [shown, hidden] = [
      [200, true],
      [404, false],
    ];
    // What was taken at a fixed point stands among its photos, which everybody on the site compares.
    expect(await seen(builder)).toEqual([shown, hidden, shown]);
    expect(await seen(other)).toEqual([hidden, shown, shown]);
    for (const person of [watcher, manager, worker, auditor])
      expect(await seen(person)).toEqual([shown, shown, shown]);
  });
});

describe('a district renovation that has no supervisor yet', () => {
  const site = openSite({ renovation: { track: 'district' }, supervised: false });

  it('has nobody who may confirm, and says whom it lacks', async () => {
    const id = await site().sent('2026-06-05', 300_00);
    const [manager] = await site().house.people('manager');
    expect((await manager.get(`/posts/${id}`)).text).toContain('区级统一改造由监理确认，请先登记监理单位');
    expect((await site().press(manager, id, 'confirmations')).status).toBe(422);
    expect((await site().row(id)).state).toBe('sent');
  });
});

describe('how posts stand over many renovations', () => {
  const site = openSite({});

  it('is read in as many statements for three as for one', async () => {
    const { house, works } = site();
    const ids = [works.renovationId];
    const ask = async () => house.app.get(PostTotals).of(ids);
    const one = await countQueries(house.app, ask);
    for (const code of ['fl107', 'fl108']) {
      const where = await givenYard(house.app, { code, name: `丰乐路${code.slice(2)}号院` });
      const contractId = await runningContract(house.app, where);
      const post = { contractId, workedOn: '2026-06-05', row: { state: 'returned', decidedBy: 1 } as const };
      const decidedAt = '2026-06-05T12:00:00.000Z';
      const row = { ...post.row, decidedAt, returnReason: '缺少照片' };
      await givenPostRow(house.app, where, { ...post, row });
      ids.push(where.renovationId);
    }
    const three = await countQueries(house.app, ask);
    expect([three.answer.size, three.queries]).toEqual([3, one.queries]);
    expect(three.answer.get(ids[1])).toMatchObject({ returned: 1, waiting: 0, missingSince: '2026-05-19' });
    const [manager] = await house.people('manager');
    expect((await manager.get('/work')).text.match(/应报未报/g)).toHaveLength(6);
  });
});

describe('days that lack their post', () => {
  const site = openSite({ contract: { startsOn: '2026-06-04' } });

  it('are marked in the evening, are the foreman’s next day, the manager’s after two working days', async () => {
    const { house, works } = site();
    const [builder, manager] = await house.people('builder', 'manager');
    const standing = async () =>
      (await house.app.get(PostTotals).of([works.renovationId])).get(works.renovationId);
    await site().sent('2026-06-05', 300_00);
    await house.goOn('2026-06-04T17:59:00+08:00', builder, manager);
    expect((await manager.get(tab)).text).not.toContain('今天应报未报');
    await house.goOn('2026-06-04T18:00:00+08:00', builder, manager);
    expect((await manager.get(tab)).text).toContain('今天应报未报');
    expect((await builder.get('/work')).text).not.toContain('应报未报');
    await house.goOn('2026-06-05T09:00:00+08:00', builder, manager);
    expect((await builder.get('/work')).text).toContain('施工合同有 1 天应报未报，从 6月4日起');
    expect((await manager.get('/work')).text).not.toContain('应报未报');
    await house.goOn('2026-06-08T09:00:00+08:00', builder, manager);
    expect((await manager.get('/work')).text).toContain('施工合同有 1 天应报未报，从 6月4日起');
    expect(await standing()).toEqual({
      ...{ lastOn: '2026-06-05', lastConfirmedOn: null, waiting: 1, returned: 0 },
      ...{ missing: 1, missingSince: '2026-06-04' },
    });
    const due = (await manager.get('/work')).page.querySelectorAll('.todo li.is-late b');
    expect(due.map((one) => one.textContent).filter((what) => what.includes('应报未报'))).toEqual([]);
    await house.goOn('2026-06-10T09:00:00+08:00', builder, manager);
    const { page } = await manager.get('/work');
    const late = page.querySelectorAll('.todo li.is-late b').map((one) => one.textContent);
    expect(late).toContain('施工合同有 2 天应报未报，从 6月4日起');
  });
});
