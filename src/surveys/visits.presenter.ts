import { Compound } from '../compounds/compound.entity';
import { DoorLine } from '../compounds/doors.service';
import { Frame } from '../compounds/workspace';
import { doorInWords, unitInWords } from '../domain/compound/doors';
import { byFloor } from '../domain/compound/doors-by-unit';
import { dayInWords } from '../domain/kernel/calendar-date';
import { visitOutcomeNames, visitorRoleNames } from '../domain/survey/door-visit';
import { pipeTargetNames } from '../domain/survey/pipe-connection';
import { typedColumn } from '../platform/web/cells';
import { Option, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions, toChosen } from '../platform/web/options';
import { DoorVisitRecord } from './door-visit.entity';
import { Survey } from './survey.entity';
import { SurveyRecords, standingsOf } from './survey-records';
import { doorMarks, pipesInWords, visitorsInWords } from './survey-words';
import { surveyPaths } from './surveys.paths';

/** One visit in the history of a door. */
export interface VisitLine {
  day: string;
  status: StatusMark;
  visitors: string;
  note: string;
  pipes: string;
  recordedBy: string;
  withdrawn: string;
  withdrawLink: string;
}

/** The visits at one door (views/surveys/visits). */
export interface VisitsPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  /** Why nothing can be recorded; empty where the form is shown. */
  closed: string;
  form: FormState;
  action: string;
  outcomes: Option[];
  roles: Option[];
  targets: Option[];
  /** Whether the pipes are asked for at once, because the sewers are mixed here. */
  wantsPipes: boolean;
  /** Surveys, the latest first, each with its visits to this door. */
  history: { name: string; visits: VisitLine[] }[];
  previousLink: string;
  nextLink: string;
  backLink: string;
}

interface VisitsView {
  compound: Compound;
  door: DoorLine;
  /** The latest survey; null before the first. */
  records: SurveyRecords | null;
  history: { survey: Survey; visits: DoorVisitRecord[] }[];
  names: ReadonlyMap<number, string>;
  neighbours: { previous?: DoorLine; next?: DoorLine };
  closed: string;
  mayEdit: boolean;
}

/** One door: the form of a visit, and every visit made. */
export function toVisits(view: VisitsView, form: FormState, frame: Frame): VisitsPage {
  const { compound, door, records, names, neighbours } = view;
  const standing = records ? standingsOf(records).get(door.id) : undefined;
  return {
    ...frame,
    title: `${doorInWords(door)} · ${compound.name}`,
    heading: doorInWords(door),
    status: doorMarks[standing ?? 'not-visited'],
    closed: view.closed,
    form,
    action: surveyPaths.visits(door.id),
    outcomes: toOptions(visitOutcomeNames),
    roles: toOptions(visitorRoleNames),
    targets: toOptions(pipeTargetNames),
    wantsPipes: records?.hazards.some(({ kind }) => kind === 'drain-mixed') ?? false,
    history: view.history.map(({ survey, visits }) => ({
      name: `第 ${survey.number} 次摸底`,
      visits: visits.map((visit) => toVisitLine(visit, names, view.mayEdit && survey.state === 'draft')),
    })),
    previousLink: neighbours.previous ? surveyPaths.visits(neighbours.previous.id) : '',
    nextLink: neighbours.next ? surveyPaths.visits(neighbours.next.id) : '',
    backLink: surveyPaths.doors(compound.code),
  };
}

function toVisitLine(
  visit: DoorVisitRecord,
  names: ReadonlyMap<number, string>,
  mayEdit: boolean,
): VisitLine {
  const { withdrawnOn, withdrawnReason } = visit;
  return {
    day: dayInWords(visit.visitedOn),
    status: { state: doorMarks[visit.outcome].state, word: visitOutcomeNames[visit.outcome] },
    visitors: visitorsInWords(visit.visitors),
    note: visit.note,
    pipes: pipesInWords(visit),
    recordedBy: names.get(visit.recordedBy) ?? '',
    withdrawn: withdrawnOn ? `${dayInWords(withdrawnOn)} 作废：${withdrawnReason}` : '',
    withdrawLink: mayEdit && !withdrawnOn ? surveyPaths.withdrawVisit(visit.id) : '',
  };
}

/** A whole unit at once (views/surveys/unit-visits). */
export interface UnitVisitsPage extends Frame {
  title: string;
  heading: string;
  closed: string;
  form: FormState;
  action: string;
  roles: Option[];
  outcomes: Option[];
  floors: {
    name: string;
    doors: {
      id: number;
      label: string;
      status: StatusMark;
      link: string;
      options: Option[];
    }[];
  }[];
  backLink: string;
}

interface UnitView {
  compound: Compound;
  unit: readonly DoorLine[];
  records: SurveyRecords | null;
  closed: string;
}

/** All doors of one unit on one form, floor by floor from below as one walks. */
export function toUnitVisits(
  { compound, unit, records, closed }: UnitView,
  form: FormState,
  frame: Frame,
): UnitVisitsPage {
  const standings = records ? standingsOf(records) : new Map();
  const chosen = typedColumn(form, 'outcome');
  const [first] = unit;
  const name = unitInWords(first);
  return {
    ...frame,
    title: `${name} 整单元登记 · ${compound.name}`,
    heading: `${name} 整单元登记`,
    closed,
    form,
    action: surveyPaths.unitVisits(first.buildingId, first.unitNo),
    roles: toOptions(visitorRoleNames),
    outcomes: toOptions(visitOutcomeNames),
    floors: byFloor(unit).map(({ floorNo, doors }) => ({
      name: `${floorNo} 层`,
      doors: doors.map(({ id, roomNo }) => ({
        id,
        label: roomNo,
        status: doorMarks[(standings.get(id) as keyof typeof doorMarks) ?? 'not-visited'],
        link: surveyPaths.visits(id),
        options: toChosen(visitOutcomeNames, chosen.get(String(id)) ?? ''),
      })),
    })),
    backLink: surveyPaths.doors(compound.code),
  };
}
