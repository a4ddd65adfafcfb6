import { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { StatutoryStepCode, statutorySteps } from '../../src/domain/removal/statutory-steps';
import {
  StatutoryHalt,
  StatutoryPaper,
  StatutoryPaperFile,
  StatutoryStanding,
} from '../../src/enforcement/enforcement.entities';
import { EnforcementWaiting } from '../../src/enforcement/enforcement.waiting';
import { Papers } from '../../src/enforcement/papers.service';
import { StatutoryCases } from '../../src/enforcement/statutory-cases';
import { StoredFile } from '../../src/files/stored-file.entity';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { IdentifiedStructures } from '../../src/structures/identified-structures';
import { StructureLocks } from '../../src/structures/structure-locks';
import { StructureEvent, StructureRecord } from '../../src/structures/structure.entities';
import { StructureDesk } from '../../src/structures/structures.desk';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { toMend } from '../support/pages';
import { paper as scan } from '../support/papers';
import { Fields, Person } from '../support/person';
import { countQueries } from '../support/queries';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';

/** What is written down of each step, on the day it is issued. */
const usual = (step: StatutoryStepCode, issuedOn: string): Fields => {
  const { power, carries, isServed, needsOfficers } = statutorySteps[step];
  return {
    issuedOn,
    organ: 'city-management',
    ...(power && { documentNumber: '惠城执〔2025〕12号' }),
    ...(carries.length && { carries: [...carries] }),
    ...(needsOfficers && { officers: '2', certificatesFiled: 'yes' }),
    scans: scan('文书.pdf'),
    ...(isServed && { method: 'direct', servedOn: issuedOn, proofs: scan('回证.pdf') }),
  };
};

describe('the statutory case against one garage', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let id: number;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2025-09-01T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app, { openedOn: '2025-08-01' });
    id = await givenStructure(house.app, ids, { foundOn: '2025-08-20' });
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  let today = '2025-09-01';

  /** The clock goes on to this day, and the manager signs in again. */
  async function goTo(day: string): Promise<void> {
    today = day;
    house.setClock(`${day}T09:00:00+08:00`);
    await manager.signIn('manager');
  }
  const newPaper = (step: StatutoryStepCode, of = id) => `/structures/${of}/papers/new?step=${step}`;
  const add = (step: StatutoryStepCode, fields: Fields = {}, day = today) =>
    manager.fill(newPaper(step), { ...usual(step, day), ...fields });
  const write = <Row extends ObjectLiteral>(row: EntityTarget<Row>, where: object, change: object) =>
    house.app.get(UnitOfWork).run(async (tx) => done(await tx.update(row, where, change)));
  const papers = () => db.manager.find(StatutoryPaper, { order: { id: 'ASC' } });
  const live = async () => (await papers()).filter(({ withdrawnOn }) => withdrawnOn === null);
  const paperOf = async (step: StatutoryStepCode) => (await live()).find((one) => one.step === step)!;
  const page = () => manager.get(`/structures/${id}`);
  const clock = async () => (await page()).page.querySelector('.case-clock')?.structuredText ?? '';
  const refusal = async (answer: Promise<{ status: number }>, ...sentences: string[]) => {
    const before = await db.manager.count(StatutoryPaper);
    const seen = (await answer) as Awaited<ReturnType<Person['get']>>;
    expect([seen.status, toMend(seen).join('；')]).toEqual([422, expect.stringContaining(sentences[0])]);
    for (const sentence of sentences) expect(toMend(seen).join('；')).toContain(sentence);
    expect(await db.manager.count(StatutoryPaper)).toBe(before);
    return seen;
  };
  const taken = async (answer: Promise<{ status: number }>) => {
    const seen = (await answer) as Awaited<ReturnType<Person['get']>>;
    expect([seen.status, toMend(seen)]).toEqual([303, []]);
    return seen;
  };

  it('stays small before the first paper, and says who identifies and who decides', async () => {
    const { text, html } = await page();
    expect(text).toContain('自然资源和规划部门认定，城市管理执法部门查处');
    expect(html).toContain('开始执法案卷');
    expect(html).not.toContain('case-steps');
    expect(await db.manager.count(StatutoryStanding)).toBe(0);
  });

  it('begins no case against clutter that people only talk about, on the page or past it', async () => {
    const clutter = await givenStructure(house.app, ids, { kind: 'common-occupy', foundOn: '2025-08-20' });
    const { html } = await manager.get(`/structures/${clutter}`);
    expect(html).not.toContain('开始执法案卷');
    expect((await manager.get(newPaper('reported', clutter))).location).toContain(`/structures/${clutter}`);
    const past = { ...usual('reported', today), step: 'reported', onceKey: 'c'.repeat(20) };
    await refusal(manager.post(`/structures/${clutter}/papers`, past), '请走劝导、自行拆除或助拆');
  });

  it('nothing but the report may come first', async () => {
    await refusal(add('filed'), '之前要有「举报登记表」，请先登记');
    await refusal(
      add('decided', { deadlineOn: '2025-09-30' }),
      '之前要有「事先告知书」',
      '还没有规划认定意见',
    );
  });

  it('two presses write one paper down', async () => {
    const { page: form } = await manager.get(newPaper('reported'));
    const onceKey = form.querySelector('input[name=onceKey]')!.getAttribute('value')!;
    const fields = { step: 'reported', issuedOn: '2025-09-01', organ: 'community', onceKey };
    const path = `/structures/${id}/papers`;
    const both = [manager.post(path, fields), manager.post(path, fields)];
    const seen = await Promise.all(both);
    expect(seen.map(({ status, location }) => [status, location])).toEqual([
      [303, `/structures/${id}`],
      [303, `/structures/${id}`],
    ]);
    expect(await db.manager.count(StatutoryPaper)).toBe(1);
    await refusal(manager.post(path, { ...fields, onceKey: 'k'.repeat(20) }), '已经登记');
  });

  it('filed, investigated by two officers with certificates, identified by the planning department', async () => {
    await goTo('2025-09-05');
    await taken(add('filed', {}, '2025-09-03'));
    await refusal(add('investigated', { officers: '1' }), '执法人员不得少于 2 人');
    await refusal(add('investigated', { certificatesFiled: undefined }), '执法证号');
    await taken(add('investigated'));
    await goTo('2025-09-12');
    await refusal(
      add('identified', { organ: 'city-management', documentNumber: '', conclusion: undefined }),
      '没有「规划认定」的权力，由自然资源和规划部门行使',
      '请填写认定意见的文号',
      '请选择认定的结论',
    );
    expect(await db.manager.count(StatutoryStanding)).toBe(0);
    expect((await house.app.get(IdentifiedStructures).among(await structures())).size).toBe(0);
    await taken(add('identified', { organ: 'planning', conclusion: 'must-remove' }));
    expect(await db.manager.findOneBy(StatutoryStanding, { structureId: id })).toMatchObject({
      conclusion: 'must-remove',
    });
    expect([...(await house.app.get(IdentifiedStructures).among(await structures()))]).toEqual([id]);
    expect((await page()).text).toContain('经认定的私搭房屋、棚屋');
  });

  const structures = () => db.manager.findBy(StructureRecord, { id });

  it('a paper with wrong days keeps everything typed and its scan, and writes nothing', async () => {
    await goTo('2025-09-15');
    const seen = await refusal(
      add('pre-noticed', {
        issuedOn: '2025-09-16',
        servedOn: '2025-09-20',
        documentNumber: '惠城执告〔2025〕9号',
      }),
      '文书日期不能晚于今天',
      '「送达日期」不能晚于今天',
    );
    expect(seen.page.querySelector('#f-documentNumber')!.getAttribute('value')).toBe('惠城执告〔2025〕9号');
    expect(seen.page.querySelectorAll('input[name=scansKept]')).toHaveLength(1);
    expect(seen.page.querySelectorAll('input[name=proofsKept]')).toHaveLength(1);
    expect(seen.page.querySelectorAll('input[name=carries][checked]')).toHaveLength(7);
    expect(await db.manager.countBy(StoredFile, { purpose: 'removal-paper' })).toBe(3);
    await refusal(add('pre-noticed', { issuedOn: '2025-09-01' }), '不能早于「勘验笔录、询问笔录」的日期');
    await refusal(add('pre-noticed', { proofs: undefined }), '直接送达要有凭证');
    await refusal(add('pre-noticed', { method: undefined }), '送达要同时填「送达方式」和「送达日期」');
    await refusal(
      add('pre-noticed', {
        issuedOn: '2023-12-31',
        servedOn: undefined,
        method: undefined,
        proofs: undefined,
      }),
      '适用旧法',
    );
  });

  it('no part is ticked before somebody looked, and what lacks is said, not hidden', async () => {
    const { page: form } = await manager.get(newPaper('pre-noticed'));
    expect(form.querySelectorAll('input[name=carries]')).toHaveLength(7);
    expect(form.querySelectorAll('input[name=carries][checked]')).toHaveLength(0);
    const parts = { carries: ['party', 'facts', 'basis', 'content', 'seal', 'date'] };
    await taken(add('pre-noticed', { ...parts, method: undefined, servedOn: undefined, proofs: undefined }));
    const { text } = await page();
    expect(text).toContain('事先告知书缺少「陈述、申辩和听证的权利」');
    expect(text).toContain('还没有登记送达');
  });

  it('a record made by mistake is taken back with its reason and made anew', async () => {
    const wrong = await paperOf('pre-noticed');
    const path = `/papers/${wrong.id}/withdraw`;
    const empty = await manager.fill(path, {});
    expect([empty.status, toMend(empty)]).toEqual([422, ['请填写「撤回原因」']]);
    const stale = await manager.fill(path, { reason: '漏看了一项', version: '7' });
    expect([stale.status, stale.text.includes('刚被别人改过')]).toEqual([422, true]);
    await taken(manager.fill(path, { reason: '漏看了一项' }));
    expect(await db.manager.findOneBy(StatutoryPaper, { id: wrong.id })).toMatchObject({
      withdrawnOn: '2025-09-15',
      withdrawnReason: '漏看了一项',
    });
    expect((await manager.get(`/papers/${wrong.id}`)).text).toContain('漏看了一项');
    expect((await manager.get(path)).text).toContain('已撤回或属于以前的案卷');
    const again = await manager.post(`/papers/${wrong.id}/withdrawals`, { reason: '再撤一次', version: '2' });
    expect(again.status).toBe(422);
    await taken(add('pre-noticed', { method: undefined, servedOn: undefined, proofs: undefined }));
  });

  it('its service is written down later, once, with its proof', async () => {
    const { id: paperId } = await paperOf('pre-noticed');
    const path = `/papers/${paperId}/service`;
    const none = await manager.fill(path, { method: 'left', servedOn: '2025-09-15' });
    expect([none.status, toMend(none)[0]]).toEqual([422, expect.stringContaining('留置送达要有凭证')]);
    const fields = { method: 'direct', servedOn: '2025-09-15', proofs: scan('回证.pdf') };
    await taken(manager.fill(path, fields));
    const twice = await manager.fill(path, fields);
    expect([twice.status, toMend(twice)[0]]).toEqual([422, expect.stringContaining('已经登记送达')]);
    expect(await db.manager.countBy(StatutoryPaperFile, { paperId, kind: 'proof' })).toBe(1);
  });

  it('the paper of identification stays while the notice rests on it', async () => {
    const { id: paperId } = await paperOf('identified');
    expect((await manager.get(`/papers/${paperId}/withdraw`)).text).toContain(
      '「事先告知书」建立在「认定意见」上，请先撤回「事先告知书」',
    );
    const { version } = await paperOf('identified');
    const seen = await manager.post(`/papers/${paperId}/withdrawals`, {
      reason: '不行',
      version: String(version),
    });
    expect([seen.status, (await paperOf('identified')).withdrawnOn]).toEqual([422, null]);
  });

  it('views that are not answered hold the decision back, and the days for a hearing must be over', async () => {
    const path = `/structures/${id}/remedies`;
    await taken(manager.fill(path, { views: 'open' }));
    await goTo('2025-09-22');
    const decision = { deadlineOn: '2025-10-15' };
    await refusal(add('decided', decision), '陈述、申辩还没有答复', '最早 2025年9月23日可以作出决定');
    await taken(manager.fill(path, { views: 'answered' }));
    await refusal(add('decided', decision), '申请听证的期限还没有过，最早 2025年9月23日');
    await goTo('2025-09-23');
    await refusal(add('decided', { ...decision, organ: 'street' }), '街道办事处没有「作出处理决定」的权力');
    await refusal(add('decided', { ...decision, deadlineOn: '2025-09-23' }), '给当事人的期限要晚于文书日期');
    await refusal(
      add('decided', { ...decision, issuedOn: '2025-09-10', servedOn: '2025-09-23' }),
      '不能早于「事先告知书」的日期',
    );
  });

  it('a decision served by announcement counts after 30 days', async () => {
    const announced = { method: 'announced', deadlineOn: '2025-11-30' };
    await taken(add('decided', announced));
    await goTo('2025-10-22');
    await refusal(add('urged', { deadlineOn: '2025-11-02' }), '公告送达要满 30 天');
    expect(await clock()).toContain('救济期没有开始');
    await goTo('2025-10-23');
    const seen = await manager.get(newPaper('urged'));
    expect(seen.text).not.toContain('公告送达要满');
    const { id: paperId } = await paperOf('decided');
    await taken(manager.fill(`/papers/${paperId}/withdraw`, { reason: '当事人找到了，改为直接送达' }));
    await taken(add('decided', { deadlineOn: '2025-10-15', servedOn: '2025-09-26' }, '2025-09-25'));
    expect(await clock()).toContain('2026年3月27日以前不能强制拆除');
  });

  it('a reconsideration and a lawsuit have days in order, and stop the clock', async () => {
    const path = `/structures/${id}/remedies`;
    const wrong = async (fields: Fields) => {
      const seen = await manager.fill(path, fields);
      expect(seen.status).toBe(422);
      return toMend(seen).join('；');
    };
    expect(await wrong({ reconsiderationFiledOn: '2025-09-24' })).toContain('不能早于决定书的送达日期');
    expect(await wrong({ reconsiderationFiledOn: '2025-10-01', reconsiderationOutcome: 'upheld' })).toContain(
      '请填写「复议决定送达日期」',
    );
    expect(
      await wrong({ lawsuitFiledOn: '2025-10-20', lawsuitFinalOn: '2025-10-19', lawsuitOutcome: 'upheld' }),
    ).toContain('「裁判生效日期」不能早于起诉日期');
    expect(await wrong({ hearing: 'asked' })).toContain('决定已经作出，听证情况不能再改');
    expect(await wrong({ lawsuitFinalOn: '2025-10-19' })).toContain('请填写「起诉日期」');
    expect(await db.manager.findOneBy(StatutoryStanding, { structureId: id })).toMatchObject({
      lawsuitFiledOn: null,
      reconsiderationFiledOn: null,
      hearing: 'not-asked',
    });
    const before = await db.manager.findOneByOrFail(StatutoryStanding, { structureId: id });
    await taken(manager.fill(path, { lawsuitFiledOn: '2025-10-20' }));
    const told = await db.manager.find(AuditEntry, {
      where: { action: 'remedies.changed' },
      order: { id: 'ASC' },
    });
    expect(told.at(-1)).toMatchObject({ fromValue: '没有复议、诉讼', toValue: '诉讼 2025-10-20' });
    expect(await clock()).toContain('行政诉讼还没有生效裁判');
    const stale = await manager.fill(path, { lawsuitFiledOn: '2025-10-21', version: String(before.version) });
    expect([stale.status, stale.text.includes('刚被别人改过')]).toEqual([422, true]);
    const worker = await house.person('worker');
    const emptied = await worker.fill(path, { lawsuitFiledOn: '' });
    expect(emptied.status).toBe(422);
    expect(toMend(emptied).join()).toContain('已登记的诉讼不能清空，登记有误请街道项目负责人更正');
    expect(await clock()).toContain('行政诉讼还没有生效裁判');
    await taken(manager.fill(path, { lawsuitOutcome: 'withdrawn', lawsuitFinalOn: '2025-10-22' }));
    expect(await clock()).toContain('2026年3月27日以前不能强制拆除');
    const { id: paperId } = await paperOf('decided');
    expect((await manager.get(`/papers/${paperId}/withdraw`)).text).toContain('请先清空');
  });

  it('a published decision that was revoked is to be taken down within three working days', async () => {
    const path = `/structures/${id}/remedies`;
    const seen = await manager.fill(path, { penaltyChangedOn: '2025-10-23' });
    expect([seen.status, toMend(seen)]).toEqual([422, [expect.stringContaining('请填写「决定公开日期」')]]);
    await taken(manager.fill(path, { penaltyPublishedOn: '2025-10-10', penaltyChangedOn: '2025-10-23' }));
    expect((await page()).text).toContain('请在 2025年10月28日前撤回');
    expect((await manager.get('/work')).text).toContain('公开的决定已变更或撤销');
    await taken(manager.fill(path, { penaltyWithdrawnOn: '2025-10-23' }));
    expect((await manager.get('/work')).text).not.toContain('公开的决定已变更或撤销');
  });

  it('what is halted waits, is silent in the list of work, and goes on', async () => {
    const waits = async () => (await manager.get('/work')).text.includes('第 1 处：');
    await goTo('2026-02-26');
    await taken(add('urged', { deadlineOn: '2026-03-10' }));
    expect(await waits()).toBe(true);
    const path = `/structures/${id}/halts/new`;
    const future = await manager.fill(path, { kind: 'suspended', fromOn: '2026-03-01', reason: '重病住院' });
    expect([future.status, toMend(future)]).toEqual([422, [expect.stringContaining('日期不能晚于今天')]]);
    await taken(manager.fill(path, { kind: 'suspended', fromOn: '2026-02-26', reason: '重病住院' }));
    expect([await clock(), await waits()]).toEqual([expect.stringContaining('中止执行'), false]);
    await refusal(add('government-ordered', { organ: 'county-government' }), '请等中止的原因消除');
    const halt = await db.manager.findOneByOrFail(StatutoryHalt, { structureId: id });
    const end = `/halts/${halt.id}/end`;
    const early = await manager.fill(end, { step: 'resume', endedOn: '2026-02-25', reason: '出院' });
    expect([early.status, toMend(early)]).toEqual([422, [expect.stringContaining('「恢复日期」要在')]]);
    await taken(manager.fill(end, { step: 'resume', endedOn: '2026-02-26', reason: '出院' }));
    expect([(await clock()).includes('中止执行'), await waits()]).toEqual([false, true]);
    await taken(manager.fill(path, { kind: 'terminated', fromOn: '2026-02-26', reason: '点错了' }));
    const { id: wrong } = await db.manager.findOneByOrFail(StatutoryHalt, { kind: 'terminated' });
    const final = await manager.fill(`/halts/${wrong}/end`, {
      step: 'resume',
      endedOn: '2026-02-26',
      reason: '继续',
    });
    expect([final.status, toMend(final)]).toEqual([422, [expect.stringContaining('终结执行以后不能恢复')]]);
    await taken(manager.fill(`/halts/${wrong}/end`, { step: 'withdraw', reason: '点错了' }));
    expect((await clock()).includes('终结')).toBe(false);
  });

  it('the papers of force, each by the organ that holds the power; then the day is known', async () => {
    await goTo('2026-03-13');
    await refusal(add('government-ordered', { organ: 'street' }, '2026-03-11'), '由区（县）人民政府行使');
    await taken(add('government-ordered', { organ: 'county-government' }, '2026-03-11'));
    await taken(add('enforcement-decided', {}, '2026-03-12'));
    await taken(add('announced', { deadlineOn: '2026-03-25' }));
    expect(await clock()).toContain('最早 2026年3月27日可以强制拆除，以前不能');
    expect((await page()).html).not.toContain(`/structures/${id}/step?step=remove-by-force" class`);
    const statutory = (await house.app.get(StatutoryCases).of(await structures())).get(id)!;
    expect(statutory.steps.map(({ step, files }) => [step, files])).toContainEqual(['announced', 1]);
  });

  it('the removal itself is written by its own step, never by this form', async () => {
    expect((await manager.get(newPaper('executed'))).location).toBe(`/structures/${id}`);
    const key = 'e'.repeat(20);
    const fields = { step: 'executed', issuedOn: '2026-03-13', organ: 'city-management', onceKey: key };
    await refusal(manager.post(`/structures/${id}/papers`, fields), '请在拆除对象的「登记强制拆除」里办');
  });

  it('it is refused on the last forbidden day and written down on the next', async () => {
    const execution = { documentNumber: '', organ: 'city-management' as const, officers: 2, files: [] };
    const execute = async (issuedOn: string) => {
      const actor = await actorOf(house.app, 'manager');
      const found = await house.app.get(StructureDesk).find(actor, id);
      return house.app
        .get(UnitOfWork)
        .run((tx) => house.app.get(Papers).recordExecuted(tx, actor, found, { ...execution, issuedOn }));
    };
    await goTo('2026-03-27');
    const early = await execute('2026-03-26');
    expect(early.ok ? [] : early.blockers.map(({ code }) => code)).toEqual(['removal.D01']);
    expect((await execute('2026-03-27')).ok).toBe(true);
    expect((await paperOf('executed')).issuedOn).toBe('2026-03-27');
    // Sent back as not finished and done once more: the later one takes the place of the first.
    expect((await execute('2026-03-27')).ok).toBe(true);
    expect((await live()).filter(({ step }) => step === 'executed')).toHaveLength(1);
  });

  it('after the removal the clearing and the end of the file are written down, and nothing else', async () => {
    const { userId } = await actorOf(house.app, 'manager');
    const removed = { state: 'removed', way: 'forced', removedOn: today, removedBy: userId } as const;
    await write(StructureRecord, { id }, removed);
    expect((await manager.get(newPaper('stop-ordered'))).location).toBe(`/structures/${id}`);
    await taken(add('cleaned'));
    await taken(add('closed'));
    expect(await clock()).toContain('已结案');
  });

  it('the kind is locked while papers name it', async () => {
    const blockers = await house.app.get(StructureLocks).kindBlockers(db.manager, id);
    expect(blockers.map(({ code }) => code)).toEqual(['removal.kind-locked']);
  });

  it('what comes back after it was verified begins a case of its own', async () => {
    const event = { structureId: id, step: 'reopen', fromState: 'verified', toState: 'standing' } as const;
    const actor = await actorOf(house.app, 'manager');
    await house.app.get(UnitOfWork).run(async (tx) => {
      await tx.insert(StructureEvent, {
        ...{ ...event, happenedOn: '2026-03-27', reason: '又搭起来了' },
        ...{ recordedBy: actor.userId, recordedAt: '2026-03-27T01:00:00.000Z' },
      });
      await tx.update(
        StructureRecord,
        { id },
        { state: 'standing', way: null, removedOn: null, removedBy: null },
      );
      return done(undefined);
    });
    const statutory = (await house.app.get(StatutoryCases).of(await structures())).get(id)!;
    expect([statutory.steps, statutory.conclusion]).toEqual([[], null]);
    const { text } = await page();
    expect(text).toContain('重新打开以前的案卷');
    expect(text).toContain('疑似私搭房屋、棚屋');
  });

  describe('sheets to print', () => {
    const forms = ['notice', 'promise', 'request', 'service'];
    it.each(forms)('%s is one sheet with lines for a pen, and names nobody', async (form) => {
      const { status, text } = await manager.get(`/structures/${id}/print?form=${form}`);
      expect([status, /违法|本地设定.*本地设定/.test(text)]).toEqual([200, false]);
    });

    it('drafts of other organs only once there is a case', async () => {
      expect((await manager.get(`/structures/${id}/print?form=urge`)).status).toBe(303);
      await taken(add('reported'));
      const { text } = await manager.get(`/structures/${id}/print?form=urge`);
      expect(text).toContain('草稿，供有权机关使用：由城市管理执法部门或区（县）人民政府作出');
      expect((await manager.get(`/structures/${id}/print?form=nothing`)).status).toBe(303);
    });
  });

  describe('kinds of other laws', () => {
    it('of the common ground no case is begun, and who deals with it is said', async () => {
      const other = await givenStructure(house.app, ids, { kind: 'common-occupy', place: '院内菜地' });
      const { text, html } = await manager.get(`/structures/${other}`);
      expect(text).toContain('没有规划查处的强制拆除');
      expect(html).not.toContain('开始执法案卷');
    });

    it('an advertising board ends with the decision', async () => {
      const other = await givenStructure(house.app, ids, { kind: 'ad-board', place: '院门上方' });
      await manager.fill(newPaper('reported', other), usual('reported', '2026-03-27'));
      const { text } = await manager.get(`/structures/${other}`);
      expect(text).toContain('限期拆除决定');
      expect(text).not.toContain('「催告书」');
      expect(text).toContain('这个案卷不需要的');
    });
  });

  describe('many cases', () => {
    const plain = { round: 0, organ: 'community', officers: 0, carries: '', documentNumber: '' } as const;

    it('sixty wait in as many statements as one', async () => {
      const actor = await actorOf(house.app, 'manager');
      const waiting = house.app.get(EnforcementWaiting);
      const before = await countQueries(house.app, () => waiting.waitingFor(actor));
      for (let at = 0; at < 60; at += 1) {
        const structureId = await givenStructure(house.app, ids, { place: `北墙第 ${at + 1} 间` });
        const row = {
          ...plain,
          structureId,
          recordedBy: actor.userId,
          recordedAt: '2026-03-02T01:00:00.000Z',
        };
        await house.app.get(UnitOfWork).run(async (tx) => {
          await tx.insert(StatutoryPaper, { ...row, step: 'reported', issuedOn: '2026-03-01' });
          await tx.insert(StatutoryPaper, { ...row, step: 'filed', issuedOn: '2026-03-02' });
          return done(undefined);
        });
      }
      const after = await countQueries(house.app, () => waiting.waitingFor(actor));
      expect(after.queries).toBe(before.queries);
      expect(after.answer.length - before.answer.length).toBe(60);
      expect(after.answer.at(-1)).toMatchObject({ kind: '执法', dueOn: '2026-05-31' });
      const all = await house.app.get(StructureDesk).ofRenovation(ids.renovationId);
      const cases = house.app.get(StatutoryCases);
      const one = await countQueries(house.app, () => cases.of(all.slice(-1)));
      const many = await countQueries(house.app, () => cases.of(all));
      expect([many.queries, many.answer.size]).toEqual([one.queries, all.length]);
    });

    it('no step of a case stands twice, whoever writes', async () => {
      const [row] = await live();
      const { id: _, ...copy } = row;
      const twice = house.app.get(UnitOfWork).run(async (tx) => done(await tx.insert(StatutoryPaper, copy)));
      await expect(twice).rejects.toThrow(/UNIQUE/);
    });
  });

  describe('who may', () => {
    it('a foreign street finds nothing, a firm may not ask', async () => {
      const { id: paperId } = (await live())[0];
      const halt = await db.manager.findOneByOrFail(StatutoryHalt, { kind: 'suspended' });
      const paths = [
        `/structures/${id}/remedies`,
        `/papers/${paperId}`,
        `/halts/${halt.id}/end`,
        newPaper('filed'),
      ];
      const [foreign, firm, auditor] = await Promise.all(
        ['foreign-manager', 'builder', 'auditor'].map((login) => house.person(login)),
      );
      await Promise.all([foreign.get('/work'), firm.get('/work')]);
      for (const path of paths) {
        expect([path, (await foreign.get(path)).status, (await firm.get(path)).status]).toEqual([
          path,
          404,
          403,
        ]);
      }
      expect((await auditor.get(`/papers/${paperId}`)).status).toBe(200);
      expect((await auditor.get(newPaper('filed'))).status).toBe(403);
      const fields = { step: 'filed', issuedOn: '2026-03-27', organ: 'street', onceKey: 'f'.repeat(20) };
      expect((await foreign.post(`/structures/${id}/papers`, fields)).status).toBe(404);
      expect((await firm.post(`/papers/${paperId}/withdrawals`, { reason: 'x', version: '1' })).status).toBe(
        403,
      );
    });

    it('once the renovation is over nothing is written any more', async () => {
      await write(Renovation, { id: ids.renovationId }, { state: 'closed' });
      const fields = { step: 'filed', issuedOn: '2026-03-27', organ: 'street', onceKey: 'g'.repeat(20) };
      await refusal(manager.post(`/structures/${id}/papers`, fields), '拆违清障的记录不能再改');
      expect((await manager.get(`/structures/${id}/remedies`)).location).toBe(`/structures/${id}`);
    });

    it('each step stands in the record, without a word of its papers', async () => {
      const entries = await db.manager.findBy(AuditEntry, { subjectKind: 'structure' });
      const recorded = entries
        .filter(({ action }) => action === 'paper.recorded')
        .map(({ toValue }) => toValue);
      expect(recorded).toEqual(
        expect.arrayContaining(['reported', 'identified', 'decided', 'executed', 'closed']),
      );
      expect(JSON.stringify(entries)).not.toMatch(/惠城执|重病|出院/);
    });
  });
});
