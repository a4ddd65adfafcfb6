import { DataSource } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Organisations } from '../../src/access/organisations.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation, RenovationParty } from '../../src/compounds/renovation.entities';
import { BulletinRecord } from '../../src/diaries/bulletin.entity';
import { BulletinTotals } from '../../src/diaries/bulletin.totals';
import { DisruptionRecord } from '../../src/disruptions/disruption.entities';
import { ConcealedRecord, ConcealedStepRecord } from '../../src/inspections/concealed.entities';
import { FindingRecord, InspectionRecord } from '../../src/inspections/finding.entities';
import { Meeting } from '../../src/meetings/meeting.entities';
import { PostRecord } from '../../src/posts/post.entities';
import { ProgressTotals } from '../../src/progress/progress.totals';
import { ContractRecord, WorkItemRecord } from '../../src/works/work.entities';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { expectRefused, taken, toMend } from '../support/pages';
import { Fields, Person, Seen, valuesOf } from '../support/person';
import { write } from '../support/portfolio';
import { givenPostRow } from '../support/post-rows';
import { confirmedUntilEighthOfJune, givenBaseline, givenPosts } from '../support/progress-rows';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { insert, newest, untouched } from '../support/rows';
import { givenWorks, GivenWorks } from '../support/works-rows';

const diary = '/compounds/fl106/diary';
const bulletins = '/compounds/fl106/bulletins';
const secret = '业主电话 13812345678，住 3号楼2单元501室';

