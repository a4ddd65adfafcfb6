import { DoorGrid, toDoorGrid } from '../compounds/door-grid.presenter';
import { DoorHistoryLine } from '../compounds/door-layers';
import { DoorLine } from '../compounds/doors.service';
import { byUnit } from '../domain/compound/doors-by-unit';
import { dayInWords } from '../domain/kernel/calendar-date';
import { DoorStanding } from '../domain/survey/door-visit';
import { DoorVisitRecord } from './door-visit.entity';
import { Survey } from './survey.entity';
import { doorMarks, pipesInWords, visitorsInWords } from './survey-words';
import { surveyPaths } from './surveys.paths';

/** One unit with how its doors stand. */
export interface UnitTable extends DoorGrid {
  /** 26/28 户有记录. */
  about: string;
  /** All doors of the unit on one form; empty for those who only read. */
  link: string;
}

/** Every unit of every building, in walking order. */
export function toUnitTables(
  doors: readonly DoorLine[],
  standings: ReadonlyMap<number, DoorStanding>,
  mayEdit: boolean,
): UnitTable[] {
  return byUnit(doors).map((unit) => {
    const [{ buildingId, unitNo }] = unit.doors;
    const visited = unit.doors.filter(({ id }) => standings.get(id) !== 'not-visited').length;
    return {
      ...toDoorGrid(unit, ({ id }) => ({
        status: doorMarks[standings.get(id) ?? 'not-visited'],
        link: surveyPaths.visits(id),
      })),
      about: `${visited}/${unit.doors.length} 户有记录`,
      link: mayEdit ? surveyPaths.unitVisits(buildingId, unitNo) : '',
    };
  });
}

/** Every visit to a door as lines of its history, the latest first. */
export const toVisitHistory = (
  history: readonly { survey: Survey; visits: readonly DoorVisitRecord[] }[],
  names: ReadonlyMap<number, string>,
): DoorHistoryLine[] =>
  history.flatMap(({ survey, visits }) =>
    visits.map((visit) => ({
      on: visit.visitedOn,
      status: doorMarks[visit.outcome],
      what: [`第 ${survey.number} 次摸底入户`, pipesInWords(visit)].filter(Boolean).join('：'),
      by: `${visitorsInWords(visit.visitors)}走访，${names.get(visit.recordedBy) ?? ''}登记`,
      note: visit.note || undefined,
      ...(visit.withdrawnOn
        ? { withdrawn: `${dayInWords(visit.withdrawnOn)} 作废：${visit.withdrawnReason}` }
        : survey.state === 'draft' && { withdrawLink: surveyPaths.withdrawVisit(visit.id) }),
    })),
  );
