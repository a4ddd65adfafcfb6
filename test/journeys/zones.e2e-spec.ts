import { EntityManager } from 'typeorm';
import { Organisation, UserAccount } from '../../src/access/entities';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { WaitingWork } from '../../src/compounds/waiting-work';
import { Renovation, RenovationParty } from '../../src/compounds/renovation.entities';
import { Actor } from '../../src/domain/people/actor';
import type { StructureState } from '../../src/domain/removal/structure-states';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { StructureRecord, StructureZone } from '../../src/structures/structure.entities';
import { Grounds } from '../../src/zones/grounds';
import {
  CompoundSketch,
  GroundChange,
  GroundReading,
  WorkZone,
  ZoneItemRecord,
} from '../../src/zones/zone.entities';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { fileOf, jpeg } from '../support/papers';
import { Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/ground';
const shed = 1;
const charging = 2;

describe('the ground of 丰乐路106号院', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let builder: Person;
  let watcher: Person;
  let userId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01T09:00:00+08:00' });
    ids = await openedRenovation(house.app, { track: 'district', stage: 'removal' });
    [worker, manager, builder] = await house.people('worker', 'manager', 'builder');
    userId = (await house.rows.findOneByOrFail(UserAccount, { login: 'worker' })).id;
    const firm = await house.rows.findOneByOrFail(Organisation, { code: places.watcher });
    await write(house.app, (tx) =>
      tx.insert(RenovationParty, {
        ...{ renovationId: ids.renovationId, organisationId: firm.id },
        ...{ role: 'supervisor', fromOn: '2026-03-01' },
      }),
    );
    watcher = await house.person('watcher');
  });
  afterAll(() => house.close());

  const zone = (name: string) => house.rows.findOneByOrFail(WorkZone, { name });
  const fixedPlan = (tx: EntityManager, place: typeof ids, names: string[]) =>
    givenPlan(tx, place, userId, names);
  /** A room above changes the state of a structure, and says so in the same breath. */
  const become = (structureId: number, state: StructureState) =>
    write(house.app, async (tx) => {
      const grounds = house.app.get(Grounds);
      const before = await grounds.standing(ids.renovationId, tx);
      await tx.update(StructureRecord, { id: structureId }, { state, ...resultOf(state, userId) });
      const after = await grounds.standing(ids.renovationId, tx);
      const actor = { userId } as Actor;
      await grounds.changed(
        tx,
        actor,
        { id: ids.renovationId, compoundId: ids.compoundId },
        { before, after },
      );
    });

  describe('before anything is there', () => {
    it('without a renovation the page says so, with the way to it', async () => {
      await givenYard(house.app, { code: 'none1', name: '无项目院', renovation: null });
      const seen = await worker.get('/compounds/none1/ground');
      expect(seen.text).toContain('还没有立项');
      expect(seen.html).toContain('href="/compounds/none1/renovations"');
      expect((await worker.get('/compounds/none1/zones/new')).location).toBe('/compounds/none1/ground');
      const refused = await worker.post('/compounds/none1/zones', { name: '东', onceKey: 'a'.repeat(20) });
      expect([refused.status, refused.text.includes('还没有立项')]).toEqual([422, true]);
      expect((await worker.get('/compounds/none1/ground/print')).status).toBe(404);
    });

    it('works without a sketch, and offers to put one up', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('还没有草图');
      expect(seen.text).toContain('还没有划施工区域');
      expect(seen.text).toContain('方案还没有定案');
      expect(seen.html).toContain(`href="${tab}/sketch"`);
      expect((await builder.get(tab)).html).not.toContain(`${tab}/sketch`);
    });

    it('a zone may be added before the plan is fixed; the form says where its items come from', async () => {
      const form = await worker.get('/compounds/fl106/zones/new');
      expect(form.text).toContain('方案还没有定案');
      const { page } = form;
      const onceKey = page.querySelector('input[name=onceKey]')!.getAttribute('value')!;
      const fields = { name: '院门东侧', isFirst: 'yes', onceKey };
      const seen = await Promise.all([1, 2].map(() => worker.post('/compounds/fl106/zones', fields)));
      const { id } = await zone('院门东侧');
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `/zones/${id}/pin`],
        [303, `/zones/${id}/pin`],
      ]);
      expect(await house.rows.count(WorkZone)).toBe(1);
      expect((await worker.get(`/zones/${id}/pin`)).text).toContain('还没有草图');
      expect((await worker.get(tab)).text).toMatch(/A区 院门东侧.*首个施工区域/);
    });
  });

  describe('the sketch', () => {
    it.each([
      ['nothing chosen', {}, '请选择要上传的照片或文件'],
      ['no picture', { sketch: fileOf(Buffer.from('text'), '图.txt', 'text/plain') }, '图'],
    ])('%s is refused, and nothing is written', async (_what, fields, sentence) => {
      const seen = await worker.fill(`${tab}/sketch`, { caption: '总平面草图', ...fields });
      expect([seen.status, seen.text.includes(sentence)]).toEqual([422, true]);
      expect(seen.page.querySelector('#f-caption')!.getAttribute('value')).toBe('总平面草图');
      expect(await house.rows.count(CompoundSketch)).toBe(0);
    });

    it('two at once are one too many; both are kept for the next try', async () => {
      const seen = await worker.fill(`${tab}/sketch`, {
        sketch: [await jpeg('一.jpg'), await jpeg('二.jpg')],
      });
      expect([seen.status, seen.text.includes('草图只能上传一张')]).toEqual([422, true]);
      expect(await house.rows.count(CompoundSketch)).toBe(0);
    });

    it('is put up, and replaced while the earlier one stays on record', async () => {
      expect(await worker.fill(`${tab}/sketch`, { sketch: await jpeg(), caption: '手绘草图' })).toMatchObject(
        {
          ...{ status: 303, location: tab },
        },
      );
      expect((await manager.fill(`${tab}/sketch`, { sketch: await jpeg() })).status).toBe(303);
      const sketches = await house.rows.find(CompoundSketch, { order: { id: 'ASC' } });
      expect(sketches.map(({ caption, isCurrent }) => [caption, isCurrent])).toEqual([
        ['手绘草图', false],
        ['楼院草图', true],
      ]);
      const page = await worker.get(`${tab}/sketch`);
      expect(page.text).toContain('手绘草图，2026年5月1日 上传');
      expect((await worker.get(tab)).html).toContain(`/files/${sketches[1].fileId}/1600.jpg`);
    });
  });

  describe('zones', () => {
    beforeAll(async () => {
      await write(house.app, (tx) => fixedPlan(tx, ids, ['公共车棚', '充电桩，住 1-301 的提出', '飞线入地']));
    });

    it.each([
      ['', '请填写「名称」'],
      ['院'.repeat(41), '「名称」最多 40 个字，现在是 41 个'],
      ['院门东侧', 'A区已经叫「院门东侧」，请换一个名称'],
    ])('named %j is refused, what was typed stays', async (name, sentence) => {
      const seen = await worker.fill('/compounds/fl106/zones/new', { name, items: [String(shed)] });
      expect([seen.status, seen.text.includes(sentence)]).toEqual([422, true]);
      expect(seen.page.querySelector('#f-name')!.getAttribute('value')).toBe(name);
      expect(seen.page.querySelector('#f-items')!.hasAttribute('checked')).toBe(true);
      expect(await house.rows.count(WorkZone)).toBe(1);
    });

    it('items outside the fixed plan are refused', async () => {
      const seen = await worker.fill('/compounds/fl106/zones/new', { name: '南墙根', items: ['9'] });
      expect([seen.status, seen.text.includes('不在已定案的方案里')]).toEqual([422, true]);
    });

    it('items are drawn on zones; the works begin in one of them only', async () => {
      const { id } = await zone('院门东侧');
      expect((await worker.fill(`/zones/${id}/edit`, { items: [String(shed)] })).location).toBe(tab);
      const added = { name: '南墙根', items: [String(shed), String(charging)], isFirst: 'yes' };
      expect((await worker.fill('/compounds/fl106/zones/new', added)).status).toBe(303);
      expect([(await zone('院门东侧')).isFirst, (await zone('南墙根')).isFirst]).toEqual([false, true]);
      expect(await house.rows.count(ZoneItemRecord)).toBe(3);
      expect((await worker.fill(`/zones/${id}/edit`, { isFirst: 'yes' })).status).toBe(303);
      const seen = await worker.get(tab);
      expect(seen.text).toContain('另有 1 项没有落到施工区域上，不受场地限制：飞线入地');
      expect(seen.text).toContain('公共车棚 A区、B区 可开工');
    });

    it('a form older than the record is told so and can be saved again', async () => {
      const { id, version } = await zone('南墙根');
      const seen = await worker.post(`/zones/${id}`, { name: '南墙边', version: String(version - 1) });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('现在保存的内容');
      expect(seen.page.querySelector('#f-name')!.getAttribute('value')).toBe('南墙边');
      expect(seen.page.querySelector('input[name=version]')!.getAttribute('value')).toBe(String(version));
      expect((await zone('南墙根')).version).toBe(version);
    });

    it('are marked by pressing the picture or by typing', async () => {
      const { id } = await zone('院门东侧');
      const form = await worker.get(`/zones/${id}/pin`);
      const [narrow, wide] = form.page.querySelectorAll('input[type=image]');
      const press = (x: number, y: number) => ({
        [`${wide.getAttribute('name')}.x`]: String(x),
        [`${wide.getAttribute('name')}.y`]: String(y),
      });
      const width = Number(wide.getAttribute('width'));
      const height = Number(wide.getAttribute('height'));
      expect(Number(narrow.getAttribute('width'))).toBeLessThanOrEqual(280);
      expect((await worker.fill(`/zones/${id}/pin`, press(width / 4, height / 2))).location).toBe(tab);
      expect(await zone('院门东侧')).toMatchObject({ pinAcross: 250, pinDown: 500 });
      const wrong = await worker.fill(`/zones/${id}/pin`, { pinAcross: '120', pinDown: '６４' });
      expect([wrong.status, wrong.text.includes('「左起」要在 0 到 100 之间')]).toEqual([422, true]);
      expect(wrong.page.querySelector('#f-pinDown')!.getAttribute('value')).toBe('６４');
      const typed = { 'pinNarrow.x': '0', 'pinNarrow.y': '0', pinAcross: '12.5', pinDown: '６４' };
      expect((await worker.fill(`/zones/${id}/pin`, typed)).status).toBe(303);
      expect(await zone('院门东侧')).toMatchObject({ pinAcross: 125, pinDown: 640 });
      expect((await worker.get(tab)).page.querySelector('.map-zone title')!.text).toBe('A区 院门东侧');
      const stale = await worker.post(`/zones/${id}/pins`, { pinAcross: '1', pinDown: '1', version: '1' });
      expect(stale.status).toBe(422);
      expect(await zone('院门东侧')).toMatchObject({ pinAcross: 125 });
    });
  });

  describe('what stands on it', () => {
    let structureId: number;

    beforeAll(async () => {
      const { id: zoneId } = await zone('院门东侧');
      structureId = await write(house.app, (tx) => givenStructure(tx, ids, userId, { zoneId, number: 4 }));
      await become(structureId, 'standing');
    });

    it('holds the items of its zone back, with its number and its mark on the map', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('公共车棚 A区、B区 受阻 1 处 受阻：第 4 处还没有拆除复核');
      expect(seen.text).toContain('充电桩，住 1-301 的提出 B区 可开工');
      const pin = seen.page.querySelector('.map-pin.map-late');
      expect(pin!.closest('a')!.getAttribute('href')).toBe(`/structures/${structureId}`);
      expect(seen.text).toContain('还有 1 处没有清完');
      expect((await worker.get('/compounds/fl106/plan')).text).toContain('受阻 1 处');
    });

    it('a firm sees zones, items and numbers, no state, no case, no door', async () => {
      const seen = await builder.get(tab);
      expect(seen.text).toContain('受阻：第 4 处还没有拆除复核');
      expect(seen.html).not.toContain('/structures/');
      expect(seen.text).not.toMatch(/待处理|1-301|标注位置|修改/);
      expect(seen.page.querySelector('.map-pin.map-plain')).not.toBeNull();
      expect((await builder.get('/compounds/fl106/plan')).text).toContain('受阻 1 处');
      const paper = await builder.get(`${tab}/print`);
      expect(paper.html).not.toContain('/structures/');
      expect(paper.text).not.toMatch(/待处理|1-301/);
    });

    it('is printed across an A4 sheet', async () => {
      const seen = await manager.get(`${tab}/print`);
      expect(seen.page.querySelector('body.across')).not.toBeNull();
      expect(seen.text).toContain('丰乐路106号院拆违作战图');
      expect(seen.text).toContain('第 4 处，待处理');
      expect(seen.page.querySelector('main a')).toBeNull();
    });

    it('keeps its zone from being given up, and says what to do', async () => {
      const { id, version } = await zone('院门东侧');
      const page = await worker.get(`/zones/${id}/remove`);
      expect(page.text).toContain('A区登记着第 4 处，请先在这些对象的页面改选施工区域');
      expect(page.text).toContain('「公共车棚」还落在A区');
      const seen = await worker.post(`/zones/${id}/removals`, { version: String(version) });
      expect(seen.status).toBe(422);
      expect((await zone('院门东侧')).removedOn).toBeNull();
    });

    it('frees its ground once it is verified, and the firms are told in the same breath', async () => {
      await house.goOn('2026-05-18T18:00:00+08:00', worker, manager, builder, watcher);
      await become(structureId, 'removed');
      expect((await worker.get(tab)).text).toContain('公共车棚 A区、B区 受阻 1 处');
      await become(structureId, 'verified');
      expect((await worker.get(tab)).text).toContain('公共车棚 A区、B区 可开工');
      for (const firm of [builder, watcher])
        expect((await firm.get('/work')).text).toContain('公共车棚：场地已清，可以开工');
      expect((await worker.get('/work')).text).not.toContain('场地已清，可以开工');
      expect((await manager.get(tab)).text).toContain('参建单位还没有看');
    });

    it('is acknowledged by one of the firm, once; the other firm goes on being told', async () => {
      const path = `${tab}/readings`;
      const upTo = (await builder.get(tab)).page.querySelector('input[name=upTo]')!.getAttribute('value')!;
      const both = await Promise.all([builder.post(path, { upTo }), builder.post(path, { upTo })]);
      expect(both.map(({ status, location }) => [status, location])).toEqual([
        [303, tab],
        [303, tab],
      ]);
      expect(await house.rows.count(AuditEntry, { where: { action: 'ground.read' } })).toBe(1);
      expect((await builder.get('/work')).text).not.toContain('场地已清');
      expect((await builder.get(tab)).text).toContain('看过');
      expect((await watcher.get('/work')).text).toContain('公共车棚：场地已清，可以开工');
      const seen = await manager.get(tab);
      expect(seen.text).toContain('已看：示例建设 2026年5月18日');
      expect((await manager.post(path, { upTo })).status).toBe(403);
      expect((await watcher.post(path, { upTo: '999' })).status).toBe(404);
      expect((await watcher.post(path, { upTo: '一' })).status).toBe(422);
    });

    it('a change undone before it was read is told once, as it is now', async () => {
      await become(structureId, 'standing');
      await become(structureId, 'verified');
      await become(structureId, 'standing');
      const { text } = await watcher.get('/work');
      expect(text).toContain('公共车棚：场地受阻，暂不能开工');
      expect(text).not.toContain('场地已清');
      expect((await builder.get('/work')).text).toContain('公共车棚：场地受阻，暂不能开工');
      await builder.fill(tab, {}, `${tab}/readings`);
      expect((await builder.get('/work')).text).not.toContain('场地受阻');
    });

    it('an item drawn off the zone is free; an empty zone can be given up, its letter is not used again', async () => {
      const { id } = await zone('院门东侧');
      await worker.post(`/zones/${id}`, {
        name: '院门东侧',
        isFirst: 'yes',
        version: String((await zone('院门东侧')).version),
      });
      expect((await worker.get(tab)).text).toContain('公共车棚 B区 可开工');
      expect((await builder.get('/work')).text).toContain('公共车棚：场地已清，可以开工');
      await write(house.app, (tx) => tx.delete(StructureZone, { zoneId: id }));
      const seen = await worker.fill(`/zones/${id}/remove`, {});
      expect([seen.status, seen.location]).toEqual([303, tab]);
      expect(await zone('院门东侧')).toMatchObject({ removedOn: '2026-05-18', isFirst: false });
      expect((await worker.get(`/zones/${id}/edit`)).status).toBe(404);
      await worker.fill('/compounds/fl106/zones/new', { name: '院门东侧' });
      expect((await worker.get(tab)).text).toContain('C区 院门东侧');
      expect((await worker.get(tab)).text).toContain('不在任何区域：第 4 处');
    });
  });

  it('is closed to foreign streets, and to changes by those who only read', async () => {
    const { id } = await zone('南墙根');
    const [foreign, stranger, auditor] = await house.people('foreign-manager', 'foreign-builder', 'auditor');
    for (const one of [foreign, stranger]) await one.get('/account');
    for (const path of [tab, `${tab}/print`, `${tab}/sketch`, `/zones/${id}/edit`, `/zones/${id}/pin`])
      expect((await foreign.get(path)).status).toBe(404);
    expect((await foreign.post(`/zones/${id}/removals`, { version: '1' })).status).toBe(404);
    expect((await stranger.get(tab)).status).toBe(404);
    expect((await stranger.post(`${tab}/readings`, { upTo: '1' })).status).toBe(404);
    for (const reader of [auditor, builder]) {
      expect((await reader.get(tab)).status).toBe(200);
      expect((await reader.get(`/zones/${id}/edit`)).status).toBe(403);
      expect((await reader.post('/compounds/fl106/zones', {})).status).toBe(403);
      expect((await reader.post(`${tab}/sketches`, {})).status).toBe(403);
    }
  });

  it('takes no change once the renovation is over, and stays to be read', async () => {
    const { id, version } = await zone('南墙根');
    await write(house.app, (tx) => tx.update(Renovation, { id: ids.renovationId }, { state: 'closed' }));
    const counts = async () =>
      Promise.all(
        [WorkZone, ZoneItemRecord, GroundReading, CompoundSketch].map((one) => house.rows.count(one)),
      );
    const before = await counts();
    const refused = await Promise.all([
      worker.post('/compounds/fl106/zones', { name: '西侧', onceKey: 'c'.repeat(20) }),
      worker.post(`/zones/${id}`, { name: '西侧', version: String(version) }),
      worker.post(`/zones/${id}/pins`, { pinAcross: '1', pinDown: '1', version: String(version) }),
      worker.post(`/zones/${id}/removals`, { version: String(version) }),
      builder.fill(tab, {}, `${tab}/readings`).catch(() => builder.post(`${tab}/readings`, { upTo: '1' })),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(refused[0].text).toContain('拆违清障的记录不能再改');
    expect(await counts()).toEqual(before);
    for (const path of [
      `${tab}/sketch`,
      '/compounds/fl106/zones/new',
      `/zones/${id}/edit`,
      `/zones/${id}/pin`,
    ])
      expect((await worker.get(path)).location).toBe(tab);
    const seen = await worker.get(tab);
    expect(seen.text).toContain('B区 南墙根');
    expect(seen.text).not.toContain('标注位置');
    expect((await builder.get('/work')).text).not.toContain('场地');
    await write(house.app, (tx) => tx.update(Renovation, { id: ids.renovationId }, { state: 'active' }));
  });

  it('an earlier renovation keeps its own ground', async () => {
    await write(house.app, async (tx) => {
      const first = await tx.findOneByOrFail(Renovation, { id: ids.renovationId });
      await tx.update(Renovation, { id: first.id }, { isCurrent: false });
      const { id: _, ...row } = first;
      await tx.insert(Renovation, { ...row, sequence: 2, name: '第二次改造', isCurrent: true });
    });
    expect((await worker.get(tab)).text).toContain('还没有划施工区域');
    const earlier = await worker.get(`${tab}?renovation=1`);
    expect(earlier.text).toContain('B区 南墙根');
    expect(earlier.text).not.toContain('标注位置');
    expect(earlier.page.querySelector('main .actions a')!.getAttribute('href')).toBe(
      `${tab}/print?renovation=1`,
    );
    expect((await worker.get(`${tab}?renovation=7`)).status).toBe(404);
  });

  it('telling a firm takes the same number of queries for 60 compounds as for one', async () => {
    const { id: firmUser, organisationId } = await house.rows.findOneByOrFail(UserAccount, {
      login: 'foreign-builder',
    });
    const actor = { userId: firmUser, role: 'contractor', organisationId } as Actor;
    const count = () => countQueries(house.app, () => house.app.get(WaitingWork).gather(actor));
    const yard = async (index: number) => {
      const place = await givenYard(house.app, { code: `many${index}`, name: `第${index}院` });
      await write(house.app, async (tx) => {
        await fixedPlan(tx, place, ['公共车棚']);
        await tx.insert(RenovationParty, {
          ...{ renovationId: place.renovationId, organisationId, role: 'contractor', fromOn: '2026-03-01' },
        });
        await tx.insert(GroundChange, {
          ...{ ...place, line: shed, change: 'freed', changedBy: userId },
          ...{ changedOn: '2026-05-18', changedAt: '2026-05-18T10:00:00.000Z' },
        });
      });
    };
    await yard(0);
    const one = await count();
    for (let index = 1; index < 60; index++) await yard(index);
    const sixty = await count();
    expect([one.answer.length, sixty.answer.length]).toEqual([1, 60]);
    expect(sixty.queries).toBe(one.queries);
  });
});

