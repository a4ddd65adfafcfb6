import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { CompoundDesk } from '../../src/compounds/compounds.desk';
import { CompoundContact } from '../../src/compounds/contact.entity';
import { WaitingWork } from '../../src/compounds/waiting-work';
import type { Outcome } from '../../src/domain/kernel/outcome';
import { noticeRan } from '../../src/domain/meeting/notice';
import type { Actor } from '../../src/domain/people/actor';
import { NoticePhoto, NoticeRecord } from '../../src/notices/notice.entities';
import { Notices, NoticeToPost } from '../../src/notices/notices.service';
import { NoticeTotals } from '../../src/notices/notices.totals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { actorOf } from '../support/actors';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn } from '../support/pages';
import { jpeg } from '../support/papers';
import { Person } from '../support/person';
import { write } from '../support/portfolio';
import { closeRenovation, openedRenovation } from '../support/renovation';

describe('what is posted in 丰乐路106号院', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let actor: Actor;
  let worker: Person;
  let noticeId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    await write(house.app, (tx) =>
      tx.insert(CompoundContact, {
        compoundId: ids.compoundId,
        kind: 'community',
        title: '粮运社区',
        workPhone: '0371-60000001',
        hours: '工作日 9:00—17:00',
        mayPublish: true,
        consentOn: '2026-03-01',
      }),
    );
    worker = await house.person('worker');
    actor = await actorOf(house.app, 'worker');
  });
  afterAll(() => house.close());

  const post = async (change: Partial<NoticeToPost> = {}): Promise<Outcome<number>> => {
    const draft: NoticeToPost = {
      compound: await house.app.get(CompoundDesk).find(actor, 'fl106'),
      renovationId: ids.renovationId,
      kind: 'plan',
      subjectId: 1,
      title: '丰乐路106号院改造方案公示',
      body: '拆除院内私搭棚子，修排水管。\n有意见找 13800138000，或社区 0371-6000 0001，1号楼2单元301 代收。',
      places: ['gate-board', 'unit-door'],
      postedOn: '2026-05-18',
      endsOn: '2026-05-25',
      ...change,
    };
    return house.app.get(UnitOfWork).run((tx) => house.app.get(Notices).post(tx, actor, draft));
  };
  const waiting = () => house.app.get(WaitingWork).gather(actor);

  it('is refused in a sentence when it cannot be, and nothing is written', async () => {
    const refused = [
      await post({ endsOn: '2026-05-17' }),
      await post({ postedOn: '2026-05-19', endsOn: '2026-05-26' }),
      await post({ places: [] }),
      await post({ body: '长'.repeat(10_000) }),
    ];
    expect(refused.map((one) => (one.ok ? '' : one.blockers.map(({ text }) => text).join()))).toEqual([
      '截止日期 2026年5月17日 早于张贴日期 2026年5月18日，请改为张贴之后的一天',
      '张贴日期不能晚于今天 2026年5月18日，请在张贴当天登记',
      '请选择「张贴地点」，至少一处',
      '公示内容最多 5000 个字，现在是 10000 个，请删减',
    ]);
    expect(await house.rows.count(NoticeRecord)).toBe(0);
    expect(await house.rows.countBy(AuditEntry, { action: 'notice.posted' })).toBe(0);
  });

  it('is masked when it is posted; work phones that are published anyway stay', async () => {
    const posted = await post();
    expect(posted.ok).toBe(true);
    noticeId = posted.ok ? posted.value : 0;
    const row = await house.rows.findOneByOrFail(NoticeRecord, { id: noticeId });
    expect(row.body).toBe(
      '拆除院内私搭棚子，修排水管。\n有意见找 〔电话已隐去〕，或社区 0371-6000 0001，某户 代收。',
    );
    expect(row).toMatchObject({ places: 'gate-board,unit-door', withdrawnOn: null, version: 1 });
    expect(await house.rows.countBy(AuditEntry, { action: 'notice.posted', toValue: 'plan' })).toBe(1);
  });

  it('its page says where and until when, and that a photo is missing', async () => {
    const seen = await worker.get(`/notices/${noticeId}`);
    expect(seen.status).toBe(200);
    for (const words of [
      '公示中，剩 7 天',
      '缺现场照片',
      '院内公示栏、单元门口',
      '2026年5月25日',
      '还没有人提出异议',
    ])
      expect(seen.text).toContain(words);
    expect(seen.html).not.toContain('13800138000');
    expect((await waiting()).map(({ what }) => what)).toContain(
      '改造方案公示「丰乐路106号院改造方案公示」缺现场照片',
    );
  });

  it('can be printed to hang up, with whom to ask', async () => {
    const seen = await worker.get(`/notices/${noticeId}/print`);
    expect(seen.status).toBe(200);
    for (const words of [
      '丰乐路106号院改造方案公示',
      '2026年5月18日 至 2026年5月25日',
      '粮运社区',
      '0371-6000 0001',
    ])
      expect(seen.text).toContain(words);
    expect(seen.html).not.toContain('/sign-out');
  });

  it('without a file nothing is saved, and the sentence says so', async () => {
    const seen = await worker.fill(`/notices/${noticeId}`, {}, `/notices/${noticeId}/photos`);
    expectRefused(seen, '请至少上传一张现场照片，近景或远景');
    const text = new File(['no photo'], 'a.txt', { type: 'text/plain' });
    const wrong = await worker.fill(`/notices/${noticeId}`, { near: text }, `/notices/${noticeId}/photos`);
    expect(wrong.status).toBe(422);
    expect(await house.rows.count(NoticePhoto)).toBe(0);
  });

  it('photos near and far prove it; sent twice they are added once', async () => {
    const { page } = await worker.get(`/notices/${noticeId}`);
    const onceKey = onceKeyIn(page);
    const fields = async () => ({ onceKey, near: await jpeg('近.jpg'), far: await jpeg('远.jpg') });
    for (const _ of [1, 2]) {
      const seen = await worker.post(`/notices/${noticeId}/photos`, await fields());
      expect([seen.status, seen.location]).toEqual([303, `/notices/${noticeId}`]);
    }
    expect((await house.rows.find(NoticePhoto)).map(({ kind }) => kind)).toEqual(['near', 'far']);
    const seen = await worker.get(`/notices/${noticeId}`);
    expect(seen.text).not.toContain('缺现场照片');
    expect(seen.page.querySelectorAll('.photo')).toHaveLength(2);
    expect((await waiting()).filter(({ kind }) => kind === '公示')).toEqual([]);
  });

  it('has run when its seventh day after the posting has come', async () => {
    const latest = async () => (await house.app.get(Notices).latestOf('plan', 1))!;
    expect(noticeRan(await latest(), '2026-05-24', 7).state).toBe('running');
    expect(noticeRan(await latest(), '2026-05-25', 7).state).toBe('ran');
    await house.goOn('2026-05-25T08:00:00+08:00', worker);
    const seen = await worker.get(`/notices/${noticeId}`);
    expect(seen.text).toContain('已满 7 天');
    expect((await waiting()).map(({ what }) => what)).toContain(
      '改造方案公示「丰乐路106号院改造方案公示」已经期满',
    );
    await house.goOn('2026-06-02T08:00:00+08:00', worker);
    expect((await waiting()).filter(({ kind }) => kind === '公示')).toEqual([]);
  });

  it('is withdrawn with a reason, on a page that says what follows; an old form is not obeyed', async () => {
    await house.goOn('2026-05-20T08:00:00+08:00', worker);
    const path = `/notices/${noticeId}/withdraw`;
    const action = `/notices/${noticeId}/withdrawals`;
    expect((await worker.get(path)).text).toContain('不算，要重新公示');
    const empty = await worker.fill(path, { reason: '' }, action);
    expectRefused(empty, '请填写「撤下原因」');
    const stale = await worker.fill(path, { reason: '面积写错', version: '9' }, action);
    expect([stale.status, stale.text.includes('刚被别人改过'), stale.text.includes('面积写错')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await house.rows.findOneByOrFail(NoticeRecord, { id: noticeId })).withdrawnOn).toBeNull();
    const done = await worker.fill(path, { reason: '面积写错' }, action);
    expect([done.status, done.location]).toEqual([303, `/notices/${noticeId}`]);
    expect(await house.rows.findOneByOrFail(NoticeRecord, { id: noticeId })).toMatchObject({
      withdrawnOn: '2026-05-20',
      withdrawnReason: '面积写错',
    });
    const seen = await worker.get(`/notices/${noticeId}`);
    expect(seen.text).toContain('已撤下');
    expect(seen.html).not.toContain(`action="/notices/${noticeId}/photos"`);
    const again = await worker.post(action, { reason: '再撤一次', version: '2' });
    expectRefused(again, '已于 2026年5月20日 撤下');
    expect(await house.app.get(NoticeTotals).publicNotices(ids.renovationId)).toEqual([]);
  });

  it('is posted anew: residents read the latest only', async () => {
    const posted = await post({ postedOn: '2026-05-20', endsOn: '2026-05-27', body: '改造内容已更正。' });
    expect(posted.ok).toBe(true);
    expect((await worker.get(`/notices/${noticeId}`)).text).toContain('看重新张贴的');
    expect(await house.app.get(NoticeTotals).publicNotices(ids.renovationId)).toEqual([
      {
        kind: 'plan',
        subjectId: 1,
        title: '丰乐路106号院改造方案公示',
        body: '改造内容已更正。',
        places: ['院内公示栏', '单元门口'],
        postedOn: '2026-05-20',
        endsOn: '2026-05-27',
      },
    ]);
  });

  it('a foreign street finds none of it, a firm may not look, the auditor may not change', async () => {
    const page = `/notices/${noticeId}`;
    for (const stranger of await house.people('foreign-worker', 'neighbour', 'foreign-officer'))
      await expectEach(stranger, 404, { reads: [page, `${page}/print`] });
    await expectEach(await house.person('builder'), 403, { reads: [page] });
    const auditor = await house.person('auditor');
    expect((await auditor.get(page)).status).toBe(200);
    await expectEach(auditor, 403, { writes: [`${page}/photos`] });
  });

  it('once the renovation is over nothing is posted, photographed or withdrawn', async () => {
    const { id } = (await house.app.get(Notices).latestOf('plan', 1))!;
    await closeRenovation(house.app, ids.renovationId, '2026-05-26');
    const posted = await post();
    expect(posted.ok ? '' : posted.blockers[0].text).toBe('改造已办结，公示不能再改');
    const seen = await worker.post(`/notices/${id}/withdrawals`, { reason: '写错了', version: '1' });
    expectRefused(seen, '改造已办结，公示不能再改');
    const photos = await worker.post(`/notices/${id}/photos`, {
      onceKey: 'x'.repeat(20),
      near: await jpeg('近.jpg'),
    });
    expectRefused(photos, '改造已办结，公示不能再改');
    expect(await house.rows.countBy(NoticePhoto, { noticeId: id })).toBe(0);
  });
});
