import { squareMetres } from '../kernel/area';
import { garage } from './given-removal';
import {
  Ownership,
  ownershipBlockers,
  placeLimit,
  removalOverBlockers,
  StructureSheet,
  structureBlockers,
  structureWarnings,
} from './structure';

const today = '2026-03-20';
const yard = { landArea: squareMetres(490) };
const codes = (change: Partial<StructureSheet>, landArea: number | null = yard.landArea) =>
  structureBlockers(garage(change), { landArea }, today).map(({ code }) =>
    code.replace('removal.structure-', ''),
  );

describe('a structure', () => {
  it.each<[string, Partial<StructureSheet>, string[]]>([
    ['as found', {}, []],
    ['of no area', { area: 0 }, ['area']],
    ['of less than nothing', { area: -1 }, ['area']],
    ['of the smallest area', { area: 1 }, []],
    ['of half a hundredth', { area: 0.5 }, ['area']],
    ['without an area though it covers ground', { area: null }, ['area']],
    ['wires, which cover no ground', { kind: 'wiring', area: null }, []],
    ['as large as the whole yard', { area: squareMetres(490) }, []],
    ['larger than the yard', { area: squareMetres(490) + 1 }, ['area']],
    ['a thousand times too large', { area: squareMetres(15_000) }, ['area']],
    ['without a place', { place: ' ' }, ['place']],
    ['with a place as long as may be', { place: '东'.repeat(placeLimit) }, []],
    ['with a place one character longer', { place: '东'.repeat(placeLimit + 1) }, ['place']],
    ['found tomorrow', { foundOn: '2026-03-21' }, ['foundOn']],
    ['built next year', { sinceYear: 2027 }, ['sinceYear']],
    ['built this year', { sinceYear: 2026 }, []],
    ['built at an unknown time', { sinceYear: null }, []],
    ['built in 1899', { sinceYear: 1899 }, ['sinceYear']],
    ['a sole home nobody lives in', { isSoleHome: true }, ['soleHome']],
    ['a sole home', { isSoleHome: true, isOccupied: true }, []],
    ['of the former unit, ownership not asked', { kind: 'legacy-unit' }, ['ownership']],
    ['of the former unit, being asked', { kind: 'legacy-unit', ownership: 'open' }, []],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('where the ground is unknown, may be 2000 ㎡ and not 0.01 ㎡ more', () => {
    expect(codes({ area: squareMetres(2000) }, null)).toEqual([]);
    expect(codes({ area: squareMetres(2000) + 1 }, null)).toEqual(['area']);
  });

  it('is doubted from 200.01 ㎡ on', () => {
    const said = (area: number) => structureWarnings(garage({ area })).length;
    expect([said(squareMetres(200)), said(squareMetres(200) + 1)]).toEqual([0, 1]);
  });

  it('that is a sole home or of an unknown user says what has to come first', () => {
    const found = structureWarnings(garage({ isSoleHome: true, isOccupied: true, party: 'unknown' }));
    expect(found.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });
});

describe('D13: whose property is it', () => {
  it.each<[StructureSheet['kind'], Ownership, boolean]>([
    ['building', 'no-claim', false],
    ['building', 'open', true],
    ['building', 'not-lawful', false],
    ['legacy-unit', 'no-claim', true],
    ['legacy-unit', 'open', true],
    ['legacy-unit', 'lawful', true],
    ['legacy-unit', 'consented', false],
    ['legacy-unit', 'not-lawful', false],
  ])('%s, %s: held back %s', (kind, ownership, held) => {
    const found = ownershipBlockers({ kind, ownership });
    expect(found.map(({ code, level }) => [code, level])).toEqual(held ? [['removal.D13', 'law']] : []);
  });
});

it('a renovation that is over takes no more records, a paused one does', () => {
  expect(
    (['active', 'paused', 'closed', 'cancelled'] as const).map((state) => removalOverBlockers(state).length),
  ).toEqual([0, 0, 1, 1]);
});
