import { DataSource } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { StoredFile } from '../../src/files/stored-file.entity';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { RemovalCheck } from '../../src/removals/removal.entities';
import { RemovalTotals } from '../../src/removals/removals.totals';
import { StructureEvent, StructureFile, StructureRecord } from '../../src/structures/structure.entities';
import { GroundChange } from '../../src/zones/zone.entities';
import { photo } from '../fixtures/files/photos';
import { House, openHouse } from '../support/app';
import { Fields, Person, valuesOf } from '../support/person';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { givenStructure, givenZone } from '../support/removal-rows';
import { factStates, openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/removals';

describe('removing what stands in the way at 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let manager2: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    const people = ['worker', 'manager', 'manager2'].map((login) => house.person(login));
    [worker, manager, manager2] = await Promise.all(people);
  });
  afterAll(() => house.close());

  const row = (id: number) => db.manager.findOneByOrFail(StructureRecord, { id });
  const events = (structureId: number) =>
    db.manager.find(StructureEvent, { where: { structureId }, order: { id: 'ASC' } });
  const jpeg = async (name = '现场.jpg') =>
    new File([new Uint8Array(await photo('jpeg'))], name, { type: 'image/jpeg' });
  const form = (id: number, step: string) => `/structures/${id}/step?step=${step}`;
  const take = (who: Person, id: number, step: string, fields: Fields) =>
    who.fill(form(id, step), fields, `/structures/${id}/steps`);
  /** What a browser sends of the form as it is opened. */
  const typed = async (who: Person, id: number, step: string): Promise<Fields> => {
    const { page } = await who.get(form(id, step));
    return valuesOf(page.querySelector('main form')!);
  };
  /** What was typed is refused, stands in the form again, and nothing is written. */
  const refused = async (who: Person, id: number, step: string, fields: Fields) => {
    const hidden = await typed(who, id, step);
    const post = (all: Fields) => who.post(`/structures/${id}/steps`, { ...hidden, ...all });
    return refusal(db, fields, post);
  };
  async function withPhoto(id: number): Promise<void> {
    await house.app.get(UnitOfWork).run(async (tx) => {
      const file = await tx.findOneOrFail(StoredFile, {
        where: { compoundId: ids.compoundId },
        order: { id: 'DESC' },
      });
      const { id: _, ...copy } = file;
      const own = { publicId: `before-${id}`.padEnd(22, 'x'), storedName: `before-${id}` };
      const fileId = (
        await tx.insert(StoredFile, { ...copy, ...own, purpose: 'structure', caption: '拆除前' })
      ).identifiers[0].id as number;
      await tx.insert(StructureFile, { structureId: id, fileId, kind: 'before' });
      return done(undefined);
    });
  }
  const signed = { way: 'assisted', consentSignedOn: '2026-05-12', identityChecked: 'yes' };
  const removal = {
    ...{ removedOn: '2026-05-18', from: '08:00', to: '08:50', area: '15.2', belongings: 'taken' },
    ...{ windGrade: '3', weatherCheckedOn: '2026-05-18', pollutionAlert: 'none', utilities: 'none' },
  };

  describe('before anything is written down', () => {
    it('the tab says what to do, and the gates hear nothing', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('还没有登记拆除对象');
      expect(seen.html).toContain('/compounds/fl106/structures/new');
      expect(Object.keys(await factStates(house.app, ids)).filter((code) => /^removal/.test(code))).toEqual(
        [],
      );
    });
  });

  describe('an assisted removal', () => {
    let id: number;
    let zoneId: number;
    beforeAll(async () => {
      zoneId = await givenZone(house.app, ids);
      id = await givenStructure(house.app, ids, {}, [zoneId]);
    });

    it('the case shows both tracks, the ways with what they lack, and one button', async () => {
      const seen = await manager.get(`/structures/${id}`);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('第 1 处');
      expect(seen.text).toContain('疑似私搭房屋、棚屋');
      expect(seen.text).toContain('还没有走访记录');
      expect(seen.text).toContain('助拆要有当事人签字的申请书或委托协议');
      expect(seen.text).toContain('公共车棚 受阻：第 1 处还没有拆除复核');
      expect(seen.page.querySelectorAll('main .btn-p')).toHaveLength(1);
      expect(seen.text).not.toMatch(/违法|非法/);
    });

    it('without a signed paper, or before it is signed, nobody agreed', async () => {
      const words = await refused(worker, id, 'agree', { ...signed, identityChecked: '' });
      expect(words).toContain('还没有签字文书的扫描件');
      expect(words).toContain('还没有核对签字人身份');
      expect(await refused(worker, id, 'agree', { ...signed, consentSignedOn: '' })).toContain(
        '请填写「签字日期」',
      );
      expect(await refused(worker, id, 'agree', { ...signed, consentSignedOn: '2026-03-09' })).toContain(
        '这一步的日期不能早于发现日期',
      );
      expect(await refused(worker, id, 'agree', { ...signed, plannedOn: '2026-03-09' })).toContain(
        '「计划拆除日期」不能早于发现日期',
      );
    });

    it('a refused scan is kept for the next try, and the agreement is history', async () => {
      const first = await take(worker, id, 'agree', {
        ...{ ...signed, identityChecked: '', consents: await jpeg('申请书.jpg') },
      });
      expect(first.status).toBe(422);
      expect(first.text).toContain('申请书.jpg');
      const kept = first.page.querySelector('input[name=consentsKept]')!.getAttribute('value')!;
      const seen = await take(worker, id, 'agree', {
        ...{ ...signed, removeByOn: '2026-05-17', plannedOn: '2026-05-18', consentsKept: kept },
      });
      expect([seen.status, seen.location]).toEqual([303, `/structures/${id}`]);
      expect(await row(id)).toMatchObject({
        ...{ state: 'agreed', way: 'assisted', consentSignedOn: '2026-05-12', plannedOn: '2026-05-18' },
      });
      expect(await events(id)).toMatchObject([{ step: 'agree', happenedOn: '2026-05-12', way: 'assisted' }]);
      const paper = await db.manager.findOneByOrFail(StructureFile, { structureId: id, kind: 'consent' });
      expect(await db.manager.findOneByOrFail(StoredFile, { id: paper.fileId })).toMatchObject({
        purpose: 'removal-paper',
      });
    });

    it('the day that was promised and passed waits in the list of work', async () => {
      expect((await worker.get('/work')).text).toContain('第 1 处约定 2026年5月17日前拆除，还没有拆');
    });

    it.each<[string, Fields, string]>([
      ['of no area', { area: '0' }, '「实测面积」只能填大于 0 的数字'],
      ['of a thousand times the area', { area: '15200' }, '请核对小数点和单位'],
      ['tomorrow', { removedOn: '2026-05-19', weatherCheckedOn: '2026-05-18' }, '不能晚于今天'],
      ['before it was signed', { removedOn: '2026-05-11', weatherCheckedOn: '2026-05-11' }, '不能早于上一步'],
      ['at 22:00', { from: '22:00', to: '23:00' }, '夜间（22:00至次日 06:00）不能施工拆除'],
      ['at no hour', { from: '', to: '' }, '请填写拆除的开始和结束时间'],
      ['backwards', { from: '09:00', to: '08:00' }, '「结束时间」要晚于「开始时间」'],
      ['in wind of grade 4', { windGrade: '4' }, '4 级以上不能拆除'],
      ['under an alert', { pollutionAlert: 'alert' }, '重污染天气预警期间不能拆除'],
      ['without a look at the weather', { windGrade: '' }, '核对风力和重污染预警'],
      ['by cutting the water', { utilities: 'cut' }, '停'],
      ['without a word on supplies', { utilities: '' }, '请选择「停水停电」'],
      ['with belongings stored and no list', { belongings: 'stored' }, '请上传清单'],
      ['by a firm without licence and filing', { firmName: '某拆除公司' }, '由有资质的单位承担'],
    ])('%s is refused with its sentence', async (_, change, sentence) => {
      expect(await refused(worker, id, 'remove', { ...removal, ...change })).toContain(sentence);
    });

    it('every reason is said at once', async () => {
      const change = { windGrade: '4', pollutionAlert: 'alert', from: '22:00', to: '23:00' };
      const words = await refused(worker, id, 'remove', { ...removal, ...change });
      for (const one of ['4 级以上', '重污染', '夜间']) expect(words).toContain(one);
    });

    it('in wind of grade 3 it is written down once, however often it is sent', async () => {
      const hidden = await typed(worker, id, 'remove');
      const seen = await Promise.all(
        [1, 2].map(() => worker.post(`/structures/${id}/steps`, { ...hidden, ...removal })),
      );
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `/structures/${id}`],
        [303, `/structures/${id}`],
      ]);
      expect(await row(id)).toMatchObject({
        ...{ state: 'removed', removedOn: '2026-05-18', removedFrom: '08:00', removedArea: 1520 },
        closedOn: null,
      });
      expect(await events(id)).toHaveLength(2);
      expect(await db.manager.findBy(RemovalCheck, { structureId: id })).toMatchObject([
        { windGrade: 3, hasPollutionAlert: false, weatherCheckedOn: '2026-05-18', cutsUtilities: false },
      ]);
      const { text } = await worker.get(`/structures/${id}`);
      expect(text).toContain('实测 15.2 ㎡，登记 15 ㎡');
      expect(text).toContain('建筑垃圾还没有清运');
    });

    it('who removed it does not verify it, and does not have it in the list of work', async () => {
      const after = await jpeg();
      const seen = await take(worker, id, 'verify', { after });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('登记拆除的人不能复核同一处');
      expect(seen.text).toContain('缺少拆除前照片');
      expect((await worker.get('/work')).text).not.toContain('等人复核');
      expect((await manager.get('/work')).text).toContain('第 1 处 2026年5月18日拆除，等人复核');
    });

    it('somebody else verifies it, frees the shed in the same moment, and the builder is told', async () => {
      await withPhoto(id);
      expect(await refused(manager, id, 'verify', { area: '15.2' })).toContain('缺少拆除后照片');
      expect(await refused(manager, id, 'verify', { area: '15200' })).toContain('请核对小数点和单位');
      expect(await db.manager.count(GroundChange)).toBe(0);
      const seen = await take(manager, id, 'verify', { area: '15.2', after: await jpeg() });
      expect([seen.status, seen.location]).toEqual([303, `/structures/${id}`]);
      expect(await row(id)).toMatchObject({ state: 'verified', closedOn: '2026-05-18', removedArea: 1520 });
      expect(await db.manager.find(GroundChange)).toMatchObject([
        { line: 1, change: 'freed', changedOn: '2026-05-18' },
      ]);
      expect(await factStates(house.app, ids)).toMatchObject({
        ...{ 'removal.first-area-clear': 'met', 'removal.all-closed': 'met' },
      });
      const told = await db.manager.findBy(AuditEntry, { subjectKind: 'structure', subjectId: String(id) });
      expect(told.map(({ action }) => action)).toEqual([
        ...['structure.agreed', 'structure.removed', 'structure.verified'],
      ]);
    });

    it('everybody reads kind, way, day and ㎡, and only pictures that were released', async () => {
      const totals = house.app.get(RemovalTotals);
      const [removed] = (await totals.publicRemoval(ids.renovationId))!.removed;
      expect(removed).toEqual({
        ...{ kind: '疑似私搭房屋、棚屋', area: 1520, way: '助拆（申请拆除）', on: '2026-05-18' },
        ...{ beforePublicId: null, afterPublicId: null },
      });
      const after = await db.manager.findOneByOrFail(StructureFile, { structureId: id, kind: 'after' });
      const { page } = await manager.get(`/structures/${id}`);
      expect(page.toString()).toContain(`/files/${after.fileId}/publish`);
      const shown = { caption: '3号楼2单元门口', unrecognisable: 'yes' };
      expect((await manager.fill(`/files/${after.fileId}/publish`, shown)).status).toBe(303);
      const { caption } = await db.manager.findOneByOrFail(StoredFile, { id: after.fileId });
      expect(caption).toBe('疑似私搭房屋、棚屋，拆除后');
      const again = (await totals.publicRemoval(ids.renovationId))!.removed[0];
      expect([again.beforePublicId, again.afterPublicId?.length]).toEqual([null, 22]);
    });

    it('opened again it begins anew: the shed is held, the round stays on file and counts no more', async () => {
      expect(await refused(worker, id, 'reopen', { happenedOn: '2026-05-17', reason: '又搭了' })).toContain(
        '不能早于上一步',
      );
      const seen = await take(worker, id, 'reopen', { reason: '复查时又搭了棚子' });
      expect(seen.status).toBe(303);
      expect(await row(id)).toMatchObject({
        ...{ state: 'standing', way: null, consentSignedOn: null, identityChecked: false, removedOn: null },
        ...{ removedBy: null, removedArea: null, closedOn: null },
      });
      const files = await db.manager.findBy(StructureFile, { structureId: id });
      const dropped = files.filter(({ droppedOn }) => droppedOn !== null).map(({ kind }) => kind);
      expect(dropped.sort()).toEqual(['after', 'consent']);
      expect((await db.manager.find(GroundChange)).map(({ change }) => change)).toEqual(['freed', 'held']);
      const { text } = await worker.get(`/structures/${id}`);
      expect(text).toContain('复查时又搭了棚子');
      expect(text).toContain('已拆除，已复核 → 待处理');
      expect(await factStates(house.app, ids)).toMatchObject({ 'removal.first-area-clear': 'missing' });
    });
  });

  describe('by themselves', () => {
    let id: number;
    beforeAll(async () => {
      id = await givenStructure(house.app, ids, { place: '3号楼西山墙' });
    });

    it('a promise with its day is enough, and hours are not asked for', async () => {
      const seen = await take(worker, id, 'agree', {
        ...{ way: 'voluntary', consentSignedOn: '2026-05-15', removeByOn: '2026-05-20' },
        consents: await jpeg('承诺书.jpg'),
      });
      expect(seen.status).toBe(303);
      const { page } = await worker.get(form(id, 'remove'));
      expect(page.querySelector('#f-from')).toBeNull();
      const gone = { removedOn: '2026-05-18', area: '15', belongings: 'none', wasteCleared: 'yes' };
      expect((await take(worker, id, 'remove', gone)).status).toBe(303);
      expect(await row(id)).toMatchObject({ state: 'removed', way: 'voluntary', removedFrom: null });
    });

    it('sent back it stands again, and what was measured counts no more', async () => {
      expect(await refused(manager, id, 'send-back', { reason: '' })).toContain('请写明没有拆到位的地方');
      expect((await take(manager, id, 'send-back', { reason: '还剩一面墙' })).status).toBe(303);
      expect(await row(id)).toMatchObject({
        ...{ state: 'standing', way: null, removedOn: null, consentSignedOn: '2026-05-15' },
      });
    });

    it('the promise they signed asks nobody for help: assisted it goes with a paper of its own', async () => {
      const asked = { ...signed, consentSignedOn: '2026-05-18' };
      expect(await refused(worker, id, 'agree', asked)).toContain('还没有签字文书的扫描件');
    });

    it('who changed their mind is written down, and the paper counts no more', async () => {
      await take(worker, id, 'agree', { way: 'voluntary', consentSignedOn: '2026-05-18' });
      expect((await take(worker, id, 'withdraw-agreement', { reason: '家里意见不一' })).status).toBe(303);
      expect(await row(id)).toMatchObject({ state: 'standing', way: null, consentSignedOn: null });
    });

    it('a kept picture that a hand-made form puts into two fields is refused, and nothing is written', async () => {
      const agreed = { state: 'agreed', way: 'voluntary', consentSignedOn: '2026-05-15' } as const;
      const other = await givenStructure(house.app, ids, agreed);
      const first = await take(worker, other, 'remove', { removedOn: '2026-05-18', after: await jpeg() });
      const kept = first.page.querySelector('input[name=afterKept]')!.getAttribute('value')!;
      const twice = {
        removedOn: '2026-05-18',
        belongings: 'none',
        area: '15',
        afterKept: kept,
        wasteKept: kept,
      };
      const hidden = await typed(worker, other, 'remove');
      const seen = await worker.post(`/structures/${other}/steps`, { ...hidden, ...twice });
      expect([seen.status, (await row(other)).state]).toEqual([400, 'agreed']);
    });
  });

  describe('what stays, and whose it is', () => {
    it('a doubt goes to the ownership check, and comes back with its paper', async () => {
      const id = await givenStructure(house.app, ids, { kind: 'legacy-unit', ownership: 'consented' });
      expect((await take(worker, id, 'check-ownership', { reason: '单位说有产权' })).status).toBe(303);
      expect(await row(id)).toMatchObject({ state: 'ownership-check', ownership: 'open' });
      const words = await refused(worker, id, 'settle-ownership', {
        ownership: 'lawful',
        reason: '有房产证',
      });
      expect(words).toContain('核查属合法财产');
      expect(words).toContain('请上传权属核查的依据');
      const seen = await take(worker, id, 'settle-ownership', {
        ...{ ownership: 'not-lawful', reason: '查无档案', documents: await jpeg('查档.jpg') },
      });
      expect(seen.status).toBe(303);
      expect(await row(id)).toMatchObject({
        ...{ state: 'standing', ownership: 'not-lawful', ownershipBasis: '查无档案' },
      });
    });

    it.each(['retain-legal', 'retain-rectified', 'scope-out'])(
      '%s is for the street manager, with a document and a reason',
      async (step) => {
        const id = await givenStructure(house.app, ids);
        const { location } = await worker.get(form(id, step));
        expect(location).toBe(`/structures/${id}`);
        const version = String((await row(id)).version);
        const hidden = { step, version, onceKey: `${step}-${id}`.padEnd(20, 'x'), happenedOn: '2026-05-18' };
        const seen = await worker.post(`/structures/${id}/steps`, { ...hidden, reason: '想保留' });
        expect([seen.status, seen.text.includes('由街道项目负责人办理')]).toEqual([422, true]);
        expect(await refused(manager, id, step, { reason: '保留' })).toContain('请上传');
        const files = { reason: '会议定的', documents: await jpeg('决定.jpg') };
        expect((await take(manager, id, step, files)).status).toBe(303);
        expect((await row(id)).closedOn).toBe('2026-05-18');
      },
    );

    it('what was registered by mistake is struck out, and counts nowhere', async () => {
      const before = await worker.get(tab);
      const id = await givenStructure(house.app, ids);
      expect((await take(manager, id, 'strike-out', { reason: '重复登记' })).status).toBe(303);
      const counted = (text: string) => /登记 (\d+) 处/.exec(text)![1];
      expect(counted((await worker.get(tab)).text)).toBe(counted(before.text));
    });
  });

  describe('people who live there', () => {
    it('are cared for before an assisted removal; the street manager signs', async () => {
      const id = await givenStructure(house.app, ids, { isOccupied: true, isSoleHome: true });
      await take(worker, id, 'agree', { ...signed, consents: await jpeg() });
      expect(await refused(worker, id, 'remove', removal)).toContain('是唯一住处，请先落实安置和照顾措施');
      expect((await worker.get(`/structures/${id}/care`)).status).toBe(403);
      expect((await manager.get('/work')).text).toContain('照顾措施还没有签字');
      const path = `/structures/${id}/care`;
      const early = await manager.fill(path, { note: '已联系过渡房', signedOn: '2026-05-19' }, path);
      expect([early.status, early.text.includes('不能晚于今天')]).toEqual([422, true]);
      expect((await manager.fill(path, { note: '已联系过渡房' }, path)).status).toBe(303);
      expect((await take(worker, id, 'remove', removal)).status).toBe(303);
    });
  });

  describe('two people, and people from elsewhere', () => {
    it('who presses second is told that the record changed', async () => {
      const id = await givenStructure(house.app, ids);
      const hidden = await typed(manager2, id, 'check-ownership');
      expect((await take(manager, id, 'check-ownership', { reason: '一' })).status).toBe(303);
      const fields = { happenedOn: '2026-05-18', reason: '二' };
      const words = await refusal(db, fields, (all) =>
        manager2.post(`/structures/${id}/steps`, { ...hidden, ...all }),
      );
      expect(words).toContain('刚被别人改过');
    });

    it('a foreign street finds nothing, a firm may not look, the auditor reads', async () => {
      const [foreign, builder, auditor] = await Promise.all(
        ['foreign-manager', 'builder', 'auditor'].map((login) => house.person(login)),
      );
      const id = await givenStructure(house.app, ids);
      for (const path of [tab, `/structures/${id}`, form(id, 'agree'), `/structures/${id}/care`]) {
        expect([path, (await foreign.get(path)).status]).toEqual([path, 404]);
        expect([path, (await builder.get(path)).status]).toEqual([path, 403]);
      }
      const { status, text } = await auditor.get(`/structures/${id}`);
      expect([status, text.includes('可以办理')]).toEqual([200, false]);
      expect((await auditor.get(form(id, 'agree'))).status).toBe(403);
      expect((await worker.get(form(id, 'tear-down'))).status).toBe(404);
    });

    it('the list is filtered by links and takes as many statements for forty as for one', async () => {
      const few = await countQueries(house.app, () => worker.get(tab));
      for (let more = 0; more < 40; more++) await givenStructure(house.app, ids, { place: `第 ${more} 排` });
      const many = await countQueries(house.app, () => worker.get(tab));
      expect(many.queries).toBe(few.queries);
      const link = many.answer.page
        .querySelectorAll('.filter-links a')
        .find((one) => one.text.includes('合法保留'))!;
      const seen = await worker.get(worker.pathOf(link.getAttribute('href')!));
      expect(seen.page.querySelectorAll('tbody tr')).toHaveLength(1);
      const none = await worker.get(`${tab}?state=agreed&attitude=lost`);
      expect(none.text).toContain('没有符合条件的拆除对象');
    });
  });

  it('once the renovation is over nothing is written any more', async () => {
    const id = await givenStructure(house.app, ids);
    await house.app.get(UnitOfWork).run(async (tx) => {
      await tx.update(Renovation, { id: ids.renovationId }, { state: 'closed', closedOn: '2026-05-18' });
      return done(undefined);
    });
    expect(await refused(worker, id, 'check-ownership', { reason: '晚了' })).toContain('不能再改');
    expect((await worker.get(`/structures/${id}`)).page.querySelectorAll('main .btn-p')).toHaveLength(0);
  });
});