/** What is written down with a removal, as its room does. */
const resultOf = (state: StructureState, removedBy: number): Partial<StructureRecord> => {
  const isGone = state === 'removed' || state === 'verified';
  return isGone
    ? { way: 'voluntary', removedOn: '2026-05-18', removedBy }
    : { way: null, removedOn: null, removedBy: null };
};

/** A plan with these items, fixed. */
async function givenPlan(
  tx: EntityManager,
  { compoundId, renovationId }: { compoundId: number; renovationId: number },
  begunBy: number,
  names: string[],
): Promise<void> {
  const version = await tx.insert(PlanVersion, {
    ...{ compoundId, renovationId, number: 1, state: 'fixed' as const, begunBy, begunOn: '2026-04-01' },
    ...{ fixedBy: begunBy, fixedOn: '2026-04-26' },
  });
  const versionId = version.identifiers[0].id as number;
  for (const [index, name] of names.entries()) {
    const row = { versionId, line: index + 1, name, code: 'I07' as const, quantity: 100, unit: '项' };
    await tx.insert(PlanItemRecord, { ...row, place: '院内' });
  }
}

/** A shed that stands in this zone, marked on the sketch. */
async function givenStructure(
  tx: EntityManager,
  place: { compoundId: number; renovationId: number },
  recordedBy: number,
  { zoneId, number }: { zoneId: number; number: number },
): Promise<number> {
  const row = await tx.insert(StructureRecord, {
    ...{ ...place, number, kind: 'building' as const, place: '院门东侧棚屋', area: 18_00 },
    ...{ use: 'storage' as const, material: 'brick' as const, party: 'unknown' as const },
    ...{ ownership: 'no-claim' as const, foundOn: '2026-04-01', state: 'struck-out' as const, recordedBy },
    ...{ pinAcross: 200, pinDown: 600 },
  });
  const structureId = row.identifiers[0].id as number;
  await tx.insert(StructureZone, { structureId, zoneId });
  return structureId;
}
