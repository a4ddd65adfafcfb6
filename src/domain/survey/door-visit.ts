// Door to door: what came of each visit, and how far the survey has got with the doors. No names are kept: a visit says
// which role went and what came of it (domain reference §1.3 G1, §9.1; the seed cases).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, compareDates, dayInWords } from '../kernel/calendar-date';
import { reaches, percent } from '../kernel/ratio';
import { valueOn } from '../rules/rule-book';
import type { PipeNote } from './pipe-connection';

/** What came of a visit? */
export type VisitOutcome = 'met' | 'tenant' | 'not-home' | 'vacant' | 'refused' | 'other';

export const visitOutcomeNames: Record<VisitOutcome, string> = {
  met: '访到',
  tenant: '出租，访到租户',
  'not-home': '不在家',
  vacant: '空置',
  refused: '拒访',
  other: '其他',
};

/** In which role did somebody go? */
export type VisitorRole = 'community-worker' | 'grid-worker' | 'building-lead' | 'street' | 'volunteer';

export const visitorRoleNames: Record<VisitorRole, string> = {
  'community-worker': '社区工作人员',
  'grid-worker': '网格员',
  'building-lead': '楼栋长',
  street: '街道干部',
  volunteer: '志愿者',
};

/** One visit to one door. */
export interface DoorVisit {
  doorId: number;
  visitedOn: CalendarDate;
  outcome: VisitOutcome;
  note: string;
  pipes: readonly PipeNote[];
}

/** What speaks against writing this visit down? */
export function visitBlockers(visit: DoorVisit, today: CalendarDate): Blocker[] {
  const found: Blocker[] = [];
  if (visit.visitedOn > today) {
    found.push(houseRule('visit.future', `「走访日期」不能晚于今天 ${dayInWords(today)}`));
  }
  if (visit.outcome === 'other' && !visit.note.trim()) {
    found.push(houseRule('visit.note', '选「其他」时请写明情况'));
  }
  const fixtures = visit.pipes.map(({ fixture }) => fixture);
  if (new Set(fixtures).size < fixtures.length) {
    found.push(houseRule('visit.pipes', '同一处排水只填一种接法'));
  }
  return found;
}

/** How does a door stand after all visits? Once somebody was met it stays met; else the last visit counts. */
export type DoorStanding = VisitOutcome | 'not-visited';

const isMet = (outcome: VisitOutcome): boolean => outcome === 'met' || outcome === 'tenant';

/** How does this door stand? Visits of one day count in the order they are given. */
export function doorStanding(visits: readonly Pick<DoorVisit, 'visitedOn' | 'outcome'>[]): DoorStanding {
  const inOrder = [...visits].sort((one, other) => compareDates(one.visitedOn, other.visitedOn));
  const met = inOrder.filter(({ outcome }) => isMet(outcome));
  return (met.at(-1) ?? inOrder.at(-1))?.outcome ?? 'not-visited';
}

/** How far has the survey got with the doors? `reached` of `due`: vacant doors cannot be reached and are left out. */
export interface VisitTotals {
  doors: number;
  due: number;
  reached: number;
  notVisited: number;
  notHome: number;
  refused: number;
  vacant: number;
}

/** Counts the doors by how they stand. */
export function visitTotals(standings: readonly DoorStanding[]): VisitTotals {
  const count = (...which: DoorStanding[]) => standings.filter((entry) => which.includes(entry)).length;
  const vacant = count('vacant');
  return {
    doors: standings.length,
    due: standings.length - vacant,
    reached: count('met', 'tenant'),
    notVisited: count('not-visited'),
    notHome: count('not-home'),
    refused: count('refused'),
    vacant,
  };
}

/** Were enough doors reached, by the share of the day? All vacant counts as enough. */
export const enoughReached = ({ due, reached }: VisitTotals, day: CalendarDate): boolean =>
  due === 0 || reaches(reached, due, percent(valueOn('survey.reach-share', day)));
