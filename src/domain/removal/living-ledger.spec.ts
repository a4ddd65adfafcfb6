import {
  ledgerStanding,
  nextPatrolDueOn,
  Patrol,
  patrolBlockers,
  PatrolFinding,
  PatrolledStructure,
  reopenedBy,
} from './living-ledger';
import { isClosedState, isCounted, StructureState, structureStates } from './structure-states';

const today = '2026-07-20';
const patrol = (change: Partial<Patrol> = {}): Patrol => ({
  ...{ kind: 'structures', lookedOn: '2026-07-15', finding: 'clear', note: '', relapsed: [], ...change },
});
const yard = (...states: StructureState[]): PatrolledStructure[] =>
  states.map((state, index) => ({ id: index + 1, state }));

describe('a round', () => {
  it.each<[string, Partial<Patrol>, string[]]>([
    ['that found nothing', {}, []],
    ['of today', { lookedOn: today }, []],
    ['of tomorrow', { lookedOn: '2026-07-21' }, ['patrol-future']],
    ['that mended something without a word', { finding: 'mended' }, ['patrol-note']],
    ['that mended something', { finding: 'mended', note: '剪除飞线两处' }, []],
    ['with a relapse', { finding: 'relapse', note: '又搭了', relapsed: [1] }, []],
    [
      'with a relapse of what still stands',
      { finding: 'relapse', note: '又搭了', relapsed: [2] },
      ['patrol-open'],
    ],
    ['with a relapse elsewhere', { finding: 'relapse', note: '又搭了', relapsed: [9] }, ['patrol-foreign']],
    ['that found nothing and names a relapse', { relapsed: [1] }, ['patrol-relapse']],
  ])('%s', (_, change, expected) => {
    const found = patrolBlockers(patrol(change), yard('verified', 'standing'), today);
    expect(found.map(({ code }) => code.replace('removal.', ''))).toEqual(expected);
  });

  it.each(structureStates)('opens a structure that is %s again only if it was closed', (state) => {
    const found = reopenedBy(patrol({ finding: 'relapse', relapsed: [1] }), yard(state));
    expect(found).toEqual(isClosedState(state) && isCounted(state) ? [1] : []);
    expect(reopenedBy(patrol({ relapsed: [1] }), yard(state))).toEqual([]);
  });
});

describe('the sign of a compound', () => {
  it.each<[StructureState[], PatrolFinding | null, string]>([
    [[], null, '达标'],
    [['verified', 'retained-legal', 'scoped-out'], 'clear', '达标'],
    [['verified', 'agreed'], 'clear', '整改中'],
    [['removed'], 'clear', '整改中'],
    [['standing', 'verified'], 'clear', '未达标'],
    [['ownership-check'], null, '未达标'],
    [['struck-out'], null, '达标'],
    [['verified'], 'relapse', '未达标'],
    [['verified'], 'mended', '达标'],
  ])('%j, last found %s: %s', (states, finding, expected) => {
    const patrols = finding ? [patrol({ finding })] : [];
    const { words } = ledgerStanding(yard(...states), patrols, { closedOn: null }, today);
    expect(words.split('，')[0]).toBe(expected);
  });

  it('says the day of the last look, and when it is late', () => {
    const said = (patrols: Patrol[], closedOn: string | null, day: string) =>
      ledgerStanding(yard('verified'), patrols, { closedOn }, day).words;
    expect(said([], '2026-05-18', '2026-06-17')).toBe('达标，还没有回访');
    expect(said([], '2026-05-18', '2026-06-18')).toBe('达标，还没有回访，回访已逾期 1 天');
    expect(said([patrol()], '2026-05-18', '2026-08-14')).toBe('达标，最近查看 2026年7月15日');
  });

  it('asks for the next look after thirty days, for wires after seven', () => {
    expect(nextPatrolDueOn([], null, today)).toBeNull();
    expect(nextPatrolDueOn([patrol()], null, today)).toBe('2026-08-14');
    const wires = patrol({ kind: 'wiring', lookedOn: '2026-07-16' });
    expect(nextPatrolDueOn([patrol(), wires], null, today)).toBe('2026-07-23');
  });
});
