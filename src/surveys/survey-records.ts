import type { Compound } from '../compounds/compound.entity';
import type { Building } from '../compounds/door.entities';
import type { DoorLine } from '../compounds/doors.service';
import { doorInWords } from '../domain/compound/doors';
import { CountPair } from '../domain/survey/counts';
import { RequiredField, SurveyFacts, requiredFields } from '../domain/survey/completeness';
import { DoorStanding, DoorVisit, VisitTotals, doorStanding, visitTotals } from '../domain/survey/door-visit';
import { PipeNote, pipeFixtureNames } from '../domain/survey/pipe-connection';
import type { DoorVisitRecord } from './door-visit.entity';
import type { HazardRecord } from './hazard.entities';
import type { Survey } from './survey.entity';

/** A finding with the ids of its photos. */
export interface FoundHazard extends HazardRecord {
  photoIds: number[];
}

/** A building with the ids of the photos taken for the survey. */
export interface SeenBuilding extends Building {
  photoIds: number[];
}

/** One survey with everything recorded in it; what was withdrawn is kept apart. */
export interface SurveyRecords {
  survey: Survey;
  compound: Compound;
  doors: DoorLine[];
  visits: DoorVisitRecord[];
  hazards: FoundHazard[];
  withdrawnHazards: FoundHazard[];
  buildings: SeenBuilding[];
}

/** The doors that count as households; shops, garages and stores may be visited and are not counted. */
const households = (doors: readonly DoorLine[]): DoorLine[] => doors.filter(({ use }) => use === 'dwelling');

/** The connections noted on a visit. */
export const pipesOf = (visit: Pick<DoorVisitRecord, 'kitchen' | 'toilet' | 'rain'>): PipeNote[] =>
  (Object.keys(pipeFixtureNames) as PipeNote['fixture'][]).flatMap((fixture) => {
    const target = visit[fixture];
    return target ? [{ fixture, target }] : [];
  });

type VisitRow = Pick<
  DoorVisitRecord,
  'dwellingId' | 'visitedOn' | 'outcome' | 'note' | 'kitchen' | 'toilet' | 'rain'
>;

/** A visit as the law reads it. */
export const toVisit = (row: VisitRow): DoorVisit => ({
  doorId: row.dwellingId,
  visitedOn: row.visitedOn,
  outcome: row.outcome,
  note: row.note,
  pipes: pipesOf(row),
});

/** How every door stands, by its id. */
export function standingsOf({
  doors,
  visits,
}: Pick<SurveyRecords, 'doors' | 'visits'>): Map<number, DoorStanding> {
  const byDoor = new Map<number, DoorVisitRecord[]>(doors.map(({ id }) => [id, []]));
  for (const visit of visits) byDoor.get(visit.dwellingId)?.push(visit);
  return new Map([...byDoor].map(([id, made]) => [id, doorStanding(made)]));
}

/** How far the survey has got with the households. */
export function totalsOf(records: Pick<SurveyRecords, 'doors' | 'visits'>): VisitTotals {
  const standings = standingsOf(records);
  return visitTotals(households(records.doors).map(({ id }) => standings.get(id)!));
}

/** The first household in walking order without a visit. */
export function nextDoor(records: Pick<SurveyRecords, 'doors' | 'visits'>): DoorLine | undefined {
  const standings = standingsOf(records);
  return households(records.doors).find(({ id }) => standings.get(id) === 'not-visited');
}

/** The survey as the law judges it. */
export function toSurveyFacts({
  survey,
  compound,
  doors,
  visits,
  hazards,
  buildings,
}: SurveyRecords): SurveyFacts {
  const fields = Object.keys(requiredFields) as RequiredField[];
  return {
    register: Object.fromEntries(fields.map((field) => [field, compound[field]])) as SurveyFacts['register'],
    doors: households(doors).map((door) => ({ id: door.id, words: doorInWords(door) })),
    visits: visits.map(toVisit),
    hazards: hazards.map((hazard) => ({ ...hazard, photos: hazard.photoIds.length })),
    noHazards: survey.noHazards,
    buildings: buildings.map(({ no, photoIds }) => ({ no, photos: photoIds.length })),
  };
}

/** What was counted beside what the grid data say. */
export const countPairs = ({ survey, compound, doors }: SurveyRecords): CountPair[] => [
  { name: '户数', unit: '户', counted: households(doors).length || null, registered: survey.gridHouseholds },
  { name: '人口', unit: '人', counted: compound.residentCount, registered: survey.gridResidents },
];
