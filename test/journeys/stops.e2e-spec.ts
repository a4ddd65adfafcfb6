import { DataSource } from 'typeorm';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { CheckRecords } from '../../src/inspections/check-records';
import { FindingRecord } from '../../src/inspections/finding.entities';
import { StopRecord } from '../../src/inspections/stop.entities';
import { SiteRecords } from '../../src/works/site-records';
import { photo } from '../fixtures/files/photos';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { Fields, Person, valuesOf } from '../support/person';
import { write } from '../support/portfolio';
import { refusal } from '../support/refusals';
import { newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const tab = '/compounds/fl106/checks';
const newForm = '/compounds/fl106/stops/new';
const stops = '/compounds/fl106/stops';

describe('orders to stop in 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let given: GivenWorks;
  let watcher: Person;
  let builder: Person;
  let manager: Person;
  let officer: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
    db = house.db;
    given = await givenWorks(house.app);
    [watcher, builder, manager, officer] = await house.people('watcher', 'builder', 'manager', 'officer');
  });
  afterAll(() => house.close());

  const jpeg = async () =>
    new File([new Uint8Array(await photo('jpeg'))], '问题.jpg', { type: 'image/jpeg' });
  const last = () => newest(db.manager, StopRecord);
  const order = (person: Person, fields: Fields = {}) =>
    person.fill(newForm, { reason: '脚手架没有拉结', ...fields }, stops);
  const step = (person: Person, id: number, name: string, fields: Fields = {}) =>
    person.fill(`/stops/${id}/step?step=${name}`, fields, `/stops/${id}/steps`);
  const press = async (person: Person, id: number, name: string, key: string) =>
    person.post(`/stops/${id}/steps`, {
      ...{ step: name, reason: '已拉结', version: '1', onceKey: key.padEnd(20, 'x') },
    });

  it.each<[string, Fields, string]>([
    ['without a reason', { reason: '' }, '请写明停工的原因和要整改的内容'],
    ['from tomorrow on', { stoppedOn: '2026-06-09' }, '「停工日期」不能晚于今天'],
    ['from before the works', { stoppedOn: '2026-05-18' }, '「停工日期」不能早于开工日期 2026年5月19日'],
  ])('refused: %s', async (_, fields, words) => {
    const { page } = await watcher.get(newForm);
    const hidden = valuesOf(page.querySelector('main form')!);
    const typed = { reason: '脚手架没有拉结', ...fields };
    expect(await refusal(db, typed, (one) => watcher.post(stops, { ...hidden, ...one }))).toContain(words);
  });

  it.each<[string, Fields, string]>([
    ['an item', { itemIds: '99999' }, '选择的项目里有别处的'],
    ['a zone', { zoneIds: '99999' }, '选择的区域里有别处的'],
    ['a finding', { findingIds: '99999' }, '选择的问题已经复查通过或不在这次改造里'],
  ])('refused: %s of another place', async (_, fields, words) => {
    const seen = await untouched(db, () => order(watcher, fields));
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining(words)]);
  });

  describe('that rests on a finding', () => {
    let id: number;
    let findingId: number;
    beforeAll(async () => {
      const fields = { what: '脚手架没有拉结', place: '3号楼东', severity: 'urgent', photos: await jpeg() };
      await watcher.fill('/compounds/fl106/inspections/new', fields, '/compounds/fl106/inspections');
      findingId = (await newest(db.manager, FindingRecord)).id;
      const items = { itemIds: String(given.items['粉刷院墙']), findingIds: String(findingId) };
      expect((await order(watcher, items)).status).toBe(303);
      id = (await last()).id;
    });

    it('holds its item, and no other; every room is told the same', async () => {
      const told = (await house.app.get(SiteRecords).checks(given.renovationId)).stops;
      expect(told).toEqual([
        {
          ...{ id, state: 'stopped', cause: 'safety', stoppedOn: '2026-06-08', resumedOn: null },
          ...{ itemIds: [given.items['粉刷院墙']], zones: [] },
        },
      ]);
      expect((await house.app.get(CheckRecords).of(given.renovationId)).stops).toEqual(told);
      const { text } = await builder.get(tab);
      expect(text).toContain('停工中，第 1 天');
      expect(text).toContain('粉刷院墙');
      expect((await watcher.get('/work')).text).toContain('停工令第 1 号，停工第 1 天');
    });

    it('is not lifted while its finding is open', async () => {
      const page = await watcher.get(`/stops/${id}`);
      expect(page.text).toContain('还有 1 个问题没有复查通过，复查通过后再复工');
      const seen = await untouched(db, () => press(watcher, id, 'resume', 'early'));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('复查通过后再复工')]);
    });

    it('is lifted once it is closed, with a reason; the day it is lifted is worked again', async () => {
      const mend = { reason: '已拉结', photos: await jpeg() };
      await builder.fill(`/findings/${findingId}/step?step=mend`, mend, `/findings/${findingId}/steps`);
      await watcher.fill(`/findings/${findingId}/step?step=pass`, {}, `/findings/${findingId}/steps`);
      expect((await step(watcher, id, 'resume')).text).toContain('请写明检查的情况和可以复工的理由');
      const resumed = await step(watcher, id, 'resume', { reason: '逐跨检查，拉结齐全' });
      expect([resumed.status, resumed.location]).toEqual([303, `/stops/${id}`]);
      expect(await last()).toMatchObject({
        state: 'resumed',
        resumedOn: '2026-06-08',
        endedRole: 'supervisor',
      });
    });

    it('both orders are printed', async () => {
      const stopped = (await builder.get(`/stops/${id}/print`)).text;
      for (const words of ['停工令', '示例建设有限公司：', '粉刷院墙', '脚手架没有拉结']) {
        expect(stopped).toContain(words);
      }
      expect((await builder.get(`/stops/${id}/print?sheet=resume`)).text).toContain(
        '同意自 2026年6月8日起恢复施工',
      );
    });
  });

  it('is lifted by the rank that gave it or a higher one', async () => {
    expect((await order(manager, { cause: 'residents', reason: '噪声太大' })).status).toBe(303);
    const { id } = await last();
    expect((await manager.get(`/stops/${id}`)).text).toContain('全部施工');
    const low = await untouched(db, () => press(watcher, id, 'resume', 'low'));
    expect([low.status, low.text]).toEqual([
      422,
      expect.stringContaining('这份停工令由街道项目负责人下达，请由街道项目负责人办理'),
    ]);
    expect((await watcher.get(`/stops/${id}`)).html).not.toContain('step=resume');
    expect((await step(officer, id, 'resume', { reason: '已改为白天施工' })).status).toBe(303);
  });

  it('is taken back where it was a mistake, and then was none', async () => {
    await order(manager, { reason: '选错了楼院' });
    const { id } = await last();
    expect((await step(manager, id, 'withdraw', { reason: '选错了楼院' })).status).toBe(303);
    const { stops: told } = await house.app.get(CheckRecords).of(given.renovationId);
    expect(told.find((one) => one.id === id)?.state).toBe('withdrawn');
    expect((await manager.get(tab)).text).toContain('已撤销');
  });

  it('sent twice is one, and so is its end', async () => {
    const { page } = await manager.get(newForm);
    const typed = { ...valuesOf(page.querySelector('main form')!), reason: '大风' };
    const before = await db.manager.count(StopRecord);
    for (const _ of [1, 2]) expect((await manager.post(stops, typed)).status).toBe(303);
    expect(await db.manager.count(StopRecord)).toBe(before + 1);
    const { id } = await last();
    for (const _ of [1, 2]) expect((await press(manager, id, 'resume', 'twice')).status).toBe(303);
    const seen = await untouched(db, () => press(manager, id, 'withdraw', 'older'));
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
  });

  it('works with a permit are reported within a month, and the day is written down', async () => {
    await write(house.app, async (tx) => {
      await tx.update(Renovation, { id: given.renovationId }, { estimatedFen: 80_000_000 });
      return tx.update(Compound, { id: given.compoundId }, { floorArea: 167_700 });
    });
    await order(manager, { reason: '等管线单位' });
    const { id } = await last();
    const page = await manager.get(`/stops/${id}`);
    expect(page.text).toContain('要向发证机关报告，请在 2026年7月8日前报告');
    const early = await manager.fill(`/stops/${id}`, { reportedOn: '2026-06-07' }, `/stops/${id}/reports`);
    expect([early.status, early.text]).toEqual([
      422,
      expect.stringContaining('「报告日期」不能早于停工日期'),
    ]);
    const seen = await manager.fill(`/stops/${id}`, { reportedOn: '2026-06-08' }, `/stops/${id}/reports`);
    expect(seen.status).toBe(303);
    expect((await manager.get(`/stops/${id}`)).text).not.toContain('请在 2026年7月8日前报告');
  });

  it('who may: builders, the community and the auditor read; another street finds nothing', async () => {
    const { id } = await last();
    const reads = [`/stops/${id}`, `/stops/${id}/print`];
    const forms = [newForm, `/stops/${id}/step?step=resume`];
    const writes = [stops, `/stops/${id}/steps`, `/stops/${id}/reports`];
    for (const person of await house.people('builder', 'worker', 'auditor')) {
      await expectEach(person, 200, { reads });
      await expectEach(person, 403, { reads: forms, writes });
    }
    const [stranger, other] = await house.people('foreign-manager', 'foreign-builder');
    await expectEach(stranger, 404, { reads: [...reads, ...forms], writes });
    await expectEach(other, 404, { reads });
  });
});
