import { untouched } from './structure-values';
import type { PlacedStructure } from './structures.desk';

/** A garage of 丰乐路106号院 as the specs tell it. */
export const givenStructure = (change: Partial<PlacedStructure> = {}): PlacedStructure => ({
  ...{ ...untouched, id: 7, compoundId: 1, renovationId: 2, number: 3, kind: 'building' },
  ...{ place: '院门东侧第 1 间', lengthCm: 500, widthCm: 300, area: 15_00, use: 'parking' },
  ...{ material: 'steel-sheet', sinceYear: 2003, party: 'owner', isOccupied: false, isSoleHome: false },
  ...{ hasHardship: false, blocksFireLane: true, blocksPipe: false, ownership: 'no-claim' },
  ...{ ownershipBasis: null, foundOn: '2026-03-10', plannedOn: '2026-05-18', state: 'standing' },
  ...{ reuse: '公共车棚', recordedBy: 4, version: 1, zoneIds: [11], ...change },
});
