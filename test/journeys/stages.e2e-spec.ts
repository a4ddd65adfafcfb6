import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { AuditTrail } from '../../src/audit/audit.service';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { gatesAt } from '../../src/domain/renovation/gates';
import { Passage } from '../../src/domain/renovation/gates/gate';
import { Milestone } from '../../src/stages/evidence.entities';
import { PlanBaseline, StageForecast, StageSchedule } from '../../src/stages/schedule.entities';
import { StageMove } from '../../src/stages/stage-move.entity';
import { StageTotals } from '../../src/stages/stages.totals';
import { House, openHouse } from '../support/app';
import { onceKeyIn, taken, toMend } from '../support/pages';
import { paper } from '../support/papers';
import { Fields, Person, Seen } from '../support/person';
import { plannedDays } from '../support/plan';
import { SpokenFacts, openedRenovation } from '../support/renovation';
import { untouched } from '../support/rows';

const desk = '/compounds/fl106/stages';
const moves = '/compounds/fl106/stage-moves';
const advance = `${moves}/new?move=advance`;
const milestone = '/compounds/fl106/milestones/new';
const ofPermitWorks = ['construction-permit', 'quality-supervision', 'safety-measures'];

describe('丰乐路106号院 at the stage desk', () => {
  let house: House;
  let room: SpokenFacts;
  let manager: Person;
  let second: Person;
  let officer: Person;
  let renovationId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-02T09:00:00+08:00' });
    ({ renovationId } = await openedRenovation(house.app));
    room = new SpokenFacts(house.app);
    [manager, second, officer] = await house.people('manager', 'manager2', 'officer');
  });
  afterAll(() => house.close());

  const renovation = () => house.rows.findOneByOrFail(Renovation, { id: renovationId });
  const daysOf = async (stage: string) =>
    house.rows.findOneByOrFail(StageSchedule, { renovationId, stage: stage as StageSchedule['stage'] });
  const made = (table: new () => StageMove | StageForecast) => house.rows.countBy(table, { renovationId });
  /** Nothing may be written by what was refused; what is to be mended. */
  const refusedWithoutTrace = async (ask: () => Promise<Seen>) => {
    const seen = await untouched(house.db, ask);
    expect(seen.status).toBe(422);
    return toMend(seen);
  };
  const record = (gates: string[], fields: Fields = {}) =>
    manager.fill(`${milestone}?gate=${gates[0]}`, { gates, document: paper(), ...fields });
  /** Everything but the papers of works that need a permit. */
  const recordAll = async (stage: Passage) => {
    const open = gatesAt(stage, 'micro').filter(
      (gate) => gate.milestone.includes('micro') && !ofPermitWorks.includes(gate.code),
    );
    const seen = await record(open.map(({ code }) => code));
    expect([seen.status, toMend(seen)]).toEqual([303, []]);
  };

  it('shows the survey as going on and every gate as missing, with who brings it and by which source', async () => {
    const seen = await manager.get(desk);
    expect(seen.status).toBe(200);
    expect(
      seen.page.querySelectorAll('.stages li').map((one) => one.querySelector('.st')!.textContent),
    ).toEqual(['进行中', '未开始', '未开始', '未开始', '未开始', '未开始']);
    expect(seen.text).toContain('进入「居民议事」还缺什么');
    expect(seen.text).toContain('共 4 项，还缺 2 项');
    expect(seen.text).toContain('由社区工作人员、街道项目负责人提供 · 本地设定');
    expect(seen.page.querySelectorAll('.gates .is-late .st').map((one) => one.textContent)).toEqual([
      '缺',
      '缺',
    ]);
    expect(seen.page.querySelectorAll('.gates .is-doing .st').map((one) => one.textContent)).toEqual([
      '提醒',
      '提醒',
    ]);
    expect(seen.page.querySelectorAll('.btn-p').map((one) => one.textContent)).toEqual(['进入「居民议事」']);
  });

  it('the confirm page names every reason and keeps its button shut', async () => {
    const seen = await manager.get(advance);
    expect(seen.page.querySelectorAll('.reasons li').length).toBe(2);
    expect(seen.page.querySelector('.btn-d')!.hasAttribute('disabled')).toBe(true);
  });

  it('a move that is posted all the same is refused with every reason, and nothing is written', async () => {
    expect(await refusedWithoutTrace(() => manager.fill(advance, {}))).toEqual([
      '还缺：摸底调查内容齐全：必填项、住户门牌、入户记录、隐患、照片（还没有开始摸底），由社区工作人员提供',
      '还缺：摸底调查由社区、街道两级签字（还没有开始摸底），由社区工作人员、街道项目负责人提供',
    ]);
  });

  it('a plan out of order is refused with the days it conflicts with; then it is frozen as the first', async () => {
    const plans = '/compounds/fl106/baselines/new';
    expect(
      await refusedWithoutTrace(() => manager.fill(plans, { ...plannedDays, acceptanceEndOn: '2026-06-17' })),
    ).toEqual(['「竣工验收」计划完成不能早于「施工改造」的计划完成 2026年6月18日']);
    expect(await refusedWithoutTrace(() => manager.fill(plans, { surveyEndOn: '2026-02-30' }))).toEqual([
      '「摸底调查计划完成」不是一个日期，请按 2026-05-18 这样填写',
    ]);
    const seen = await manager.fill(plans, plannedDays);
    expect([seen.status, seen.location]).toEqual([303, desk]);
    const shown = await manager.get(desk);
    expect(shown.text).toContain('还有 18 天');
    expect(shown.text).toContain('第 1 版');
    expect(shown.page.querySelectorAll('.gantt tbody tr').length).toBe(6);
  });

  it('once the survey says so, the move is made on the day it is in Zhengzhou, one minute before midnight', async () => {
    room.say('survey.complete', 'survey.signed', 'survey.building-safety');
    await house.goOn('2026-03-20T23:59:30+08:00', manager, second, officer);
    const seen = await manager.get(advance);
    expect(
      seen.page
        .querySelectorAll('.consequences tr')
        .map((row) => row.structuredText.replace(/\s+/g, ' ').trim()),
    ).toEqual([
      '项目现在确认后',
      '阶段 摸底调查 居民议事',
      '「摸底调查」完成日期 — 2026年3月20日',
      '「居民议事」开始日期 — 2026年3月20日',
      '居民公示页 摸底调查 居民议事',
    ]);
    const revision = (await house.rows.findOneByOrFail(Compound, { code: 'fl106' })).revision;
    await taken(manager.fill(advance, {}));
    expect(await renovation()).toMatchObject({ stage: 'consultation', state: 'active' });
    expect(await daysOf('survey')).toMatchObject({ startedOn: '2026-03-01', endedOn: '2026-03-20' });
    expect(await daysOf('consultation')).toMatchObject({ startedOn: '2026-03-20', endedOn: null });
    expect((await house.rows.findOneByOrFail(Compound, { code: 'fl106' })).revision).toBeGreaterThan(
      revision,
    );
    const shown = await manager.get(desk);
    expect(shown.text).toContain('按时完成');
    expect(shown.text).toContain('摸底调查 → 居民议事');
  });

  it('the minute after is the next day', async () => {
    await house.goOn('2026-03-21T00:00:30+08:00', manager, second, officer);
    expect((await manager.get(desk)).text).toContain('还有 40 天');
  });

  it('a form that has gone stale is a sentence and keeps what was typed; confirmed again it is made', async () => {
    const pause = `${moves}/new?move=pause`;
    const { page } = await second.get(pause);
    const version = page.querySelector('input[name=version]')!.getAttribute('value')!;
    const onceKey = onceKeyIn(page);
    const asked = { move: 'pause', version, onceKey, reason: '连续降雨' };
    await taken(manager.fill(pause, { reason: '等资金' }));
    await taken(manager.fill(`${moves}/new?move=resume`, {}));
    const seen = await untouched(house.db, () => second.post(moves, asked));
    expect([seen.status, toMend(seen)]).toEqual([
      422,
      ['这条记录刚被别人改过。您的内容还在下面，请核对最新内容后再保存'],
    ]);
    expect(seen.page.querySelector('textarea')!.textContent.trim()).toBe('连续降雨');
    const fresh = seen.page.querySelector('input[name=version]')!.getAttribute('value');
    expect(Number(fresh)).toBe((await renovation()).version);
  });

  it('a pause needs its reason, which everybody reads; while it lasts nothing moves on', async () => {
    const pause = `${moves}/new?move=pause`;
    expect(await refusedWithoutTrace(() => manager.fill(pause, { reason: '　 ' }))).toEqual(['请写明原因']);
    await taken(manager.fill(pause, { reason: '等待供电单位排期' }));
    expect(await renovation()).toMatchObject({ state: 'paused', stateReason: '等待供电单位排期' });
    expect((await manager.get(desk)).text).toContain('原因：等待供电单位排期');
    expect(await refusedWithoutTrace(() => manager.fill(advance, {}))).toEqual([
      '现在是「已暂停」，不能「进入下一阶段」。请刷新页面查看当前状态',
    ]);
    await taken(manager.fill(`${moves}/new?move=resume`, {}));
    expect(await renovation()).toMatchObject({ state: 'active', stateReason: null });
  });

  it('evidence needs a document, a day that has come, and a note where it does not apply', async () => {
    await house.goOn('2026-04-24T10:00:00+08:00', manager, second, officer);
    const asked = { gates: ['representatives-met'], happenedOn: '2026-04-25' };
    expect(await refusedWithoutTrace(() => manager.fill(milestone, asked))).toEqual([
      '日期不能晚于今天 2026年4月24日',
      '请附上一份文件，如纪要、合同、验收单的扫描件或照片',
    ]);
    const never = { gates: ['funds-available'], outcome: 'not-applicable', document: paper() };
    expect(await refusedWithoutTrace(() => manager.fill(`${milestone}?stage=removal`, never))).toEqual([
      '这一项没有例外情形，不能登记为不适用',
      '请写明为什么不适用',
    ]);
    expect(
      await refusedWithoutTrace(() => manager.fill(milestone, { gates: [], document: paper() })),
    ).toEqual(['请选择这份文件证明的事项']);
    const survey = { ...asked, gates: ['survey-signed'], happenedOn: '2026-04-24', document: paper() };
    expect(await refusedWithoutTrace(() => manager.fill(milestone, survey))).toEqual([
      '「摸底调查由社区、街道两级签字」以系统里的记录为准，不能用节点代替',
    ]);
  });

  it('a file that is no document is refused beside its field', async () => {
    const document = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], '纪要.pdf');
    const seen = await manager.fill(milestone, { gates: ['representatives-met'], document });
    expect(seen.status).toBe(422);
    expect(seen.page.querySelector('#f-document-about .mend')).not.toBeNull();
  });

  it('a file of a refused form is kept for the second try', async () => {
    const first = await manager.fill(milestone, {
      gates: ['representatives-met', 'majority-agreed'],
      happenedOn: '2026-04-30',
      document: paper('第3次居民代表大会纪要.pdf'),
    });
    expect(first.status).toBe(422);
    const form = first.page
      .querySelectorAll('form')
      .find((one) => one.getAttribute('action')?.endsWith('/milestones'))!;
    const kept = form.querySelector('input[name=documentKept]')!.getAttribute('value')!;
    const seen = await manager.fill(milestone, {
      gates: ['representatives-met', 'majority-agreed'],
      happenedOn: '2026-04-23',
      note: '第 3 次居民代表大会，多数住户同意',
      documentKept: kept,
    });
    expect(seen.status).toBe(303);
    const [one, other] = await house.rows.find(Milestone, { where: { renovationId } });
    expect([one.gate, other.gate]).toEqual(['representatives-met', 'majority-agreed']);
    expect(one.documentId).toBe(other.documentId);
    const shown = await manager.get(desk);
    expect(shown.text).toContain('第3次居民代表大会纪要.pdf');
    expect(shown.text).toContain('第 3 次居民代表大会，多数住户同意（街道项目负责人，4月23日）');
  });

  it('a second record of the same gate corrects the first, which stays; a page that has not seen it does not', async () => {
    const blind = (await second.get(`${milestone}?gate=majority-agreed`)).page.querySelectorAll('form');
    const lastSeen = blind.at(-1)!.querySelector('input[name=lastSeen]')!.getAttribute('value')!;
    expect((await record(['majority-agreed'], { happenedOn: '2026-04-22' })).status).toBe(303);
    const stale = await second.fill(`${milestone}?gate=majority-agreed`, { lastSeen, document: paper() });
    expect(toMend(stale)).toEqual(['这条记录刚被别人改过。您的内容还在下面，请核对最新内容后再保存']);
    const rows = await house.rows.find(Milestone, {
      where: { gate: 'majority-agreed' },
      order: { id: 'ASC' },
    });
    expect(rows.map(({ happenedOn, supersededAt }) => [happenedOn, supersededAt !== null])).toEqual([
      ['2026-04-23', true],
      ['2026-04-22', false],
    ]);
    expect((await manager.get(`/milestones/${rows[0].id}`)).text).toContain('已更正');
  });

  it('a milestone is withdrawn with its reason, and its gate is missing again', async () => {
    const { id } = await house.rows.findOneByOrFail(Milestone, { gate: 'representatives-met' });
    const path = `/milestones/${id}`;
    expect(await refusedWithoutTrace(() => manager.fill(path, { reason: '' }))).toEqual([
      '请填写「作废原因」',
    ]);
    await taken(manager.fill(path, { reason: '纪要传错了楼院' }));
    expect((await manager.get(path)).text).toContain('作废原因 纪要传错了楼院');
    expect((await manager.get(advance)).text).toContain(
      '还缺：居民代表会议已召开，有纪要和签到（还没有记录）',
    );
    const again = await manager.post(`${path}/withdrawals`, { reason: '再来', version: '2' });
    expect(toMend(again)).toEqual(['这条节点已被更正或作废，请刷新页面']);
  });

  it('the officer lets a gate of policy pass with a reason that is shown; a gate of the law never', async () => {
    const override = '/compounds/fl106/overrides/new';
    const page = await officer.get(`${override}?gate=representatives-met`);
    expect(page.text).toContain('居民代表会议已召开，有纪要和签到');
    expect(await refusedWithoutTrace(() => officer.fill(`${override}?gate=representatives-met`, {}))).toEqual(
      ['请写明例外放行的原因'],
    );
    const lawful = await refusedWithoutTrace(() =>
      officer.fill(override, { gate: 'funds-available', reason: '领导同意' }),
    );
    expect(lawful).toEqual([
      '「工程资金已落实，不由施工单位垫资」是法定要求，不能例外放行，请由街道项目负责人补齐',
    ]);
    const seen = await officer.fill(`${override}?gate=representatives-met`, {
      reason: '会议已开，签到表后补',
    });
    expect([seen.status, seen.location]).toEqual([303, desk]);
    const shown = await manager.get(desk);
    expect(shown.text).toContain('例外放行');
    expect(shown.text).toContain('会议已开，签到表后补（区改造办，2026年4月24日）');
    const needless = { gate: 'representatives-met', reason: '再放行一次' };
    expect(await refusedWithoutTrace(() => officer.fill(override, needless))).toEqual([
      '「居民代表会议已召开，有纪要和签到」不缺，不需要例外放行',
    ]);
  });

  it('pressed twice at once, or sent again later, it is one move', async () => {
    await house.goOn('2026-04-26T17:00:00+08:00', manager, second, officer);
    await recordAll('consultation');
    const { page } = await manager.get(advance);
    const form = page
      .querySelectorAll('form')
      .find((one) => one.getAttribute('action')?.endsWith('/stage-moves'))!;
    const value = (name: string) => form.querySelector(`input[name=${name}]`)!.getAttribute('value')!;
    const asked = { move: 'advance', version: value('version'), onceKey: value('onceKey'), reason: '' };
    const before = await made(StageMove);
    const answers = await Promise.all([manager.post(moves, asked), manager.post(moves, asked)]);
    answers.push(await manager.post(moves, asked));
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, desk],
      [303, desk],
      [303, desk],
    ]);
    expect(await made(StageMove)).toBe(before + 1);
    expect(await renovation()).toMatchObject({ stage: 'removal', removal: 'open' });
  });

  it('without a permit the works may begin, since 19.8 万元 is below its limit', async () => {
    await house.goOn('2026-05-18T16:30:00+08:00', manager, second, officer);
    await recordAll('removal');
    const seen = await manager.get(advance);
    expect(seen.text).toContain('估算投资 19.80 万元，不超过 30 万元，不需办理');
    await taken(manager.fill(advance, {}));
    expect(await renovation()).toMatchObject({ stage: 'construction', removal: 'open' });
    const shown = await manager.get(desk);
    expect(shown.text).toContain('与施工改造同时进行');
    expect(shown.text).toContain('结束「拆违清障」还缺什么');
  });

  it('removal that runs beside holds acceptance back until it is finished', async () => {
    await recordAll('construction');
    expect(await refusedWithoutTrace(() => manager.fill(advance, {}))).toEqual([
      '拆违清障还在进行，竣工验收前要先结束',
    ]);
    await recordAll('removal-finish');
    await taken(manager.fill(`${moves}/new?move=finish-removal`, {}));
    expect(await daysOf('removal')).toMatchObject({ startedOn: '2026-04-26', endedOn: '2026-05-18' });
  });

  it('a slip without reason and without anybody who answers is refused; with both it is shown', async () => {
    await house.goOn('2026-06-08T17:42:00+08:00', manager, second, officer);
    const forecast = '/compounds/fl106/forecasts/new?stage=construction';
    expect(await refusedWithoutTrace(() => manager.fill(forecast, { endOn: '2026-06-20' }))).toEqual([
      '比计划晚 2 天，请写明原因',
      '比计划晚 2 天，请选择由谁负责',
    ]);
    const slip = { endOn: '2026-06-20', reason: '上周下雨，车棚顶板晚装', answerable: 'weather' };
    await taken(manager.fill(forecast, slip));
    const shown = await manager.get(desk);
    expect(shown.text).toContain('预计晚 2 天');
    expect(shown.text).toContain('上周下雨，车棚顶板晚装（天气）');
    expect(await refusedWithoutTrace(() => manager.fill(forecast, { endOn: '2026-06-07' }))).toEqual([
      '预计完成日期不能早于今天 2026年6月8日',
    ]);
    await taken(manager.fill(forecast, { endOn: '2026-06-18', reason: '抢回工期', answerable: '' }));
    expect(await daysOf('construction')).toMatchObject({ forecastEndOn: '2026-06-18', slipReason: null });
    expect(await made(StageForecast)).toBe(2);
  });

  it('a new plan says why, keeps the first, and never touches a stage that is over', async () => {
    const plans = '/compounds/fl106/baselines/new';
    expect(await refusedWithoutTrace(() => manager.fill(plans, { handoverEndOn: '2026-07-20' }))).toEqual([
      '请写明调整计划的原因，原计划会保留',
    ]);
    const past = { surveyEndOn: '2026-03-25', consultationStartOn: '2026-03-26', reason: '补记' };
    expect(await refusedWithoutTrace(() => manager.fill(plans, past))).toEqual([
      '「摸底调查」已完成，计划日期不能再改',
      '「居民议事」已完成，计划日期不能再改',
    ]);
    const next = { handoverEndOn: '2026-07-20', reason: '物业交接要等街道例会' };
    await taken(manager.fill(plans, next));
    const kept = await house.rows.find(PlanBaseline, { where: { renovationId }, order: { number: 'ASC' } });
    expect(kept.map(({ number, plan: days }) => [number, days.at(-1)!.plannedEndOn])).toEqual([
      [1, '2026-07-11'],
      [2, '2026-07-20'],
    ]);
    const shown = await manager.get(desk);
    expect(shown.text).toContain('移交长效晚 9 天');
  });

  it('the officer may send it back with a reason; the street manager is not offered that', async () => {
    await house.goOn('2026-06-18T16:00:00+08:00', manager, second, officer);
    await taken(manager.fill(advance, {}));
    expect(await renovation()).toMatchObject({ stage: 'acceptance' });
    const back = `${moves}/new?move=send-back`;
    expect(await refusedWithoutTrace(() => manager.fill(back, { reason: '有问题' }))).toEqual([
      '「退回上一阶段」由区改造办办理',
    ]);
    await taken(officer.fill(back, { reason: '车棚挡水檐没装' }));
    expect(await daysOf('construction')).toMatchObject({ startedOn: '2026-05-18', endedOn: null });
    expect(await daysOf('acceptance')).toMatchObject({ startedOn: null, endedOn: null });
    expect((await manager.get(desk)).text).toContain('退回：竣工验收 → 施工改造');
    await taken(manager.fill(advance, {}));
  });

  it('it is closed after handover, and its records stand', async () => {
    await house.goOn('2026-06-30T11:00:00+08:00', manager, second, officer);
    await recordAll('acceptance');
    await taken(manager.fill(advance, {}));
    await house.goOn('2026-07-11T11:00:00+08:00', manager, second, officer);
    await recordAll('handover');
    await taken(manager.fill(`${moves}/new?move=close`, {}));
    expect(await renovation()).toMatchObject({ state: 'closed', closedOn: '2026-07-11' });
    const shown = await manager.get(desk);
    expect(shown.text).toContain('本次改造已办结');
    expect(shown.page.querySelectorAll('.main .btn-p')).toEqual([]);
    const late = await refusedWithoutTrace(() =>
      manager.fill(`${milestone}?stage=handover`, { gates: ['convention'], document: paper() }),
    );
    expect(late).toEqual(['改造已办结，不能再登记节点']);
    expect(
      await refusedWithoutTrace(() =>
        manager.fill('/compounds/fl106/baselines/new', { handoverEndOn: '2026-07-21', reason: '补' }),
      ),
    ).toContain('改造已办结，阶段记录不能再改');
  });

  it('other floors read the same: finish, drift, last move, evidence with its days, exceptions', async () => {
    const totals = house.app.get(StageTotals);
    const compound = await house.rows.findOneByOrFail(Compound, { code: 'fl106' });
    const story = await totals.story(compound, await renovation());
    expect(story).toMatchObject({
      plannedFinishOn: '2026-07-20',
      expectedFinishOn: '2026-07-11',
      driftDays: -9,
      overdueDays: 0,
      lastMove: { move: 'close', on: '2026-07-11' },
    });
    expect(story.overrides).toEqual([
      { gate: 'representatives-met', reason: '会议已开，签到表后补', by: '区改造办', on: '2026-04-24' },
    ]);
    const consultation = story.evidence.find(({ stage }) => stage === 'consultation')!;
    expect(consultation.checks.find(({ gate }) => gate === 'majority-agreed')).toMatchObject({
      state: 'met',
      on: '2026-04-26',
    });
    expect(story.baselines).toHaveLength(2);
    expect(story.missingGates).toBe(0);
  });

  it('the record of every step is unbroken, and names who, what and why', async () => {
    expect((await house.app.get(AuditTrail).verify()).broken).toBeUndefined();
    const entries = await house.rows.find(AuditEntry, { where: { action: 'stage.send-back' } });
    expect(entries).toMatchObject([
      {
        role: 'district-officer',
        fromValue: '竣工验收，进行中，拆违清障已完成',
        toValue: '施工改造，进行中，拆违清障已完成',
        reason: '车棚挡水檐没装',
      },
    ]);
  });
});
