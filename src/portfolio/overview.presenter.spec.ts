import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { Role } from '../domain/people/roles';
import { GateCheck } from '../domain/renovation/gate-checks';
import { firstPosition, stages } from '../domain/renovation/stages';
import { StageStory } from '../stages/stages.totals';
import { StageOnLine } from '../stages/standing';
import { toOverview } from './overview.presenter';
import { Overview } from './overview.service';

const today = '2026-06-08';
const compound = {
  ...{ id: 1, code: 'fl106', name: '丰乐路106号院', builtYear: 1989, builtYearBasis: 'residents' },
  ...{ siteArea: 49_000, floorArea: 167_700, residentCount: 61, elderlyCount: 38, originUnit: '搬运三站' },
  ...{
    originUnitStatus: 'acquired',
    noOwnerReason: null,
    managementStatus: 'residents',
    managementCompany: null,
  },
  ...{ hasPartyOrganisation: true, hasSelfGovernance: false, hasVolunteers: true, sponsorUnit: null },
  ...{ sponsorRole: null, neighbourNote: '院墙四周属金水区', isEnclave: true, outsideDistrictPlan: true },
  ...{ builtYearNote: null },
} as Compound;
const renovation = { ...firstPosition, id: 7, track: 'micro', name: '微改造' } as Renovation;
const frame = {
  crumbs: [{ label: '楼院' }],
  head: {
    plate: { before: '丰乐路', number: '106', after: '号院' },
    facts: [],
    actions: [],
    numbers: [],
    tabs: [],
  },
};
const line = stages.map((stage): StageOnLine => ({
  ...{ stage, plannedStartOn: null, plannedEndOn: null, forecastEndOn: null, startedOn: null, endedOn: null },
  ...{
    standing: stage === 'survey' ? 'running' : 'ahead',
    keeping: stage === 'survey' ? 'running' : 'ahead',
  },
  ...{ days: 0, slipReason: null, slipAnswerable: null },
}));
const check = (gate: string, state: GateCheck['state'], level: GateCheck['level'] = 'policy'): GateCheck => ({
  ...{ gate, text: gate, level, state, detail: '', who: '社区工作人员', source: '本地设定' },
  ...{ milestone: false, overridable: false },
});
const story = (change: Partial<StageStory> = {}): StageStory => ({
  ...{
    renovationId: 7,
    line,
    plannedFinishOn: null,
    expectedFinishOn: null,
    driftDays: null,
    overdueDays: 0,
  },
  ...{ slipDays: 0, lastMove: null, overrides: [], ahead: [], baselines: [], missingGates: 1 },
  evidence: [
    { stage: 'survey', checks: [check('survey-complete', 'missing'), check('survey-signed', 'met')] },
  ],
  ...change,
});
const given = (change: Partial<Overview> = {}): Overview => ({
  ...{ frame, compound, renovation, story: story(), waiting: [] },
  ...change,
});
const primary = (role: Role, change: Partial<Overview> = {}) =>
  toOverview(given(change), role, today).head.actions.filter((action) => action.primary);

describe('the single next step', () => {
  it.each<[string, Role, Partial<Overview>, string | undefined]>([
    ['of the street', 'street-manager', {}, '进入「居民议事」'],
    ['of the community in the survey', 'community-worker', {}, '录入摸底'],
    ['of the builder', 'contractor', {}, undefined],
    ['while paused', 'street-manager', { renovation: { ...renovation, state: 'paused' } }, '恢复'],
    ['at the last stage', 'street-manager', { renovation: { ...renovation, stage: 'handover' } }, '办结'],
    ['once it is closed', 'street-manager', { renovation: { ...renovation, state: 'closed' } }, '立项'],
    ['before a renovation', 'street-manager', { renovation: null, story: null }, '立项'],
    [
      'before a renovation, of the community',
      'community-worker',
      { renovation: null, story: null },
      undefined,
    ],
  ])('%s', (_, role, change, label) => {
    expect(primary(role, change).map((action) => action.label)).toEqual(label ? [label] : []);
  });
});

