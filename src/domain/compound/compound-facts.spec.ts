import { compoundFacts, Exclusion } from './compound-facts';

const seed = { builtYear: 1989, buildingCount: 1, householdCount: 28, floorArea: 167700, exclusions: [] };
const say = (change: object, code: string) =>
  compoundFacts({ ...seed, ...change }, '2026-03-20', '/compounds/fl106').find((fact) => fact.code === code)!;

describe('what the register says to the gates', () => {
  it.each<[string, object, string, string]>([
    ['1989', {}, 'met', '1989 年建成，在 2002 年以前'],
    ['2001', { builtYear: 2001 }, 'met', '2001 年建成，在 2002 年以前'],
    ['2002', { builtYear: 2002 }, 'missing', '2002 年建成，2002 至 2005 年的另行安排'],
    ['2005', { builtYear: 2005 }, 'missing', '2005 年建成，2002 至 2005 年的另行安排'],
    ['2006', { builtYear: 2006 }, 'missing', '2006 年建成，晚于 2005 年'],
    ['an unknown year', { builtYear: null }, 'missing', '建成年份未填'],
    ['expropriation', { exclusions: ['expropriation'] satisfies Exclusion[] }, 'missing', '三年内将征收'],
  ])('eligible: %s', (_, change, state, detail) => {
    expect(say(change, 'compound.eligible')).toEqual({
      code: 'compound.eligible',
      state,
      detail,
      link: '/compounds/fl106',
    });
  });

  it.each([
    [{}, 'met', '四项数据已填'],
    [{ floorArea: null }, 'missing', '未填建筑面积'],
    [{ householdCount: null, buildingCount: null }, 'missing', '未填户数、楼栋数'],
  ])('four figures: %j', (change, state, detail) => {
    expect(say(change, 'compound.four-figures')).toMatchObject({ state, detail });
  });
});
