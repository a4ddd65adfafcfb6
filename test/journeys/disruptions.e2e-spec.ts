import { DataSource } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Building } from '../../src/compounds/door.entities';
import { Renovation } from '../../src/compounds/renovation.entities';
import { DisruptionRecord, QuietDayRecord } from '../../src/disruptions/disruption.entities';
import { DisruptionTotals } from '../../src/disruptions/disruption.totals';
import { QuietDays } from '../../src/disruptions/quiet-days';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { expectRefused, taken, toMend } from '../support/pages';
import { Fields, Person, valuesOf } from '../support/person';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { openedRenovation } from '../support/renovation';
import { insert, newest, untouched } from '../support/rows';
import { write } from '../support/portfolio';

const tab = '/compounds/fl106/disruptions';
const quiet = '/quiet-days';

describe('planned disruptions of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let officer: Person;
  let builder: Person;
  let buildings: string[];

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-20T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    const { compoundId } = ids;
    const rows = await write(house.app, async (tx) => [
      await insert(tx, Building, { compoundId, no: '1号楼' }),
      await insert(tx, Building, { compoundId, no: '2号楼' }),
    ]);
    buildings = rows.map(String);
    [worker, manager, officer, builder] = await house.people('worker', 'manager', 'officer', 'builder');
  });
  afterAll(() => house.close());

  const water = (): Fields => ({
    ...{ effect: 'water-off', buildings: [buildings[0]], fromOn: '2026-05-25', fromTime: '08:00' },
    ...{ toTime: '12:00', untilOn: '', note: '更换给水立管，请提前备水', certificate: '', reason: '' },
  });
  const noise = (change: Fields = {}): Fields => ({
    ...{ effect: 'noise', fromOn: '2026-05-25', fromTime: '08:00', toTime: '12:00', untilOn: '' },
    ...{ note: '切割路面', certificate: '', reason: '', ...change },
  });
  const announce = (fields: Fields, person = worker) =>
    person.fill(`${tab}/new`, { ...fields, step: 'post' }, tab);
  /** What was typed is refused, stands in the form again, and nothing is written. */
  const refused = async (fields: Fields, step = 'preview') => {
    const { page } = await worker.get(`${tab}/new`);
    const hidden = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (typed) => worker.post(tab, { ...hidden, ...typed, step }));
  };
  const last = () => newest(db.manager, DisruptionRecord);
  const stated = async (path: string) =>
    (await worker.get(path)).page.querySelector('section header .st')?.textContent;

  describe('quiet days', () => {
    const exam = {
      ...{ name: '2026年高考', fromOn: '2026-06-07', untilOn: '2026-06-08' },
      source: '教育部公布的2026年高考日期',
    };

    it('are written down by an office with the paper that says so', async () => {
      expect((await worker.get(quiet)).text).toContain('还没有登记静音日');
      expect(await taken(officer.fill(quiet, exam, quiet))).toBe(quiet);
      const { text } = await worker.get(quiet);
      expect(text).toContain('2026年高考');
      expect(text).toContain('2026年6月7日 至 2026年6月8日');
      expect(text).toContain('教育部公布的2026年高考日期');
      expect(await db.manager.countBy(AuditEntry, { action: 'quiet-day.recorded' })).toBe(1);
    });

    it.each<[string, Fields, string]>([
      ['without the paper', { source: '' }, '请填写「依据」'],
      ['that end before they begin', { untilOn: '2026-06-06' }, '不能早于 2026年6月7日'],
      ['of eight days', { untilOn: '2026-06-14' }, '一次最多填 7 天'],
      ['written down already', {}, '已经登记了其中的日子'],
    ])('%s are refused', async (_, change, sentence) => {
      const { page } = await officer.get(quiet);
      const hidden = valuesOf(page.querySelector('main form')!);
      const typed = { ...exam, ...change };
      expect(await refusal(db, typed, (one) => officer.post(quiet, { ...hidden, ...one }))).toContain(
        sentence,
      );
    });

    it('hold for the compounds of that office alone, and are asked in the same number of statements', async () => {
      const days = house.app.get(QuietDays);
      const { compoundId } = ids;
      expect(await days.ofCompound(compoundId, '2026-06-08', '2026-06-30')).toMatchObject([
        { name: '2026年高考', fromOn: '2026-06-07', untilOn: '2026-06-08' },
      ]);
      expect(await days.ofCompound(compoundId, '2026-06-09', '2026-06-30')).toEqual([]);
      const foreign = (await house.people('foreign-manager'))[0];
      expect((await foreign.get(quiet)).text).not.toContain('2026年高考');
      const { id } = await newest(db.manager, QuietDayRecord);
      await expectEach(foreign, 404, { reads: [`${quiet}/${id}/withdraw`] });
      expect((await worker.get(`${quiet}/${id}/withdraw`)).status).toBe(403);
      expect((await builder.get(quiet)).status).toBe(403);
    });

    it('sent twice they are written down once', async () => {
      const { page } = await manager.get(quiet);
      const typed = {
        ...valuesOf(page.querySelector('main form')!),
        ...exam,
        fromOn: '2026-06-25',
        untilOn: '2026-06-25',
        name: '中考',
      };
      const answers = await Promise.all([manager.post(quiet, typed), manager.post(quiet, typed)]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect(await db.manager.countBy(QuietDayRecord, { name: '中考' })).toBe(1);
    });

    it('are struck out with a reason, stay to be read, and count nowhere', async () => {
      const { id, version } = await newest(db.manager, QuietDayRecord);
      const page = `${quiet}/${id}/withdraw`;
      expectRefused(await manager.fill(page, { reason: '' }), '请填写「作废原因」');
      expectRefused(
        await untouched(db, () => manager.fill(page, { reason: '日期有调整', version: String(version + 1) })),
        '刚被别人改过',
      );
      await taken(manager.fill(page, { reason: '日期有调整' }));
      expect((await manager.get(quiet)).text).toContain('作废：日期有调整');
      expect((await manager.get(page)).text).toContain('已经作废');
      const days = house.app.get(QuietDays);
      expect(await days.ofCompound(ids.compoundId, '2026-06-25', '2026-06-25')).toEqual([]);
    });
  });

  describe('announcing', () => {
    it('nothing is said of disruptions before one is announced', async () => {
      expect((await worker.get(tab)).text).toContain('还没有告知过停水');
      expect((await worker.get(tab)).text).toContain('2026年高考，2026年6月7日 至 2026年6月8日');
    });

    it.each<[string, Fields, string]>([
      ['at no time', { fromTime: '早上' }, '24 小时制'],
      ['that ends before it begins', { toTime: '07:00' }, '要晚于'],
      ['that has begun', { fromOn: '2026-05-20' }, '已经过了'],
      ['of 32 days', { untilOn: '2026-06-25' }, '一次最多告知 31 天'],
      ['without what is done', { note: '' }, '请填写「做什么」'],
      ['at night without the certificate', { toTime: '22:30' }, '请先取得主管部门的证明'],
      ['on a quiet day without the reason', { fromOn: '2026-06-07' }, '考试静音日'],
    ])('one %s is refused', async (_, change, sentence) => {
      expect(await refused(noise(change))).toContain(sentence);
      expect(await refused(noise(change), 'post')).toContain(sentence);
    });

    it('one in a building of somebody else is refused', async () => {
      const seen = await untouched(db, () => announce(noise({ buildings: ['999'] })));
      expectRefused(seen, '请从页面上列出的楼栋里选择');
    });

    it('the text is looked at first, phones and doors hidden, and may be mended', async () => {
      const note = '更换立管，有事打 13812345678';
      const seen = await worker.fill(`${tab}/new`, { ...water(), note, step: 'preview' }, tab);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('居民将看到');
      expect(seen.page.querySelector('.redaction')!.textContent).not.toContain('13812345678');
      expect(seen.text).toContain('1号楼将在 2026年5月25日 08:00 至 12:00 停水');
      expect(await db.manager.count(DisruptionRecord)).toBe(0);
      const kept = valuesOf(seen.page.querySelector('main form')!);
      const again = await worker.post(tab, { ...kept, step: 'edit' });
      expect(again.page.querySelector('textarea[name=note]')!.textContent).toContain(note);
    });

    it('it counts from when it is posted; sent twice it is one', async () => {
      const { page } = await worker.get(`${tab}/new`);
      const typed = { ...valuesOf(page.querySelector('main form')!), ...water(), step: 'post' };
      const [one, other] = await Promise.all([worker.post(tab, typed), worker.post(tab, typed)]);
      expect([one.status, other.status, one.location]).toEqual([303, 303, other.location]);
      expect(await db.manager.count(DisruptionRecord)).toBe(1);
      const { id } = await last();
      const seen = await worker.get(`/disruptions/${id}`);
      expect(seen.text).toContain('将要进行');
      expect(seen.text).toContain('【施工告知】丰乐路106号院1号楼5月25日08:00至12:00停水');
      expect(
        await db.manager.countBy(AuditEntry, { action: 'disruption.announced', toValue: 'water-off' }),
      ).toBe(1);
    });

    it('at night with the certificate and on a quiet day with the reason it is announced, and short notice is said', async () => {
      const fields = noise({ fromOn: '2026-06-07', reason: '自来水公司抢修', buildings: buildings });
      await taken(announce(fields));
      await taken(announce(noise({ toTime: '23:00', certificate: '夜施〔2026〕3号' })));
      const soon = await worker.fill(
        `${tab}/new`,
        { ...noise({ fromOn: '2026-05-21', fromTime: '08:59' }), step: 'preview' },
        tab,
      );
      expect(soon.text).toContain('离开始不到 24 小时');
      const over = await worker.fill(`${tab}/new`, { ...noise({ fromTime: '11:00' }), step: 'preview' }, tab);
      expect(over.text).toContain('同一时间已经告知：停水：1号楼');
    });

    it('everybody reads those that are not over, the next first', async () => {
      const said = await house.app.get(DisruptionTotals).public(ids.compoundId, '2026-05-20');
      expect(said.map(({ what, where, stateName }) => `${what} ${where} ${stateName}`)).toEqual([
        '停水 1号楼 将要进行',
        '噪音 全院 将要进行',
        '噪音 1号楼、2号楼 将要进行',
      ]);
      const table = (await builder.get(tab)).page.querySelectorAll('tbody tr');
      expect(table.length).toBe(3);
    });
  });

  describe('the door notice', () => {
    it('stands twice on its sheet, with the code of the public page and no phone nobody agreed to', async () => {
      const [first] = await db.manager.find(DisruptionRecord, { order: { id: 'ASC' } });
      const { page, text } = await worker.get(`/disruptions/${first.id}/print`);
      expect(page.querySelectorAll('.door-notice').length).toBe(2);
      expect(page.querySelectorAll('.door-notice .door-qr').length).toBe(2);
      expect(text).toContain('施工告知：停水（2026年5月25日）');
      expect(text).toContain('停水，请提前备水');
      expect(text).not.toContain('联系电话');
    });
  });

  describe('cancelling', () => {
    it('asks for the reason, and takes none from a page that is old', async () => {
      const [{ id, version }] = await db.manager.find(DisruptionRecord, { order: { id: 'ASC' } });
      const page = `/disruptions/${id}/cancel`;
      expectRefused(await worker.fill(page, { reason: '' }), '请填写「取消原因」');
      const stale = await untouched(db, () =>
        worker.fill(page, { reason: '下雨改期', version: String(version + 1) }),
      );
      expectRefused(stale, '刚被别人改过');
      expect(stale.page.querySelector('textarea[name=reason]')!.textContent).toContain('下雨改期');
    });

    it('leaves it to be read as cancelled, inside and outside, with a notice that says so', async () => {
      const [{ id }] = await db.manager.find(DisruptionRecord, { order: { id: 'ASC' } });
      await taken(worker.fill(`/disruptions/${id}/cancel`, { reason: '下雨改期' }));
      expect(await stated(`/disruptions/${id}`)).toBe('已取消');
      expect((await worker.get(`/disruptions/${id}`)).text).toContain('下雨改期');
      expect((await worker.get(tab)).text).toContain('已取消');
      const [said] = await house.app.get(DisruptionTotals).public(ids.compoundId, '2026-05-20');
      expect([said.what, said.stateName]).toEqual(['停水', '已取消']);
      expect((await worker.get(`/disruptions/${id}/print`)).text).toContain(
        '取消告知：停水（2026年5月25日）',
      );
      expect(
        toMend(await worker.post(`/disruptions/${id}/cancellations`, { reason: '再取消', version: '2' })),
      ).toEqual(['这次施工告知在 2026年5月20日已经取消']);
    });
  });

  describe('who may see and do what', () => {
    it('a firm reads and writes nothing; a foreign street, a foreign firm and nobody find nothing', async () => {
      const { id } = await last();
      const [foreign, otherFirm] = await house.people('foreign-manager', 'foreign-builder');
      const reads = [tab, `/disruptions/${id}`, `/disruptions/${id}/print`];
      const forms = {
        reads: [`${tab}/new`, `/disruptions/${id}/cancel`],
        writes: [tab, `/disruptions/${id}/cancellations`],
      };
      await expectEach(builder, 200, { reads });
      await expectEach(builder, 403, forms);
      await expectEach(otherFirm, 404, { reads });
      await expectEach(foreign, 404, { reads: [...reads, `${tab}?renovation=1`] });
      await untouched(db, () => expectEach(foreign, 404, forms));
    });

    it('the list takes the same number of statements however long it is', async () => {
      const { queries } = await countQueries(house.app, () => worker.get(tab));
      for (let at = 1; at <= 5; at += 1) await taken(announce(noise({ fromOn: `2026-05-2${at + 3}` })));
      expect((await countQueries(house.app, () => worker.get(tab))).queries).toBe(queries);
    });
  });

  it('once the renovation is over nothing is announced or cancelled any more', async () => {
    const { id } = await last();
    await write(house.app, (tx) => tx.update(Renovation, { id: ids.renovationId }, { state: 'cancelled' }));
    expect((await worker.open(`${tab}/new`)).text).toContain('施工记录不能再改');
    expect((await worker.get(`/disruptions/${id}/cancel`)).text).toContain('施工记录不能再改');
    expect((await worker.get(tab)).text).not.toContain('告知一次施工影响');
  });
});
