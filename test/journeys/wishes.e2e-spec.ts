import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { CompoundDesk } from '../../src/compounds/compounds.desk';
import { DoorLayers } from '../../src/compounds/door-layers';
import { Doors } from '../../src/compounds/doors.service';
import { Dwelling } from '../../src/compounds/door.entities';
import { WaitingWork } from '../../src/compounds/waiting-work';
import type { Actor } from '../../src/domain/people/actor';
import { Notices } from '../../src/notices/notices.service';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { WishEntry, WishRecord } from '../../src/wishes/wish.entities';
import { Wishes } from '../../src/wishes/wishes.service';
import { WishTotals } from '../../src/wishes/wishes.totals';
import { actorOf } from '../support/actors';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn } from '../support/pages';
import { Fields, Person } from '../support/person';
import { givenYard } from '../support/portfolio';
import { closeRenovation, openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/wishes';

describe('what the residents of 丰乐路106号院 wish', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let actor: Actor;
  let worker: Person;
  let noticeId: number;
  let doorId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    actor = await actorOf(house.app, 'worker');
    worker = await house.person('worker');
    const pattern = { buildingNo: '1号楼', units: 1, floors: 7, doorsPerFloor: 4, firstFloor: 1 };
    await house.app.get(Doors).generate(actor, 'fl106', pattern, {});
    doorId = (await house.app.get(Doors).doorsOf(ids.compoundId))[0].id;
    noticeId = await notice();
  });
  afterAll(() => house.close());

  const notice = async (): Promise<number> => {
    const compound = await house.app.get(CompoundDesk).find(actor, 'fl106');
    const posted = await house.app.get(UnitOfWork).run((tx) =>
      house.app.get(Notices).post(tx, actor, {
        compound,
        renovationId: ids.renovationId,
        kind: 'plan',
        subjectId: 1,
        title: '改造方案公示',
        body: '方案见附表。',
        places: ['gate-board'],
        postedOn: '2026-05-18',
        endsOn: '2026-05-25',
      }),
    );
    if (!posted.ok) throw new Error(posted.blockers[0].text);
    return posted.value;
  };
  const fill = (fields: Fields) => worker.fill(`${tab}/new`, fields, tab);
  const wishOf = (number: number) => house.rows.findOneByOrFail(WishRecord, { number });
  const count = () => house.rows.count(WishRecord);
  const waiting = async () =>
    (await house.app.get(WaitingWork).gather(actor))
      .filter(({ kind }) => kind === '居民意见')
      .map(({ what, dueOn }) => [what, dueOn]);
  const publicWishes = () => house.app.get(WishTotals).publicWishes(ids.renovationId);

  const wisteria: Fields = {
    kind: 'wish',
    text: '1单元101说：紫藤架别拆，下面放几个座位。电话 13800138000',
    source: 'door',
    heardOn: '2026-05-18',
  };

  it('before the first one the tab says what it is for', async () => {
    const seen = await worker.get(tab);
    expect([seen.status, seen.text.includes('还没有登记居民意见')]).toEqual([200, true]);
  });

  it.each([
    ['nothing said', { text: '' }, '请填写「居民说了什么」'],
    [
      '5,000 characters',
      { text: '长'.repeat(5000) },
      '「居民说了什么」最多 1000 个字，现在是 5000 个，请删减后再保存',
    ],
    ['a day to come', { heardOn: '2026-05-19' }, '听到的日期不能晚于今天 2026年5月18日'],
    ['a bell', { text: '响铃\u0007' }, '「居民说了什么」里有看不见的特殊字符，请删掉后重新输入'],
    ['no kind', { kind: '' }, '请填写「类别」'],
    ['a wish against a notice', { noticeId: '1' }, '针对公示提出的请登记为「异议」'],
  ])('%s is answered in a sentence; what was typed stays, nothing is written', async (_, wrong, sentence) => {
    const typed = { ...wisteria, ...(wrong as Fields) };
    const seen = await fill(typed);
    expectRefused(seen, sentence);
    expect(seen.page.querySelector('#f-text')!.textContent.trim()).toBe((typed.text as string).trim());
    expect(await count()).toBe(0);
  });

  it('one written down is first shown as residents will read it, and can be mended', async () => {
    const seen = await fill({ ...wisteria, dwellingId: String(doorId) });
    expect([seen.status, await count()]).toEqual([200, 0]);
    expect(seen.text).toContain('某户说：紫藤架别拆，下面放几个座位。电话 〔电话已隐去〕');
    expect(seen.text).toContain('已隐去 1 处门牌、1 处电话');
    expect(seen.page.querySelectorAll('mark')).toHaveLength(2);
    const hidden = Object.fromEntries(
      seen.page
        .querySelectorAll('input[type=hidden]')
        .map((one) => [one.getAttribute('name')!, one.getAttribute('value')!]),
    );
    const back = await worker.post(tab, { ...hidden, step: 'edit' });
    expect(back.status).toBe(200);
    expect(back.page.querySelector('#f-text')!.textContent.trim()).toBe(wisteria.text);
    expect(back.page.querySelector('#f-dwellingId option[selected]')!.getAttribute('value')).toBe(
      String(doorId),
    );
    const posted = [
      await worker.post(tab, { ...hidden, step: 'post' }),
      await worker.post(tab, { ...hidden, step: 'post' }),
    ];
    expect(posted.map(({ status }) => status)).toEqual([303, 303]);
    expect(posted[0].location).toBe(posted[1].location);
    expect(await count()).toBe(1);
    expect(await wishOf(1)).toMatchObject({
      text: '1单元101说：紫藤架别拆，下面放几个座位。电话 〔电话已隐去〕',
      publicText: '某户说：紫藤架别拆，下面放几个座位。电话 〔电话已隐去〕',
      dwellingId: doorId,
      state: 'open',
      publicCheckedOn: '2026-05-18',
    });
    const trail = await house.rows.findBy(AuditEntry, { action: 'wish.taken' });
    expect(trail.map(({ toValue, reason }) => [toValue, reason])).toEqual([['wish door', null]]);
  });

  it('pasted Word text is taken as it reads', async () => {
    const seen = await fill({ ...wisteria, text: '\ufeff步道\u00a0修平\u000b加\u00ad扶手\u200b' });
    const kept = seen.page.querySelector('input[name=text]')!.getAttribute('value');
    expect(seen.status).toBe(200);
    expect(kept).toContain('步道');
    const posted = await worker.post(tab, {
      ...wisteria,
      text: kept!,
      step: 'post',
      onceKey: 'w'.repeat(20),
    });
    expect(posted.status).toBe(303);
    expect((await wishOf(2)).text).toBe('步道 修平\n加扶手');
  });

  it('an objection to a notice is taken from its page', async () => {
    const seen = await worker.get(`/notices/${noticeId}`);
    const link = seen.page.querySelectorAll('a').find((one) => one.textContent === '登记异议')!;
    const form = await worker.get(worker.pathOf(link.getAttribute('href')!));
    expect(form.page.querySelector('#f-kind-1, #f-kind[checked]')).not.toBeNull();
    expect(form.page.querySelector('#f-noticeId option[selected]')!.getAttribute('value')).toBe(
      String(noticeId),
    );
    const fields = { kind: 'objection', noticeId: String(noticeId), text: '车位划得太多', source: 'office' };
    const posted = await worker.post(tab, {
      ...fields,
      heardOn: '2026-05-18',
      step: 'post',
      onceKey: onceKeyIn(form.page),
    });
    expect(posted.status).toBe(303);
    expect((await worker.get(`/notices/${noticeId}`)).text).toContain('共 1 条异议，1 条待答复');
    expect(await waiting()).toEqual([['「改造方案公示」有 1 条异议待答复', '2026-05-25']]);
  });

  it('a notice or a door of another compound is refused', async () => {
    const other = await givenYard(house.app, { code: 'other', name: '别的院' });
    await house.app
      .get(Doors)
      .generate(
        await actorOf(house.app, 'manager'),
        'other',
        { buildingNo: '1号楼', units: 1, floors: 1, doorsPerFloor: 1, firstFloor: 1 },
        {},
      );
    const [foreign] = await house.app.get(Doors).doorsOf(other.compoundId);
    const posted = (fields: Fields, key: string) =>
      worker.post(tab, { ...wisteria, ...fields, step: 'post', onceKey: key.repeat(20) });
    const door = await posted({ dwellingId: String(foreign.id) }, 'd');
    expectRefused(door, '这一户不在本楼院的名册里，请重新选择');
    const to = await posted({ kind: 'objection', noticeId: '999' }, 'n');
    expectRefused(to, '这份公示不属于本次改造，请重新选择');
    expect(await count()).toBe(3);
  });

  it('the list shows open ones first, and is narrowed by its address', async () => {
    const seen = await worker.get(tab);
    expect(seen.page.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(seen.text).toContain('共 3 条：待答复 3 条');
    const narrowed = await worker.get(`${tab}?kind=objection&notice=${noticeId}`);
    expect(narrowed.page.querySelectorAll('tbody tr')).toHaveLength(1);
    expect((await worker.get(`${tab}?source=meeting`)).text).toContain('没有符合条件的意见');
    expect((await worker.get(`${tab}?renovation=7`)).status).toBe(404);
  });

  it('nobody adopts by hand, and an answer says why', async () => {
    const { id } = await wishOf(1);
    const path = `/wishes/${id}`;
    const action = `${path}/conclusions`;
    const adopted = await worker.fill(path, { outcome: 'adopted', answer: '好' }, action);
    expectRefused(adopted, '请为「结果」选一项');
    const short = await worker.fill(path, { outcome: 'not-adopted', answer: '不行' }, action);
    expect(short.text).toContain('请写明为什么没有采纳，至少 6 个字，居民会读到');
    expect(short.page.querySelector('#f-answer')!.textContent.trim()).toBe('不行');
    const long = await worker.fill(path, { outcome: 'otherwise', answer: '长'.repeat(5000) }, action);
    expect(long.text).toContain('「答复」最多 1000 个字，现在是 5000 个，请删减后再保存');
    const stale = await worker.fill(
      path,
      { outcome: 'otherwise', answer: '座位已由社区添置', version: '9' },
      action,
    );
    expectRefused(stale, '刚被别人改过');
    expect(await wishOf(1)).toMatchObject({ state: 'open', answer: null });
  });

  it('an answer is shown as residents will read it, then ends the wish', async () => {
    const { id } = await wishOf(1);
    const path = `/wishes/${id}`;
    const answer = '座位已由社区添置，有问题打 13900139000';
    const seen = await worker.fill(path, { outcome: 'otherwise', answer }, `${path}/conclusions`);
    expect([seen.status, seen.text.includes('〔电话已隐去〕')]).toEqual([200, true]);
    expect((await wishOf(1)).state).toBe('open');
    const hidden = Object.fromEntries(
      seen.page
        .querySelectorAll('input[type=hidden]')
        .map((one) => [one.getAttribute('name')!, one.getAttribute('value')!]),
    );
    for (const _ of [1, 2]) {
      const done = await worker.post(`${path}/conclusions`, { ...hidden, step: 'post' });
      expect([done.status, done.location]).toEqual([303, path]);
    }
    expect(await wishOf(1)).toMatchObject({
      state: 'otherwise',
      answer: '座位已由社区添置，有问题打 〔电话已隐去〕',
      answeredOn: '2026-05-18',
    });
    expect(await house.rows.countBy(WishEntry, { wishId: id, step: 'concluded' })).toBe(1);
    expect((await publicWishes()).find(({ number }) => number === 1)).toEqual({
      number: 1,
      kind: 'wish',
      text: '某户说：紫藤架别拆，下面放几个座位。电话 〔电话已隐去〕',
      heardOn: '2026-05-18',
      state: 'otherwise',
      answer: '座位已由社区添置，有问题打 〔电话已隐去〕',
      answeredOn: '2026-05-18',
    });
  });

  it('is opened again with a reason; the former answer stays in its history', async () => {
    const { id } = await wishOf(1);
    const path = `/wishes/${id}`;
    const empty = await worker.fill(path, { reason: '' }, `${path}/reopenings`);
    expectRefused(empty, '请填写「重新打开的原因」');
    const done = await worker.fill(path, { reason: '座位被搬走了' }, `${path}/reopenings`);
    expect([done.status, done.location]).toEqual([303, path]);
    const seen = await worker.get(path);
    for (const words of ['待答复', '座位已由社区添置', '座位被搬走了']) expect(seen.text).toContain(words);
    expect(await wishOf(1)).toMatchObject({ state: 'open', answer: null, answeredOn: null });
  });

  it('what other rooms take is not public before somebody looked at it, and may be reworded', async () => {
    const taken = await house.app.get(UnitOfWork).run((tx) =>
      house.app.get(Wishes).take(tx, actor, {
        ...ids,
        kind: 'wish',
        source: 'door',
        dwellingId: doorId,
        text: '老王家门口积水',
        heardOn: '2026-05-18',
      }),
    );
    if (!taken.ok) throw new Error(taken.blockers[0].text);
    const path = `/wishes/${taken.value}`;
    expect((await publicWishes()).map(({ number }) => number)).not.toContain(4);
    expect((await worker.get(path)).text).toContain('居民还看不到');
    const done = await worker.fill(path, { publicText: '门口积水，13800138000' }, `${path}/public-texts`);
    expect(done.status).toBe(303);
    expect((await publicWishes()).find(({ number }) => number === 4)!.text).toBe('门口积水，〔电话已隐去〕');
    const stale = await worker.post(`${path}/public-texts`, { publicText: '别的', version: '1' });
    expectRefused(stale, '刚被别人改过');
  });

  it('the plan adopts; a wish that was answered unseen by anybody waits to be looked at', async () => {
    const taken = await house.app.get(UnitOfWork).run(async (tx) => {
      const wishes = house.app.get(Wishes);
      const wish = { ...ids, kind: 'wish' as const, source: 'office' as const, heardOn: '2026-05-18' };
      const one = await wishes.take(tx, actor, { ...wish, text: '楼道灯不亮' });
      if (!one.ok) return one;
      return wishes.conclude(tx, actor, one.value, { outcome: 'adopted', answer: '列入方案：楼道照明' });
    });
    expect(taken.ok).toBe(true);
    expect((await wishOf(5)).state).toBe('adopted');
    expect(await waiting()).toContainEqual(['1 条意见已答复，居民还看不到', null]);
  });

  it('the door tells them in its history, and is not removed under them', async () => {
    const histories = house.app.get(DoorLayers).histories();
    const lines = (await Promise.all(histories.map(({ history }) => history(doorId)))).flat();
    expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(['心愿 第 4 号', '心愿 第 1 号']));
    const removed = await worker.fill(`/dwellings/${doorId}`, { step: 'remove' });
    expectRefused(removed, '这一户已有居民意见，不能删除');
    expect(await house.rows.countBy(Dwelling, { id: doorId })).toBe(1);
  });

  it('after the days of the office an unanswered wish is late', async () => {
    await house.goOn('2026-06-02T09:00:00+08:00', worker);
    expect(await waiting()).not.toContainEqual(['3 条心愿超过期限没有答复', '2026-06-02']);
    await house.goOn('2026-06-03T09:00:00+08:00', worker);
    expect(await waiting()).toContainEqual(['3 条心愿超过期限没有答复', '2026-06-02']);
    expect((await worker.get(tab)).text).toContain('逾期 1 天');
  });

  it('a foreign street finds none of them, a firm may not look, the auditor may not change', async () => {
    const { id } = await wishOf(1);
    const reads = [tab, `/wishes/${id}`];
    for (const stranger of await house.people('foreign-worker', 'neighbour', 'foreign-officer'))
      await expectEach(stranger, 404, { reads });
    await expectEach(await house.person('builder'), 403, { reads });
    const auditor = await house.person('auditor');
    const seen = await auditor.get(`/wishes/${id}`);
    expect(seen.status).toBe(200);
    expect(seen.page.querySelectorAll('main form')).toHaveLength(0);
    await expectEach(auditor, 403, { writes: [`/wishes/${id}/reopenings`] });
  });

  it('once the renovation is over nothing can be written; what was said stays readable', async () => {
    await closeRenovation(house.app, ids.renovationId, '2026-06-03');
    const { id, version } = await wishOf(1);
    const over = '改造已办结，居民意见不能再改';
    const posted = await worker.post(tab, { ...wisteria, step: 'post', onceKey: 'o'.repeat(20) });
    expectRefused(posted, over);
    const answer = { outcome: 'otherwise', answer: '已经另行办理了', version: String(version) };
    const answered = await worker.post(`/wishes/${id}/conclusions`, {
      ...answer,
      step: 'post',
      onceKey: 'p'.repeat(20),
    });
    expectRefused(answered, over);
    const seen = await worker.get(`/wishes/${id}`);
    expect(seen.page.querySelectorAll('main form')).toHaveLength(0);
    const list = await worker.get(tab);
    expect(list.html).not.toContain('/wishes/new');
    expect((await worker.open(`${tab}/new`)).text).toContain(over);
  });
});
