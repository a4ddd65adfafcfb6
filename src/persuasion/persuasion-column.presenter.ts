import { dayInWords } from '../domain/kernel/calendar-date';
import {
  PersuaderRole,
  PersuasionStanding,
  attitudeWords,
  persuaderRoleNames,
  persuasionInWords,
  visitTimeNames,
} from '../domain/removal/persuasion';
import type { StatusMark } from '../platform/web/figures';
import type { PersuasionVisitRecord } from './persuasion.entity';
import { persuasionPaths } from './persuasion.paths';

const attitudes: Record<PersuasionStanding['attitude'], StatusMark['state']> = {
  agree: 'done',
  waiting: 'doing',
  against: 'late',
  lost: 'idle',
  'not-visited': 'idle',
};

/** How somebody stands to it; a mark of its own where nobody went yet. */
export const attitudeMark = (attitude: PersuasionStanding['attitude']): StatusMark => ({
  state: attitudes[attitude],
  word: attitudeWords[attitude],
});

/** How a case stands after its visits; what is late is said in red with its days. */
export const standingMark = (standing: PersuasionStanding): StatusMark => ({
  state: standing.overdueDays > 0 ? 'late' : attitudes[standing.attitude],
  word: persuasionInWords(standing),
});

/** Who went, in words. */
export const personsInWords = (visitors: string): string =>
  visitors
    .split(',')
    .map((role) => persuaderRoleNames[role as PersuaderRole] ?? role)
    .join('、');

/** One visit in the column. */
export interface PersuasionLine {
  /** 2026年3月15日 晚上. */
  when: string;
  attitude: StatusMark;
  visitors: string;
  asked: string;
  /** What was promised, with its day. */
  promised: string;
  pictureShown: boolean;
  recordedBy: string;
  /** Why it was taken back; empty while it counts. */
  withdrawn: string;
  withdrawLink: string;
}

/** Persuasion beside the statutory papers (partial persuasion-column). */
export interface PersuasionColumn {
  standing: StatusMark;
  /** The latest first, those taken back at the end. */
  visits: PersuasionLine[];
  /** Set where a visit may be written down. */
  newLink: string;
  /** Why no visit is written down any more; empty while it may be. */
  closed: string;
}

/** What the column is built of. */
export interface PersuasionColumnView {
  structureId: number;
  standing: PersuasionStanding;
  /** The earliest first. */
  visits: readonly PersuasionVisitRecord[];
  names: ReadonlyMap<number, string>;
  /** May this person write, and does the renovation go on? */
  mayEdit: boolean;
  closed: string;
}

/** The log of the visits to one structure. */
export function toPersuasionColumn(view: PersuasionColumnView): PersuasionColumn {
  const newestFirst = [...view.visits].reverse();
  const counted = newestFirst.filter(({ withdrawnOn }) => withdrawnOn === null);
  const takenBack = newestFirst.filter(({ withdrawnOn }) => withdrawnOn !== null);
  return {
    standing: standingMark(view.standing),
    visits: [...counted, ...takenBack].map((visit) => toLine(visit, view.names, view.mayEdit)),
    newLink: view.mayEdit && !view.closed ? persuasionPaths.new(view.structureId) : '',
    closed: view.closed,
  };
}

const toLine = (
  visit: PersuasionVisitRecord,
  names: ReadonlyMap<number, string>,
  mayEdit: boolean,
): PersuasionLine => ({
  when: `${dayInWords(visit.visitedOn)} ${visitTimeNames[visit.time]}`,
  attitude: attitudeMark(visit.attitude),
  visitors: personsInWords(visit.visitors),
  asked: visit.asked,
  promised: promiseInWords(visit),
  pictureShown: visit.pictureShown,
  recordedBy: names.get(visit.recordedBy) ?? '',
  withdrawn: visit.withdrawnOn ? `${dayInWords(visit.withdrawnOn)} 作废：${visit.withdrawnReason ?? ''}` : '',
  withdrawLink: mayEdit && visit.withdrawnOn === null ? persuasionPaths.withdraw(visit.id) : '',
});

/** What was promised, and until when: '搬完东西就拆，2026年3月31日前拆除'. */
export const promiseInWords = ({
  promised,
  promisedOn,
}: Pick<PersuasionVisitRecord, 'promised' | 'promisedOn'>): string =>
  [promised, promisedOn ? `${dayInWords(promisedOn)}前拆除` : ''].filter(Boolean).join('，');
