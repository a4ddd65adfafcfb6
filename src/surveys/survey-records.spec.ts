import { givenDoor, givenRecords, givenVisit } from './given-records';
import { countPairs, nextDoor, pipesOf, standingsOf, toSurveyFacts, totalsOf } from './survey-records';

const withShop = { ...givenRecords, doors: [givenDoor(1, '103', 'business'), ...givenRecords.doors] };

describe('the records of a survey', () => {
  it('say how every door stands, shops included', () => {
    expect([...standingsOf(withShop)]).toEqual([
      [1, 'not-visited'],
      [101, 'met'],
      [102, 'tenant'],
      [201, 'not-home'],
      [202, 'not-visited'],
    ]);
  });

  it('count households only', () => {
    expect(totalsOf(withShop)).toMatchObject({ doors: 4, due: 4, reached: 2, notVisited: 1 });
    expect(toSurveyFacts(withShop).doors.map(({ id }) => id)).toEqual([101, 102, 201, 202]);
    expect(nextDoor(withShop)?.id).toBe(202);
  });

  it('count a door twice visited once: met stays met', () => {
    const visits = [...givenRecords.visits, givenVisit(4, 101, 'not-home'), givenVisit(5, 201, 'met')];
    expect(totalsOf({ ...givenRecords, visits })).toMatchObject({ reached: 3, notHome: 0 });
  });

  it('leave out visits to doors that are no longer on the list', () => {
    expect(totalsOf({ ...givenRecords, visits: [givenVisit(9, 999, 'met')] }).reached).toBe(0);
  });

  it('name the connections that were noted', () => {
    const visit = { ...givenVisit(1, 101, 'met'), kitchen: 'rain-pipe' as const, rain: 'unknown' as const };
    expect(pipesOf(visit)).toEqual([
      { fixture: 'kitchen', target: 'rain-pipe' },
      { fixture: 'rain', target: 'unknown' },
    ]);
  });

  it('set the counts beside the grid data', () => {
    const survey = { ...givenRecords.survey, gridHouseholds: 28, gridResidents: 66 };
    expect(countPairs({ ...givenRecords, survey })).toEqual([
      { name: '户数', unit: '户', counted: 4, registered: 28 },
      { name: '人口', unit: '人', counted: 9, registered: 66 },
    ]);
    expect(countPairs({ ...givenRecords, doors: [] })[0].counted).toBeNull();
  });

  it('give the law the photos as numbers', () => {
    const { hazards, buildings } = toSurveyFacts(givenRecords);
    expect([hazards[0].photos, buildings]).toEqual([1, [{ no: '1号楼', photos: 1 }]]);
  });
});
