import type { DataSource } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation } from '../../src/compounds/renovation.entities';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { houseRule } from '../../src/domain/kernel/blocker';
import { done } from '../../src/domain/kernel/outcome';
import type { StructureState } from '../../src/domain/removal/structure-states';
import { StoredFile } from '../../src/files/stored-file.entity';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureLocks } from '../../src/structures/structure-locks';
import { StructureFile, StructureRecord, StructureZone } from '../../src/structures/structure.entities';
import { GroundChange, WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';
import { House, openHouse } from '../support/app';
import { jpeg } from '../support/papers';
import { Fields, Person } from '../support/person';
import { refusal } from '../support/refusals';
import { openedRenovation } from '../support/renovation';
import { sampleCompound } from '../support/sample-compound';

const create = '/compounds/fl106/structures';
const newForm = `${create}/new`;

const garage = {
  ...{ kind: 'building', place: '院门东侧第 1 间', length: '5', width: '3', use: 'parking' },
  ...{ material: 'steel-sheet', party: 'unknown', foundOn: '2026-03-10' },
};

describe('the register of structures of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let zones: number[];

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-20T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    zones = await zonesWithItems();
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  /** A区 with items 1 and 2 on it, B区 with item 2. */
  async function zonesWithItems(): Promise<number[]> {
    const made: number[] = [];
    await house.app.get(UnitOfWork).run(async (tx) => {
      for (const [at, name] of ['院门东侧', '院内西侧'].entries()) {
        const row = { ...ids, number: at + 1, name };
        made.push((await tx.insert(WorkZone, row)).identifiers[0].id as number);
      }
      for (const [zone, line] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ])
        await tx.insert(ZoneItemRecord, { zoneId: made[zone], line });
      return done(made);
    });
    return made;
  }

  const change = (id: number, values: Partial<StructureRecord>) =>
    house.app.get(UnitOfWork).run(async (tx) => done(await tx.update(StructureRecord, { id }, values)));
  const rows = () => db.manager.find(StructureRecord, { order: { id: 'ASC' } });
  const last = async () => (await rows()).at(-1)!;
  const idIn = (location: string | null) => Number(/structures\/(\d+)/.exec(location ?? '')![1]);
  const register = async (fields: Fields = {}) => {
    const seen = await worker.fill(newForm, { ...garage, ...fields }, create);
    expect([seen.status, seen.text.slice(0, 300)]).toEqual([303, '']);
    return idIn(seen.location);
  };
  const removed = async (id: number, state: StructureState) => {
    const { id: removedBy } = await db.manager.findOneByOrFail(UserAccount, { login: 'worker' });
    await change(id, { state, way: 'voluntary', removedOn: '2026-03-19', removedBy });
  };

  it('the empty form asks little, and says what each kind is and who deals with it', async () => {
    const { text, page } = await worker.get(newForm);
    for (const words of [
      '疑似私搭房屋、棚屋',
      '城乡规划法 §64',
      '消防救援机构',
      '原单位的废弃宿舍',
      'A区 院门东侧',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('违法');
    expect(page.querySelector('#f-foundOn')!.getAttribute('value')).toBe('2026-03-20');
    expect(page.querySelector('details.field')!.hasAttribute('open')).toBe(false);
  });

  it('a garage of 5 × 3 metres is 15 ㎡, with its photo, its zone and the items it holds', async () => {
    const id = await register({ zones: String(zones[0]), photos: await jpeg(), plannedOn: '2026-05-18' });
    const row = await last();
    expect(row).toMatchObject({
      ...{ id, number: 1, lengthCm: 500, widthCm: 300, area: 15_00, state: 'standing', way: null },
      ...{ ownership: 'no-claim', party: 'unknown', isOccupied: false, plannedOn: '2026-05-18' },
    });
    const [file] = await db.manager.findBy(StructureFile, { structureId: id });
    expect(file).toMatchObject({ kind: 'before', eventId: null, droppedOn: null });
    const stored = await db.manager.findOneByOrFail(StoredFile, { id: file.fileId });
    expect(stored).toMatchObject({ purpose: 'structure', caption: '疑似私搭房屋、棚屋，拆除前' });
    const changes = await db.manager.findBy(GroundChange, { change: 'held' });
    expect(changes.map(({ line }) => line)).toEqual([1, 2]);
    const entry = await db.manager.findOneByOrFail(AuditEntry, { action: 'structure.registered' });
    expect([entry.subjectId, entry.toValue]).toEqual([String(id), 'building']);
    expect((await manager.get('/audit')).text).toContain('登记拆除对象：疑似私搭房屋、棚屋');
  });

  it('after saving it says what to look at, and offers the next one of the row', async () => {
    const { id } = await last();
    const seen = await worker.get(`/structures/${id}/saved`);
    expect(seen.text).toContain('使用人不明');
    expect(seen.text).not.toContain('还没有拆除前照片');
    expect(seen.page.querySelector('.btn-p')!.getAttribute('href')).toBe(`${newForm}?like=${id}`);
    const next = await worker.get(`${newForm}?like=${id}`);
    const value = (name: string) => next.page.querySelector(`#f-${name} [selected]`)?.getAttribute('value');
    expect([value('kind'), value('use'), value('material')]).toEqual(['building', 'parking', 'steel-sheet']);
    expect(next.page.querySelector('#f-foundOn')!.getAttribute('value')).toBe('2026-03-10');
    expect(next.page.querySelector('#f-place')!.getAttribute('value')).toBe('');
    expect(next.page.querySelector('#f-zones')!.hasAttribute('checked')).toBe(true);
  });

  it.each([
    ['５．２', '３', undefined, { lengthCm: 520, widthCm: 300, area: 15_60 }],
    ['', '', '15平方米', { lengthCm: null, widthCm: null, area: 15_00 }],
    ['', '', '１２．５', { area: 12_50 }],
  ])('%j × %j, %j is read as it was meant', async (length, width, area, expected) => {
    await register({ length, width, area });
    expect(await last()).toMatchObject(expected);
  });

  it('an area that does not fit length by width is kept, and said', async () => {
    const id = await register({ area: '20' });
    expect(await last()).toMatchObject({ lengthCm: 500, widthCm: 300, area: 20_00 });
    expect((await worker.get(`/structures/${id}/saved`)).text).toContain('相差超过 10%');
  });

  it('what the former unit left is asked after first', async () => {
    await register({ kind: 'legacy-unit' });
    expect(await last()).toMatchObject({ ownership: 'open', state: 'ownership-check' });
    await register({ kind: 'legacy-unit', ownership: 'not-lawful', ownershipBasis: '房产档案查询结果' });
    expect(await last()).toMatchObject({ ownership: 'not-lawful', state: 'standing' });
  });

  it.each<[string, Fields, string]>([
    ['no kind', { kind: '' }, '请填写「类别」'],
    ['no place', { place: '' }, '请填写「位置」'],
    ['a place too long', { place: '院'.repeat(61) }, '「位置」最多 60 个字'],
    ['no size', { length: '', width: '' }, '请填写「面积」'],
    ['one side', { width: '' }, '「长」和「宽」要么都填'],
    ['an area of nothing', { area: '0' }, '「面积」只能填大于 0 的数字'],
    ['a negative area', { area: '-15' }, '「面积」只能填大于 0 的数字'],
    ['an area in words', { area: '十五' }, '「面积」只能填大于 0 的数字'],
    ['a thousand times too large', { length: '', width: '', area: '15000' }, '请核对小数点和单位'],
    ['larger than the compound', { length: '', width: '', area: '490.01' }, '比楼院占地 490 ㎡ 还大'],
    ['a length of nothing', { length: '0' }, '「长」只能填大于 0、不超过 1000 的数字'],
    ['a kind without area that has one', { kind: 'wiring', area: '15' }, '不计面积，请清空「面积」'],
    ['found tomorrow', { foundOn: '2026-03-21' }, '「发现日期」不能晚于今天'],
    ['a day that is none', { foundOn: '2026-02-30' }, '「发现日期」不是一个日期'],
    ['planned before it was found', { plannedOn: '2026-03-09' }, '「计划拆除日期」不能早于发现日期'],
    ['built in the future', { sinceYear: '2027' }, '「搭建年份」要在 1900 和发现当年 2026 之间'],
    ['a sole home where nobody lives', { isSoleHome: 'yes' }, '请同时选「有人居住」'],
    ['property of the unit nobody claims', { kind: 'legacy-unit', ownership: 'no-claim' }, '先核查权属'],
    ['a finding without basis', { ownership: 'not-lawful' }, '请填写「权属依据」'],
    ['a zone of nobody', { zones: '9999' }, '请从页面上列出的区域里选择'],
    ['a reuse too long', { reuse: '棚'.repeat(121) }, '「腾出的地方」最多 120 个字'],
  ])(
    '%s is refused with a sentence, nothing is written, nothing typed is lost',
    async (_, fields, sentence) => {
      await worker.get(newForm);
      const typed = { ...garage, reuse: '公共车棚', onceKey: 'k'.repeat(20), ...fields };
      if (fields.zones) delete (typed as Fields).zones;
      const said = await refusal(db, typed, (again) =>
        worker.post(create, { ...again, ...pick(fields, 'zones') }),
      );
      expect(said).toContain(sentence);
    },
  );

  it('a refused form keeps its photo for the second try', async () => {
    const seen = await worker.fill(newForm, { ...garage, place: '', photos: await jpeg('现场.jpg') }, create);
    expect([seen.status, seen.text.includes('现场.jpg')]).toEqual([422, true]);
    const kept = seen.page.querySelector('input[name=photosKept]')!.getAttribute('value')!;
    const id = await register({ place: '院门东侧第 2 间', photosKept: kept });
    expect(await db.manager.countBy(StructureFile, { structureId: id })).toBe(1);
  });

  it('what is no photo is refused beside its field, and a photo sent with it is kept', async () => {
    const text = new File(['no photo'], '说明.txt', { type: 'text/plain' });
    const before = (await rows()).length;
    const seen = await worker.fill(newForm, { ...garage, photos: [text, await jpeg('好的.jpg')] }, create);
    expect(seen.status).toBe(422);
    expect(seen.page.querySelector('#f-photos-about')!.text).toContain('说明.txt');
    expect(seen.text).toContain('好的.jpg');
    expect((await rows()).length).toBe(before);
  });

  it('pressed twice it is one, two at the same moment get two numbers', async () => {
    await worker.get(newForm);
    const before = (await rows()).length;
    const twice = { ...garage, onceKey: 'twice'.repeat(5) };
    await Promise.all([worker.post(create, twice), worker.post(create, twice)]);
    expect((await rows()).length).toBe(before + 1);
    await manager.get(newForm);
    const seen = await Promise.all([
      worker.post(create, { ...garage, onceKey: 'one'.repeat(7) }),
      manager.post(create, { ...garage, onceKey: 'two'.repeat(7) }),
    ]);
    expect(seen.map(({ status }) => status)).toEqual([303, 303]);
    const numbers = (await rows()).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  describe('a sheet is corrected', () => {
    let id: number;
    const edit = () => `/structures/${id}/edit`;

    beforeAll(async () => {
      id = await register({ place: '待修改的一间', zones: String(zones[0]), photos: await jpeg() });
    });

    it('with everything that was typed standing in it, the ownership to be read only', async () => {
      const { page, text } = await worker.get(edit());
      const value = (name: string) => page.querySelector(`#f-${name}`)!.getAttribute('value');
      expect([value('length'), value('width'), value('area')]).toEqual(['5', '3', '']);
      expect(page.querySelector('#f-ownership')).toBeNull();
      expect(text).toContain('到办理页核查权属');
    });

    it('other zones hold and free items in the same breath', async () => {
      const others = await db.manager.findBy(StructureZone, { zoneId: zones[0] });
      const held = others.filter((one) => one.structureId !== id).map((one) => one.structureId);
      for (const one of held) await change(one, { state: 'scoped-out' });
      const before = await db.manager.count(GroundChange);
      const seen = await worker.fill(edit(), { zones: String(zones[1]), blocksFireLane: 'yes' });
      expect(seen.status).toBe(303);
      const [freed] = (await db.manager.find(GroundChange, { order: { id: 'ASC' } })).slice(before);
      expect(freed).toMatchObject({ line: 1, change: 'freed' });
      expect(await db.manager.count(GroundChange)).toBe(before + 1);
      expect(await db.manager.findOneByOrFail(StructureRecord, { id })).toMatchObject({
        blocksFireLane: true,
      });
    });

    it('the mark that asks for care is set by everybody, and taken off by the street manager alone', async () => {
      const hasHardship = async () => (await db.manager.findOneByOrFail(StructureRecord, { id })).hasHardship;
      expect((await worker.fill(edit(), { hasHardship: 'yes' })).status).toBe(303);
      const seen = await worker.fill(edit(), { hasHardship: undefined });
      expect([seen.status, seen.text.includes('「困难或重病」登记后由街道项目负责人核实取消')]).toEqual([
        422,
        true,
      ]);
      expect(await hasHardship()).toBe(true);
      expect((await manager.fill(edit(), { hasHardship: undefined })).status).toBe(303);
      expect(await hasHardship()).toBe(false);
    });

    it('a photo is taken off, and kept', async () => {
      const { page } = await worker.get(edit());
      const drop = page.querySelector('input[name=drop]')!.getAttribute('value')!;
      expect((await worker.fill(edit(), { drop, photos: await jpeg('新.jpg') })).status).toBe(303);
      const files = await db.manager.findBy(StructureFile, { structureId: id });
      expect(files.map(({ droppedOn }) => droppedOn)).toEqual(['2026-03-20', null]);
    });

    it('a stale form is shown again with what is stored now', async () => {
      const mine = await worker.get(edit());
      const version = mine.page.querySelector('input[name=version]')!.getAttribute('value')!;
      await manager.fill(edit(), { place: '主任改过的位置' });
      const seen = await worker.fill(edit(), { place: '我改的位置', version });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('这条记录刚被别人改过');
      expect(seen.text).toContain('主任改过的位置');
      expect(seen.page.querySelector('#f-place')!.getAttribute('value')).toBe('我改的位置');
    });

    it('its kind stays once papers name it, its first day once somebody was there', async () => {
      const locks = house.app.get(StructureLocks);
      let locked = true;
      locks.register((_, structureId) =>
        Promise.resolve(locked && structureId === id ? [houseRule('test.papers', '已有法定文书')] : []),
      );
      locks.registerFirstDay((_, structureId) =>
        Promise.resolve(locked && structureId === id ? '2026-03-12' : null),
      );
      const typed = { ...garage, zones: String(zones[1]), onceKey: 'lock'.repeat(6) };
      const { version } = await db.manager.findOneByOrFail(StructureRecord, { id });
      const post = (more: Fields) =>
        refusal(db, { ...typed, ...more, version: String(version) }, (again) =>
          worker.post(`/structures/${id}/sheet`, again),
        );
      expect(await post({ kind: 'fire-block' })).toContain('已有法定文书');
      expect(await post({ foundOn: '2026-03-13' })).toContain('已有 2026年3月12日的记录');
      expect((await worker.fill(edit(), { foundOn: '2026-03-12' })).status).toBe(303);
      locked = false;
    });

    it('it is pinned on the sketch by two numbers, and unpinned by none', async () => {
      const pin = `/structures/${id}/pin`;
      expect((await worker.get(pin)).text).toContain('还没有草图');
      const { version } = await db.manager.findOneByOrFail(StructureRecord, { id });
      const pins = `/structures/${id}/pins`;
      const said = await worker.post(pins, { version: String(version), pinAcross: '150', pinDown: '' });
      expect(said.status).toBe(422);
      const seen = await worker.post(pins, { version: String(version), pinAcross: '12.5', pinDown: '64' });
      expect(seen.location).toBe(`/structures/${id}`);
      expect(await db.manager.findOneByOrFail(StructureRecord, { id })).toMatchObject({
        ...{ pinAcross: 125, pinDown: 640 },
      });
      const stale = await worker.post(pins, { version: String(version), pinAcross: '1', pinDown: '1' });
      expect([stale.status, stale.text.includes('刚被别人改过')]).toEqual([422, true]);
    });

    it('once it is gone only pictures and the use of its ground are written', async () => {
      await removed(id, 'removed');
      const seen = await worker.get(edit());
      expect(seen.page.querySelector('#f-kind')).toBeNull();
      expect((await worker.fill(edit(), { reuse: '公共车棚', photos: await jpeg('补.jpg') })).status).toBe(
        303,
      );
      const row = await db.manager.findOneByOrFail(StructureRecord, { id });
      expect(row.reuse).toBe('公共车棚');
      const whole = { ...garage, onceKey: 'gone'.repeat(6), version: String(row.version) };
      const said = await worker.post(`/structures/${id}/sheet`, whole);
      expect([said.status, said.text.includes('已经登记拆除')]).toEqual([422, true]);
    });

    it('what is written afterwards is not lost to somebody faster', async () => {
      const { version } = await db.manager.findOneByOrFail(StructureRecord, { id });
      const stale = { reuse: '绿地', version: String(version - 1), onceKey: 'slow'.repeat(6) };
      const seen = await worker.post(`/structures/${id}/afterwards`, stale);
      expect([seen.status, seen.text.includes('刚被别人改过')]).toEqual([422, true]);
      expect(seen.page.querySelector('#f-reuse')!.getAttribute('value')).toBe('绿地');
      expect(seen.text).toContain('公共车棚');
    });

    it('verified, it keeps its pictures', async () => {
      await removed(id, 'verified');
      expect((await worker.get(edit())).page.querySelector('input[name=drop]')).toBeNull();
      const { version } = await db.manager.findOneByOrFail(StructureRecord, { id });
      const form = { reuse: '公共车棚', drop: '1', version: String(version), onceKey: 'kept'.repeat(6) };
      const said = await worker.post(`/structures/${id}/afterwards`, form);
      expect([said.status, said.text.includes('不能去掉')]).toEqual([422, true]);
    });

    it('retained, nothing of it is written, and the way back says why', async () => {
      await change(id, { state: 'retained-legal' });
      const seen = await worker.get(edit());
      expect([seen.status, seen.location]).toEqual([303, `/structures/${id}`]);
    });
  });

  describe('who may not', () => {
    it('another community, another street and another district find nothing', async () => {
      const { id } = await last();
      for (const login of ['neighbour', 'foreign-manager', 'foreign-worker']) {
        const person = await house.person(login);
        for (const path of [
          newForm,
          `/structures/${id}/edit`,
          `/structures/${id}/pin`,
          `/structures/${id}/saved`,
        ])
          expect([login, path, (await person.get(path)).status]).toEqual([login, path, 404]);
        await person.get('/account');
        expect((await person.post(create, garage)).status).toBe(404);
      }
    });

    it('firms see none of it, offices and the auditor read only', async () => {
      const { id } = await last();
      const builder = await house.person('builder');
      for (const path of [newForm, `/structures/${id}/saved`, `/structures/${id}/edit`])
        expect((await builder.get(path)).status).toBe(403);
      for (const login of ['officer', 'auditor']) {
        const person = await house.person(login);
        const seen = await person.get(`/structures/${id}/saved`);
        expect([seen.status, seen.text.includes('再登记一处')]).toEqual([200, false]);
        expect((await person.get(newForm)).status).toBe(403);
      }
    });

    it('the one before must be of the same compound', async () => {
      const row = await sampleCompound(house.app, '别的院', 'other1');
      const at = await house.app.get(UnitOfWork).run(async (tx) => {
        const compoundId = await house.app.get(Compounds).insert(tx, row);
        const renovation = { ...(await tx.findOneByOrFail(Renovation, { id: ids.renovationId })) };
        delete (renovation as Partial<Renovation>).id;
        await tx.insert(Renovation, { ...renovation, compoundId });
        return done(compoundId);
      });
      expect(at.ok).toBe(true);
      const { id } = await last();
      expect((await worker.get(`/compounds/other1/structures/new?like=${id}`)).status).toBe(404);
      for (const like of ['0', 'x', '-1', '1e9'])
        expect((await worker.get(`/compounds/fl106/structures/new?like=${like}`)).status).toBe(200);
      expect((await worker.get('/compounds/fl106/structures/new?like=99999')).status).toBe(404);
    });
  });

  it('nothing is written before a renovation is opened, nor after it is closed', async () => {
    const row = await sampleCompound(house.app, '无项目院', 'none1');
    await house.app.get(UnitOfWork).run(async (tx) => done(await house.app.get(Compounds).insert(tx, row)));
    expect((await worker.get('/compounds/none1/structures/new')).location).toBe('/compounds/none1/removals');
    const early = await worker.post('/compounds/none1/structures', { ...garage, onceKey: 'none'.repeat(6) });
    expect([early.status, early.text.includes('还没有立项')]).toEqual([422, true]);

    await worker.get(newForm);
    await house.app
      .get(UnitOfWork)
      .run(async (tx) => done(await tx.update(Renovation, { id: ids.renovationId }, { state: 'closed' })));
    const said = await refusal(db, { ...garage, onceKey: 'late'.repeat(6) }, (typed) =>
      worker.post(create, typed),
    );
    expect(said).toContain('拆违清障的记录不能再改');
    const { id } = await last();
    const { version } = await last();
    const posts: [string, Fields][] = [
      ['sheet', { ...garage, onceKey: 'shut'.repeat(6) }],
      ['afterwards', { reuse: '公共车棚', onceKey: 'shut'.repeat(6) }],
      ['pins', { pinAcross: '1', pinDown: '1' }],
    ];
    for (const [to, fields] of posts) {
      const seen = await worker.post(`/structures/${id}/${to}`, { ...fields, version: String(version) });
      expect([to, seen.status, seen.text.includes('拆违清障的记录不能再改')]).toEqual([to, 422, true]);
    }
    expect((await last()).version).toBe(version);
    for (const path of [newForm, `/structures/${id}/edit`]) expect((await worker.get(path)).status).toBe(303);
  });
});

const pick = (fields: Fields, name: string): Fields => (fields[name] ? { [name]: fields[name] } : {});