describe('the big numbers', () => {
  const numbers = (change: Partial<StageStory>) =>
    toOverview(given({ story: story(change) }), 'street-manager', today).head.numbers;

  it.each([
    [{ driftDays: null }, '还没有计划', undefined],
    [{ driftDays: 0, expectedFinishOn: '2026-07-11' }, '与计划一致', undefined],
    [{ driftDays: 2, expectedFinishOn: '2026-07-13' }, '比计划晚 2 天', true],
    [{ driftDays: -3, expectedFinishOn: '2026-07-08' }, '比计划早 3 天', undefined],
    [{ driftDays: 0, overdueDays: 4, expectedFinishOn: '2026-07-11' }, '有阶段逾期 4 天', true],
  ])('with %j say %s', (change, note, late) => {
    expect(numbers(change)[1]).toMatchObject({ term: '预计完成', note });
    expect(numbers(change)[1].late).toBe(late);
  });

  it('count what is missing, red where the law asks for it', () => {
    expect(numbers({})[2]).toEqual({ term: '下一步还缺', value: '1', note: '项' });
    const evidence = [{ stage: 'survey' as const, checks: [check('survey-signed', 'missing', 'law')] }];
    expect(numbers({ evidence })[2]).toMatchObject({ note: '项，其中法定 1', late: true });
  });
});

describe('the blocks', () => {
  it('say what is missing for the next stage, and leave out what is there', () => {
    const { gates } = toOverview(given(), 'street-manager', today);
    expect(gates.sentence).toBe('从「摸底调查」进入「居民议事」：共 2 项，还缺 1 项。');
    expect(gates.items.map(({ text }) => text)).toEqual(['survey-complete']);
  });

  it('are left out where the role may not read them', () => {
    const page = toOverview(given(), 'contractor', today);
    expect([page.log, page.hazards]).toEqual([undefined, undefined]);
  });

  it('say why they are empty and what to do', () => {
    const page = toOverview(
      given({ log: [], survey: { summary: undefined, hazards: [] } }),
      'street-manager',
      today,
    );
    expect(page.noSchedule).toMatchObject({ label: '制定计划', link: '/compounds/fl106/baselines/new' });
    expect(page.log?.empty?.text).toBe('还没有记录。');
    expect(page.hazards?.empty?.text).toBe('还没有开始摸底。');
    expect(page.todo.empty?.text).toBe('这个楼院现在没有要您办的事。');
    expect(toOverview(given({ renovation: null, story: null }), 'auditor', today).gates.items).toEqual([]);
  });

  it('hold the five most pressing things, none of them primary, without the name of the compound', () => {
    const item = {
      kind: '公示',
      compoundId: 1,
      where: '丰乐路106号院',
      what: 'x',
      why: 'y',
      dueOn: null,
      action: { label: 'a', link: '/' },
    };
    const { todo } = toOverview(
      given({ waiting: Array.from({ length: 6 }, () => item) }),
      'street-manager',
      today,
    );
    expect(todo.items).toHaveLength(5);
    expect(todo.items.every(({ where, action }) => where === undefined && !action.primary)).toBe(true);
    expect(todo.linkLabel).toBe('全部 6 件');
  });

  it('give the facts everybody asks for', () => {
    expect(toOverview(given(), 'auditor', today).facts).toEqual({
      items: [
        { term: '建成年份', value: '1989 年', note: '依据：居民陈述' },
        { term: '占地 / 建筑面积', value: '490 ㎡ / 1,677 ㎡' },
        { term: '常住人口', value: '61 人', note: '60 岁以上 38 人' },
        { term: '原单位', value: '搬运三站', note: '被收购' },
        { term: '管理现状', value: '居民自管' },
        { term: '三类组织', value: '党组织、志愿服务' },
        { term: '包联单位', value: '—' },
        { term: '改造类型', value: '街道自筹微改造', note: '未列入区年度计划' },
        { term: '四至和毗邻', value: '院墙四周属金水区', note: '飞地' },
      ],
    });
  });
});