describe('the diary and the bulletins of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let manager: Person;
  let worker: Person;
  let builder: Person;
  let watcher: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-09T09:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app);
    [manager, worker, builder, watcher] = await house.people('manager', 'worker', 'builder', 'watcher');
  });
  afterAll(() => house.close());

  const where = () => ({ compoundId: works.compoundId, renovationId: works.renovationId });
  const days = (seen: Seen) =>
    new Map(
      seen.page
        .querySelectorAll('.diary-day')
        .map((block) => [block.querySelector('h2')!.textContent, block.structuredText.replace(/\s+/g, ' ')]),
    );
  /** One day of the diary, as this person reads it. */
  const dayOf = async (on: string, person = manager) => {
    const seen = await person.get(`${diary}?from=${on}&to=${on}`);
    return [...days(seen).values()][0];
  };

  it('before anything is told, every working day since the contract began lacks its post', async () => {
    const seen = await manager.get(diary);
    expect(seen.text).toContain('6月3日 至 6月9日，7 天，其中 4 个工作日没有日报');
    const blocks = days(seen);
    expect([...blocks.keys()]).toEqual([
      ...['2026年6月9日 星期二', '2026年6月8日 星期一', '2026年6月7日 星期日', '2026年6月6日 星期六'],
      ...['2026年6月5日 星期五', '2026年6月4日 星期四', '2026年6月3日 星期三'],
    ]);
    expect(blocks.get('2026年6月8日 星期一')).toContain('这个工作日没有日报');
    expect(blocks.get('2026年6月7日 星期日')).toMatch(/周末.*没有记录/);
    expect(await dayOf('2026-05-18')).toContain('没有记录');
  });

  describe('writes itself', () => {
    beforeAll(async () => {
      const { app } = house;
      await givenBaseline(app, works);
      const told = {
        workers: 9,
        weather: 'rain',
        holdups: ['rain'],
        effects: ['noise'],
        sentence: secret,
      } as const;
      await givenPosts(
        app,
        works,
        confirmedUntilEighthOfJune().map((day) =>
          day.on === '2026-06-05'
            ? { ...day, post: { ...told, holdups: ['rain'], effects: ['noise'] } }
            : day,
        ),
      );
      await givenPostRow(app, where(), { contractId: works.contractId, workedOn: '2026-06-09' });
      await write(app, async (tx) => {
        const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'watcher' });
        const recordedAt = '2026-06-05T08:00:00.000Z';
        const concealedId = await insert(tx, ConcealedRecord, {
          ...{ ...where(), itemId: works.items['公共车棚'], part: '车棚基础', state: 'accepted' },
          ...{ noticedAt: '2026-06-03 09:00', checkAt: '2026-06-05 09:00', noticedBy: recordedBy },
          acceptedAt: '2026-06-05 10:00',
        });
        await tx.insert(ConcealedStepRecord, {
          ...{ concealedId, step: 'accept', happenedAt: '2026-06-05 10:00', recordedBy, recordedAt },
          witnesses: ['contractor', 'supervisor'],
        });
        const inspectionId = await insert(tx, InspectionRecord, {
          ...{ ...where(), kind: 'quality', lookedOn: '2026-06-05', inspectors: ['supervisor'] },
          ...{ opinion: '墙面有空鼓', recordedBy, recordedAt },
        });
        await tx.insert(FindingRecord, {
          ...{ ...where(), inspectionId, number: 1, itemId: works.items['粉刷院墙'], what: '空鼓' },
          ...{ place: '院墙东侧', severity: 'general', foundOn: '2026-06-05', dueOn: '2026-06-12' },
          ...{ state: 'closed', closedOn: '2026-06-08', recordedBy, recordedAt },
          ...{ mendedOn: '2026-06-07', mendedBy: recordedBy },
        });
        await tx.insert(Meeting, {
          ...{ ...where(), number: 1, kind: 'four-party', title: '商议车棚位置', plannedOn: '2026-06-05' },
          ...{ plannedFrom: '18:00', place: 'yard', chair: '社区书记', recorder: '社区工作人员' },
          ...{
            state: 'held',
            heldOn: '2026-06-05',
            heldFrom: '18:00',
            heldTo: '19:00',
            plannedBy: recordedBy,
          },
        });
      });
    });

    it('from confirmed posts, checks, concealed works and meetings', async () => {
      const day = await dayOf('2026-06-05');
      for (const line of [
        ...['天气 小雨', '出勤 施工合同：9 人', '受阻原因 下雨', '影响居民 噪音', '四方联席会：商议车棚位置'],
        ...[
          '车棚基础：检查合格，可以覆盖（施工方、监理在场）',
          '质量检查（监理）：发现 1 个问题，墙面有空鼓',
        ],
      ])
        expect(day).toContain(line);
      expect(day).toContain('粉刷院墙：累计 480 ㎡，共 620 ㎡（此前 200 ㎡）');
      expect(day).not.toContain('没有日报');
    });

    it('a post nobody confirmed is not in it, and the day says that it waits', async () => {
      const day = await dayOf('2026-06-09');
      expect(day).toContain('有 1 份日报没有确认，确认后写入日志');
      expect(day).not.toContain('出勤');
    });

    it('a day and a range print; what cannot be read in the address is said', async () => {
      const sheet = await manager.get(`${diary}/print?from=2026-06-04&to=2026-06-08`);
      const printed = sheet.page.querySelectorAll('.diary-day h2').map((one) => one.textContent);
      expect(printed[0]).toBe('2026年6月4日 星期四');
      expect([printed.length, printed[3]]).toEqual([5, '2026年6月7日 星期日（周末）']);
      expect((await manager.get(`${diary}?from=昨天`)).text).toContain('日期请按 2026-05-18 这样填写');
      expect((await manager.get(`${diary}?from=2026-01-01`)).text).toContain('一次最多看 92 天');
    });

    it('a long range is read in as many statements as one day', async () => {
      const ask = (from: string) => countQueries(house.app, () => manager.get(`${diary}?from=${from}`));
      expect((await ask('2026-05-19')).queries).toBe((await ask('2026-06-04')).queries);
    });

    it('a builder reads its own contract alone; what is about nobody’s item it reads too', async () => {
      const { app } = house;
      const other = await app.get(Organisations).byCode(places.foreignBuilder);
      await write(app, async (tx) => {
        const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
        const recordedAt = '2026-05-20T02:00:00.000Z';
        const { renovationId } = works;
        const party = { renovationId, organisationId: other!.id, role: 'contractor' as const };
        await tx.insert(RenovationParty, { ...party, fromOn: '2026-05-01' });
        const contractId = await insert(tx, ContractRecord, {
          ...{ ...where(), organisationId: other!.id, role: 'contractor', name: '弱电合同' },
          ...{ number: 'RD-1', signedOn: '2026-05-20' },
          ...{ startsOn: '2026-06-01', finishOn: '2026-06-18', state: 'running', recordedBy, recordedAt },
        });
        await tx.insert(WorkItemRecord, {
          ...{
            ...where(),
            contractId,
            line: 4,
            name: '门禁布线',
            unit: '套',
            quantity: 100,
            measure: 'share',
          },
          ...{ plannedStartOn: '2026-06-08', plannedFinishOn: '2026-06-12', state: 'open', traits: [] },
          ...{ recordedBy, recordedAt },
        });
      });
      const [otherBuilder] = await house.people('foreign-builder');
      const own = await dayOf('2026-06-05', builder);
      expect(own).toContain('施工合同：9 人');
      const seen = await dayOf('2026-06-05', otherBuilder);
      for (const word of ['施工合同', '粉刷院墙', '车棚基础', '墙面有空鼓', '13812345678'])
        expect([word, seen.includes(word)]).toEqual([word, false]);
      expect(seen).toContain('四方联席会');
      expect(seen).toContain('这个工作日没有日报');
      expect(await dayOf('2026-06-05', watcher)).toContain('施工合同：9 人');
    });
  });

  describe('the weekly bulletin', () => {
    const form = `${bulletins}/new`;
    const draft = (change: Fields = {}): Fields => ({
      ...{ from: '2026-06-02', to: '2026-06-08', paragraph: '本周雨多，车棚往后顺延两天。', ...change },
    });
    /** The form, looked at and then published as it was looked at. */
    const publish = async (fields: Fields) => {
      const seen = await manager.fill(form, { ...fields, step: 'preview' }, bulletins);
      const kept = valuesOf(seen.page.querySelector('main form')!);
      return manager.post(bulletins, { ...kept, step: 'post' });
    };
    const refused = async (fields: Fields) => {
      const { page } = await manager.get(form);
      const hidden = valuesOf(page.querySelector('main form')!);
      return refusal(db, fields, (typed) =>
        manager.post(bulletins, { ...hidden, ...typed, step: 'preview' }),
      );
    };
    const todo = async () => (await manager.get('/work')).text;

    it('is due a week after the works began, for the street manager alone', async () => {
      expect(await todo()).toContain('该发布周报了');
      expect((await worker.get('/work')).text).not.toContain('该发布周报了');
      const seen = await manager.get(bulletins);
      expect(seen.text).toContain('下一份晚了 15 天');
      expect(seen.text).toContain('还没有发布周报');
    });

    it('is written already, with the number every page shows', async () => {
      await write(house.app, async (tx) => {
        const { id: announcedBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
        await tx.insert(DisruptionRecord, {
          ...{
            ...where(),
            effect: 'water-off',
            fromMoment: '2026-06-12 08:00',
            toMoment: '2026-06-12 12:00',
          },
          ...{ note: '换立管', announcedBy, announcedAt: '2026-06-09T01:00:00.000Z' },
        });
      });
      const seen = await manager.get(form);
      const text = seen.page.querySelector('.bulletin-text')!.structuredText;
      const standing = (await house.app.get(ProgressTotals).of([works.renovationId])).get(
        works.renovationId,
      )!;
      expect(text).toContain(standing.progress.words);
      expect(seen.text).toContain('丰乐路106号院改造周报（6月3日 至 6月9日）');
      expect(text).toContain('隐蔽工程检查合格 1 处。');
      expect(text).toContain('检查发现的问题整改复查通过 1 个。');
      expect(text).toContain('停水：全院，2026年6月12日 08:00 至 12:00。');
      expect(text).not.toContain('13812345678');
      expect(seen.text).toContain('这几天居民感受到：噪音');
    });

    it.each<[string, Fields, string]>([
      ['of tomorrow', { to: '2026-06-10' }, '到那天再发布'],
      ['that ends before it begins', { from: '2026-06-08', to: '2026-06-02' }, '不能早于'],
      ['of 32 days', { from: '2026-05-08' }, '一份周报最多写 31 天'],
      ['with a paragraph of 301 characters', { paragraph: '长'.repeat(301) }, '最多 300 个字'],
    ])('%s is refused', async (_, change, sentence) => {
      expect(await refused(draft(change))).toContain(sentence);
    });

    it('is looked at with what is masked, and counts only as it was looked at', async () => {
      const seen = await manager.fill(form, { ...draft({ paragraph: secret }), step: 'preview' }, bulletins);
      expect(seen.text).toContain('居民将看到');
      expect(seen.page.querySelector('.redaction')!.textContent).not.toContain('13812345678');
      expect(seen.text).toContain('姓名系统认不出');
      const kept = valuesOf(seen.page.querySelector('main form')!);
      const edited = await manager.post(bulletins, { ...kept, step: 'edit' });
      expect(edited.page.querySelector('textarea')!.textContent).toContain(secret);
      const never = await untouched(db, () => manager.post(bulletins, { ...kept, seen: '', step: 'post' }));
      expectRefused(never, '请再看一遍再发布');
      const changed = { ...kept, paragraph: '换了一段话', step: 'post' };
      expectRefused(await untouched(db, () => manager.post(bulletins, changed)), '请再看一遍再发布');
    });

    it('is published, frozen, and stands in the record; sent twice it is one', async () => {
      const before = await db.manager.findOneByOrFail(Compound, { id: works.compoundId });
      const seen = await manager.fill(form, { ...draft(), step: 'preview' }, bulletins);
      const kept = { ...valuesOf(seen.page.querySelector('main form')!), step: 'post' };
      const [one, other] = await Promise.all([manager.post(bulletins, kept), manager.post(bulletins, kept)]);
      expect([one.status, one.location]).toEqual([303, other.location]);
      expect(await db.manager.count(BulletinRecord)).toBe(1);
      expect(await db.manager.countBy(AuditEntry, { action: 'bulletin.published' })).toBe(1);
      const after = await db.manager.findOneByOrFail(Compound, { id: works.compoundId });
      expect(after.revision).toBe(before.revision + 1);
      const [said] = await house.app.get(BulletinTotals).public(works.renovationId);
      expect(said.title).toBe('丰乐路106号院改造周报（6月2日 至 6月8日）');
      expect(said.body).toContain('五、街道的话\n本周雨多');
      await write(house.app, (tx) =>
        tx.update(PostRecord, { workedOn: '2026-06-05' }, { state: 'returned', returnReason: '重报' }),
      );
      expect((await house.app.get(BulletinTotals).public(works.renovationId))[0].body).toBe(said.body);
      expect(await todo()).not.toContain('该发布周报了');
    });

    it('a day is told once', async () => {
      expect(await refused(draft({ from: '2026-06-08', to: '2026-06-09' }))).toContain('的周报已经发布');
    });

    it('prints, and everybody in the yard’s scope reads it', async () => {
      const { id } = await newest(db.manager, BulletinRecord);
      const reads = [bulletins, `/bulletins/${id}`, `/bulletins/${id}/print`];
      for (const person of [worker, builder, watcher]) await expectEach(person, 200, { reads });
      const sheet = await worker.get(`/bulletins/${id}/print`);
      expect(sheet.page.querySelector('h1')!.textContent).toBe('丰乐路106号院改造周报（6月2日 至 6月8日）');
      const closed = {
        reads: [form, `/bulletins/${id}/withdraw`],
        writes: [bulletins, `/bulletins/${id}/withdrawals`],
      };
      for (const person of [worker, builder, watcher]) await expectEach(person, 403, closed);
      const [foreign] = await house.people('foreign-manager');
      await untouched(db, () =>
        expectEach(foreign, 404, { ...closed, reads: [...reads, ...closed.reads, diary] }),
      );
    });

    it('is withdrawn with a reason and a fresh page, never changed; residents read it no more', async () => {
      const { id, body, version } = await newest(db.manager, BulletinRecord);
      const page = `/bulletins/${id}/withdraw`;
      expectRefused(await manager.fill(page, { reason: '' }), '请填写「撤回原因」');
      const late = { reason: '日期有误', version: String(version + 1) };
      const stale = await untouched(db, () => manager.fill(page, late));
      expectRefused(stale, '刚被别人改过');
      expect(stale.page.querySelector('textarea')!.textContent).toContain('日期有误');
      await taken(manager.fill(page, { reason: '日期有误' }));
      const row = await db.manager.findOneByOrFail(BulletinRecord, { id });
      expect([row.body, row.withdrawnReason, row.withdrawnOn]).toEqual([body, '日期有误', '2026-06-09']);
      expect(await house.app.get(BulletinTotals).public(works.renovationId)).toEqual([]);
      expect((await worker.get(bulletins)).text).toContain('撤回：日期有误');
      expect((await worker.get(`/bulletins/${id}/print`)).text).toContain('2026年6月9日已撤回');
      const again = await manager.post(`/bulletins/${id}/withdrawals`, { reason: '再撤', version: '2' });
      expect(toMend(again)).toEqual(['这份周报在 2026年6月9日已经撤回']);
    });

    it('the same days may then be told anew, under the next number', async () => {
      expect((await publish(draft())).status).toBe(303);
      expect((await newest(db.manager, BulletinRecord)).number).toBe(2);
    });
  });

  it('once the renovation is over nothing is published any more', async () => {
    await write(house.app, (tx) => tx.update(Renovation, { id: works.renovationId }, { state: 'cancelled' }));
    expect((await manager.open(`${bulletins}/new`)).text).toContain('施工记录不能再改');
    expect((await manager.get('/work')).text).not.toContain('该发布周报了');
    expect((await manager.get(bulletins)).text).not.toContain('写一份周报');
  });
});
