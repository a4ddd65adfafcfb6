import { LedgerCourse, ledgerStanding, Look, patrolsDue } from './living-ledger';
import type { PatrolFinding } from './patrol';
import { StructureState } from './structure-states';

const today = '2026-07-20';
const look = (change: Partial<Look> = {}): Look => ({
  ...{ kind: 'structures', lookedOn: '2026-07-15', finding: 'clear', relapsed: [] },
  ...change,
});
const yard = (...states: StructureState[]) => states.map((state) => ({ state, count: 1 }));
const course = (change: Partial<LedgerCourse> = {}): LedgerCourse => ({
  ...{ closedOn: null, isGoingOn: true },
  ...change,
});
const signOf = (states: StructureState[], looks: Look[]) =>
  ledgerStanding(yard(...states), looks, course(), today)?.words.split('，')[0];

describe('the sign of a compound', () => {
  it.each<[StructureState[], PatrolFinding | null, string | undefined]>([
    [[], null, undefined],
    [['struck-out'], null, undefined],
    [[], 'clear', '达标'],
    [[], 'relapse', '未达标'],
    [['verified', 'retained-legal', 'scoped-out'], 'clear', '达标'],
    [['verified', 'agreed'], 'clear', '整改中'],
    [['removed'], 'clear', '整改中'],
    [['standing', 'verified'], 'clear', '未达标'],
    [['ownership-check'], null, '未达标'],
    [['struck-out', 'verified'], null, '达标'],
    [['verified'], 'relapse', '未达标'],
    [['verified'], 'mended', '达标'],
  ])('%j, last found %s: %s', (states, finding, expected) => {
    expect(signOf(states, finding ? [look({ finding })] : [])).toBe(expected);
  });

  it('follows the structure itself once a relapse has opened it again', () => {
    const looks = [look({ finding: 'relapse', relapsed: [{ isReopened: true }] })];
    expect(signOf(['standing'], looks)).toBe('未达标');
    expect(signOf(['agreed'], looks)).toBe('整改中');
    expect(signOf(['verified'], looks)).toBe('达标');
  });

  it('fails on a relapse of a renovation that is over until a later round finds it gone', () => {
    const relapse = look({ finding: 'relapse', relapsed: [{ isReopened: true }, { isReopened: false }] });
    const standing = ledgerStanding(yard('verified'), [relapse], course({ isGoingOn: false }), today)!;
    expect([standing.sign, standing.advice]).toEqual([
      'failing',
      '上次巡查发现复发，所在的改造已结束，请在新的改造项目里登记为新的拆除对象',
    ]);
    expect(signOf(['verified'], [relapse, look({ lookedOn: '2026-07-16', finding: 'mended' })])).toBe('达标');
  });

  it('is not made good by a round that looked for something else', () => {
    const relapse = look({ kind: 'wiring', finding: 'relapse', lookedOn: '2026-07-10' });
    const standing = ledgerStanding(yard('verified'), [relapse, look()], course(), today)!;
    expect([standing.sign, standing.lookedOn, standing.advice]).toEqual([
      'failing',
      '2026-07-15',
      '上次巡查发现复发，请登记为拆除对象，或整改后再登记一次巡查',
    ]);
    expect(signOf(['verified'], [relapse, look({ kind: 'wiring', lookedOn: '2026-07-11' })])).toBe('达标');
  });

  it('takes the later of two rounds of one day', () => {
    expect(signOf(['verified'], [look({ finding: 'relapse' }), look()])).toBe('达标');
    expect(signOf(['verified'], [look(), look({ finding: 'relapse' })])).toBe('未达标');
  });

  it('counts what is not dealt with', () => {
    const states = [
      { state: 'standing', count: 3 },
      { state: 'agreed', count: 2 },
      { state: 'verified', count: 9 },
      { state: 'struck-out', count: 4 },
    ] as const;
    expect(ledgerStanding(states, [], course(), today)!.open).toBe(5);
  });

  it('says the day of the last look, and when it is late', () => {
    const said = (looks: Look[], closedOn: string | null, day: string) =>
      ledgerStanding(yard('verified'), looks, course({ closedOn }), day)!.words;
    expect(said([], '2026-05-18', '2026-06-17')).toBe('达标，还没有回访');
    expect(said([], '2026-05-18', '2026-06-18')).toBe('达标，还没有回访，回访已逾期 1 天');
    expect(said([look()], '2026-05-18', '2026-08-14')).toBe('达标，最近查看 2026年7月15日');
    expect(said([look()], '2026-05-18', '2026-08-15')).toBe('达标，最近查看 2026年7月15日，回访已逾期 1 天');
  });
});

describe('the next round', () => {
  const wires = look({ kind: 'wiring', lookedOn: '2026-07-16' });
  it.each<[string, Look[], LedgerCourse, string[]]>([
    ['is not asked for where nothing was closed', [], course(), []],
    [
      'comes thirty days after the first was closed',
      [],
      course({ closedOn: '2026-05-18' }),
      ['structures 2026-06-17'],
    ],
    ['comes thirty days after the last look', [look()], course(), ['structures 2026-08-14']],
    [
      'for wires comes after seven days',
      [look(), wires],
      course(),
      ['wiring 2026-07-23', 'structures 2026-08-14'],
    ],
    [
      'for wires is part of the others once the renovation is over',
      [look(), wires],
      course({ isGoingOn: false }),
      ['structures 2026-08-14'],
    ],
  ])('%s', (_, looks, where, expected) => {
    expect(patrolsDue(looks, where, today).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(expected);
  });
});
