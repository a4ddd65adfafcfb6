import { WaitingItem } from '../compounds/waiting-work';
import { Role } from '../domain/people/roles';
import { GateCheck } from '../domain/renovation/gate-checks';
import { WaitingSurvey } from '../surveys/surveys.waiting';
import { givenLine, today } from './given-line';
import {
  doorItems,
  gateItems,
  hazardItems,
  nearPassage,
  overdueItems,
  registerItems,
  staleItems,
  surveyItems,
  urgencyOf,
} from './work-rules';
import { toWork } from './work.presenter';

const item = (change: Partial<WaitingItem> = {}): WaitingItem => ({
  kind: '隐患',
  compoundId: 4,
  where: '汝河小区',
  what: '四级隐患还没有控制住',
  why: '摸底时定的控制期限',
  dueOn: today,
  action: { label: '去处理', link: '/hazards/1' },
  ...change,
});

describe('how pressing a thing is', () => {
  it.each([
    ['due yesterday', '2026-06-07', 'overdue'],
    ['due today', '2026-06-08', 'soon'],
    ['due in three days', '2026-06-11', 'soon'],
    ['due in four days', '2026-06-12', 'open'],
    ['without a day', null, 'open'],
  ])('%s', (_, dueOn, urgency) => {
    expect(urgencyOf(dueOn, today)).toBe(urgency);
  });
});

describe('the rules of the list', () => {
  const survey: WaitingSurvey = {
    ...{
      id: 5,
      number: 1,
      state: 'draft',
      openedOn: '2026-05-20',
      communitySignedOn: null,
      returnReason: null,
    },
    ...{ compoundId: 4, code: 'ruhe', name: '汝河小区' },
  };
  const facts = (left: number) => ({ doorsLeft: new Map([['ruhe', left]]), dueOn: () => '2026-06-10' });

  it('a running survey waits for the community: first the doors, then the signature', () => {
    expect(doorItems([survey], 'community-worker', facts(2))).toMatchObject([
      {
        compoundId: 4,
        what: '还有 2 户没有访到',
        dueOn: '2026-06-10',
        action: { link: '/compounds/ruhe/survey#doors' },
      },
    ]);
    expect(surveyItems([survey], 'community-worker', facts(2))).toEqual([]);
    expect(doorItems([survey], 'community-worker', facts(0))).toEqual([]);
    expect(surveyItems([survey], 'community-worker', facts(0))).toMatchObject([
      { what: '第 1 次摸底还没有签字', why: '内容齐全后由社区先签字' },
    ]);
    expect(
      surveyItems([{ ...survey, returnReason: '照片不清' }], 'community-worker', facts(0)),
    ).toMatchObject([{ what: '第 1 次摸底被街道退回', why: '照片不清' }]);
  });

  it('a survey signed by the community waits for the street', () => {
    const signed = [{ ...survey, state: 'community-signed' as const }];
    expect(surveyItems(signed, 'street-manager', facts(0))).toMatchObject([
      {
        compoundId: 4,
        what: '第 1 次摸底社区已签字，等街道签字',
        action: { link: '/surveys/5/sign?step=sign-for-street' },
      },
    ]);
    expect(surveyItems(signed, 'community-worker', facts(0))).toEqual([]);
    expect(surveyItems([survey], 'street-manager', facts(0))).toEqual([]);
  });

  it('a grave hazard waits for community and street, until its day', () => {
    const hazard = {
      id: 9,
      kind: 'gas-danger',
      place: '2 单元',
      foundOn: '2026-06-01',
      controlBy: '2026-06-02',
    };
    const found = [{ ...hazard, compoundId: 4, code: 'ruhe', name: '汝河小区' }];
    expect(hazardItems(found, 'street-manager')).toMatchObject([
      { compoundId: 4, what: '四级隐患「燃气泄漏风险，2 单元」还没有控制住', dueOn: '2026-06-02' },
    ]);
    expect(hazardItems(found, 'district-officer')).toEqual([]);
  });

  it.each([
    ['due in 14 days is near', { stagePlannedOn: '2026-06-22' }, 1],
    ['due in 15 days is not', { stagePlannedOn: '2026-06-23' }, 0],
    ['overdue is near', { stagePlannedOn: '2026-06-01' }, 1],
    [
      'expected in 15 days is not, whatever was planned',
      { stagePlannedOn: '2026-06-01', stageForecastOn: '2026-06-23' },
      0,
    ],
    ['without a plan is not', { stagePlannedOn: null }, 0],
    ['paused is not', { state: 'paused' as const, stagePlannedOn: '2026-06-01' }, 0],
  ])('a passage %s', (_, change, count) => {
    expect(nearPassage([givenLine(change)], today)).toHaveLength(count);
  });

  const gate = (text: string, who: string, milestone = false): GateCheck => ({
    ...{ gate: 'items-accepted', text, level: 'policy', state: 'missing', detail: '还没有记录', who },
    ...{ source: '本地设定', milestone, overridable: true },
  });

  it.each<[string, Role, GateCheck[], string | undefined, string | undefined]>([
    ['of its own', 'contractor', [gate('工程资料', '施工方')], '还缺「工程资料」', '/compounds/fl106/stages'],
    [
      'several',
      'contractor',
      [gate('一', '施工方'), gate('二', '施工方、监理')],
      '还缺「一」 等 2 项',
      '/compounds/fl106/stages',
    ],
    ['of others', 'supervisor', [gate('工程资料', '施工方')], undefined, undefined],
    [
      'of others that it records',
      'street-manager',
      [gate('工程资料', '施工方', true)],
      '还缺「工程资料」',
      '/compounds/fl106/milestones/new?gate=items-accepted',
    ],
  ])('gates %s, for a %s', (_, role, gates, what, link) => {
    const [found] = gateItems(givenLine(), gates, role);
    expect([found?.what, found?.action.link]).toEqual([what, link]);
  });

  it('an overdue stage waits for its street until day and reason are told, and shows in the district', () => {
    const late = { overdueDays: 3, nextEndOn: '2026-06-05', stagePlannedOn: '2026-06-05' };
    expect(overdueItems(givenLine(late), 'street-manager', today)).toMatchObject([
      {
        ...{ compoundId: 1, where: '丰乐路106号院', what: '「施工改造」逾期 3 天' },
        dueOn: '2026-06-05',
        action: { link: '/compounds/fl106/forecasts/new?stage=construction' },
      },
    ]);
    expect(overdueItems(givenLine(late), 'district-officer', today)).toMatchObject([
      { action: { label: '查看', link: '/compounds/fl106' } },
    ]);
    const told = { ...late, stageForecastOn: '2026-06-20', slipReason: '下雨' };
    expect(overdueItems(givenLine(told), 'street-manager', today)).toEqual([]);
    expect(
      overdueItems(givenLine({ ...told, stageForecastOn: '2026-06-07' }), 'street-manager', today),
    ).toHaveLength(1);
    expect(
      overdueItems(givenLine({ ...late, stagePlannedOn: '2026-06-18' }), 'street-manager', today),
    ).toMatchObject([{ what: '有阶段逾期 3 天' }]);
    expect(overdueItems(givenLine(), 'street-manager', today)).toEqual([]);
    expect(overdueItems(givenLine(late), 'auditor', today)).toEqual([]);
  });

  it('a stale page waits for the street from the day it became stale', () => {
    expect(staleItems(givenLine({ staleDays: 9 }), 'street-manager', today)).toMatchObject([
      { compoundId: 1, what: '公示页 9 天没有更新', dueOn: '2026-06-06' },
    ]);
    expect(staleItems(givenLine(), 'street-manager', today)).toEqual([]);
    expect(staleItems(givenLine({ staleDays: 9 }), 'community-worker', today)).toEqual([]);
  });

  it('what is only registered is one line, however many they are', () => {
    const bare = { renovationId: null, stage: null, state: null };
    expect(
      registerItems([givenLine(bare), givenLine(bare), givenLine({ community: null })], 'street-manager'),
    ).toMatchObject([
      { compoundId: null, what: '2 个楼院还没有立项', action: { link: '/board?state=none' } },
      {
        compoundId: 1,
        where: '丰乐路106号院',
        what: '还没有归到社区',
        action: { link: '/compounds/fl106/edit' },
      },
    ]);
    expect(registerItems([givenLine(bare)], 'community-worker')).toEqual([]);
  });
});

