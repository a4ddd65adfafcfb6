import { DataSource } from 'typeorm';
import { itemHoldBlockers } from '../../src/domain/construction/item-holds';
import { CheckRecords } from '../../src/inspections/check-records';
import { ConcealedFile, ConcealedRecord } from '../../src/inspections/concealed.entities';
import { SiteRecords } from '../../src/works/site-records';
import { photo } from '../fixtures/files/photos';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { Fields, Person, valuesOf } from '../support/person';
import { refusal } from '../support/refusals';
import { newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const tab = '/compounds/fl106/checks';
const newForm = '/compounds/fl106/concealed/new';
const works = '/compounds/fl106/concealed';

describe('concealed works of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let given: GivenWorks;
  let watcher: Person;
  let builder: Person;
  let manager: Person;
  let id: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-01T09:00:00+08:00' });
    db = house.db;
    given = await givenWorks(house.app);
    [watcher, builder, manager] = await house.people('watcher', 'builder', 'manager');
  });
  afterAll(() => house.close());

  const jpeg = async () =>
    new File([new Uint8Array(await photo('jpeg'))], '管沟.jpg', { type: 'image/jpeg' });
  const last = () => newest(db.manager, ConcealedRecord);
  const row = () => db.manager.findOneByOrFail(ConcealedRecord, { id });
  const notice = (person: Person, change: Fields = {}) => {
    const fields = { itemId: String(given.items['公共车棚']), part: '车棚基础 6 处', ...change };
    return person.fill(newForm, fields, works);
  };
  const step = (person: Person, name: string, fields: Fields = {}) =>
    person.fill(`/concealed/${id}/step?step=${name}`, fields, `/concealed/${id}/steps`);
  /** A step posted without its page. */
  const press = async (person: Person, name: string, fields: Fields = {}) =>
    person.post(`/concealed/${id}/steps`, {
      ...{ step: name, version: String((await row()).version), onceKey: `k-${name}`.padEnd(20, 'x') },
      ...fields,
    });

  it.each<[string, Fields, string]>([
    [
      'an hour short of forty-eight',
      { checkOn: '2026-06-03', checkTime: '08:00' },
      '隐蔽前 48 小时要通知检查',
    ],
    ['for a time that is none', { checkTime: '25:00' }, '时间请按 24 小时制填写'],
    ['for yesterday', { checkOn: '2026-05-31', checkTime: '09:00' }, '「检查时间」要晚于通知时间'],
    ['of nothing', { part: '' }, '请填写「隐蔽部位」'],
    ['of an item elsewhere', { itemId: '99999' }, '选择的项目不在这次改造里'],
  ])('a notice is refused: %s', async (_, fields, words) => {
    const { page } = await builder.get(newForm);
    const hidden = valuesOf(page.querySelector('main form')!);
    const typed = { itemId: String(given.items['公共车棚']), part: '车棚基础 6 处', ...fields };
    const { itemId, ...kept } = typed;
    const said = await refusal(db, kept, (one) => builder.post(works, { ...hidden, itemId, ...one }));
    expect(said).toContain(words);
  });

  it('a builder gives notice now: it cannot say that it was given earlier', async () => {
    expect((await builder.get(newForm)).html).not.toContain('noticedOn');
    const back = { noticedOn: '2026-05-29', noticedTime: '09:00', checkOn: '2026-06-02', checkTime: '09:00' };
    expect((await notice(builder, back)).status).toBe(422);
    expect((await notice(builder)).status).toBe(303);
    id = (await last()).id;
    expect(await row()).toMatchObject({ noticedAt: '2026-06-01 09:00', checkAt: '2026-06-03 10:00' });
    expect((await watcher.get('/work')).text).toContain('请求 2026年6月3日 10:00 检查');
  });

  it('what the supervisor agreed to may be earlier; the street writes down what a builder told', async () => {
    const agreed = { checkOn: '2026-06-02', checkTime: '9:00', agreed: '监理在场，同意明天检查' };
    const given = { noticedOn: '2026-05-31', noticedTime: '16:00', part: '车棚接地' };
    expect((await notice(manager, { ...agreed, ...given })).status).toBe(303);
    expect(await last()).toMatchObject({ noticedAt: '2026-05-31 16:00', checkAt: '2026-06-02 09:00' });
  });

  it('what waits behind it waits: no work on the next item before it is accepted', async () => {
    const { concealed, stops } = await house.app.get(SiteRecords).checks(given.renovationId);
    const next = { id: 0, name: '充电桩', zones: [], predecessorId: given.items['公共车棚'] };
    const held = itemHoldBlockers(next, { ground: null, concealed, stops }, '2026-06-01');
    expect(held.map(({ text }) => text)[0]).toContain('要等车棚基础 6 处隐蔽验收合格');
  });

  it('is not covered before it is accepted, whoever presses', async () => {
    for (const person of [builder, manager]) {
      const seen = await untouched(db, () => press(person, 'cover'));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('检查合格以后才能覆盖')]);
    }
  });

  it('is not accepted without witnesses, without a picture, nor by the street where a supervisor is engaged', async () => {
    const bare = await untouched(db, () => step(watcher, 'accept', { witnesses: 'contractor' }));
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('隐蔽验收要有监理在场');
    expect(bare.text).toContain('请上传覆盖前的照片');
    const seen = await untouched(db, () => press(manager, 'accept'));
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('这次改造有监理，请由监理确认')]);
  });

  it('is sent back with a reason, mended, noticed again', async () => {
    expect((await step(watcher, 'reject', { reason: '' })).text).toContain('请写明不合格的地方和怎样整改');
    expect((await step(watcher, 'reject', { reason: '垫层厚度不够' })).status).toBe(303);
    expect((await builder.get('/work')).text).toContain('检查不合格');
    const short = await step(builder, 'notice-again', {
      ...{ reason: '已加厚', checkOn: '2026-06-02', checkTime: '09:00' },
    });
    expect([short.status, short.text]).toEqual([422, expect.stringContaining('隐蔽前 48 小时')]);
    expect((await step(builder, 'notice-again', { reason: '已加厚' })).status).toBe(303);
    expect(await row()).toMatchObject({ state: 'noticed', noticedAt: '2026-06-01 09:00' });
  });

  it('says that it waits where nobody came', async () => {
    await house.goOn('2026-06-04T09:00:00+08:00', watcher, builder, manager);
    const { text } = await builder.get(`/concealed/${id}`);
    expect(text).toContain('没有及时检查的，工期可以顺延');
    expect(text).toContain('过了 1 天');
  });

  it('is accepted in front of witnesses with a picture, then covered, and no earlier than that', async () => {
    const later = await step(watcher, 'accept', { happenedOn: '2026-06-05', photos: await jpeg() });
    expect([later.status, later.text]).toEqual([422, expect.stringContaining('时间不能晚于现在')]);
    const witnesses = ['contractor', 'supervisor', 'residents'];
    const seen = await step(watcher, 'accept', { witnesses, happenedTime: '08:30', photos: await jpeg() });
    expect(seen.status).toBe(303);
    expect(await row()).toMatchObject({ state: 'accepted', acceptedAt: '2026-06-04 08:30' });
    expect(await db.manager.count(ConcealedFile)).toBe(1);
    const early = await step(builder, 'cover', { happenedTime: '08:29' });
    expect([early.status, early.text]).toEqual([
      422,
      expect.stringContaining('「覆盖时间」不能早于检查合格的时间'),
    ]);
    expect((await step(builder, 'cover', { happenedTime: '08:30' })).status).toBe(303);
    expect(await row()).toMatchObject({ state: 'covered', coveredAt: '2026-06-04 08:30' });
  });

  it('its record is printed, and the diary knows each of its days', async () => {
    const { text } = await manager.get(`/concealed/${id}/print`);
    for (const words of ['隐蔽工程验收记录', '合格，可以覆盖', '居民监督员', '2026年6月4日 08:30']) {
      expect(text).toContain(words);
    }
    const { concealed } = await house.app.get(CheckRecords).of(given.renovationId);
    const own = concealed.filter(({ concealedId }) => concealedId === id);
    expect(own.map(({ state, on }) => [state, on])).toEqual([
      ['noticed', '2026-06-01'],
      ['rejected', '2026-06-01'],
      ['noticed', '2026-06-01'],
      ['accepted', '2026-06-04'],
      ['covered', '2026-06-04'],
    ]);
    expect(own[3].witnesses).toEqual(['contractor', 'supervisor', 'residents']);
  });

  it('sent twice is one; of an older page nothing is taken', async () => {
    const { page } = await builder.get(newForm);
    const itemId = String(given.items['充电桩']);
    const typed = { ...valuesOf(page.querySelector('main form')!), itemId, part: '电缆沟' };
    const before = await db.manager.count(ConcealedRecord);
    for (const _ of [1, 2]) expect((await builder.post(works, typed)).status).toBe(303);
    expect(await db.manager.count(ConcealedRecord)).toBe(before + 1);
    id = (await last()).id;
    const old = { version: '7', reason: '不隐蔽了' };
    const seen = await untouched(db, () => press(builder, 'withdraw', old));
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
    expect((await step(builder, 'withdraw', { reason: '改为明敷' })).status).toBe(303);
  });

  it('another builder, another street and the auditor', async () => {
    const [stranger, other, auditor] = await house.people('foreign-manager', 'foreign-builder', 'auditor');
    const reads = [`/concealed/${id}`, `/concealed/${id}/print`];
    const forms = [newForm, `/concealed/${id}/step?step=accept`];
    const writes = [works, `/concealed/${id}/steps`];
    for (const person of [stranger, other])
      await expectEach(person, 404, { reads: [...reads, ...forms], writes });
    await expectEach(auditor, 200, { reads: [tab, ...reads] });
    await expectEach(auditor, 403, { reads: forms, writes });
  });
});
