// For specs only: the survey of 丰乐路106号院 cut down to one building with two floors of two doors.
import type { Compound } from '../compounds/compound.entity';
import type { DoorLine } from '../compounds/doors.service';
import type { Frame } from '../compounds/workspace';
import type { VisitOutcome } from '../domain/survey/door-visit';
import type { StoredFile } from '../files/stored-file.entity';
import type { DoorVisitRecord } from './door-visit.entity';
import type { FoundHazard, SeenBuilding, SurveyRecords } from './survey-records';
import type { Survey } from './survey.entity';

export const givenToday = '2026-03-20';

export const givenFrame = { crumbs: [{ label: '楼院' }], head: {} } as unknown as Frame;

export const givenCompound = {
  id: 7,
  code: 'fl106',
  name: '丰乐路106号院',
  householdCount: 4,
  residentCount: 9,
} as Compound;

export const givenSurvey: Survey = {
  id: 3,
  compoundId: 7,
  renovationId: 1,
  number: 1,
  state: 'draft',
  openedOn: '2026-03-12',
  surveyedOn: '2026-03-12',
  gridHouseholds: null,
  gridResidents: null,
  buildingSafety: null,
  safetyConclusion: null,
  noHazards: false,
  note: null,
  communitySignedBy: null,
  communitySignedOn: null,
  streetSignedBy: null,
  streetSignedOn: null,
  returnReason: null,
  version: 2,
};

export const givenDoor = (id: number, roomNo: string, use: DoorLine['use'] = 'dwelling'): DoorLine => ({
  id,
  buildingId: 5,
  buildingNo: '1号楼',
  unitNo: 1,
  floorNo: Number(roomNo[0]),
  roomNo,
  use,
  version: 1,
});

export const givenDoors = [
  givenDoor(101, '101'),
  givenDoor(102, '102'),
  givenDoor(201, '201'),
  givenDoor(202, '202'),
];

export const givenVisit = (id: number, dwellingId: number, outcome: VisitOutcome): DoorVisitRecord => ({
  id,
  surveyId: 3,
  dwellingId,
  visitedOn: '2026-03-12',
  visitors: 'community-worker,building-lead',
  outcome,
  note: '',
  kitchen: null,
  toilet: null,
  rain: null,
  withdrawnOn: null,
  withdrawnReason: null,
  recordedBy: 21,
  recordedAt: '2026-03-12T11:00:00.000Z',
  version: 1,
});

export const givenHazard: FoundHazard = {
  id: 31,
  surveyId: 3,
  kind: 'fire-lane-blocked',
  place: '院门至单元口',
  description: '面包车压住通道',
  severity: 4,
  foundOn: '2026-03-12',
  controlBy: '2026-03-13',
  controlledOn: null,
  controlNote: null,
  item: 'B08',
  carriedFromId: null,
  withdrawnOn: null,
  withdrawnReason: null,
  recordedBy: 21,
  version: 1,
  photoIds: [41],
};

export const givenBuilding = { id: 5, compoundId: 7, no: '1号楼', photoIds: [42] } as unknown as SeenBuilding;

export const givenPhoto = (id: number): StoredFile =>
  ({ id, publicId: 'x', width: 960, height: 720, caption: '院门' }) as StoredFile;

export const givenPhotos = new Map([41, 42].map((id) => [id, givenPhoto(id)]));

/** The figure of a photo as a page carries it. */
export const givenFigure = (id: number) => ({
  webp: `/files/${id}/480.webp`,
  jpeg: `/files/${id}/480.jpg`,
  width: 480,
  height: 360,
  alt: '院门',
});

/** Two doors met, one not at home, one not visited; one grade 4 finding; one photo each. */
export const givenRecords: SurveyRecords = {
  survey: givenSurvey,
  compound: givenCompound,
  doors: givenDoors,
  visits: [givenVisit(1, 101, 'met'), givenVisit(2, 102, 'tenant'), givenVisit(3, 201, 'not-home')],
  hazards: [givenHazard],
  withdrawnHazards: [],
  buildings: [givenBuilding],
};
