import {
  DoorStanding,
  doorStanding,
  DoorVisit,
  enoughReached,
  visitBlockers,
  VisitOutcome,
  visitTotals,
} from './door-visit';

const today = '2026-03-20';
const visit: DoorVisit = { doorId: 1, visitedOn: today, outcome: 'met', note: '', pipes: [] };

describe('a visit', () => {
  it.each<[string, Partial<DoorVisit>, string[]]>([
    ['of today', {}, []],
    ['of tomorrow', { visitedOn: '2026-03-21' }, ['visit.future']],
    ['with another outcome and no word about it', { outcome: 'other', note: ' ' }, ['visit.note']],
    ['with another outcome told', { outcome: 'other', note: '正在装修，改日再访' }, []],
    ['refused', { outcome: 'refused' }, []],
    [
      'with the kitchen told twice',
      {
        pipes: [
          { fixture: 'kitchen', target: 'sewer' },
          { fixture: 'kitchen', target: 'mixed' },
        ],
      },
      ['visit.pipes'],
    ],
    [
      'with kitchen and toilet',
      {
        pipes: [
          { fixture: 'kitchen', target: 'sewer' },
          { fixture: 'toilet', target: 'sewer' },
        ],
      },
      [],
    ],
  ])('%s', (_, change, codes) => {
    expect(visitBlockers({ ...visit, ...change }, today).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a door', () => {
  const visits = (...outcomes: VisitOutcome[]) =>
    outcomes.map((outcome, index) => ({ outcome, visitedOn: `2026-03-${10 + index}` }));
  it.each<[string, VisitOutcome[], DoorStanding]>([
    ['never visited', [], 'not-visited'],
    ['not home, then met', ['not-home', 'met'], 'met'],
    ['met, then not home', ['met', 'not-home'], 'met'],
    ['met, then let to somebody', ['met', 'tenant'], 'tenant'],
    ['refused, then not home', ['refused', 'not-home'], 'not-home'],
    ['not home, then found vacant', ['not-home', 'vacant'], 'vacant'],
  ])('%s', (_, outcomes, standing) => {
    expect(doorStanding(visits(...outcomes))).toBe(standing);
    expect(doorStanding(visits(...outcomes).reverse())).toBe(standing);
  });
});

describe('two visits on one day', () => {
  it('count in the order they were made', () => {
    const [morning, evening] = (['vacant', 'refused'] as const).map((outcome) => ({
      outcome,
      visitedOn: today,
    }));
    expect(doorStanding([morning, evening])).toBe('refused');
    expect(doorStanding([evening, morning])).toBe('vacant');
  });
});

describe('all doors', () => {
  const standings = (counts: Partial<Record<DoorStanding, number>>): DoorStanding[] =>
    Object.entries(counts).flatMap(([standing, count]) =>
      Array<DoorStanding>(count).fill(standing as DoorStanding),
    );

  it('are counted by how they stand, vacant ones left out of what is due', () => {
    const all = standings({ met: 20, tenant: 2, 'not-home': 1, vacant: 3, refused: 1, 'not-visited': 1 });
    expect(visitTotals(all)).toEqual({
      doors: 28,
      due: 25,
      reached: 22,
      notVisited: 1,
      notHome: 1,
      refused: 1,
      vacant: 3,
    });
  });

  it.each([
    ['80 of 100', { met: 80, 'not-home': 20 }, true],
    ['79 of 100', { met: 79, 'not-home': 21 }, false],
    ['23 of 28', { met: 23, refused: 5 }, true],
    ['22 of 28', { met: 22, refused: 6 }, false],
    ['22 of 27 when one is vacant', { met: 22, refused: 5, vacant: 1 }, true],
    ['all vacant', { vacant: 4 }, true],
  ])('enough are reached with %s: %s', (_, counts, enough) => {
    expect(enoughReached(visitTotals(standings(counts)), today)).toBe(enough);
  });
});
