import { DoorStanding, visitTotals } from './door-visit';
import { reachedFacts } from './reached-fact';

const day = '2026-03-20';
const totals = (met: number, notHome: number, notVisited = 0, vacant = 0) => {
  const several = (count: number, standing: DoorStanding) => Array<DoorStanding>(count).fill(standing);
  return visitTotals([
    ...several(met, 'met'),
    ...several(notHome, 'not-home'),
    ...several(notVisited, 'not-visited'),
    ...several(vacant, 'vacant'),
  ]);
};

describe('the doors reached, as the gate of consultation hears it', () => {
  it('says nothing before the first visit', () => {
    expect(reachedFacts(totals(0, 0, 28), day, '/')).toEqual([]);
  });

  it.each([
    [
      'one door below four fifths is missing',
      totals(7, 1, 2),
      'missing',
      '应访 10 户，访到 7 户（70%），不到 80%',
    ],
    ['exactly four fifths is enough', totals(8, 2), 'met', '应访 10 户，访到 8 户'],
    ['vacant doors are left out', totals(4, 1, 0, 5), 'met', '应访 5 户，访到 4 户'],
    ['all vacant counts as enough', totals(0, 0, 0, 3), 'met', '应访 0 户，访到 0 户'],
  ])('%s', (_, given, state, detail) => {
    expect(reachedFacts(given, day, '/doors')).toEqual([
      { code: 'meeting.households-reached', state, detail, link: '/doors' },
    ]);
  });
});
