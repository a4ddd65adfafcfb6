import { planningCase, workCalendar } from '../domain/removal/given-removal';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { givenStructure } from '../structures/given-structure';
import type { PlacedStructure } from '../structures/structures.desk';
import { countByKind, KnownCase } from './removal-judging';

// What the tests of this room tell of 丰乐路106号院.

export const givenToday = '2026-05-18';
export const givenCalendar = workCalendar;
export const givenFrame = { crumbs: [], head: {} } as unknown as Frame;
export const givenCompound = { id: 1, code: 'fl106', name: '丰乐路106号院' } as Compound;

/** A garage at the gate, found in March, nothing planned or done about it yet. */
export const givenPlaced = (change: Partial<PlacedStructure> = {}): PlacedStructure =>
  givenStructure({
    ...{ id: 3, renovationId: 1, place: '院门东侧', lengthCm: null, widthCm: null, plannedOn: null },
    ...{ reuse: null, recordedBy: 1, zoneIds: [], ...change },
  });

/** Nobody went there yet. */
export const givenStanding = (change: Partial<PersuasionStanding> = {}): PersuasionStanding => ({
  ...{ attitude: 'not-visited', visits: 0, lastOn: null, pictureShown: false, promisedOn: null },
  ...{ nextDueOn: '2026-03-13', overdueDays: 66, ...change },
});

/** A structure with what its steps are judged by; nothing statutory on record. */
export const givenKnown = (change: Partial<PlacedStructure> = {}): KnownCase => {
  const structure = givenPlaced(change);
  return {
    found: {
      structure,
      compound: givenCompound,
      renovation: { id: 1, sequence: 1, isCurrent: true, state: 'active' } as never,
    },
    ways: {
      ...{ sheet: structure, consent: null, hasHardship: structure.hasHardship, careSignedOff: false },
      ...{ cutsUtilities: false, statutory: planningCase({ steps: [], conclusion: null }) },
    },
    ...{ events: [], files: [], counts: countByKind([]) },
  };
};
