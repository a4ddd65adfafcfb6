import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { ledgerCounts } from '../domain/removal/ledger-totals';
import type { LedgerStanding } from '../domain/removal/living-ledger';
import { formState } from '../platform/web/form';
import type { LedgerEntry } from './ledger.totals';
import { firstPatrol, toPatrolForm } from './patrol-form.presenter';
import { toPatrol, toPatrolWithdrawal } from './patrol.presenter';
import type { SeenPatrol } from './patrols.desk';
import { toPatrols } from './patrols.presenter';

const compound = { id: 1, code: 'fl106', name: '丰乐路106号院' } as Compound;
const frame = { crumbs: [], head: {} } as unknown as Frame;
const today = '2026-06-10';
const patrol = (change: Partial<SeenPatrol> = {}): SeenPatrol => ({
  ...{ id: 4, compoundId: 1, kind: 'wiring', lookedOn: '2026-06-08', finding: 'mended' },
  ...{ note: '剪除飞线，\n提醒住户', places: 6, rounds: 'community,grid', recordedBy: 4, version: 1 },
  ...{ recordedAt: '2026-06-08T01:30:00.000Z', withdrawnOn: null, withdrawnReason: null },
  ...{ relapsed: [], photoIds: [] },
  ...change,
});
const relapsed = [{ id: 7, number: 3, place: '院门东侧', isReopened: true }];
const entry: LedgerEntry = {
  standing: {
    ...{ sign: 'mending', open: 1, lookedOn: '2026-06-08', nextDueOn: '2026-06-09', overdueDays: 1 },
    ...{ words: '整改中，最近查看 2026年6月8日，回访已逾期 1 天', advice: '' },
  } as LedgerStanding,
  counts: ledgerCounts([{ state: 'agreed', count: 1, area: 0 }]),
  due: [
    { kind: 'wiring', dueOn: '2026-06-09' },
    { kind: 'structures', dueOn: '2026-06-10' },
  ],
};
const tab = (change: Partial<Parameters<typeof toPatrols>[0]> = {}) =>
  toPatrols(
    {
      ...{ compound, openedOn: '2026-03-01', entry, patrols: [patrol()], total: 1, page: 1 },
      ...{ role: 'community-worker', today, ...change },
    },
    frame,
  );

describe('tab 巡查', () => {
  it('says how the compound stands and what comes next, the next kind as its one primary button', () => {
    const { sign, newLinks } = tab();
    expect(sign).toEqual({
      mark: { state: 'doing', word: '整改中 · 1 处' },
      words: '整改中，最近查看 2026年6月8日，回访已逾期 1 天',
      counts: '登记 1 处，已销号 0 处（0%）',
      advice: '',
      due: ['飞线巡查已逾期 1 天', '拆后回访今天到期'],
    });
    expect(newLinks.map(({ link, primary }) => [link, primary])).toEqual([
      ['/compounds/fl106/patrols/new?kind=structures', false],
      ['/compounds/fl106/patrols/new?kind=wiring', true],
    ]);
  });

  it('tells each round in a line', () => {
    expect(tab().rows).toEqual([
      {
        ...{ link: '/patrols/4', day: '6月8日', kind: '飞线巡查' },
        finding: { state: 'doing', word: '有问题，当场处理' },
        ...{ what: '飞线 6 处；剪除飞线， 提醒住户', rounds: '社区工作人员、网格员', photos: '—' },
      },
    ]);
  });

  it.each<[string, Partial<SeenPatrol>, object]>([
    [
      'that found a relapse',
      { finding: 'relapse', places: null, relapsed },
      { finding: { state: 'late', word: '复发，要整改' }, what: '第 3 处；剪除飞线， 提醒住户' },
    ],
    [
      'that found nothing',
      { finding: 'clear', note: null, places: null, photoIds: [1, 2] },
      { finding: { state: 'done', word: '没有问题' }, what: '—', photos: '2 张' },
    ],
    [
      'that was taken back',
      { withdrawnOn: '2026-06-09', withdrawnReason: '记错了' },
      { finding: { state: 'idle', word: '已作废' } },
    ],
  ])('a round %s', (_, change, expected) => {
    expect(tab({ patrols: [patrol(change)] }).rows[0]).toMatchObject(expected);
  });

  it('offers nothing to write to those who only read, nor before the first renovation', () => {
    expect(tab({ role: 'auditor' }).newLinks).toEqual([]);
    const before = tab({ openedOn: null, entry: null, patrols: [], total: 0 });
    expect([before.newLinks, before.sign]).toEqual([[], undefined]);
    expect(before.empty?.text).toBe('还没有立项。立项以后，从摸底起就可以登记巡查');
    expect(tab({ patrols: [], total: 0 }).empty?.text).toContain('还没有巡查记录');
  });
});

