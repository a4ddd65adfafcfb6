import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { areaInWords } from '../domain/kernel/area';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { beginning } from '../domain/kernel/text';
import { PersuasionStanding, compareDue } from '../domain/removal/persuasion';
import { structureName, structureNumber } from '../domain/removal/structure-kinds';
import type { EmptyNote, StatusMark } from '../platform/web/figures';
import type { StructureRecord } from '../structures/structure.entities';
import { structurePaths } from '../structures/structures.paths';
import { attitudeMark, promiseInWords } from './persuasion-column.presenter';
import type { PersuasionVisitRecord } from './persuasion.entity';
import { persuasionPaths } from './persuasion.paths';

/** So much of what was asked or promised is read while walking; the rest stands on the case. */
const saidLength = 60;

/** One structure somebody has to go to. */
export interface RoundRow {
  number: string;
  name: string;
  place: string;
  area: string;
  /** 走访逾期 3 天, 今天要去, 3月23日前去. */
  due: StatusMark;
  attitude: StatusMark;
  /** When somebody was there last; empty before the first visit. */
  lastOn: string;
  asked: string;
  promised: string;
  caseLink: string;
  visitLink: string;
}

/** Where to go tonight (views/persuasion/round, print). */
export interface RoundPage extends Frame {
  title: string;
  heading: string;
  /** 3 处逾期，2 处今天要去. */
  sum: string;
  due: RoundRow[];
  later: RoundRow[];
  empty?: EmptyNote;
  mayEdit: boolean;
  printLink: string;
  allLink: string;
}

interface RoundView {
  compound: Compound;
  /** null before a renovation is opened. */
  structures: readonly StructureRecord[] | null;
  standings: ReadonlyMap<number, PersuasionStanding>;
  /** The visits that count, by structure, the earliest first. */
  visits: ReadonlyMap<number, readonly PersuasionVisitRecord[]>;
  identified: ReadonlySet<number>;
  today: CalendarDate;
  mayEdit: boolean;
}

/** The list of one evening, the latest overdue first. */
export function toRound(view: RoundView, frame: Frame): RoundPage {
  const { compound, today, mayEdit } = view;
  const waiting = (view.structures ?? [])
    .map((structure) => ({ structure, standing: view.standings.get(structure.id)! }))
    .filter(({ standing }) => standing.nextDueOn !== null)
    .sort(
      (one, other) =>
        compareDue(one.standing, other.standing) || one.structure.number - other.structure.number,
    );
  const isDue = ({ standing }: (typeof waiting)[number]) => standing.nextDueOn! <= today;
  const due = waiting.filter(isDue);
  const rows = (some: typeof waiting) =>
    some.map(({ structure, standing }) => toRow(structure, standing, view));
  return {
    ...frame,
    title: `走访清单 · ${compound.name}`,
    heading: `${compound.name}走访清单，${dayInWords(today)}`,
    sum: dueInWords(due.map(({ standing }) => standing)),
    due: rows(due),
    later: rows(waiting.filter((one) => !isDue(one))),
    empty: emptyNote(view, waiting.length),
    mayEdit,
    printLink: persuasionPaths.roundPrint(compound.code),
    allLink: structurePaths.index(compound.code),
  };
}

/** '3 处走访逾期，最久 5 天；2 处今天要去'; empty where nobody has to go. */
export function dueInWords(standings: readonly PersuasionStanding[]): string {
  const late = standings.filter(({ overdueDays }) => overdueDays > 0);
  const longest = Math.max(0, ...late.map(({ overdueDays }) => overdueDays));
  const today = standings.length - late.length;
  return [
    ...(late.length ? [`${late.length} 处走访逾期，最久 ${longest} 天`] : []),
    ...(today ? [`${today} 处今天要走访`] : []),
  ].join('；');
}

function toRow(structure: StructureRecord, standing: PersuasionStanding, view: RoundView): RoundRow {
  const last = view.visits.get(structure.id)?.at(-1);
  return {
    number: structureNumber(structure.number),
    name: structureName(structure.kind, view.identified.has(structure.id)),
    place: structure.place,
    area: structure.area === null ? '—' : areaInWords(structure.area),
    due: dueMark(standing, view.today),
    attitude: attitudeMark(last?.attitude ?? 'not-visited'),
    lastOn: last ? dayInWords(last.visitedOn) : '',
    asked: beginning(last?.asked ?? '', saidLength),
    promised: last ? promiseInWords({ ...last, promised: beginning(last.promised, saidLength) }) : '',
    caseLink: structurePaths.show(structure.id),
    visitLink: view.mayEdit ? persuasionPaths.new(structure.id) : '',
  };
}

function dueMark({ nextDueOn, overdueDays }: PersuasionStanding, today: CalendarDate): StatusMark {
  if (overdueDays > 0) return { state: 'late', word: `走访逾期 ${overdueDays} 天` };
  if (nextDueOn === today) return { state: 'doing', word: '今天要去' };
  return { state: 'idle', word: `${dayInWords(nextDueOn!)}前去` };
}

function emptyNote({ compound, structures }: RoundView, waiting: number): EmptyNote | undefined {
  if (structures === null) return toNotOpened(compound.code, '在这里看每天要走访的拆除对象');
  if (waiting) return undefined;
  const link = structurePaths.index(compound.code);
  const text = structures.length
    ? '没有要走访的拆除对象：已同意的按约定日期拆除，其余已经处理'
    : '还没有登记拆除对象，登记后按日期提醒走访';
  return { text, link, label: '看全部拆除对象' };
}
