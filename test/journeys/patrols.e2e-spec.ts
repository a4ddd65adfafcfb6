import { DataSource } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { PatrolFile, PatrolRecord, PatrolRelapse } from '../../src/patrols/patrol.entities';
import { LedgerTotals } from '../../src/patrols/ledger.totals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureEvent, StructureRecord } from '../../src/structures/structure.entities';
import { GroundChange } from '../../src/zones/zone.entities';
import { photo } from '../fixtures/files/photos';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { Fields, Person, valuesOf } from '../support/person';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { givenStructure, givenZone } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { sampleCompound } from '../support/sample-compound';

const tab = '/compounds/fl106/patrols';
const verified = {
  state: 'verified',
  way: 'voluntary',
  removedOn: '2026-05-18',
  removedArea: 15_00,
  closedOn: '2026-05-19',
} as const;

describe('the living ledger of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let first: number;
  let standing: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-10T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const newForm = `${tab}/new`;
  const record = (fields: Fields) => worker.fill(newForm, fields, tab);
  const relapse = (...relapsed: number[]): Fields => ({
    ...{ finding: 'relapse', note: '又搭了彩钢棚', relapsed: relapsed.map(String) },
  });
  /** What was typed is refused, stands in the form again, and nothing is written. */
  const refused = async (fields: Fields) => {
    const { page } = await worker.get(newForm);
    const hidden = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (typed) => worker.post(tab, { ...hidden, ...typed }));
  };
  const patrols = () => db.manager.find(PatrolRecord, { order: { id: 'ASC' } });
  const last = () => newest(db.manager, PatrolRecord);
  const sign = async (person = worker) =>
    (await person.get(tab)).page.querySelector('section header .st')?.textContent;
  const jpeg = async () =>
    new File([new Uint8Array(await photo('jpeg'))], '巡查.jpg', { type: 'image/jpeg' });

  describe('before anything is registered', () => {
    it('there is no sign anywhere: nobody says 达标 of what nobody knows', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('还没有登记拆除对象，也没有巡查，不作判断');
      expect(seen.text).toContain('还没有巡查记录');
      for (const list of ['/compounds', '/board', '/compounds/fl106']) {
        const { page } = await manager.get(list);
        const marks = page.querySelectorAll('main .st').map((one) => one.textContent);
        expect([list, marks.filter((word) => /达标|整改/.test(word))]).toEqual([list, []]);
      }
      expect((await manager.get('/ledger')).text).toContain('还没有楼院登记拆除对象或巡查');
      expect(await house.app.get(LedgerTotals).publicSign(ids.compoundId)).toBeNull();
    });
  });

  describe('a round that found nothing', () => {
    beforeAll(async () => {
      const zoneId = await givenZone(house.app, ids);
      first = await givenStructure(house.app, ids, verifiedBy(await workerId()), [zoneId]);
    });

    it('is one press: the form stands as it is usually sent', async () => {
      const { page } = await worker.get(`${newForm}?kind=wiring`);
      expect(valuesOf(page.querySelector('main form')!)).toMatchObject({
        ...{ kind: 'wiring', finding: 'clear', lookedOn: '2026-06-10', rounds: 'community' },
      });
      expect(page.querySelectorAll('main .btn-p')).toHaveLength(1);
      const seen = await worker.fill(`${newForm}?kind=wiring`, {}, tab);
      expect([seen.status, seen.location]).toEqual([303, tab]);
      expect(await last()).toMatchObject({
        kind: 'wiring',
        finding: 'clear',
        rounds: 'community',
        note: null,
      });
    });

    it('shows the sign with the day, and when to look again', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('达标，最近查看 2026年6月10日');
      expect(seen.text).toContain('登记 1 处，已销号 1 处（100%），拆除 15 ㎡');
      expect(seen.text).toContain('飞线巡查 6月17日前');
      expect(seen.text).toContain('拆后回访 6月18日前');
    });

    it('keeps its photos', async () => {
      const seen = await record({ kind: 'structures', photos: await jpeg() });
      expect(seen.status).toBe(303);
      const { id } = await last();
      expect(await db.manager.countBy(PatrolFile, { patrolId: id })).toBe(1);
      const page = await manager.get(`/patrols/${id}`);
      expect(page.page.querySelectorAll('main img')).toHaveLength(1);
      expect(page.text).toContain('2026年6月10日拆后回访');
    });

    it('sent twice is one', async () => {
      const { page } = await worker.get(newForm);
      const typed = valuesOf(page.querySelector('main form')!);
      const before = (await patrols()).length;
      for (const _ of [1, 2]) expect((await worker.post(tab, typed)).status).toBe(303);
      expect((await patrols()).length).toBe(before + 1);
    });
  });

  describe('what is refused', () => {
    it.each<[string, Fields, string]>([
      ['a day to come', { lookedOn: '2026-06-11' }, '「巡查日期」不能晚于今天 2026年6月10日'],
      ['a day before the renovation', { lookedOn: '2026-02-28' }, '「巡查日期」不能早于立项 2026年3月1日'],
      ['something mended without a word', { finding: 'mended' }, '请写明发现了什么、怎样处理'],
      ['wires counted on another round', { kind: 'structures', places: '6' }, '「飞线处数」只在飞线巡查时填'],
      ['wires cut where nothing was found', { kind: 'wiring', places: '6' }, '填了「飞线处数」'],
      ['no wire at all', { kind: 'wiring', places: '0' }, '「飞线处数」要在 1 到 9999 之间'],
      ['a relapse nobody described', { finding: 'relapse' }, '请写明发现了什么、怎样处理'],
      ['a day that is none', { lookedOn: '2026-02-30' }, '「巡查日期」不是一个日期'],
    ])('%s', async (_, fields, words) => {
      expect(await refused(fields)).toContain(words);
    });

    it('nobody went round', async () => {
      const { page } = await worker.get(newForm);
      const hidden = valuesOf(page.querySelector('main form')!);
      const seen = await worker.post(tab, { ...hidden, rounds: undefined });
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('请选择「巡查人」，至少一项')]);
    });

    it('a relapse of what still stands, of another compound, or before it was closed', async () => {
      standing = await givenStructure(house.app, ids, { place: '院墙北侧' });
      const elsewhere = await otherCompound();
      const foreign = await givenStructure(house.app, elsewhere, verifiedBy(await workerId()));
      const posted = async (fields: Fields) => {
        const { page } = await worker.get(newForm);
        const typed = { ...valuesOf(page.querySelector('main form')!), ...fields };
        const seen = await untouched(db, () => worker.post(tab, typed));
        return [seen.status, seen.text];
      };
      expect(await posted(relapse(standing))).toEqual([
        422,
        expect.stringContaining('第 2 处还没有销号，请直接在该处登记'),
      ]);
      expect(await posted(relapse(foreign))).toEqual([
        422,
        expect.stringContaining('选择的对象不在本楼院，请刷新页面重选'),
      ]);
      expect(await posted({ ...relapse(first), lookedOn: '2026-05-18' })).toEqual([
        422,
        expect.stringContaining('第 1 处 2026年5月19日才处理完，「巡查日期」不能早于这一天'),
      ]);
      expect(await db.manager.count(PatrolRelapse)).toBe(0);
      expect((await row(first)).state).toBe('verified');
    });
  });

  describe('a relapse', () => {
    it('opens the structure again, holds its plan item and tells the firms, all at once', async () => {
      const changes = await db.manager.count(GroundChange);
      expect((await record(relapse(first))).status).toBe(303);
      const { id } = await last();
      expect((await row(first)).state).toBe('standing');
      const event = await newest(db.manager, StructureEvent, { structureId: first });
      expect(event).toMatchObject({
        ...{ step: 'reopen', happenedOn: '2026-06-10', reason: '拆后回访：又搭了彩钢棚' },
      });
      expect(await db.manager.findBy(PatrolRelapse, { patrolId: id })).toMatchObject([
        { structureId: first, eventId: event.id },
      ]);
      expect(await db.manager.count(GroundChange)).toBeGreaterThan(changes);
      const written = { action: 'patrol.recorded', toValue: 'structures relapse' };
      expect(await newest(db.manager, AuditEntry)).toMatchObject(written);
      expect(await sign()).toBe('未达标 · 2 处');
      expect((await worker.get(`/patrols/${id}`)).text).toContain('已重新打开，按拆除对象继续办理');
    });

    it('cannot be taken back once it opened something', async () => {
      const { id, version } = await last();
      const asked = await worker.get(`/patrols/${id}/withdraw`);
      expect(asked.text).toContain('这次巡查重新打开了第 1 处');
      expect(asked.page.querySelector('main form')).toBeNull();
      const seen = await worker.post(`/patrols/${id}/withdrawals`, {
        ...{ reason: '记错了', version: String(version) },
      });
      expect([seen.status, (await last()).withdrawnOn]).toEqual([422, null]);
    });

    it('is written for none where one of them is refused', async () => {
      const count = (await patrols()).length;
      const second = await givenStructure(house.app, ids, {
        ...verifiedBy(await workerId()),
        ...{ place: '院门西侧', number: 3 },
      });
      const { page } = await worker.get(newForm);
      const typed = { ...valuesOf(page.querySelector('main form')!), ...relapse(second, standing) };
      expect((await worker.post(tab, typed)).status).toBe(422);
      expect([(await patrols()).length, (await row(second)).state]).toEqual([count, 'verified']);
    });
  });

  describe('taking a round back', () => {
    let id: number;
    beforeAll(async () => {
      await record({ kind: 'wiring', finding: 'mended', note: '剪除飞线', places: '6' });
      ({ id } = await last());
    });

    it('asks for a reason, and for the page of now', async () => {
      const path = `/patrols/${id}/withdrawals`;
      const none = await worker.fill(`/patrols/${id}/withdraw`, { reason: '' }, path);
      expect([none.status, none.text]).toEqual([422, expect.stringContaining('请填写「作废原因」')]);
      const old = await worker.post(path, { reason: '记到了隔壁', version: '7' });
      expect([old.status, old.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect((await last()).withdrawnOn).toBeNull();
    });

    it('leaves it readable, and counts it nowhere', async () => {
      const looked = async () => (await house.app.get(LedgerTotals).of(ids.compoundId))!.due;
      await house.goOn('2026-06-14T09:00:00+08:00', worker, manager);
      await record({ kind: 'wiring' });
      const { id: later } = await last();
      const before = await looked();
      const seen = await worker.fill(`/patrols/${later}/withdraw`, { reason: '记到了隔壁' });
      expect([seen.status, seen.location]).toEqual([303, tab]);
      const page = await worker.get(`/patrols/${later}`);
      expect(page.text).toContain('记到了隔壁');
      expect(page.html).not.toContain(`/patrols/${later}/withdraw"`);
      expect((await worker.get(tab)).text).toContain('已作废');
      expect([before, await looked()]).toEqual([
        expect.arrayContaining([{ kind: 'wiring', dueOn: '2026-06-21' }]),
        expect.arrayContaining([{ kind: 'wiring', dueOn: '2026-06-17' }]),
      ]);
      const again = await worker.fill(`/patrols/${id}/withdraw`, { reason: '也错了' });
      expect(again.status).toBe(303);
    });
  });

  describe('once the renovation is closed', () => {
    let third: number;
    beforeAll(async () => {
      third = (await db.manager.findOneByOrFail(StructureRecord, { place: '院门西侧' })).id;
      await house.app.get(UnitOfWork).run(async (tx) => {
        await tx.update(Renovation, { id: ids.renovationId }, { state: 'closed' });
        await tx.update(StructureRecord, { renovationId: ids.renovationId }, verifiedBy(await workerId()));
        return done(undefined);
      });
    });

    it('rounds go on, and a relapse is recorded though its case stays closed', async () => {
      expect((await record({ kind: 'structures' })).status).toBe(303);
      expect(await sign()).toBe('达标');
      expect((await record(relapse(third))).status).toBe(303);
      expect((await row(third)).state).toBe('verified');
      expect(await sign()).toBe('未达标');
      const seen = await worker.get(tab);
      expect(seen.text).toContain('所在的改造已结束，请在新的改造项目里登记为新的拆除对象');
      expect((await worker.get('/work')).text).toContain('上次巡查发现复发');
    });

    it('such a round may be taken back, and the sign is as before', async () => {
      const { id } = await last();
      expect((await worker.fill(`/patrols/${id}/withdraw`, { reason: '看错了一处' })).status).toBe(303);
      expect(await sign()).toBe('达标');
    });
  });

  describe('the sign in the lists', () => {
    it('stands in the register, on the board, on the first tab and in the ledger', async () => {
      await record(relapse((await db.manager.findOneByOrFail(StructureRecord, { place: '院门西侧' })).id));
      for (const path of ['/compounds', '/board', '/board?sign=failing', '/compounds/fl106', '/ledger'])
        expect([path, (await manager.get(path)).text]).toEqual([path, expect.stringContaining('未达标')]);
      const passing = await manager.get('/board?sign=passing');
      expect(passing.page.querySelectorAll('tbody a').map((one) => one.textContent)).not.toContain(
        '丰乐路106号院',
      );
      const ledger = await manager.get('/ledger?sign=failing');
      expect(ledger.text).toContain('登记 3 处，已销号 3 处（100%）');
      expect(await house.app.get(LedgerTotals).publicSign(ids.compoundId)).toEqual({
        ...{ sign: 'failing', lookedOn: '2026-06-14' },
      });
    });

    it('a round that is due waits for the community, one line for the compound', async () => {
      await house.goOn('2026-07-20T09:00:00+08:00', worker);
      await record({ kind: 'structures' });
      await house.goOn('2026-08-25T09:00:00+08:00', worker, manager);
      const { text, page } = await worker.get('/work');
      expect(text).toContain('该做拆后回访了');
      const links = page.querySelectorAll('main a').map((one) => one.getAttribute('href'));
      expect(links.filter((link) => link?.includes('/patrols')).sort()).toEqual([
        '/compounds/fl106/patrols/new?kind=structures',
        '/compounds/wc1/patrols/new?kind=structures',
      ]);
      expect((await manager.get('/ledger?late=1')).text).toContain('逾期 6 天');
    });

    it('costs the same statements for one compound as for sixty', async () => {
      const ask = (path: string) => countQueries(house.app, () => manager.get(path));
      const paths = ['/ledger', '/compounds', '/work'];
      const few: number[] = [];
      for (const path of paths) few.push((await ask(path)).queries);
      await sixtyYards();
      const many: number[] = [];
      for (const path of paths) many.push((await ask(path)).queries);
      expect(many).toEqual(few);
      const { text } = (await ask('/ledger?page=2')).answer;
      expect(text).toContain('第 51 至 62 条');
    });
  });

  describe('who may', () => {
    it('the offices read, the auditor too; the firms see nothing of it', async () => {
      const { id } = await last();
      const reads = [tab, `/patrols/${id}`, '/ledger'];
      const forms = [newForm, `/patrols/${id}/withdraw`];
      const writes = [tab, `/patrols/${id}/withdrawals`];
      for (const reader of await house.people('officer', 'auditor')) {
        await expectEach(reader, 200, { reads });
        await expectEach(reader, 403, { reads: forms, writes });
        const seen = await reader.get(tab);
        expect(seen.html).not.toContain('/patrols/new');
      }
      const builder = await house.person('builder');
      await expectEach(builder, 403, { reads: [...reads, ...forms], writes });
      for (const path of ['/compounds', '/compounds/fl106'])
        expect((await builder.get(path)).text).not.toContain('达标');
    });

    it('another street finds nothing there', async () => {
      const { id } = await last();
      const foreign = await house.person('foreign-manager');
      const reads = [tab, newForm, `/patrols/${id}`, `/patrols/${id}/withdraw`];
      await expectEach(foreign, 404, { reads, writes: [tab, `/patrols/${id}/withdrawals`] });
      expect((await foreign.get('/ledger')).text).not.toContain('丰乐路106号院');
    });
  });

  const row = (id: number) => db.manager.findOneByOrFail(StructureRecord, { id });
  const workerId = async () => (await db.manager.findOneByOrFail(UserAccount, { login: 'worker' })).id;
  const verifiedBy = (removedBy: number) => ({ ...verified, removedBy });

  async function otherCompound(code = 'wc1', name = '文昌路1号院') {
    const row = await sampleCompound(house.app, name, code);
    const outcome = await house.app.get(UnitOfWork).run(async (tx) => {
      const compoundId = await house.app.get(Compounds).insert(tx, row);
      const { id: _, ...renovation } = await tx.findOneByOrFail(Renovation, { id: ids.renovationId });
      const opened = await tx.insert(Renovation, { ...renovation, compoundId, state: 'active' });
      return done({ compoundId, renovationId: opened.identifiers[0].id as number });
    });
    if (!outcome.ok) throw new Error(outcome.blockers[0].text);
    return outcome.value;
  }

  async function sixtyYards(): Promise<void> {
    const by = await workerId();
    for (let at = 1; at <= 60; at += 1) {
      const where = await otherCompound(`yard${at}`, `长乐路${at}号院`);
      await givenStructure(house.app, where, verifiedBy(by));
    }
  }
});
