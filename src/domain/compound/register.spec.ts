import { squareMetres } from '../kernel/area';
import { RegisterFigures, registerBlockers, registerWarnings } from './register';

const today = '2026-03-20';
const seed: RegisterFigures = {
  builtYear: 1989,
  siteArea: squareMetres(490),
  floorArea: squareMetres(1677),
  buildingCount: 1,
  unitCount: 1,
  floorsMin: 7,
  floorsMax: 7,
  householdCount: 28,
  residentCount: 66,
  elderlyCount: 40,
  vacantCount: 2,
  rentedCount: 3,
};
const unknown = Object.fromEntries(
  Object.keys(seed).map((field) => [field, null]),
) as unknown as RegisterFigures;
const codes = (found: { code: string }[]) => found.map(({ code }) => code.replace('register.', ''));

describe('the figures of a compound', () => {
  it.each<[string, Partial<RegisterFigures>, string[]]>([
    ['of 丰乐路106号院', {}, []],
    ['not known', unknown, []],
    ['built in 1900', { builtYear: 1900 }, []],
    ['built in 1899', { builtYear: 1899 }, ['builtYear']],
    ['built this year', { builtYear: 2026 }, []],
    ['built next year', { builtYear: 2027 }, ['builtYear']],
    ['no site', { siteArea: 0 }, ['siteArea']],
    ['the smallest site', { siteArea: 1 }, []],
    ['no floor area', { floorArea: 0 }, ['floorArea']],
    ['no building', { buildingCount: 0 }, ['buildingCount']],
    ['no unit', { unitCount: 0, buildingCount: null }, ['unitCount']],
    ['no household', { householdCount: 0, vacantCount: 0, rentedCount: 0 }, ['householdCount']],
    ['nobody lives there', { residentCount: 0, elderlyCount: 0 }, []],
    ['fewer than nobody', { residentCount: -1, elderlyCount: null }, ['residentCount']],
    ['sixty floors', { floorsMax: 60 }, []],
    ['sixty-one floors', { floorsMax: 61 }, ['floorsMax']],
    ['lowest above highest', { floorsMin: 8 }, ['floorsMin']],
    ['fewer units than buildings', { buildingCount: 2 }, ['unitCount']],
    ['all of them old', { elderlyCount: 66 }, []],
    ['more old people than people', { elderlyCount: 67 }, ['elderlyCount']],
    ['every door empty or let', { vacantCount: 14, rentedCount: 14 }, []],
    ['more empty and let doors than doors', { vacantCount: 14, rentedCount: 15 }, ['vacantCount']],
  ])('%s', (_, change, expected) => {
    expect(codes(registerBlockers({ ...seed, ...change }, today))).toEqual(expected);
  });

  it('are all named at once', () => {
    expect(
      registerBlockers({ ...seed, builtYear: 2030, siteArea: -1, householdCount: 0 }, today),
    ).toHaveLength(4);
  });

  it.each<[string, Partial<RegisterFigures>, string[]]>([
    ['of 丰乐路106号院', {}, []],
    ['a floor area of just site × floors and a tenth', { floorArea: squareMetres(3773) }, []],
    ['0.01 ㎡ more', { floorArea: squareMetres(3773) + 1 }, ['coverage']],
    ['no site to compare with', { siteArea: null, floorArea: squareMetres(90000) }, []],
    ['no floors to compare with', { floorsMax: null, floorArea: squareMetres(90000) }, []],
    ['no floor area to compare', { floorArea: null }, []],
    ['one household in one unit', { householdCount: 1 }, []],
    ['fewer households than units', { householdCount: 3, unitCount: 4 }, ['few-households']],
  ])('look likely: %s', (_, change, expected) => {
    const found = registerWarnings({ ...seed, ...change }, today);
    expect(codes(found)).toEqual(expected);
    expect(found.every(({ level }) => level === 'warning')).toBe(true);
  });
});
