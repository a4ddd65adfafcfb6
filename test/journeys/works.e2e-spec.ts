import { DataSource } from 'typeorm';
import { Compounds } from '../../src/compounds/compounds.service';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from '../../src/works/work.entities';
import { WorkTotals } from '../../src/works/works.totals';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken, toMend } from '../support/pages';
import { Fields, Person } from '../support/person';
import { closeRenovation, factStates, openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { sampleCompound } from '../support/sample-compound';
import { givenPlan } from '../support/works-rows';

const tab = '/compounds/fl106/works';
const newPage = '/compounds/fl106/contracts/new';
const create = '/compounds/fl106/contracts';

describe('contracts and work items of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let where: { compoundId: number; renovationId: number };
  let manager: Person;
  let builder: Person;
  let partyId: number;
  let contractId: number;
  let items: Record<string, number>;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T09:00:00+08:00' });
    db = house.db;
    where = await openedRenovation(house.app, { stage: 'construction' });
    [manager, builder] = await house.people('manager', 'builder');
    partyId = (await newest(db.manager, RenovationParty, { renovationId: where.renovationId })).id;
  });
  afterAll(() => house.close());

  const sheet = (change: Fields = {}): Fields => ({
    ...{ party: String(partyId), name: '丰乐路106号院改造施工合同', number: 'SG-2026-1' },
    ...{ signedOn: '2026-05-15', startsOn: '2026-05-19', finishOn: '2026-06-18', ...change },
  });
  const itemRow = (id: number) => db.manager.findOneByOrFail(WorkItemRecord, { id });
  const stateOf = async (name: string) => (await itemRow(items[name])).state;

  it('without a renovation, without a contract, without a plan the tab says what comes first', async () => {
    const row = await sampleCompound(house.app, '无项目院', 'none1');
    await house.app.get(UnitOfWork).run(async (tx) => done(await house.app.get(Compounds).insert(tx, row)));
    expect((await manager.get('/compounds/none1/works')).text).toContain('还没有立项');
    expect((await manager.get('/compounds/none1/contracts/new')).status).toBe(303);
    expect((await manager.get(tab)).text).toContain('还没有登记合同');
    expect(await factStates(house.app, where)).not.toHaveProperty(['works.contract-signed']);
  });

  describe('a contract', () => {
    it.each<[string, Fields, string]>([
      ['without a firm', { party: '' }, '请填写「承包单位」'],
      ['of a firm that is not on the renovation', { party: '99999' }, '请先在参建单位里登记'],
      ['without a name', { name: '' }, '请填写「合同名称」'],
      ['that ends before it begins', { finishOn: '2026-05-18' }, '「竣工日期」不能早于开工日期'],
      ['signed tomorrow', { signedOn: '2026-05-19' }, '「签订日期」不能晚于今天'],
      ['begun without a signature', { signedOn: '' }, '合同还没有签订，请先填「签订日期」再开始履行'],
    ])('%s is refused, and nothing typed is lost', async (_, change, sentence) => {
      const seen = await untouched(db, () => manager.fill(newPage, sheet(change), create));
      expect([seen.status, toMend(seen).join('；')]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.page.querySelector('#f-number')!.getAttribute('value')).toBe('SG-2026-1');
    });

    it('is written down once, however often the button is pressed, and runs', async () => {
      const { page } = await manager.get(newPage);
      const fields = { ...sheet(), begins: 'yes', onceKey: onceKeyIn(page) };
      const [first, second] = [await manager.post(create, fields), await manager.post(create, fields)];
      expect([first.status, second.location]).toEqual([303, first.location]);
      expect(await db.manager.count(ContractRecord)).toBe(1);
      const contract = await newest(db.manager, ContractRecord);
      contractId = contract.id;
      expect(contract).toMatchObject({ state: 'running', finishOn: '2026-06-18', role: 'contractor' });
      expect(await factStates(house.app, where)).toMatchObject({ 'works.contract-signed': 'met' });
    });

    it('is changed, and a page that is older than the record is said to be', async () => {
      const edit = `/contracts/${contractId}/edit`;
      const { page } = await manager.get(edit);
      const version = page.querySelector('input[name=version]')!.getAttribute('value')!;
      await taken(manager.post(`/contracts/${contractId}`, { ...sheet({ number: 'SG-2026-2' }), version }));
      const late = await manager.post(`/contracts/${contractId}`, { ...sheet({ number: 'SG-9' }), version });
      expectRefused(late, '这条记录刚被别人改过');
      expect(late.text).toContain('SG-2026-2');
      expectRefused(await manager.fill(edit, sheet({ signedOn: '' })), '「签订日期」不能留空');
    });
  });

  it('a contract without items waits for the manager', async () => {
    const { text } = await manager.get('/work');
    expect(text).toContain('「丰乐路106号院改造施工合同」还没有列出施工项目');
  });

  describe('items are drawn from the plan', () => {
    const draw = () => `/contracts/${contractId}/items`;
    /** Days for each line, in the columns of the table. */
    const rows = (change: Fields = {}): Fields => ({
      ...{ 'workdays.1': '4', 'workdays.2': '13', 'start.2': '2026-05-25', 'workdays.3': '10' },
      ...{ 'start.3': '2026-06-01', 'start.4': '2026-06-08', 'workdays.4': '5', 'start.5': '2026-05-25' },
      ...{ 'finish.5': '2026-06-05', 'after.6': 'line-5', 'workdays.6': '7', 'after.7': 'line-6' },
      ...{ 'workdays.7': '2', 'amount.5': '5.6万元', 'concealed.5': 'yes', ...change },
    });

    it('of which there is none before it is fixed', async () => {
      expect((await manager.get(draw())).text).toContain('方案还没有定案');
      await givenPlan(house.app, where);
      expect((await manager.get(tab)).text).toContain('定案的方案有 7 项，还没有列出施工项目');
    });

    it('all lines stand there with what the plan says of them', async () => {
      const { page } = await manager.get(draw());
      const value = (name: string) =>
        page.querySelector(`[name="${name}"]`)!.getAttribute('value') ??
        page.querySelector(`[name="${name}"] option[selected]`)!.getAttribute('value');
      expect(['name.5', 'quantity.5', 'unit.5'].map(value)).toEqual(['公共车棚', '60', '㎡']);
      expect(page.querySelectorAll('input[name^="pick."][checked]')).toHaveLength(7);
      expect(page.querySelectorAll('tbody tr')[4].text).toContain('A区');
    });

    it.each<[string, Fields, string]>([
      ['no days', { 'workdays.1': '' }, '「剪除飞线」：请填「工作日」有几天，或「计划完工」的日期'],
      ['half a day', { 'workdays.1': '半天' }, '「工作日」只能填 1 到 1000 的整数'],
      ['days that do not fit', { 'workdays.5': '3' }, '和填写的「计划完工」不一致'],
      ['no amount of work', { 'quantity.2': '0' }, '「工程量」只能填大于 0 的数字'],
      ['money nobody can read', { 'amount.2': '三万' }, '「合同金额」只能填金额'],
      ['a day that is none', { 'start.2': '2026-02-30' }, '「计划开工」不是一个日期'],
      ['before the contract', { 'start.2': '2026-05-18' }, '不能早于合同开工日期 2026年5月19日'],
      ['a circle', { 'after.5': 'line-7', 'start.5': '' }, '不能反过来作它的前道工序'],
      ['a made-up item before it', { 'after.2': '9999' }, '「前道工序」不在这次改造里'],
      ['nothing at all', picked([]), '请勾选要列入的内容，至少一项'],
    ])('%s is refused for all, and the table stands as it was typed', async (_, change, sentence) => {
      const seen = await untouched(db, () => manager.fill(draw(), rows(change), draw()));
      expect([seen.status, toMend(seen).join('；')]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.page.querySelector('[name="amount.5"]')!.getAttribute('value')).toBe('5.6万元');
    });

    it('seven at once: days by working days, one behind the other', async () => {
      const { page } = await manager.get(draw());
      const fields = { ...rows(), onceKey: onceKeyIn(page) };
      await taken(manager.fill(draw(), fields, draw()));
      await taken(manager.fill(draw(), fields, draw()));
      const found = await db.manager.find(WorkItemRecord, { order: { line: 'ASC' } });
      expect(
        found.map(({ name, plannedStartOn, plannedFinishOn }) => [name, plannedStartOn, plannedFinishOn]),
      ).toEqual([
        ['剪除飞线', '2026-05-19', '2026-05-22'],
        ['粉刷院墙', '2026-05-25', '2026-06-10'],
        ['粉刷楼道', '2026-06-01', '2026-06-12'],
        ['电子门禁', '2026-06-08', '2026-06-12'],
        ['公共车棚', '2026-05-25', '2026-06-05'],
        ['充电桩', '2026-06-08', '2026-06-16'],
        ['消防车道划线', '2026-06-17', '2026-06-18'],
      ]);
      items = Object.fromEntries(found.map(({ name, id }) => [name, id]));
      const shed = found[4];
      expect(shed).toMatchObject({ contractFen: 5_600_000, hasConcealed: true, state: 'planned' });
      expect([found[5].predecessorId, found[6].predecessorId]).toEqual([shed.id, found[5].id]);
      expect(await factStates(house.app, where)).toMatchObject({ 'works.complete': 'missing' });
    });

    it('what was drawn is not ticked again', async () => {
      const { page, text } = await manager.get(draw());
      expect(page.querySelectorAll('input[name^="pick."][checked]')).toHaveLength(0);
      expect(text).toContain('已列 60 ㎡');
    });
  });

  it('one item is changed: what stands still in rain, and what it does to the ground', async () => {
    const edit = `/work-items/${items['公共车棚']}/edit`;
    const change = { traits: ['outdoor', 'dusty'], groundWork: 'digs', utility: 'power', quantity: '62.5' };
    await taken(manager.fill(edit, change));
    expect(await itemRow(items['公共车棚'])).toMatchObject({
      ...{ traits: ['outdoor', 'dusty'], groundWork: 'digs', utility: 'power', quantity: 62_50 },
      hasConcealed: true,
    });
    await taken(manager.fill(edit, { groundWork: 'none', quantity: '60', hasConcealed: undefined }));
    expect(await itemRow(items['公共车棚'])).toMatchObject({ utility: null, hasConcealed: false });
    for (const [fields, sentence] of [
      [{ predecessor: String(items['充电桩']) }, '不能反过来作它的前道工序'],
      [{ plannedFinishOn: '2026-05-20' }, '「计划完工」不能早于计划开工日期'],
      [{ handShare: '120' }, '「人工权重」要在 0 到 100 之间'],
      [{ quantity: '很多' }, '「工程量」要大于 0'],
    ] as [Fields, string][]) {
      expectRefused(await untouched(db, () => manager.fill(edit, fields)), sentence);
    }
  });

  describe('steps of the items', () => {
    it('several are opened at once; what waits for another says so', async () => {
      await house.goOn('2026-05-19T08:00:00+08:00', manager, builder);
      expect((await manager.get('/work')).text).toContain('有 1 项到了计划开工日，还没有办开工');
      const page = await manager.get(`/contracts/${contractId}/item-step?step=open`);
      expect(page.text).toContain('前道工序「公共车棚」未开工，完工后才能开工');
      expect(page.page.querySelectorAll('input[name=items]')).toHaveLength(5);
      expect(page.page.querySelectorAll('input[name=items][checked]')).toHaveLength(1);
      const several = `/contracts/${contractId}/item-steps`;
      const from = `/contracts/${contractId}/item-step?step=open`;
      const none = { items: [] };
      expectRefused(await untouched(db, () => manager.fill(from, none, several)), '请勾选项目，至少一项');
      const held = { items: [String(items['充电桩'])] };
      expectRefused(await untouched(db, () => manager.fill(from, held, several)), '完工后才能开工');
      const all = Object.values(items).map(String).slice(0, 5);
      await taken(manager.fill(from, { items: all }, several));
      expect(await stateOf('公共车棚')).toBe('open');
      expect(await stateOf('充电桩')).toBe('planned');
      expect(await house.app.get(WorkTotals).of([where.renovationId])).toEqual(
        new Map([[where.renovationId, { items: 7, planned: 2, open: 5, finished: 0, accepted: 0 }]]),
      );
    });

    it('what is not wholly confirmed is not finished', async () => {
      const page = `/work-items/${items['公共车棚']}`;
      expect((await builder.get(page)).text).toContain('已确认 0 ㎡，共 60 ㎡。请报满并经确认后再办完工');
      expect(
        (await builder.get(`${page}/step?step=finish`)).page.querySelector('form[action$="/steps"]'),
      ).toBe(null);
      const { version } = await itemRow(items['公共车棚']);
      const step = { step: 'finish', version: String(version) };
      expectRefused(await untouched(db, () => builder.post(`${page}/steps`, step)), '请报满并经确认后再办');
    });

    it('dropped with a reason, and brought back with one', async () => {
      const page = `/work-items/${items['消防车道划线']}`;
      const from = (step: string) => `${page}/step?step=${step}`;
      expectRefused(await untouched(db, () => manager.fill(from('drop'), {})), '请写明不再施工的原因');
      await taken(manager.fill(from('drop'), { reason: '由区里统一划线' }));
      expect(await stateOf('消防车道划线')).toBe('dropped');
      await taken(manager.fill(from('restore'), { reason: '改回由本合同施工' }));
      expect(await stateOf('消防车道划线')).toBe('planned');
      expect((await manager.get(page)).text).toContain('由区里统一划线');
      const stale = { step: 'drop', reason: '重复', version: '1' };
      expectRefused(await manager.post(`${page}/steps`, stale), '这条记录刚被别人改过');
    });

    it('who builds neither opens nor drops, and a step nobody knows is not there', async () => {
      const page = `/work-items/${items['充电桩']}`;
      const { version } = await itemRow(items['充电桩']);
      const before = await db.manager.count(WorkItemStepRecord);
      for (const step of ['open', 'drop']) {
        const seen = await builder.post(`${page}/steps`, { step, reason: '试', version: String(version) });
        expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('由')]);
      }
      expect(await db.manager.count(WorkItemStepRecord)).toBe(before);
      expect((await manager.get(`${page}/step?step=fly`)).status).toBe(404);
      expect((await manager.post(`${page}/steps`, { step: 'fly', version: '1' })).status).toBe(303);
    });
  });

  it('ends only with a reason, finishes only without open items, and runs again', async () => {
    const step = (name: string) => `/contracts/${contractId}/step?step=${name}`;
    expect((await manager.get(step('finish'))).text).toContain('还有 7 项没有完工');
    expectRefused(await untouched(db, () => manager.fill(step('end'), {})), '请写明解除的原因');
    await taken(manager.fill(step('end'), { reason: '双方协商' }));
    expect((await manager.get(`/contracts/${contractId}`)).text).toContain('已解除');
    expectRefused(await manager.fill(`/contracts/${contractId}/edit`, {}), '要修改请先恢复履行');
    await taken(manager.fill(step('resume'), { reason: '继续施工' }));
    expect((await manager.get(tab)).text).toContain('履行中');
  });

  describe('who sees what', () => {
    const pages = () => [`/contracts/${contractId}`, `/work-items/${items['充电桩']}`];

    it('foreign streets and firms that are not on it find nothing', async () => {
      const strangers = await house.people('foreign-manager', 'foreign-worker', 'foreign-builder', 'watcher');
      for (const person of strangers) {
        for (const path of [tab, ...pages()]) expect((await person.get(path)).status).toBe(404);
      }
      const [stranger] = strangers;
      await stranger.get('/work');
      const step = { step: 'drop', reason: '试', version: '1' };
      const post = () => stranger.post(`${pages()[1]}/steps`, step);
      expect((await untouched(db, post)).status).toBe(404);
    });

    it('another builder of the same renovation sees neither this contract nor its items', async () => {
      const [other] = await house.people('foreign-builder');
      const { organisationId } = await db.manager
        .query(`SELECT "organisationId" FROM user_account WHERE login = 'foreign-builder'`)
        .then((rows: { organisationId: number }[]) => rows[0]);
      await house.app.get(UnitOfWork).run(async (tx) => {
        const party = { organisationId, role: 'contractor', fromOn: '2026-05-01' } as const;
        await tx.insert(RenovationParty, { ...party, renovationId: where.renovationId });
        return done(undefined);
      });
      const seen = await other.get(tab);
      expect([seen.status, seen.text.includes('公共车棚')]).toEqual([200, false]);
      for (const path of pages()) expect((await other.get(path)).status).toBe(404);
    });

    it('the community reads, and writes nothing', async () => {
      const [worker] = await house.people('worker');
      for (const path of [tab, ...pages()]) expect((await worker.get(path)).status).toBe(200);
      for (const path of [newPage, `/contracts/${contractId}/items`, `${pages()[1]}/edit`]) {
        expect((await worker.get(path)).status).toBe(403);
      }
    });
  });

  it('after the renovation is closed nothing is written any more', async () => {
    await closeRenovation(house.app, where.renovationId, '2026-05-19');
    expect((await manager.get(newPage)).status).toBe(303);
    const edit = `/work-items/${items['充电桩']}/edit`;
    expectRefused(await untouched(db, () => manager.fill(edit, {})), '施工记录不能再改');
    expect((await manager.get(tab)).text).not.toContain('登记合同');
  });
});

/** A table in which only these lines are ticked; the others are left out as a browser would. */
function picked(lines: number[]): Fields {
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((line) => [`pick.${line}`, lines.includes(line) ? 'yes' : undefined]),
  );
}
