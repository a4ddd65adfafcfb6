import { DataSource } from 'typeorm';
import { Organisations } from '../../src/access/organisations.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { CheckRecords } from '../../src/inspections/check-records';
import { CheckTotals } from '../../src/inspections/check.totals';
import { FindingFile, FindingRecord, InspectionRecord } from '../../src/inspections/finding.entities';
import { OpenFindings } from '../../src/inspections/open-findings';
import { WorkItemRecord } from '../../src/works/work.entities';
import { photo } from '../fixtures/files/photos';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { Fields, Person, valuesOf } from '../support/person';
import { write } from '../support/portfolio';
import { openItem, runningContract } from '../support/site-rows';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { closeRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const tab = '/compounds/fl106/checks';
const newRound = '/compounds/fl106/inspections/new';
const rounds = '/compounds/fl106/inspections';

describe('rounds and findings of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let watcher: Person;
  let builder: Person;
  let manager: Person;
  let foreignItem: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app);
    foreignItem = await secondBuilder();
    [watcher, builder, manager] = await house.people('watcher', 'builder', 'manager');
  });
  afterAll(() => house.close());

  const jpeg = async (width = 640) =>
    new File([new Uint8Array(await photo('jpeg', { width }))], '现场.jpg', { type: 'image/jpeg' });
  const last = () => newest(db.manager, FindingRecord);
  const found = (id: number) => db.manager.findOneByOrFail(FindingRecord, { id });
  const sheet = async (change: Fields = {}): Promise<Fields> => ({
    ...{
      what: '线管没有固定',
      place: '车棚北侧',
      photos: await jpeg(),
      itemId: String(works.items['充电桩']),
    },
    ...change,
  });
  const record = async (person: Person, change: Fields = {}) =>
    person.fill(newRound, await sheet(change), rounds);
  const step = (person: Person, id: number, name: string, fields: Fields = {}) =>
    person.fill(`/findings/${id}/step?step=${name}`, fields, `/findings/${id}/steps`);
  const refusedRound = async (person: Person, fields: Fields) => {
    const { page } = await person.get(newRound);
    const hidden = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (typed) => person.post(rounds, { ...hidden, ...typed }));
  };

  describe('a round', () => {
    it('that found nothing is a few presses: the form stands as it is usually sent', async () => {
      const { page } = await watcher.get(newRound);
      expect(valuesOf(page.querySelector('main form')!)).toMatchObject({
        ...{ kind: 'quality', lookedOn: '2026-06-08', inspectors: 'supervisor', severity: 'general' },
      });
      expect(page.querySelectorAll('main .btn-p')).toHaveLength(1);
      const seen = await watcher.fill(newRound, { opinion: '未发现问题' }, rounds);
      expect(seen.status).toBe(303);
      const { id } = await newest(db.manager, InspectionRecord);
      expect((await manager.get(`/inspections/${id}`)).text).toContain('2026年6月8日质量检查');
      expect((await watcher.get(tab)).text).toContain('未发现问题');
    });

    it('that found something keeps its picture, and the days that are usual', async () => {
      expect((await record(watcher)).status).toBe(303);
      const finding = await last();
      expect(finding).toMatchObject({
        ...{ number: 1, what: '线管没有固定', severity: 'general', foundOn: '2026-06-08' },
        ...{ dueOn: '2026-06-15', state: 'open' },
      });
      expect(await db.manager.countBy(FindingFile, { findingId: finding.id })).toBe(1);
      const page = await manager.get(`/findings/${finding.id}`);
      expect(page.text).toContain('待整改，还剩 7 天');
      expect(page.text).toContain('整改前');
    });

    it('takes more findings later, each of its own severity', async () => {
      const { id } = await newest(db.manager, InspectionRecord);
      const form = `/inspections/${id}/findings/new`;
      const fields = await sheet({ what: '配电箱没有锁', severity: 'urgent', itemId: '' });
      const seen = await watcher.fill(form, fields, `/inspections/${id}/findings`);
      expect([seen.status, seen.location]).toEqual([303, `/inspections/${id}`]);
      expect(await last()).toMatchObject({ number: 2, itemId: null, dueOn: '2026-06-09' });
      expect((await watcher.get(`/inspections/${id}`)).text).toContain('2 个');
    });

    it('sent twice is one', async () => {
      const { page } = await watcher.get(newRound);
      const typed = { ...valuesOf(page.querySelector('main form')!), opinion: '未发现问题' };
      const before = await db.manager.count(InspectionRecord);
      for (const _ of [1, 2]) expect((await watcher.post(rounds, typed)).status).toBe(303);
      expect(await db.manager.count(InspectionRecord)).toBe(before + 1);
    });

    it.each<[string, Fields, string]>([
      ['nothing found, and nothing said', {}, '请写明检查的结论，如「未发现问题」'],
      ['a day to come', { lookedOn: '2026-06-09', opinion: '好' }, '「检查日期」不能晚于今天'],
      [
        'a day before the works',
        { lookedOn: '2026-05-18', opinion: '好' },
        '「检查日期」不能早于开工日期 2026年5月19日',
      ],
      ['a finding nowhere', { what: '有裂缝' }, '请写明问题的部位'],
      ['a finding without a picture', { what: '有裂缝', place: '西墙' }, '请上传问题照片，至少一张'],
      ['joint, by one', { kind: 'joint', opinion: '好' }, '联合检查至少两方参加'],
      [
        'due before it was found',
        { what: '裂缝', place: '西墙', dueOn: '2026-06-07' },
        '「整改期限」不能早于发现日期',
      ],
    ])('refused: %s', async (_, fields, words) => {
      expect(await refusedRound(watcher, fields)).toContain(words);
    });

    it('a picture of a refused try is kept for the next', async () => {
      const { page } = await watcher.get(newRound);
      const hidden = valuesOf(page.querySelector('main form')!);
      const fields = await sheet({ place: '' });
      const seen = await untouched(db, () => watcher.post(rounds, { ...hidden, ...fields }));
      expect(seen.status).toBe(422);
      const again = valuesOf(seen.page.querySelector('main form')!);
      expect(again.photosKept).toBeDefined();
      expect((await watcher.post(rounds, { ...again, place: '车棚北侧' })).status).toBe(303);
      expect(await db.manager.countBy(FindingFile, { findingId: (await last()).id })).toBe(1);
    });

    it('a contractor writes its own check alone, about its own items', async () => {
      const others = { inspectors: ['contractor', 'supervisor'], opinion: '好' };
      const refused = await untouched(db, () => builder.fill(newRound, others, rounds));
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('施工方登记自己的检查')]);
      const seen = await untouched(db, async () => record(builder, { itemId: String(foreignItem) }));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('选择的项目不在这次改造里')]);
    });
  });

  describe('a finding from its mending to its end', () => {
    let id: number;
    beforeAll(async () => {
      await record(watcher, { what: '栏杆松动', place: '3号楼北' });
      id = (await last()).id;
    });

    it('waits for the builder, first in the list of things to do', async () => {
      const seen = await builder.get('/work');
      expect(seen.text).toContain('要整改');
      const { contractId } = works;
      const open = (await house.app.get(OpenFindings).ofContracts([contractId])).get(contractId)!;
      expect(open.map(({ what }) => what)).toContain('栏杆松动');
    });

    it('is not mended without a picture, nor without words', async () => {
      const seen = await untouched(db, () => step(builder, id, 'mend', { reason: '' }));
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('请在同一位置拍整改后的照片，至少一张');
      expect(seen.text).toContain('请写明怎样整改的');
    });

    it('is mended with both, and shown before beside after', async () => {
      const seen = await step(builder, id, 'mend', { reason: '已加固', photos: await jpeg(700) });
      expect([seen.status, seen.location]).toEqual([303, `/findings/${id}`]);
      const page = await watcher.get(`/findings/${id}`);
      const pictures = page.page.querySelectorAll('.photo-pairs .photo-grid').map((one) => one.text.trim());
      expect(pictures).toEqual([expect.stringContaining('整改前'), expect.stringContaining('整改后')]);
      expect((await watcher.get('/work')).text).toContain('等复查');
      expect((await manager.get('/work')).text).not.toContain('等复查');
    });

    it('is not looked at again by who mended it: the street that mended for a firm asks another', async () => {
      await record(watcher, { what: '井盖松动', place: '院门口' });
      const { id: own } = await last();
      expect((await step(manager, own, 'mend', { reason: '已换', photos: await jpeg() })).status).toBe(303);
      const page = await manager.get(`/findings/${own}`);
      expect(page.text).toContain('整改和复查不能是同一个人或同一家单位');
      expect(page.html).not.toContain('step=pass');
      const version = String((await found(own)).version);
      const posted = { step: 'pass', version, onceKey: 'k'.repeat(20) };
      const seen = await untouched(db, () => manager.post(`/findings/${own}/steps`, posted));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('请换一个人复查')]);
      const other = await house.person('manager2');
      expect((await step(other, own, 'pass')).status).toBe(303);
    });

    it('is sent back with a new day, mended again, and passed', async () => {
      const back = { reason: '底部还晃', nextDueOn: '2026-06-10' };
      expect((await step(watcher, id, 'send-back', back)).status).toBe(303);
      expect(await found(id)).toMatchObject({ state: 'open', dueOn: '2026-06-10' });
      await step(builder, id, 'mend', { reason: '底部已焊接', photos: await jpeg(720) });
      expect((await step(watcher, id, 'pass')).status).toBe(303);
      expect(await found(id)).toMatchObject({ state: 'closed', closedOn: '2026-06-08' });
      const { text } = await builder.get(`/findings/${id}`);
      for (const words of ['复查通过', '底部还晃', '期限改为 2026年6月10日']) expect(text).toContain(words);
    });

    it('is opened again, put off with a reason, and struck out where it was a mistake', async () => {
      await step(watcher, id, 'reopen', { reason: '又松了', nextDueOn: '2026-06-11' });
      expect(await found(id)).toMatchObject({ state: 'open', closedOn: null });
      const same = await step(watcher, id, 'move-due', { reason: '等配件', nextDueOn: '2026-06-11' });
      expect([same.status, same.text]).toEqual([422, expect.stringContaining('新的期限和原来一样')]);
      await step(watcher, id, 'move-due', { reason: '等配件', nextDueOn: '2026-06-12' });
      await step(watcher, id, 'strike-out', { reason: '记错了位置' });
      expect(await found(id)).toMatchObject({ state: 'struck-out', dueOn: '2026-06-12' });
      expect((await watcher.get('/compounds/fl106/findings?state=struck-out')).text).toContain('栏杆松动');
      expect((await watcher.get(tab)).text).not.toContain('栏杆松动');
    });

    it('pressed twice is one step; of an older page nothing is taken', async () => {
      await record(watcher, { what: '缺警示牌', place: '院门口' });
      const { id: own } = await last();
      const { page } = await watcher.get(`/findings/${own}/step?step=move-due`);
      const typed = {
        ...valuesOf(page.querySelector('main form')!),
        reason: '等货',
        nextDueOn: '2026-06-20',
      };
      for (const _ of [1, 2]) expect((await watcher.post(`/findings/${own}/steps`, typed)).status).toBe(303);
      expect((await found(own)).version).toBe(2);
      const old = { ...typed, onceKey: 'o'.repeat(20), nextDueOn: '2026-06-21' };
      const seen = await untouched(db, () => watcher.post(`/findings/${own}/steps`, old));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect(seen.text).toContain('现在保存的内容');
      expect(valuesOf(seen.page.querySelector('main form')!).version).toBe('2');
    });

    it('every step stands in the record without a word of people', async () => {
      const entries = await db.manager.find(AuditEntry);
      const mine = entries.filter(({ action }) => /^(finding|inspection)\./.test(action));
      expect(mine.length).toBeGreaterThan(10);
      expect(mine.filter(({ reason }) => reason !== null)).toEqual([]);
    });
  });

  describe('who sees what', () => {
    let theirs: number;
    beforeAll(async () => {
      await record(watcher, { what: '管沟没有支护', place: '2号楼南', itemId: String(foreignItem) });
      theirs = (await last()).id;
    });

    it('a builder sees nothing of what is about the items of another', async () => {
      const { inspectionId } = await found(theirs);
      const reads = [
        `/findings/${theirs}`,
        `/findings/${theirs}/step?step=mend`,
        `/inspections/${inspectionId}`,
      ];
      await expectEach(builder, 404, { reads, writes: [`/findings/${theirs}/steps`] });
      for (const path of [tab, '/compounds/fl106/findings', '/compounds/fl106/punch-list', '/work']) {
        expect([path, (await builder.get(path)).text]).not.toEqual([
          path,
          expect.stringContaining('管沟没有支护'),
        ]);
      }
      const other = await house.person('foreign-builder');
      expect((await other.get(tab)).text).toContain('管沟没有支护');
      expect((await other.get(tab)).text).not.toContain('线管没有固定');
      expect((await other.get(tab)).text).toContain('配电箱没有锁');
    });

    it('nor the photos of it, neither by their address nor among the files of the compound', async () => {
      const { fileId } = await newest(db.manager, FindingFile, { findingId: theirs });
      const { fileId: own } = await db.manager.findOneByOrFail(FindingFile, { findingId: 1 });
      const copy = (id: number) => `/files/${id}/480.webp`;
      await expectEach(builder, 404, { reads: [copy(fileId)] });
      await expectEach(builder, 200, { reads: [copy(own)] });
      const files = await builder.get('/compounds/fl106/files');
      expect(files.html).toContain(copy(own));
      expect(files.html).not.toContain(copy(fileId));
      expect((await manager.get('/compounds/fl106/files')).html).toContain(copy(fileId));
    });

    it('the auditor reads and writes nothing; another street finds nothing there', async () => {
      const [auditor, stranger] = await house.people('auditor', 'foreign-manager');
      const { inspectionId } = await found(theirs);
      const reads = [tab, '/compounds/fl106/findings', `/findings/${theirs}`, `/inspections/${inspectionId}`];
      const more = [`/inspections/${inspectionId}/print`, '/compounds/fl106/punch-list'];
      await expectEach(auditor, 200, { reads: [...reads, ...more, '/compounds/fl106/punch-list/print'] });
      const forms = [
        newRound,
        `/findings/${theirs}/step?step=pass`,
        `/inspections/${inspectionId}/findings/new`,
      ];
      const writes = [rounds, `/findings/${theirs}/steps`, `/inspections/${inspectionId}/findings`];
      await expectEach(auditor, 403, { reads: forms, writes });
      await expectEach(stranger, 404, { reads: [...reads, ...more, ...forms], writes });
    });

    it('the notice is printed for each firm with what concerns it', async () => {
      const { inspectionId } = await found(theirs);
      const seen = await watcher.get(`/inspections/${inspectionId}/print`);
      expect(seen.text).toContain('整改通知单');
      expect(seen.text).toContain('外地建设有限公司：');
      expect(seen.text).toContain('管沟没有支护');
    });

    it('what is late is pressed by the street, and said with its days', async () => {
      await house.goOn('2026-06-17T09:00:00+08:00', manager, watcher, builder);
      expect((await manager.get('/work')).text).toContain('整改逾期');
      expect((await watcher.get(tab)).text).toContain('待整改，逾期 2 天');
      const totals = (await house.app.get(CheckTotals).of([works.renovationId])).get(works.renovationId)!;
      expect(totals.findings.overdue).toBeGreaterThan(1);
    });
  });

  describe('the punch list', () => {
    it('holds items, findings and photo points until each is done, and is printed', async () => {
      const { text } = await manager.get('/compounds/fl106/punch-list');
      for (const words of ['未完项目', '未整改问题', '管沟没有支护', '公共车棚'])
        expect(text).toContain(words);
      expect(text).toContain('收尾清单还有');
      expect((await manager.get('/compounds/fl106/punch-list/print')).text).toContain('收尾清单');
    });

    it('ends once everything is', async () => {
      const { renovationId } = works;
      await write(house.app, async (tx) => {
        await tx.update(WorkItemRecord, { renovationId }, { state: 'accepted' });
        return tx.update(FindingRecord, { renovationId }, { state: 'struck-out', closedOn: null });
      });
      expect((await manager.get('/compounds/fl106/punch-list')).text).toContain('可以申请验收');
    });
  });

  it('other rooms are told of rounds and findings in their shapes', async () => {
    const told = await house.app.get(CheckRecords).of(works.renovationId);
    expect(told.inspections[0]).toMatchObject({ kind: 'quality', lookedOn: '2026-06-08', findings: 0 });
    expect(told.findings.length).toBeGreaterThan(4);
  });

  it('costs the same statements for a hundred findings as for a few', async () => {
    const ask = async (path: string) => (await countQueries(house.app, () => manager.get(path))).queries;
    const paths = [tab, '/compounds/fl106/findings', '/compounds/fl106/punch-list', '/work'];
    const { id: _, ...row } = await last();
    const open = (from: number, to: number) =>
      write(house.app, async (tx) => {
        for (let at = from; at <= to; at += 1)
          await tx.insert(FindingRecord, { ...row, number: 1000 + at, state: 'open', what: `第${at}个问题` });
      });
    await open(1, 2);
    const few: number[] = [];
    for (const path of paths) few.push(await ask(path));
    await open(3, 100);
    const many: number[] = [];
    for (const path of paths) many.push(await ask(path));
    expect(many).toEqual(few);
  });

  it('once the renovation is over nothing is written any more', async () => {
    await closeRenovation(house.app, works.renovationId, '2026-06-17');
    const { page } = await manager.get(tab);
    expect(page.querySelector('main .btn-p')).toBeNull();
    expect((await manager.open(newRound)).text).toContain('施工记录不能再改');
    const open = await newest(db.manager, FindingRecord, { state: 'open' });
    const posted = { step: 'move-due', reason: '晚', nextDueOn: '2026-07-01', version: String(open.version) };
    const seen = await untouched(db, () =>
      manager.post(`/findings/${open.id}/steps`, { ...posted, onceKey: 'c'.repeat(20) }),
    );
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('施工记录不能再改')]);
  });

  async function secondBuilder(): Promise<number> {
    const firm = await house.app.get(Organisations).byCode(places.foreignBuilder);
    const { compoundId, renovationId } = works;
    await write(house.app, (tx) =>
      tx.insert(RenovationParty, {
        ...{ renovationId, organisationId: firm!.id, role: 'contractor', fromOn: '2026-03-01' },
      }),
    );
    const contractId = await runningContract(
      house.app,
      { compoundId, renovationId },
      { organisationId: firm!.id, name: '管线合同', number: 'SG-2' },
    );
    return openItem(house.app, { compoundId, renovationId, contractId }, { name: '雨污管网', line: 7 });
  }
});