describe('the list as a page', () => {
  const items = [
    item({ dueOn: '2026-06-05' }),
    item({ dueOn: today }),
    item({ dueOn: '2026-06-10', where: '丰乐路106号院' }),
    item({ dueOn: null, where: undefined }),
  ];

  it('groups by day, with one button each and one primary', () => {
    const page = toWork(items, '', today);
    expect(page.about).toBe('今天 6月8日 周一，共 4 件');
    expect(page.groups.map(({ day, count }) => `${day} ${count}`)).toEqual([
      '已经逾期 1 件',
      '今天 6月8日 周一 1 件',
      '6月10日 周三 1 件',
      '没有期限 1 件',
    ]);
    const todos = page.groups.flatMap((group) => group.items);
    expect(todos.map(({ status }) => `${status.state} ${status.word}`)).toEqual([
      'late 逾期 3 天',
      'doing 今天到期',
      'doing 剩 2 天',
      'idle 待办',
    ]);
    expect(todos.map(({ action }) => action.primary)).toEqual([true, false, false, false]);
  });

  it('has a tab for each degree of pressing', () => {
    const { tabs, groups } = toWork(items, 'soon', today);
    expect(tabs).toEqual([
      { label: '全部', link: '/work', current: false, count: 4 },
      { label: '逾期', link: '/work?tab=overdue', current: false, count: 1, hot: true },
      { label: '快到期', link: '/work?tab=soon', current: true, count: 2 },
      { label: '待办', link: '/work?tab=open', current: false, count: 1 },
    ]);
    expect(groups).toHaveLength(2);
  });

  it('shows the hundred most pressing of many', () => {
    const page = toWork(
      Array.from({ length: 101 }, () => item()),
      '',
      today,
    );
    expect(page.about).toContain('共 101 件，先列最急的 100 件');
    expect(page.groups[0].items).toHaveLength(100);
  });

  it('says so when nothing waits', () => {
    expect(toWork([], '', today).empty).toEqual({
      text: '现在没有要您办的事。楼院有变化时会出现在这里。',
      link: '/board',
      label: '看全部楼院',
    });
  });
});
