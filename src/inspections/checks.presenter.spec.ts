import { concealedMark, findingMark, stopMark, toStepButtons } from './check-words';
import { reachInWords } from './checks.presenter';
import type { FindingRecord } from './finding.entities';
import type { SeenFinding } from './findings.desk';
import { toNoticeSheets } from './notice-sheet.presenter';
import { toPunchList } from './punch-list.presenter';

const today = '2026-06-08';

describe('how things stand, in a mark', () => {
  it.each<[Pick<FindingRecord, 'state' | 'dueOn'>, string, string]>([
    [{ state: 'open', dueOn: today }, 'doing', '待整改，今天到期'],
    [{ state: 'open', dueOn: '2026-06-07' }, 'late', '待整改，逾期 1 天'],
    [{ state: 'mended', dueOn: '2026-06-07' }, 'doing', '已整改，待复查'],
    [{ state: 'closed', dueOn: today }, 'done', '复查通过'],
    [{ state: 'struck-out', dueOn: today }, 'idle', '登记有误，已撤销'],
  ])('a finding: %j', (finding, state, word) => {
    expect(findingMark(finding, today)).toEqual({ state, word });
  });

  it.each<[string, string, string]>([
    ['2026-06-08 23:00', 'doing', '已通知，待检查'],
    ['2026-06-07 08:00', 'late', '已通知，待检查，过了 1 天'],
  ])('concealed work asked for at %s', (checkAt, state, word) => {
    expect(concealedMark({ state: 'noticed', checkAt }, `${today} 10:00`)).toEqual({ state, word });
  });

  it('an order that holds counts its days, the first included', () => {
    expect(stopMark({ state: 'stopped', stoppedOn: today }, today).word).toBe('停工中，第 1 天');
    expect(stopMark({ state: 'resumed', stoppedOn: today }, today)).toEqual({
      state: 'done',
      word: '已复工',
    });
    expect(stopMark({ state: 'withdrawn', stoppedOn: today }, today).state).toBe('idle');
  });

  it('an order names what it stops, or everything', () => {
    const items = new Map([[3, '充电桩']]);
    expect(reachInWords({ itemIds: [], zones: [] }, items)).toBe('全部施工');
    expect(reachInWords({ itemIds: [3], zones: [1, 2] }, items)).toBe('充电桩、2 个施工区域');
  });
});

describe('the buttons of a record', () => {
  const step = (name: string, text = '') => ({
    ...{ step: name, label: name, to: 'x' },
    blockers: text ? [{ code: 'c', level: 'policy' as const, text }] : [],
  });
  const of = (...steps: ReturnType<typeof step>[]) => toStepButtons(steps, (name) => `/step/${name}`);

  it('the first that goes on is the one to press; what takes back never is', () => {
    const { actions } = of(step('withdraw'), step('pass'), step('send-back'));
    expect(actions.map(({ primary }) => primary)).toEqual([false, true, false]);
    expect(of(step('strike-out')).actions[0].primary).toBe(false);
  });

  it('what cannot be done says why and is no button', () => {
    const { actions, refusals } = of(step('resume', '还有 1 个问题'), step('withdraw'));
    expect(actions.map(({ link }) => link)).toEqual(['/step/withdraw']);
    expect(refusals).toEqual([{ label: 'resume', text: '还有 1 个问题' }]);
  });
});

describe('the notice to the firms', () => {
  const finding = (id: number, itemId: number | null, state = 'open') =>
    ({
      ...{ id, number: id, itemId, state, what: `问题${id}`, place: '北侧', severity: 'general' },
      ...{ dueOn: today, before: [], after: [], steps: [] },
    }) as unknown as SeenFinding;
  const sheets = (findings: SeenFinding[]) =>
    toNoticeSheets({
      compound: { name: '丰乐路106号院' },
      findings,
      site: {
        items: [
          { id: 3, contractId: 1, name: '充电桩' },
          { id: 7, contractId: 2, name: '雨污管网' },
        ],
        contracts: [
          { id: 1, organisationId: 10, role: 'contractor' },
          { id: 2, organisationId: 20, role: 'contractor' },
        ],
      },
      firms: new Map([
        [10, '甲公司'],
        [20, '乙公司'],
      ]),
      photos: new Map(),
      inspection: { lookedOn: today, kind: 'quality', opinion: '', inspectors: ['supervisor'] },
    } as unknown as Parameters<typeof toNoticeSheets>[0]).sheets.map(({ to, rows }) => [
      to,
      rows.map(({ what }) => what),
    ]);

  it('is one sheet for each firm; what belongs to no item stands on each', () => {
    expect(sheets([finding(1, 3), finding(2, 7), finding(3, null)])).toEqual([
      ['甲公司', ['问题1', '问题3']],
      ['乙公司', ['问题2', '问题3']],
    ]);
  });

  it('goes to every builder where nothing belongs to an item; what was struck out is on none', () => {
    expect(sheets([finding(3, null), finding(4, 3, 'struck-out')])).toEqual([
      ['甲公司', ['问题3']],
      ['乙公司', ['问题3']],
    ]);
  });
});

describe('the punch list', () => {
  const compound = { name: '丰乐路106号院', code: 'fl106' } as Parameters<typeof toPunchList>[0]['compound'];
  const line = { id: 6, what: '院门', standing: '缺完工后的照片', dueOn: null } as const;

  it('is numbered through, kind by kind', () => {
    const lines = [
      { ...line, kind: 'item' as const, what: '充电桩', standing: '施工中' },
      { ...line, kind: 'photo' as const },
    ];
    const { groups, about } = toPunchList({ compound, renovation: null, hasItems: true, lines, today });
    expect(groups.map(({ name, rows }) => [name, rows.map(({ number, link }) => [number, link])])).toEqual([
      ['未完项目', [[1, '/work-items/6']]],
      ['缺完工照片', [[2, '/points/6']]],
    ]);
    expect(about).toContain('共 2 项');
  });

  it('is not done where nothing was ever begun', () => {
    const of = (hasItems: boolean) =>
      toPunchList({ compound, renovation: null, hasItems, lines: [], today }).nothing;
    expect(of(true)).toContain('可以申请验收');
    expect(of(false)).toContain('还没有登记施工项目');
  });
});
