import { structureStates } from './structure-states';
import {
  Attitude,
  compareDue,
  nextVisitDueOn,
  persuasionBlockers,
  persuasionInWords,
  persuasionLimit,
  persuasionStanding,
  PersuasionVisit,
  visitingBlockers,
  visitTimeAt,
  withdrawnVisitBlockers,
} from './persuasion';

const today = '2026-03-20';
const structure = { foundOn: '2026-03-10', isOpen: true };
const visit = (change: Partial<PersuasionVisit> = {}): PersuasionVisit => ({
  ...{
    visitedOn: '2026-03-15',
    time: 'evening',
    visitors: ['community', 'building-lead'],
    attitude: 'waiting',
  },
  ...{ asked: '东西没有地方放', promised: '', promisedOn: null, pictureShown: false, ...change },
});

describe('a visit', () => {
  it.each<[string, Partial<PersuasionVisit>, string[]]>([
    ['of last week', {}, []],
    ['of today', { visitedOn: today }, []],
    ['of tomorrow', { visitedOn: '2026-03-21' }, ['future']],
    ['on the day it was found', { visitedOn: '2026-03-10' }, []],
    ['the day before it was found', { visitedOn: '2026-03-09' }, ['early']],
    ['by nobody', { visitors: [] }, ['visitors']],
    ['of nobody to be found, who promised', { attitude: 'lost', promised: '月底拆' }, ['promise']],
    ['with a promise for the same day', { attitude: 'agree', promisedOn: '2026-03-15' }, []],
    ['with a promise for the day before', { attitude: 'agree', promisedOn: '2026-03-14' }, ['promise']],
    ['told at full length', { asked: '长'.repeat(persuasionLimit) }, []],
    ['told one character too long', { asked: '长'.repeat(persuasionLimit + 1) }, ['asked']],
  ])('%s', (_, change, expected) => {
    const found = persuasionBlockers(visit(change), structure, today);
    expect(found.map(({ code }) => code.replace('removal.visit-', ''))).toEqual(expected);
  });
});

describe('the next visit', () => {
  it.each<[string, PersuasionVisit | undefined, string | null]>([
    ['after nobody went yet: three days after it was found', undefined, '2026-03-13'],
    ['after 观望: three days', visit(), '2026-03-18'],
    ['after 反对: seven days', visit({ attitude: 'against' }), '2026-03-22'],
    ['after 失联: three days', visit({ attitude: 'lost' }), '2026-03-18'],
    ['after 同意: none', visit({ attitude: 'agree' }), null],
    [
      'after a promise: the day after it',
      visit({ attitude: 'agree', promisedOn: '2026-03-31' }),
      '2026-04-01',
    ],
  ])('%s', (_, last, expected) => {
    expect(nextVisitDueOn(last, structure.foundOn)).toBe(expected);
  });

  it.each([
    ['2026-03-18', 0],
    ['2026-03-19', 1],
  ])('is late on %s by %i days', (day, days) => {
    expect(persuasionStanding([visit()], structure, day).overdueDays).toBe(days);
  });

  it('is not asked for once the structure is gone', () => {
    expect(persuasionStanding([visit()], { ...structure, isOpen: false }, today).nextDueOn).toBeNull();
  });
});

describe('how a case stands', () => {
  const of = (...attitudes: Attitude[]) =>
    attitudes.map((attitude, index) => visit({ attitude, visitedOn: `2026-03-${11 + index}` }));

  it.each<[Attitude[], Attitude | 'not-visited']>([
    [[], 'not-visited'],
    [['against', 'waiting', 'agree'], 'agree'],
    [['agree', 'against'], 'against'],
    [['against', 'lost'], 'lost'],
  ])('%j: %s, whatever the order the visits come in', (attitudes, expected) => {
    expect(persuasionStanding(of(...attitudes), structure, today).attitude).toBe(expected);
    expect(persuasionStanding(of(...attitudes).reverse(), structure, today).attitude).toBe(expected);
  });

  it('remembers that the picture was shown once', () => {
    const visits = [visit({ pictureShown: true }), visit({ visitedOn: '2026-03-18' })];
    expect(persuasionStanding(visits, structure, today)).toMatchObject({ pictureShown: true, visits: 2 });
  });

  it('is said in one line', () => {
    const said = (visits: PersuasionVisit[], day: string) =>
      persuasionInWords(persuasionStanding(visits, structure, day));
    expect(said([], '2026-03-12')).toBe('还没有走访，2026年3月13日前再去一次');
    expect(said([visit()], today)).toBe('观望，走访 1 次，走访已逾期 2 天');
    expect(said([visit({ attitude: 'agree' })], today)).toBe('同意，走访 1 次');
  });
});

describe('visiting', () => {
  it('goes on while the structure stands, and the renovation too', () => {
    const visited = structureStates.filter((state) => !visitingBlockers(state, 'active').length);
    expect(visited).toEqual(['standing', 'ownership-check', 'agreed']);
    expect(visitingBlockers('standing', 'closed')).toHaveLength(1);
    expect(visitingBlockers('verified', 'closed')).toHaveLength(2);
  });

  it('a visit is taken back once', () => {
    expect(withdrawnVisitBlockers({ withdrawnOn: null })).toEqual([]);
    expect(withdrawnVisitBlockers({ withdrawnOn: today })[0].text).toContain('已作废');
  });

  it.each([
    ['00:00', 'morning'],
    ['11:59', 'morning'],
    ['12:00', 'afternoon'],
    ['16:59', 'afternoon'],
    ['17:00', 'evening'],
    ['23:59', 'evening'],
  ])('at %s it is one of the %s', (wallTime, time) => expect(visitTimeAt(wallTime)).toBe(time));

  it('goes first where somebody waits longest, last where nobody has to go', () => {
    const due = (visits: PersuasionVisit[]) => persuasionStanding(visits, structure, today);
    const list = [due([visit({ attitude: 'agree' })]), due([visit()]), due([])];
    expect(list.sort(compareDue).map(({ nextDueOn }) => nextDueOn)).toEqual([
      '2026-03-13',
      '2026-03-18',
      null,
    ]);
  });
});
