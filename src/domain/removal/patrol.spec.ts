import {
  Patrol,
  patrolBlockers,
  PatrolledCompound,
  PatrolledStructure,
  patrolOpenBlockers,
  patrolWithdrawalBlockers,
  reopenedBy,
} from './patrol';
import { isClosedState, isCounted, StructureState, structureStates } from './structure-states';

const today = '2026-07-20';
const patrol = (change: Partial<Patrol> = {}): Patrol => ({
  ...{ kind: 'structures', lookedOn: '2026-07-15', finding: 'clear', note: '', places: null, relapsed: [] },
  ...change,
});
const yard = (...states: StructureState[]): PatrolledStructure[] =>
  states.map((state, index) => ({
    ...{ id: index + 1, number: index + 1, state, isOver: false },
    closedOn: isClosedState(state) ? '2026-05-18' : null,
  }));
const compound = (change: Partial<PatrolledCompound> = {}): PatrolledCompound => ({
  ...{ openedOn: '2026-03-01', structures: yard('verified', 'standing') },
  ...change,
});
const codes = (change: Partial<Patrol>, where = compound()) =>
  patrolBlockers(patrol(change), where, today).map(({ code }) => code.replace('removal.patrol-', ''));

describe('a round', () => {
  it.each<[string, Partial<Patrol>, string[]]>([
    ['that found nothing', {}, []],
    ['of today', { lookedOn: today }, []],
    ['of tomorrow', { lookedOn: '2026-07-21' }, ['future']],
    ['of the day the renovation was opened', { lookedOn: '2026-03-01' }, []],
    ['of the day before', { lookedOn: '2026-02-28' }, ['early']],
    ['that mended something without a word', { finding: 'mended' }, ['note']],
    ['that mended something with blanks for a word', { finding: 'mended', note: ' \n' }, ['note']],
    ['that mended something', { finding: 'mended', note: '清走杂物' }, []],
    ['with a relapse nobody names', { finding: 'relapse', note: '又堆了杂物' }, []],
    ['with a relapse without a word', { finding: 'relapse', relapsed: [1] }, ['note']],
    ['with a relapse', { finding: 'relapse', note: '又搭了', relapsed: [1] }, []],
    ['with a relapse of what still stands', { finding: 'relapse', note: '又搭了', relapsed: [2] }, ['open']],
    ['with a relapse elsewhere', { finding: 'relapse', note: '又搭了', relapsed: [9] }, ['foreign']],
    [
      'with a relapse of the day it was closed',
      { finding: 'relapse', note: '又搭了', relapsed: [1], lookedOn: '2026-05-18' },
      [],
    ],
    [
      'with a relapse before it was closed',
      { finding: 'relapse', note: '又搭了', relapsed: [1], lookedOn: '2026-05-17' },
      ['before'],
    ],
    ['that found nothing and names a relapse', { relapsed: [1] }, ['relapse']],
    ['for wires that cut six', { kind: 'wiring', finding: 'mended', note: '剪除', places: 6 }, []],
    ['for wires that found nothing and cut six', { kind: 'wiring', places: 6 }, ['places']],
    ['for structures that cut six wires', { finding: 'mended', note: '剪除', places: 6 }, ['places']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('is written down from the survey on, and after the renovation is over', () => {
    expect(codes({}, compound({ openedOn: null, structures: [] }))).toEqual(['not-opened']);
    expect(patrolOpenBlockers({ openedOn: '2026-03-01' })).toEqual([]);
    const over = yard('verified').map((one) => ({ ...one, isOver: true }));
    const relapse = { finding: 'relapse', note: '又搭了', relapsed: [1] } as const;
    expect(codes(relapse, compound({ structures: over }))).toEqual([]);
  });

  it.each(structureStates)('opens a structure that is %s again only if it was closed', (state) => {
    const relapse = patrol({ finding: 'relapse', relapsed: [1] });
    expect(reopenedBy(relapse, yard(state))).toEqual(isClosedState(state) && isCounted(state) ? [1] : []);
    expect(reopenedBy(patrol({ relapsed: [1] }), yard(state))).toEqual([]);
  });

  it('opens nothing of a renovation that is over', () => {
    const [one] = yard('verified');
    expect(reopenedBy(patrol({ finding: 'relapse', relapsed: [1] }), [{ ...one, isOver: true }])).toEqual([]);
  });
});

describe('taking a round back', () => {
  it.each<[string, string | null, number[], string[]]>([
    ['that opened nothing again', null, [], []],
    ['that was taken back before', '2026-07-16', [], ['这次巡查已作废，不能再改动']],
    [
      'that opened two structures again',
      null,
      [3, 7],
      [
        '这次巡查重新打开了第 3 处、第 7 处，那里的记录已接着往下写，不能作废；情况有变请再登记一次巡查，并在该处按现状办理',
      ],
    ],
  ])('%s', (_, withdrawnOn, reopened, expected) => {
    expect(patrolWithdrawalBlockers({ withdrawnOn }, reopened).map(({ text }) => text)).toEqual(expected);
  });
});
