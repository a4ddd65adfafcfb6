import { DataSource } from 'typeorm';
import { Compounds } from '../../src/compounds/compounds.service';
import { CompoundContact } from '../../src/compounds/contact.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { StatutoryPaper } from '../../src/enforcement/enforcement.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import {
  OperationFile,
  OperationRecord,
  OperationStructureRecord,
} from '../../src/operations/operation.entities';
import { OperationTotals } from '../../src/operations/operations.totals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureEvent, StructureFile, StructureRecord } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { onceKeyIn, taken, toMend } from '../support/pages';
import { jpeg, paper } from '../support/papers';
import { Fields, Person } from '../support/person';
import { countQueries } from '../support/queries';
import { openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { sampleCompound } from '../support/sample-compound';
import { givenStructure } from '../support/removal-rows';
import { givenAgreed, givenForced, givenForcible } from '../support/operation-rows';

const tab = '/compounds/fl106/operations';
const newPage = `${tab}/new`;
const burnDown = '/compounds/fl106/burn-down';
const day = '2026-05-18';

describe('removal days of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let where: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let garages: number[];
  let forcedId: number;
  let operationId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-15T09:00:00+08:00' });
    db = house.db;
    where = await openedRenovation(house.app, { track: 'district' });
    [worker, manager] = await Promise.all([house.person('worker'), house.person('manager')]);
  });
  afterAll(() => house.close());

  async function on(at: string): Promise<void> {
    house.setClock(at);
    await Promise.all([worker.signIn('worker'), manager.signIn('manager')]);
  }
  const operation = () => newest(db.manager, OperationRecord);
  const structure = (id: number) => db.manager.findOneByOrFail(StructureRecord, { id });
  const outcomes = async () =>
    (await db.manager.find(OperationStructureRecord, { where: { operationId }, order: { id: 'ASC' } })).map(
      ({ outcome, removedArea }) => [outcome, removedArea],
    );
  const plan = (): Fields => ({
    ...{ name: '院门东侧车库集中拆除', happensOn: day, fromTime: '08:00', toTime: '11:30' },
    ...{ agencies: ['street', 'community', 'city-management', 'police'], meetingPoint: '院门口' },
    structures: garages.map(String),
  });
  const page = (path = '') => `/operations/${operationId}${path}`;

  it('without a renovation the pages say so, and nothing can be planned', async () => {
    const row = await sampleCompound(house.app, '无项目院', 'none1');
    await house.app.get(UnitOfWork).run(async (tx) => done(await house.app.get(Compounds).insert(tx, row)));
    for (const path of ['/compounds/none1/operations', '/compounds/none1/burn-down']) {
      const seen = await manager.get(path);
      expect([seen.status, seen.text.includes('还没有立项')]).toEqual([200, true]);
    }
    expect((await manager.get('/compounds/none1/operations/new')).status).toBe(303);
    expect((await manager.get('/compounds/none1/burn-down/print')).status).toBe(200);
  });

  it('with nothing registered the pages say what comes first', async () => {
    expect((await manager.get(tab)).text).toContain('还没有安排集中拆除行动');
    expect((await manager.get(newPage)).text).toContain('现在没有可以安排的拆除对象');
    expect((await manager.get(burnDown)).text).toContain('还没有登记有面积、要拆除的对象');
    garages = [];
    for (const place of ['院门东侧一', '院门东侧二', '院门东侧三'])
      garages.push(await givenAgreed(house.app, where, { place }));
    forcedId = await givenForced(house.app, where);
    await givenStructure(house.app, where, { place: '没有谈好的', area: 20_00 });
    expect((await manager.get(burnDown)).text).toContain('还没有定计划拆除日期');
  });

  it('only what is agreed on or decided can be chosen', async () => {
    const { page, text } = await manager.get(newPage);
    const choices = page.querySelectorAll('input[name=structures]').map((one) => one.getAttribute('value'));
    expect(choices).toEqual([...garages, forcedId].map(String));
    expect(text).toContain('强制拆除');
    expect(text).not.toContain('没有谈好的');
  });

  describe('planning', () => {
    it.each<[string, Fields, string]>([
      ['no structures', { structures: [] }, '请选择要拆除的对象，至少一处'],
      ['a made-up structure', { structures: ['99999'] }, '别的楼院的'],
      ['no agencies', { agencies: [] }, '街道办事处要到场'],
      ['without the street office', { agencies: ['police'] }, '街道办事处要到场'],
      ['yesterday', { happensOn: '2026-05-14' }, '「行动日期」不能早于今天 2026年5月15日'],
      ['at night', { fromTime: '22:30', toTime: '23:30' }, '夜间（22:00至次日 06:00）不能施工拆除'],
      ['hours the wrong way round', { fromTime: '11:00', toTime: '08:00' }, '「结束时间」要晚于「开始时间」'],
      ['hours nobody can read', { fromTime: '25:00' }, '时间请按 24 小时制填写'],
      ['a day that is none', { happensOn: '2026-02-30' }, '「行动日期」不是一个日期'],
      ['without a meeting point', { meetingPoint: '' }, '请填写「指挥和集合点」'],
    ])('%s is refused, and nothing typed is lost', async (_, change, sentence) => {
      const seen = await untouched(db, () => manager.fill(newPage, { ...plan(), ...change }, tab));
      expect([seen.status, toMend(seen).join('；')]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.page.querySelector('#f-name')!.getAttribute('value')).toBe('院门东侧车库集中拆除');
      const wanted = (change.structures ?? plan().structures) as string[];
      const kept = seen.page.querySelectorAll('input[name=structures][checked]').length;
      expect(kept).toBe(wanted.filter((id) => garages.includes(Number(id))).length);
    });

    it('the same structure twice, and one of another compound, are refused', async () => {
      const other = await sampleCompound(house.app, '别的院', 'other1');
      const ids = await house.app.get(UnitOfWork).run(async (tx) => {
        const compoundId = await house.app.get(Compounds).insert(tx, other);
        const renovation = { ...(await tx.findOneByOrFail(Renovation, { id: where.renovationId })) };
        const row = { ...renovation, id: undefined, compoundId };
        const inserted = await tx.insert(Renovation, row as never);
        return done({ compoundId, renovationId: inserted.identifiers[0].id as number });
      });
      if (!ids.ok) throw new Error('no other compound');
      const foreign = await givenAgreed(house.app, ids.value);
      const [first] = garages;
      const twice = [String(first), String(first)];
      for (const [structures, sentence] of [
        [twice, '同一处只选一次'],
        [[String(first), String(foreign)], '选择的对象里有别的楼院的'],
      ] as const) {
        const fields = { ...plan(), structures: [...structures] };
        const seen = await untouched(db, () => manager.fill(newPage, fields, tab));
        expect([seen.status, toMend(seen)]).toEqual([422, [expect.stringContaining(sentence)]]);
      }
    });

    it('force keeps off holidays and wants the law enforcement there', async () => {
      const structures = [String(forcedId)];
      const holiday = { ...plan(), structures, happensOn: '2026-06-19', agencies: ['street'] };
      const seen = await untouched(db, () => manager.fill(newPage, holiday, tab));
      expect(toMend(seen)).toEqual([
        expect.stringContaining('城管执法要到场'),
        expect.stringContaining('法定节假日'),
      ]);
    });

    it('two presses of the button plan one day, with its safety plan', async () => {
      const { page } = await manager.get(newPage);
      const onceKey = onceKeyIn(page);
      const post = async () =>
        manager.post(tab, { ...plan(), onceKey, safetyPlan: paper('安全方案.pdf') } as Fields);
      const seen = [await post(), await post()];
      operationId = (await operation()).id;
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, page1()],
        [303, page1()],
      ]);
      expect(await db.manager.count(OperationRecord)).toBe(1);
      expect(await db.manager.count(OperationFile)).toBe(1);
      expect(await operation()).toMatchObject({
        ...{ state: 'planned', happensOn: day, fromTime: '08:00', toTime: '11:30', windGrade: null },
        agencies: 'street,community,city-management,police',
      });
      expect((await manager.get(tab)).text).toContain('院门东侧车库集中拆除');
    });
    const page1 = () => `/operations/${operationId}`;

    it('its page says line by line what is missing', async () => {
      const { page, text } = await manager.get(`/operations/${operationId}`);
      const lines = page.querySelectorAll('.gates li').map((line) => line.querySelector('.st')!.textContent);
      expect(lines).toEqual(['已具备', '已具备', '已具备', '已具备', '缺 1 项']);
      expect(text).toContain('请在拆除前一天或当天核对风力和重污染预警');
    });

    it('a structure is in one planned day only', async () => {
      const { text, page } = await manager.get(newPage);
      expect(text).toContain('已在 2026年5月18日的「院门东侧车库集中拆除」里');
      expect(page.querySelectorAll(`td a[href="/operations/${operationId}"]`)).toHaveLength(3);
      const again = { ...plan(), structures: [String(garages[0])] };
      const seen = await untouched(db, () => manager.fill(newPage, again, tab));
      expect(toMend(seen)).toEqual([expect.stringContaining('请先从那次行动中去掉')]);
    });
  });

  describe('until the day', () => {
    it('what was changed meanwhile is said, and the form is kept', async () => {
      const { page: form } = await manager.get(page('/edit'));
      const version = form.querySelector('input[name=version]')!.getAttribute('value')!;
      const fields = { ...plan(), toTime: '12:00', version };
      expect((await manager.post(page(), fields)).status).toBe(303);
      const seen = await untouched(db, () => manager.post(page(), { ...fields, name: '第二个人改的' }));
      expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect(seen.page.querySelector('#f-name')!.getAttribute('value')).toBe('第二个人改的');
      expect(seen.text).toContain('现在保存的内容');
      expect(await operation()).toMatchObject({ toTime: '12:00', name: plan().name });
    });

    it('its result cannot be written down before the day', async () => {
      expect((await manager.get(page('/result'))).location).toBe(page());
    });

    it('the weather of another day is refused, that of the day before is written down', async () => {
      const look = (fields: Fields) => manager.fill(page(), fields, page('/weather'));
      const early = await untouched(db, () => look({ windGrade: '2', checkedOn: '2026-05-15' }));
      expect([early.status, toMend(early)[0]]).toEqual([422, expect.stringContaining('更早的预报不作数')]);
      expect(early.page.querySelector('#f-windGrade')!.getAttribute('value')).toBe('2');
      const wild = await untouched(db, () => look({ windGrade: '18', checkedOn: '2026-05-15' }));
      expect(toMend(wild)[0]).toContain('「预报风力」要在 0 到 17 之间');
      await on('2026-05-17T16:00:00+08:00');
      await taken(look({ windGrade: '5', checkedOn: '2026-05-17' }));
      expect((await manager.get(page())).text).toContain('预报风力 5 级，4 级以上不能拆除，请改期');
      const waiting = (await manager.get('/work')).text;
      expect(waiting).toContain('明天的「院门东侧车库集中拆除」还缺：风力和重污染预警');
    });

    it('a change of the day asks for the weather anew', async () => {
      await taken(manager.fill(page('/edit'), { happensOn: '2026-05-19' }, page()));
      expect(await operation()).toMatchObject({ happensOn: '2026-05-19', windGrade: null });
      await taken(manager.fill(page('/edit'), { happensOn: day }, page()));
    });

    it('more scans of the safety plan are added and taken off', async () => {
      const nothing = await untouched(db, () => manager.fill(page(), {}, page('/safety-plans')));
      expect(toMend(nothing)[0]).toContain('请选择要上传的安全方案');
      await taken(manager.fill(page(), { safetyPlan: paper('补充.pdf') } as Fields, page('/safety-plans')));
      const [first] = await db.manager.find(OperationFile, { order: { id: 'ASC' } });
      await taken(manager.fill(page(), { drop: String(first.fileId) }, page('/safety-plans')));
      const files = await db.manager.find(OperationFile, { order: { id: 'ASC' } });
      expect(files.map(({ droppedOn }) => droppedOn)).toEqual(['2026-05-17', null]);
      expect((await manager.get(page())).text).toContain('补充.pdf');
    });

    it('the sheet of the day has who, where, what and boxes to tick', async () => {
      const { text, status } = await manager.get(page('/print'));
      expect(status).toBe(200);
      for (const said of ['拆除行动单', '街道办事处', '带队人签字', '院门口', '第 1 处', '院门东侧三'])
        expect(text).toContain(said);
      for (const said of ['15.00 ㎡', '共 3 处，45.00 ㎡', '助拆', '安全要点']) expect(text).toContain(said);
    });
  });

  describe('the notice for residents', () => {
    it('is made from the plan, and points at nobody', async () => {
      await house.app.get(UnitOfWork).run(async (tx) => {
        const contact = { compoundId: where.compoundId, kind: 'street', title: '街道项目办' } as const;
        await tx.insert(CompoundContact, {
          ...{ ...contact, workPhone: '037163620001', mayPublish: true, consentOn: '2026-05-01' },
        });
        return done(undefined);
      });
      const form = await manager.get(page('/notice'));
      const body = form.page.querySelector('#f-body')!.textContent;
      expect(body).toContain('2026年5月18日 08:00 至 12:00');
      expect(body).toContain('联系电话：0371-6362 0001');
      for (const pointed of ['请3号楼2单元301室尽快搬离', '有事找 13812345678']) {
        const fields = { body: `${body}\n${pointed}`, step: 'preview' };
        const seen = await untouched(db, () => manager.fill(page('/notice'), fields, page('/notices')));
        expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('要公布的文字里有')]);
        expect(seen.page.querySelector('#f-body')!.textContent).toContain(pointed);
      }
    });

    it('is looked at before it hangs, and hangs once', async () => {
      const looked = await untouched(db, () =>
        manager.fill(page('/notice'), { step: 'preview' }, page('/notices')),
      );
      expect([looked.status, looked.text.includes('居民将看到')]).toEqual([200, true]);
      await taken(manager.fill(page('/notice'), { step: 'post' }, page('/notices')));
      const notice = await newest(db.manager, NoticeRecord);
      expect(notice).toMatchObject({ kind: 'removal-day', subjectId: operationId, endsOn: day });
      const { title, body } = notice;
      const more = { title, body, places: 'gate-board', postedOn: '2026-05-17', step: 'post' };
      const again = await untouched(db, () =>
        manager.post(page('/notices'), { ...more, onceKey: 'c'.repeat(20) }),
      );
      expect(toMend(again)[0]).toContain('已经张贴了告知');
      expect((await manager.get(`/notices/${notice.id}`)).text).toContain('看这次行动');
      expect((await manager.get(`/notices/${notice.id}/print`)).text).toContain('0371-6362 0001');
      expect((await manager.get(page())).text).toContain('集中拆除告知');
      expect((await manager.get(page('/notice'))).location).toBe(page());
      const resident = await house.person();
      expect((await resident.get('/c/fl106')).text).toContain('集中拆除告知（2026年5月18日）');
    });
  });

  describe('on the day', () => {
    const typed = (): Fields => ({
      ...Object.fromEntries(garages.map((id) => [`outcome.${id}`, 'removed'])),
      ...Object.fromEntries(garages.map((id) => [`area.${id}`, '15'])),
      [`area.${garages[0]}`]: '15.2',
      [`outcome.${garages[2]}`]: 'partly',
      [`area.${garages[2]}`]: '6.5',
      [`note.${garages[2]}`]: '后墙连着院墙，明天加固后再拆',
      [`belongings.${garages[0]}`]: 'taken',
      [`waste.${garages[0]}`]: 'yes',
    });
    const write = (fields: Fields) => manager.fill(page('/result'), fields, page('/results'));
    const refusedWith = async (change: Fields, ...sentences: string[]) => {
      const seen = await untouched(db, () => write({ ...typed(), ...change }));
      expect([seen.status, toMend(seen)]).toEqual([
        422,
        sentences.map((one) => expect.stringContaining(one) as string),
      ]);
      expect(await operation()).toMatchObject({ state: 'planned' });
      expect((await structure(garages[0])).state).toBe('agreed');
      return seen;
    };

    beforeAll(() => on(`${day}T14:00:00+08:00`));

    it('without weather nothing is written down', async () => {
      await refusedWith({}, '请在拆除前一天或当天核对风力');
    });

    it('somebody else was faster: what is stored is shown beside what was typed', async () => {
      await taken(manager.fill(page(), { windGrade: '1', checkedOn: day }, page('/weather')));
      const fields = { ...typed(), version: '1', onceKey: 'b'.repeat(20) };
      const seen = await untouched(db, () => manager.post(page('/results'), fields));
      expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect(seen.text).toContain('现在保存的内容');
      expect(seen.page.querySelector(`[id="f-area.${garages[0]}"]`)!.getAttribute('value')).toBe('15.2');
    });

    it('with a wind of grade 4 nothing is written down', async () => {
      await taken(manager.fill(page(), { windGrade: '4', checkedOn: day }, page('/weather')));
      await refusedWith({}, '预报风力 4 级，4 级以上不能拆除，请改期');
      await taken(manager.fill(page(), { windGrade: '2', checkedOn: day }, page('/weather')));
    });

    it('every structure needs a result that can be read, with a reason where it still stands', async () => {
      await refusedWith({ [`outcome.${garages[1]}`]: '' }, '第 2 处还没有结果');
      await refusedWith({ [`area.${garages[1]}`]: '一大片' }, '第 2 处：「拆除面积」只能填大于 0 的数字');
      await refusedWith({ [`note.${garages[2]}`]: '' }, '第 3 处部分拆除，请写明原因和下一步');
      await refusedWith({ [`area.${garages[2]}`]: '15' }, '请改选「已拆除」或核对面积');
      const none = Object.fromEntries(garages.map((id) => [`outcome.${id}`, 'not-removed']));
      const notes = Object.fromEntries(garages.map((id) => [`note.${id}`, '下雨']));
      await refusedWith({ ...none, ...notes }, '请改为「取消行动」');
    });

    it('what is said against one structure refuses them all, and keeps what was typed and sent', async () => {
      const photos = await jpeg('拆除后.jpg');
      const seen = await refusedWith(
        {
          ...{ [`area.${garages[1]}`]: '', [`photos.${garages[0]}`]: photos },
          [`belongings.${garages[1]}`]: 'stored',
        },
        '第 2 处：请填写实测拆除面积',
        '第 2 处：有物品交接或代管时要有物品清单',
      );
      const value = (name: string) => seen.page.querySelector(`[id="f-${name}"]`)!;
      expect(value(`area.${garages[0]}`).getAttribute('value')).toBe('15.2');
      expect(value(`note.${garages[2]}`).textContent).toContain('后墙连着院墙');
      expect(value(`outcome.${garages[2]}`).querySelector('[selected]')!.getAttribute('value')).toBe(
        'partly',
      );
      expect(value(`waste.${garages[0]}`).hasAttribute('checked')).toBe(true);
      const kept = seen.page.querySelector(`input[name="photos.${garages[0]}Kept"]`)!.getAttribute('value')!;
      const { page: form } = await manager.get(page('/result'));
      const hidden = (name: string) => form.querySelector(`input[name=${name}]`)!.getAttribute('value')!;
      const fields = {
        ...typed(),
        ...Object.fromEntries(garages.map((id) => [`from.${id}`, '08:10'])),
        ...Object.fromEntries(garages.map((id) => [`to.${id}`, '11:00'])),
        [`photos.${garages[0]}Kept`]: kept,
        [`photos.${garages[2]}`]: await jpeg('现状.jpg'),
        ...{ version: hidden('version'), onceKey: hidden('onceKey') },
      };
      const answers = [
        await manager.post(page('/results'), fields),
        await manager.post(page('/results'), fields),
      ];
      expect(answers.map(({ status, location }) => [status, location])).toEqual([
        [303, page()],
        [303, page()],
      ]);
    });

    it('an older page writes nothing over it', async () => {
      const fields = { ...typed(), version: '1', onceKey: 'a'.repeat(20) };
      const seen = await untouched(db, () => manager.post(page('/results'), fields));
      expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('已实施')]);
    });

    it('all of it stands written down, once', async () => {
      expect(await operation()).toMatchObject({ state: 'carried-out', closedOn: day });
      expect(await outcomes()).toEqual([
        ['removed', 1520],
        ['removed', 1500],
        ['partly', 650],
      ]);
      expect(await structure(garages[0])).toMatchObject({
        ...{ state: 'removed', removedOn: day, removedFrom: '08:10', removedTo: '11:00', removedArea: 1520 },
        ...{ belongings: 'taken', wasteCleared: true },
      });
      expect(await structure(garages[2])).toMatchObject({ state: 'agreed', removedOn: null });
      expect(await db.manager.countBy(StructureEvent, { step: 'remove' })).toBe(2);
      const [after] = await db.manager.findBy(StructureFile, { structureId: garages[0], kind: 'after' });
      expect(after).toBeDefined();
      expect(await db.manager.countBy(OperationFile, { kind: 'photo' })).toBe(1);
      const { text } = await manager.get(page());
      for (const said of ['已实施', '部分拆除', '6.50 ㎡', '后墙连着院墙']) expect(text).toContain(said);
      expect((await manager.get(tab)).text).toContain('拆除 2 处，部分 1 处');
    });

    it('what was carried out is neither changed nor called off', async () => {
      for (const path of ['/edit', '/result']) expect((await manager.get(page(path))).status).toBe(303);
      const fields = { ...plan(), version: String((await operation()).version) };
      for (const [path, more] of [
        ['', {}],
        ['/cancellations', { reason: '写错了' }],
      ] as const) {
        const seen = await untouched(db, () =>
          manager.post(page(path), path ? { ...more, version: fields.version } : fields),
        );
        expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('已实施')]);
      }
    });
  });

  describe('called off', () => {
    it('asks for a reason, takes its notice down, and sets the structures free', async () => {
      await on('2026-05-20T09:00:00+08:00');
      const fields = {
        ...plan(),
        happensOn: '2026-05-22',
        structures: [String(garages[2]), String(forcedId)],
      };
      const path = await taken(manager.fill(newPage, fields, tab));
      operationId = (await operation()).id;
      expect(path).toBe(page());
      const { text, page: shown } = await manager.get(page());
      expect(text).toContain('第 4 处：');
      expect(shown.querySelectorAll('.gates .is-late').length).toBeGreaterThan(1);
      await taken(manager.fill(page('/notice'), { step: 'post' }, page('/notices')));
      await taken(manager.fill(page('/edit'), { meetingPoint: '院门内' }, page()));
      expect((await newest(db.manager, NoticeRecord)).withdrawnOn).toBeNull();
      await taken(manager.fill(page('/edit'), { toTime: '12:00' }, page()));
      expect(await newest(db.manager, NoticeRecord)).toMatchObject({
        ...{ withdrawnOn: '2026-05-20', withdrawnReason: '行动时间有变化，重新告知' },
      });
      await taken(manager.fill(page('/notice'), { step: 'post' }, page('/notices')));
      const empty = await untouched(db, () => manager.fill(page('/cancel'), {}, page('/cancellations')));
      expect(toMend(empty)[0]).toContain('请填写「取消原因」');
      const stale = await untouched(db, () =>
        manager.post(page('/cancellations'), { reason: '大风', version: '99' }),
      );
      expect([stale.status, toMend(stale)[0]]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      await taken(
        manager.fill(page('/cancel'), { reason: '大风蓝色预警，另行安排' }, page('/cancellations')),
      );
      expect(await operation()).toMatchObject({ state: 'cancelled', cancelReason: '大风蓝色预警，另行安排' });
      const notice = await newest(db.manager, NoticeRecord);
      expect([notice.subjectId, notice.withdrawnOn]).toEqual([operationId, '2026-05-20']);
      expect((await manager.get(newPage)).text).not.toContain('2026年5月22日的');
    });

    it('a day that passed without a result waits for the manager', async () => {
      const fields = { ...plan(), happensOn: '2026-05-21', structures: [String(garages[2])] };
      await taken(manager.fill(newPage, fields, tab));
      operationId = (await operation()).id;
      await on('2026-05-23T09:00:00+08:00');
      expect((await manager.get('/work')).text).toContain('过了 2 天，还没有登记结果');
      expect((await worker.get('/work')).text).not.toContain('还没有登记结果');
    });
  });

  describe('the burn-down', () => {
    it('says, draws and lists what remains, with numbers that add up', async () => {
      const { text, page: shown } = await worker.get(burnDown);
      expect(text).toContain('共 80 ㎡，已拆 30 ㎡，还剩 50 ㎡');
      expect(shown.querySelectorAll('polyline')).toHaveLength(2);
      const rows = shown
        .querySelectorAll('.burn-table tbody tr')
        .map((row) => row.querySelectorAll('th, td').map((cell) => cell.textContent));
      expect(rows[0]).toEqual(['2026年5月17日', '80.00', '80.00', '—', '—']);
      expect(rows[1]).toEqual(['2026年5月18日', '35.00', '50.00', '2 处', '30.00']);
      expect(rows.at(-1)![0]).toBe('2026年5月23日（今天）');
      expect((await worker.get(`${burnDown}/print`)).text).toContain('拆除进度图');
      const standing = (await house.app.get(OperationTotals).standings([where.renovationId])).get(
        where.renovationId,
      );
      expect(standing).toEqual({ total: 8000, removed: 3000, remaining: 5000, behind: 1500 });
    });
  });

  describe('by force', () => {
    let shed: number;

    it('is planned with the law enforcement there, and lacks nothing but the weather', async () => {
      shed = await givenForcible(house.app, where);
      const fields = { ...plan(), happensOn: '2026-05-25', structures: [String(shed)] };
      const post = { ...fields, safetyPlan: paper('安全方案.pdf') } as Fields;
      await taken(manager.fill(newPage, post, tab));
      operationId = (await operation()).id;
      const { page: shown } = await manager.get(page());
      const late = shown.querySelectorAll('.gates > li.is-late').map((one) => one.structuredText);
      expect(late).toEqual([expect.stringContaining('风力和重污染预警')]);
    });

    it('wants the record of the execution, and is not written down where supplies were cut', async () => {
      await on('2026-05-25T15:00:00+08:00');
      await taken(manager.fill(page(), { windGrade: '2', checkedOn: '2026-05-25' }, page('/weather')));
      const typed: Fields = {
        ...{ [`outcome.${shed}`]: 'removed', [`area.${shed}`]: '15', [`belongings.${shed}`]: 'none' },
        ...{ [`document.${shed}`]: '惠城执〔2026〕9号', [`organ.${shed}`]: 'city-management' },
        ...{ [`officers.${shed}`]: '2' },
      };
      const write = (more: Fields) => manager.fill(page('/result'), { ...typed, ...more }, page('/results'));
      const record = { [`record.${shed}`]: paper('执行笔录.pdf') } as Fields;
      for (const more of [
        {},
        { ...record, cutsUtilities: 'yes' },
        { ...record, [`officers.${shed}`]: '1' },
      ]) {
        const seen = await untouched(db, () => write(more));
        expect([seen.status, toMend(seen).every((one) => one.startsWith('第 6 处：'))]).toEqual([422, true]);
        expect((await structure(shed)).state).toBe('standing');
      }
      await taken(write(record));
      expect(await structure(shed)).toMatchObject({
        state: 'removed',
        way: 'forced',
        removedOn: '2026-05-25',
      });
      const executed = await db.manager.findBy(StatutoryPaper, { structureId: shed, step: 'executed' });
      expect(executed).toMatchObject([{ documentNumber: '惠城执〔2026〕9号', officers: 2 }]);
    });
  });

  describe('who may', () => {
    it('a community worker reads, and decides nothing', async () => {
      for (const path of [tab, page(), page('/print'), burnDown])
        expect([path, (await worker.get(path)).status]).toEqual([path, 200]);
      for (const path of [newPage, page('/edit'), page('/result'), page('/cancel')])
        expect([path, (await worker.get(path)).status]).toEqual([path, 403]);
      for (const path of [tab, page(), page('/weather'), page('/results'), page('/cancellations')])
        expect([path, (await untouched(db, () => worker.post(path, {}))).status]).toEqual([path, 403]);
      expect((await worker.get(page())).page.querySelectorAll('form[action*=weather]')).toEqual([]);
    });

    it('another street finds nothing, a firm is not let in', async () => {
      const stranger = await house.person('foreign-manager');
      const builder = await house.person('builder');
      for (const path of [tab, newPage, page(), page('/print'), page('/result'), burnDown]) {
        expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
        expect([path, (await builder.get(path)).status]).toEqual([path, 403]);
      }
      await stranger.get('/work');
      const seen = await untouched(db, () =>
        stranger.post(page('/cancellations'), { reason: 'x', version: '1' }),
      );
      expect(seen.status).toBe(404);
    });

    it('once the renovation is over nothing is written any more', async () => {
      await house.app.get(UnitOfWork).run(async (tx) => {
        await tx.update(Renovation, { id: where.renovationId }, { state: 'closed', closedOn: '2026-05-23' });
        return done(undefined);
      });
      expect((await manager.get(newPage)).status).toBe(303);
      operationId = (await db.manager.findOneByOrFail(OperationRecord, { state: 'planned' })).id;
      const fields = { reason: '不办了', version: '1' };
      const seen = await untouched(db, () => manager.post(page('/cancellations'), fields));
      expect([seen.status, toMend(seen)[0]]).toEqual([
        422,
        expect.stringContaining('拆违清障的记录不能再改'),
      ]);
      expect((await manager.get(page())).page.querySelectorAll('.form-actions .btn-p')).toEqual([]);
    });
  });

  it('sixty removal days wait in as many statements as one', async () => {
    await house.app.get(UnitOfWork).run(async (tx) => {
      await tx.update(Renovation, { id: where.renovationId }, { state: 'active', closedOn: null });
      return done(undefined);
    });
    const ask = async () => (await countQueries(house.app, () => manager.get('/work'))).queries;
    const one = await ask();
    const { id: _, ...row } = await operation();
    await house.app.get(UnitOfWork).run(async (tx) => {
      for (let at = 0; at < 60; at += 1) await tx.insert(OperationRecord, { ...row, name: `第 ${at} 次` });
      return done(undefined);
    });
    expect(await ask()).toBe(one);
  });
});
