import { DoorHistoryLine } from '../compounds/door-layers';
import { Dwelling } from '../compounds/door.entities';
import { DoorLine } from '../compounds/doors.service';
import { dayInWords } from '../domain/kernel/calendar-date';
import { DoorStanding } from '../domain/survey/door-visit';
import { StatusMark } from '../platform/web/figures';
import { DoorVisitRecord } from './door-visit.entity';
import { Survey } from './survey.entity';
import { doorMarks, pipesInWords, visitorsInWords } from './survey-words';
import { surveyPaths } from './surveys.paths';

/** The doors of one unit as a table: a row for each floor, the top floor first as one looks at the house. */
export interface UnitTable {
  name: string;
  /** 26/28 户有记录. */
  about: string;
  /** All doors of the unit on one form; empty for those who only read. */
  link: string;
  floors: { name: string; doors: { label: string; note: string; status: StatusMark; link: string }[] }[];
}

const useNotes: Record<Dwelling['use'], string> = {
  dwelling: '',
  business: '商用',
  garage: '车库',
  storage: '储藏',
};

/** Every unit of every building, in walking order. */
export function toUnitTables(
  doors: readonly DoorLine[],
  standings: ReadonlyMap<number, DoorStanding>,
  mayEdit: boolean,
): UnitTable[] {
  const units = new Map<string, DoorLine[]>();
  for (const door of doors) {
    const name = `${door.buildingNo} ${door.unitNo} 单元`;
    units.set(name, [...(units.get(name) ?? []), door]);
  }
  return [...units].map(([name, unit]) => {
    const visited = unit.filter(({ id }) => standings.get(id) !== 'not-visited').length;
    return {
      name,
      about: `${visited}/${unit.length} 户有记录`,
      link: mayEdit ? surveyPaths.unitVisits(unit[0].buildingId, unit[0].unitNo) : '',
      floors: floorsOf(unit).map((floorNo) => ({
        name: `${floorNo} 层`,
        doors: unit
          .filter((door) => door.floorNo === floorNo)
          .map((door) => ({
            label: door.roomNo,
            note: useNotes[door.use],
            status: doorMarks[standings.get(door.id) ?? 'not-visited'],
            link: surveyPaths.visits(door.id),
          })),
      })),
    };
  });
}

const floorsOf = (unit: readonly DoorLine[]): number[] =>
  [...new Set(unit.map(({ floorNo }) => floorNo))].sort((one, other) => other - one);

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
