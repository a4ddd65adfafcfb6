import { GateCheck } from '../domain/renovation/gate-checks';
import { Role, roles } from '../domain/people/roles';
import { statusOf, toGateLines } from './gate-lines.presenter';

const viewer = { role: 'street-manager' as Role, code: 'fl106', isOpen: true, today: '2026-06-08' };
const missing: GateCheck = {
  gate: 'contract-signed',
  text: '施工合同（或供货安装协议）已签并存档',
  level: 'policy',
  state: 'missing',
  detail: '还没有记录',
  who: '街道项目负责人',
  source: '本地设定',
  milestone: true,
  overridable: true,
};
const actionFor = (change: Partial<GateCheck>, seen: Partial<typeof viewer> = {}) =>
  toGateLines([{ ...missing, ...change }], { ...viewer, ...seen })[0].action;

describe('a gate on the page', () => {
  it('says what is missing, how strong, who brings it, by which source, and where', () => {
    expect(toGateLines([missing], viewer)).toEqual([
      {
        text: '施工合同（或供货安装协议）已签并存档',
        status: { state: 'late', word: '缺' },
        level: 'policy',
        levelWord: '规定',
        who: '街道项目负责人',
        source: '本地设定',
        note: '还没有记录',
        action: { label: '登记节点', link: '/compounds/fl106/milestones/new?gate=contract-signed' },
      },
    ]);
  });

  it('that is there says since when, by whom, and leads to the proof', () => {
    const met = {
      state: 'met',
      detail: '合同已签',
      on: '2026-05-12',
      by: '街道项目负责人',
      link: '/milestones/31',
    } as const;
    expect(toGateLines([{ ...missing, ...met }], viewer)[0]).toMatchObject({
      status: { state: 'done', word: '已具备' },
      note: '合同已签（街道项目负责人，5月12日）',
      action: { label: '查看', link: '/milestones/31' },
    });
  });

  it.each([
    ['met', 'law', 'done', '已具备'],
    ['missing', 'law', 'late', '缺'],
    ['missing', 'policy', 'late', '缺'],
    ['missing', 'warning', 'doing', '提醒'],
    ['not-applicable', 'law', 'idle', '不适用'],
    ['overridden', 'policy', 'doing', '例外放行'],
  ] as const)('%s at level %s is marked %s: %s', (state, level, mark, word) => {
    expect(statusOf({ state, level })).toEqual({ state: mark, word });
  });

  it('that was let pass says why, by whom and when, once', () => {
    const detail = '先议事后补图（区改造办，2026年6月1日）';
    const [line] = toGateLines(
      [{ ...missing, state: 'overridden', detail, on: '2026-06-01', by: '区改造办' }],
      viewer,
    );
    expect(line.note).toBe(detail);
  });
});

describe('what can be done about a missing gate', () => {
  it('is the same for nobody: the manager records, the officer lets pass, others only look', () => {
    const labels = Object.fromEntries(roles.map((role) => [role, actionFor({}, { role })?.label ?? '']));
    expect(labels).toEqual({
      'district-officer': '例外放行',
      'street-manager': '登记节点',
      'community-worker': '',
      supervisor: '',
      contractor: '',
      auditor: '',
      'system-admin': '',
    });
  });

  it('is done in its room where a room supplies it, but firms are not sent into rooms of the office', () => {
    const link = '/compounds/fl106/survey';
    const action = { label: '去补齐', link };
    expect(actionFor({ link })).toEqual(action);
    expect(actionFor({ link }, { role: 'community-worker' })).toEqual(action);
    expect(actionFor({ link }, { role: 'contractor' })).toBeUndefined();
    expect(actionFor({ link, state: 'met' }, { role: 'supervisor' })).toBeUndefined();
  });

  it('is never an exception for a gate of the law, and nothing at all once the renovation is over', () => {
    const officer = { role: 'district-officer' as Role };
    expect(actionFor({ level: 'law', overridable: false }, officer)).toBeUndefined();
    expect(actionFor({ milestone: false })).toBeUndefined();
    expect(actionFor({}, { isOpen: false })).toBeUndefined();
  });
});
