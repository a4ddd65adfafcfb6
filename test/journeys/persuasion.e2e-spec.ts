import type { DataSource } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { CompoundDesk } from '../../src/compounds/compounds.desk';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { firstPosition } from '../../src/domain/renovation/stages';
import { PersuasionColumns } from '../../src/persuasion/persuasion-columns';
import { PersuasionVisitRecord } from '../../src/persuasion/persuasion.entity';
import { PersuasionTotals } from '../../src/persuasion/persuasion.totals';
import { PersuasionWaiting } from '../../src/persuasion/persuasion.waiting';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureRecord } from '../../src/structures/structure.entities';
import { StructureDesk } from '../../src/structures/structures.desk';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { Fields, Person } from '../support/person';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { sampleCompound } from '../support/sample-compound';

const round = '/compounds/fl106/removal-visits';
const visit = {
  ...{ attitude: 'waiting', asked: '东西没有地方放', promised: '', visitedOn: '2026-03-20', time: 'evening' },
  visitors: ['community', 'building-lead'],
};

describe('persuasion at 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let garage: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-20T16:59:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    garage = await stands({ place: '院门东侧第 1 间', number: 1 });
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const stands = (change: Partial<StructureRecord>) => givenStructure(house.app, ids, change);
  const newVisit = (id = garage) => `/structures/${id}/visits/new`;
  const create = (id = garage) => `/structures/${id}/visits`;
  const rows = () => db.manager.find(PersuasionVisitRecord, { order: { id: 'ASC' } });
  const actor = () => actorOf(house.app, 'manager');
  const standing = async (id = garage) => {
    const { structure } = await house.app.get(StructureDesk).find(await actor(), id);
    return (await house.app.get(PersuasionTotals).standings([structure])).get(id)!;
  };
  const column = async (id = garage) =>
    house.app
      .get(PersuasionColumns)
      .of(await actor(), await house.app.get(StructureDesk).find(await actor(), id));

  describe('the form', () => {
    it('is filled for the afternoon at 16:59, for the evening at 17:00, and names nobody before the first visit', async () => {
      const chosen = async () => {
        const { page } = await worker.get(newVisit());
        return page.querySelectorAll('input[checked]').map((one) => one.getAttribute('value'));
      };
      expect(await chosen()).toEqual(['afternoon']);
      house.setClock('2026-03-20T17:00:00+08:00');
      expect(await chosen()).toEqual(['evening']);
      const { page, text } = await worker.get(newVisit());
      expect(page.querySelector('#f-visitedOn')!.getAttribute('value')).toBe('2026-03-20');
      expect(text).toContain('疑似私搭房屋、棚屋');
      expect(text).toContain('院门东侧第 1 间');
    });

    it.each<[string, Fields, string]>([
      ['no attitude', { attitude: '' }, '请填写「态度」'],
      ['nobody went', { visitors: [] }, '请选择走访人的身份，至少一项'],
      ['tomorrow', { visitedOn: '2026-03-21' }, '「走访日期」不能晚于今天'],
      ['before it was found', { visitedOn: '2026-03-09' }, '「走访日期」不能早于发现日期'],
      ['a promise before the visit', { promisedOn: '2026-03-19' }, '「承诺拆除日期」不能早于走访日期'],
      [
        'a promise of nobody to be found',
        { attitude: 'lost', promised: '月底拆' },
        '选「失联」就没有承诺可记',
      ],
      ['too many words', { asked: '长'.repeat(501) }, '「诉求」最多 500 个字'],
      ['a day that is none', { visitedOn: '2026-02-30' }, '「走访日期」不是一个日期'],
    ])('%s is refused with a sentence, and nothing is lost', async (_, fields, sentence) => {
      await worker.get(newVisit());
      const typed = { ...visit, onceKey: 'v'.repeat(20), ...fields };
      expect(await refusal(db, typed, (again) => worker.post(create(), again))).toContain(sentence);
    });

    it('an evening is written down once, however often it is sent', async () => {
      await worker.get(newVisit());
      const typed = { ...visit, onceKey: 'once'.repeat(6), pictureShown: 'yes' };
      const seen = await Promise.all([worker.post(create(), typed), worker.post(create(), typed)]);
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `/structures/${garage}`],
        [303, `/structures/${garage}`],
      ]);
      const [row, ...more] = await rows();
      expect(more).toEqual([]);
      expect(row).toMatchObject({
        ...{ structureId: garage, attitude: 'waiting', visitors: 'community,building-lead' },
        ...{ asked: '东西没有地方放', promised: '', promisedOn: null, pictureShown: true, time: 'evening' },
      });
      const entry = await db.manager.findOneByOrFail(AuditEntry, { action: 'persuasion.recorded' });
      expect([entry.toValue, entry.reason, JSON.stringify(entry).includes('没有地方')]).toEqual([
        ...['waiting', null, false],
      ]);
      expect((await manager.get('/audit')).text).toContain('登记劝导走访：观望');
    });

    it('remembers who went last time, and says what was said', async () => {
      const { page, text } = await worker.get(newVisit());
      const ticked = page.querySelectorAll('input[name=visitors][checked]');
      expect(ticked.map((one) => one.getAttribute('value'))).toEqual(['community', 'building-lead']);
      expect(text).toContain('上次：2026年3月20日 观望。诉求：东西没有地方放');
    });
  });

  describe('the column of a case', () => {
    it('says the standing, the newest visit first, a visit of the evening after one of the morning', async () => {
      await worker.get(newVisit());
      const earlier = {
        ...visit,
        attitude: 'against',
        asked: '',
        time: 'morning',
        onceKey: 'early'.repeat(5),
      };
      await worker.post(create(), earlier);
      const { standing: mark, visits, newLink } = await column();
      expect(mark).toEqual({ state: 'doing', word: '观望，走访 2 次，2026年3月23日前再去一次' });
      expect(visits.map(({ when, attitude }) => [when, attitude.word])).toEqual([
        ['2026年3月20日 晚上', '观望'],
        ['2026年3月20日 上午', '反对'],
      ]);
      expect(visits[0]).toMatchObject({
        visitors: '社区工作人员、楼栋长',
        pictureShown: true,
        withdrawn: '',
      });
      expect(newLink).toBe(newVisit());
    });

    it('a visit made by mistake is taken back with a reason, stands at the end and counts no more', async () => {
      const [row] = await rows();
      const withdraw = `/persuasion-visits/${row.id}/withdraw`;
      const empty = await worker.fill(withdraw, { reason: '' });
      expect([empty.status, empty.text.includes('请填写「作废原因」')]).toEqual([422, true]);
      const old = { reason: '记到了隔壁一处', version: '7' };
      const stale = await worker.post(`/persuasion-visits/${row.id}/withdrawals`, old);
      expect([stale.status, stale.text.includes('刚被别人改过')]).toEqual([422, true]);
      const seen = await worker.fill(withdraw, { reason: '记到了隔壁一处' });
      expect(seen.location).toBe(`/structures/${garage}`);
      const { visits } = await column();
      expect(visits.map(({ withdrawn }) => withdrawn)).toEqual(['', '2026年3月20日 作废：记到了隔壁一处']);
      expect((await standing()).attitude).toBe('against');
      expect((await worker.get(withdraw)).location).toBe(`/structures/${garage}`);
      const again = { reason: '再来', version: '2' };
      const second = await worker.post(`/persuasion-visits/${row.id}/withdrawals`, again);
      expect([second.status, second.text.includes('已作废')]).toEqual([422, true]);
    });

    it('it cannot have been found after somebody was there because of it', async () => {
      const seen = await worker.fill(`/structures/${garage}/edit`, {
        length: '',
        width: '',
        foundOn: '2026-03-20',
      });
      expect(seen.status).toBe(303);
      await house.goOn('2026-03-21T18:00:00+08:00', worker, manager);
      const late = await worker.fill(`/structures/${garage}/edit`, { foundOn: '2026-03-21' });
      expect([late.status, late.text.includes('已有 2026年3月20日的记录')]).toEqual([422, true]);
      await worker.fill(`/structures/${garage}/edit`, { foundOn: '2026-03-10' });
    });
  });

  describe('the round of the evening', () => {
    let board: number;
    beforeAll(async () => {
      board = await stands({
        place: '院门上方',
        number: 2,
        kind: 'ad-board',
        area: null,
        foundOn: '2026-03-20',
      });
      await stands({ place: '已同意的一间', number: 3, state: 'agreed' });
      const agreed = await db.manager.findOneByOrFail(StructureRecord, { number: 3 });
      await worker.get(newVisit(agreed.id));
      await worker.post(create(agreed.id), {
        ...{ ...visit, attitude: 'agree', promised: '月底自己拆', promisedOn: '2026-03-25' },
        onceKey: 'agree'.repeat(5),
      });
      await stands({ place: '已经没有了', number: 4, state: 'scoped-out' });
    });

    it('has nobody to go to before a visit is due', async () => {
      const { text } = await worker.get(round);
      expect(text).toContain('今天没有要走访的');
      expect(text).not.toContain('已经没有了');
    });

    it('puts first who waits longest: the board never seen, then the garage, then the promise of the day before', async () => {
      await house.goOn('2026-03-27T18:00:00+08:00', worker, manager);
      const { page, text } = await worker.get(round);
      const order = page.querySelectorAll('.round li b').map((one) => one.text.replace(/\s+/g, ' '));
      expect(order).toEqual(['第 2 处 院门上方', '第 3 处 已同意的一间', '第 1 处 院门东侧第 1 间']);
      expect(text).toContain('2 处走访逾期，最久 4 天；1 处今天要走访');
      expect(text).toContain('承诺：月底自己拆，2026年3月25日前拆除');
      expect(page.querySelectorAll('.round .btn').map((one) => one.getAttribute('href'))).toContain(
        newVisit(board),
      );
      const paper = await worker.get(`${round}/print`);
      expect(paper.text).toContain('□ 同意');
      expect(paper.page.querySelectorAll('tbody tr').length).toBe(3);
    });

    it('waits in the list of work as one line for the compound, for the two roles that go', async () => {
      const { text, page } = await worker.get('/work');
      expect(text).toContain('2 处走访逾期，最久 4 天；1 处今天要走访');
      expect(page.querySelector(`a[href="${round}"]`)).not.toBeNull();
      for (const login of ['officer', 'auditor', 'builder']) {
        const person = await house.person(login);
        expect((await person.get('/work')).text).not.toContain('走访逾期');
      }
    });

    it('a visit typed on the round leads back to it', async () => {
      await worker.get(newVisit(board));
      const typed = { ...visit, attitude: 'lost', asked: '', visitedOn: '2026-03-27', next: 'yes' };
      const seen = await worker.post(create(board), { ...typed, onceKey: 'round'.repeat(5) });
      expect(seen.location).toBe(round);
      expect((await worker.get(round)).text).toContain('1 处走访逾期，最久 1 天；1 处今天要走访');
    });

    it('sixty compounds take as many queries as one', async () => {
      const source = house.app.get(PersuasionWaiting);
      const asker = await actor();
      const one = await countQueries(house.app, () => source.waitingFor(asker));
      expect(one.answer).toHaveLength(1);
      for (let at = 0; at < 60; at++) await anotherCompound(at);
      const many = await countQueries(house.app, () => source.waitingFor(asker));
      expect(many.answer).toHaveLength(61);
      expect(many.queries).toBe(one.queries);
    });

    async function anotherCompound(at: number): Promise<void> {
      const row = await sampleCompound(house.app, `${at}号院`, `yard${at}`);
      const place = await house.app.get(UnitOfWork).run(async (tx) => {
        const compoundId = await house.app.get(Compounds).insert(tx, row);
        const renovation = {
          ...{ ...firstPosition, compoundId, sequence: 1, name: '改造', track: 'micro' as const },
          ...{ isCurrent: true, openedOn: '2026-03-01' },
        };
        const made = await tx.insert(Renovation, renovation);
        return done({ compoundId, renovationId: made.identifiers[0].id as number });
      });
      if (place.ok) await givenStructure(house.app, place.value);
    }
  });

  describe('who may not', () => {
    it('people of elsewhere find nothing, firms nothing at all, the auditor reads', async () => {
      const [row] = await rows();
      const pages = [newVisit(), `/persuasion-visits/${row.id}/withdraw`];
      for (const login of ['neighbour', 'foreign-manager', 'foreign-worker']) {
        const person = await house.person(login);
        for (const path of [...pages, round, `${round}/print`])
          expect([login, path, (await person.get(path)).status]).toEqual([login, path, 404]);
      }
      const builder = await house.person('builder');
      for (const path of [...pages, round]) expect((await builder.get(path)).status).toBe(403);
      const auditor = await house.person('auditor');
      const seen = await auditor.get(round);
      expect([seen.status, seen.page.querySelectorAll('.round .btn').length]).toEqual([200, 0]);
      for (const path of pages) expect((await auditor.get(path)).status).toBe(403);
    });
  });

  it('what is gone is not visited any more, nor anything of a closed renovation', async () => {
    const gone = await db.manager.findOneByOrFail(StructureRecord, { number: 4, ...ids });
    expect((await worker.get(newVisit(gone.id))).location).toBe(`/structures/${gone.id}`);
    await worker.get(newVisit());
    const typed = { ...visit, onceKey: 'gone'.repeat(6) };
    expect(await refusal(db, typed, (again) => worker.post(create(gone.id), again))).toContain(
      '不再登记走访',
    );
    await house.app
      .get(UnitOfWork)
      .run(async (tx) => done(await tx.update(Renovation, { id: ids.renovationId }, { state: 'closed' })));
    const said = await refusal(db, typed, (again) => worker.post(create(), again));
    expect(said).toContain('拆违清障的记录不能再改');
    expect((await column()).newLink).toBe('');
    const { renovation } = await house.app.get(CompoundDesk).current(await actor(), 'fl106');
    expect(renovation!.state).toBe('closed');
    expect((await worker.get('/work')).text).not.toContain('看走访清单：丰乐路106号院');
  });

  it('before a renovation is opened the round says so', async () => {
    const row = await sampleCompound(house.app, '无项目院', 'none1');
    await house.app.get(UnitOfWork).run(async (tx) => done(await house.app.get(Compounds).insert(tx, row)));
    expect((await worker.get('/compounds/none1/removal-visits')).text).toContain('还没有立项');
  });
});
