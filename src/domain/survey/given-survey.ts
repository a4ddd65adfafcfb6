// For specs only: the survey of 丰乐路106号院, complete.
import { doorInWords, doorsOf } from '../compound/doors';
import type { SurveyFacts } from './completeness';

export const surveyDay = '2026-03-20';

const doors = doorsOf({ buildingNo: '1号楼', units: 1, floors: 7, doorsPerFloor: 4, firstFloor: 1 });

export const completeSurvey: SurveyFacts = {
  register: {
    address: '丰乐路106号',
    communityId: 7,
    builtYear: 1989,
    builtYearBasis: 'unit-certificate',
    siteArea: 49000,
    floorArea: 167700,
    buildingCount: 1,
    unitCount: 1,
    floorsMax: 7,
    householdCount: 28,
    residentCount: 66,
    tenure: 'reformed',
    originUnit: '搬运三站',
    originUnitStatus: 'acquired',
    noOwnerReason: 'restructured',
    managementStatus: 'residents',
  },
  doors: doors.map((door, index) => ({ id: index + 1, words: doorInWords(door) })),
  visits: doors.map((_, index) => ({
    doorId: index + 1,
    visitedOn: '2026-03-18',
    outcome: 'met' as const,
    note: '',
    pipes: [],
  })),
  hazards: [
    {
      kind: 'fire-lane-blocked',
      place: '院门至楼前',
      severity: 3,
      foundOn: '2026-03-18',
      controlBy: null,
      controlledOn: null,
      photos: 1,
    },
  ],
  noHazards: false,
  buildings: [{ no: '1号楼', photos: 1 }],
};
