// For specs only: 丰乐路106号院 cut down to one building with two floors of two doors and a shop below.
import type { Compound } from '../compounds/compound.entity';
import type { RenovationChoice } from '../compounds/compounds.desk';
import type { DoorLayer } from '../compounds/door-layers';
import type { DoorLine } from '../compounds/doors.service';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { RecordedCall } from '../domain/meeting/household-sheet';
import { householdStandings } from '../domain/meeting/household-standing';
import type { HouseholdRecords, PastCall } from './households.desk';

export const givenToday = '2026-04-24';

export const givenFrame = { crumbs: [{ label: '楼院' }], head: { facts: ['28 户'] } } as unknown as Frame;

export const givenCompound = { id: 7, code: 'fl106', name: '丰乐路106号院' } as Compound;

export const givenRenovation = {
  id: 1,
  compoundId: 7,
  sequence: 1,
  name: '丰乐路106号院微改造',
  track: 'micro',
  stage: 'consultation',
  state: 'active',
  isCurrent: true,
  openedOn: '2026-03-01',
} as Renovation;

export const givenChoice: RenovationChoice = {
  compound: givenCompound,
  renovation: givenRenovation,
  renovations: [givenRenovation],
};

export const givenDoor = (id: number, change: Partial<DoorLine> = {}): DoorLine => ({
  id,
  buildingId: 5,
  buildingNo: '1号楼',
  unitNo: 1,
  floorNo: Math.floor(id / 100),
  roomNo: String(id),
  use: 'dwelling',
  version: 1,
  ...change,
});

export const givenDoors = [
  givenDoor(100, { use: 'business' }),
  givenDoor(101),
  givenDoor(102),
  givenDoor(201),
  givenDoor(202),
];

export const givenCall = (
  id: number,
  dwellingId: number,
  change: Partial<RecordedCall> = {},
): RecordedCall => ({
  id,
  dwellingId,
  calledOn: '2026-04-23',
  outcome: 'met',
  answers: {},
  note: '',
  ...change,
});

/** 101 agrees to everything, 102 was against the removal, 201 was not at home twice, 202 was never called at. */
export const givenCalls = [
  givenCall(1, 101, { answers: { renovation: 'agree', removal: 'agree', fee: 'agree' } }),
  givenCall(2, 102, { answers: { renovation: 'agree', removal: 'against' } }),
  givenCall(3, 201, { outcome: 'not-home', calledOn: '2026-04-20' }),
  givenCall(4, 201, { outcome: 'not-home' }),
];

export const givenRecords: HouseholdRecords = {
  compound: givenCompound,
  renovation: givenRenovation,
  doors: givenDoors,
  calls: givenCalls,
  standings: householdStandings(givenCalls),
};

export const givenLayer = (key: string, label: string): DoorLayer => ({
  key,
  label,
  action: 'household.read',
  position: 1,
  marks: () => Promise.resolve(new Map()),
});

/** A call as it stands in the history of its door. */
export const givenPastCall = (id: number, change: Partial<PastCall>): PastCall => ({
  id,
  renovationId: 1,
  dwellingId: 102,
  calledOn: '2026-04-23',
  callers: 'community-worker,building-lead',
  outcome: 'met',
  note: '',
  withdrawnOn: null,
  withdrawnReason: null,
  recordedBy: 21,
  recordedAt: '2026-04-23T12:00:00.000Z',
  version: 1,
  answers: {},
  renovation: givenRenovation,
  ...change,
});