describe('the page of a round', () => {
  const view = {
    ...{ compound, patrol: patrol({ relapsed }), photos: new Map() },
    ...{ recordedBy: '粮运社区工作人员', role: 'community-worker' as const },
  };

  it('leads to what it opened again', () => {
    const page = toPatrol(view, frame);
    expect(page.heading).toBe('2026年6月8日飞线巡查');
    expect(page.relapsed).toEqual([
      { name: '第 3 处，院门东侧', link: '/structures/7', answer: '已重新打开，按拆除对象继续办理' },
    ]);
    expect(page.facts).toContainEqual({
      ...{ term: '登记', value: '粮运社区工作人员', note: '2026年6月8日 09:30' },
    });
  });

  it('says of what belongs to a renovation that is over where it goes on', () => {
    const over = patrol({ relapsed: [{ ...relapsed[0], isReopened: false }] });
    const [named] = toPatrol({ ...view, patrol: over }, frame).relapsed;
    expect(named.answer).toBe('所在的改造已结束，请在新的改造项目里登记为新的拆除对象');
    expect(toPatrolWithdrawal({ ...view, patrol: over }, formState({}), frame).reasons).toEqual([]);
  });

  it('says why it is not taken back, and once it is tells only why it was', () => {
    const [reason] = toPatrolWithdrawal(view, formState({}), frame).reasons;
    expect(reason.text).toContain('这次巡查重新打开了第 3 处');
    const gone = patrol({ withdrawnOn: '2026-06-09', withdrawnReason: '记到了隔壁' });
    const page = toPatrol({ ...view, patrol: gone }, frame);
    expect(page.withdrawLink).toBe('');
    expect(page.facts).toContainEqual({ term: '作废', value: '2026年6月9日', note: '记到了隔壁' });
  });
});

describe('the form of a round', () => {
  it('begins as a round that found nothing is sent', () => {
    expect(firstPatrol('wiring', 'street-manager', today)).toEqual({
      ...{ kind: 'wiring', finding: 'clear', lookedOn: today, rounds: ['street'] },
    });
    expect(firstPatrol('structures', 'community-worker', today).rounds).toEqual(['community']);
  });

  it('offers what is dealt with, and unfolds in a refused try', () => {
    const one = { id: 7, number: 3, kind: 'building', place: '院门东侧', closedOn: '2026-05-19' } as const;
    const structures = [
      { ...one, state: 'verified', isOver: false },
      { ...one, id: 8, number: 4, state: 'verified', isOver: true },
      { ...one, id: 9, number: 5, state: 'standing', isOver: false },
      { ...one, id: 10, number: 6, state: 'struck-out', isOver: false },
    ] as const;
    const page = toPatrolForm({ compound, structures, kept: [] }, formState({}), frame);
    expect([page.structures, page.isOpen]).toEqual([
      [
        { value: '7', label: '第 3 处，院门东侧', hint: '已拆除，已复核' },
        {
          ...{ value: '8', label: '第 4 处，院门东侧' },
          hint: '已拆除，已复核；所在的改造已结束，请在新的改造项目里登记为新的拆除对象',
        },
      ],
      false,
    ]);
    const refused = formState({}, [{ field: 'note', message: '请写明' }]);
    expect(toPatrolForm({ compound, structures: [], kept: [] }, refused, frame)).toMatchObject({
      ...{ isOpen: true, more: '飞线处数、日期和巡查人' },
    });
  });
});
