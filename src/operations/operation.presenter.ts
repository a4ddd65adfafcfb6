import type { Frame } from '../compounds/workspace';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import type { OperationFacts } from '../domain/removal/operation-lifecycle';
import {
  operationChecks,
  OperationCheck,
  operationStateNames,
  operationWarnings,
} from '../domain/removal/removal-operation';
import { windHint, weatherInWords, firmInWords } from '../domain/removal/removal-rules';
import { removalWayNames } from '../domain/removal/removal-ways';
import { isGoingOn } from '../domain/renovation/going-on';
import type { KeptFile } from '../files/kept-files';
import { fileLink } from '../files/file-link';
import { toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { NoticeFigure } from '../notices/notice.figure';
import type { ActionLink, FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { structurePaths } from '../structures/structures.paths';
import { firmOf } from './operation-standing';
import { agenciesInWords, areaOrDash, operationMark, operationTime, outcomeMark } from './operation-words';
import { Member, OperationAtPlace, safetyPlansOf } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** One removal day (views/operations/show). */
export interface OperationPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  form: FormState;
  facts: FactLine[];
  actions: ActionLink[];
  /** Line by line what is there and what is missing; none once it is over. */
  checks: CheckLine[];
  remarks: Blocker[];
  members: MemberRow[];
  hasResults: boolean;
  /** Forms of the two things that are looked after until the day. */
  weather?: { action: string; windHint: string };
  safetyPlans: { id: number; name: string; link: string; isPhoto: boolean }[];
  safetyPlanForm?: { action: string; kept: KeptFile[] };
  notice?: NoticeFigure;
  photos: PhotoFigure[];
  backLink: string;
}

interface CheckLine {
  name: string;
  status: StatusMark;
  reasons: Blocker[];
}

interface MemberRow {
  number: number;
  place: string;
  link: string;
  area: string;
  way: string;
  outcome?: StatusMark;
  removedArea: string;
  note: string;
}

/** What the page of an operation is made of. */
export interface OperationView extends OperationAtPlace {
  law: OperationFacts;
  stored: ReadonlyMap<number, StoredFile>;
  names: ReadonlyMap<number, string>;
  /** The notice that was posted last, and whether it still hangs. */
  notice: NoticeFigure | null;
  isPosted: boolean;
  mayDecide: boolean;
  mayPost: boolean;
  kept: KeptFile[];
}

/** A removal day: what is there, what is missing, and what can be done now. */
export function toOperation(view: OperationView, form: FormState, frame: Frame): OperationPage {
  const { operation, compound, renovation, members, law } = view;
  const isOpen = operation.state === 'planned' && isGoingOn(renovation.state);
  const mayChange = view.mayDecide && isOpen;
  return {
    ...frame,
    title: `${operation.name} · ${compound.name}`,
    heading: operation.name,
    status: operationMark(operation.state, daysBetween(operation.happensOn, law.today)),
    form,
    facts: operationFacts(view, view.names),
    actions: actionsOf(view, isOpen),
    checks: isOpen ? operationChecks(law.plan, law.weather, law.calendar).map(toCheckLine) : [],
    remarks: isOpen ? operationWarnings(law.plan) : [],
    members: members.map(toMemberRow),
    hasResults: operation.state === 'carried-out',
    weather: mayChange ? { action: operationsPaths.weather(operation.id), windHint } : undefined,
    safetyPlans: safetyPlansOf(view).flatMap(({ fileId }) => toScan(view.stored.get(fileId))),
    safetyPlanForm: mayChange
      ? { action: operationsPaths.safetyPlans(operation.id), kept: view.kept }
      : undefined,
    notice: view.notice ?? undefined,
    photos: view.files
      .filter(({ kind }) => kind === 'photo')
      .flatMap(({ fileId }) => view.stored.get(fileId) ?? [])
      .map(toLinkedPhoto),
    backLink: operationsPaths.index(compound.code),
  };
}

/** What is recorded of an operation, term by term. */
export function operationFacts(
  { operation }: Pick<OperationAtPlace, 'operation'>,
  names: ReadonlyMap<number, string>,
): FactLine[] {
  const { windGrade, hasPollutionAlert, weatherCheckedOn, closedOn, state } = operation;
  const firm = firmOf(operation);
  const nameOf = (id: number | null) => (id === null ? '' : (names.get(id) ?? ''));
  return [
    { term: '时间', value: operationTime(operation) },
    { term: '参加单位', value: agenciesInWords(operation) },
    { term: '指挥和集合点', value: operation.meetingPoint },
    ...(operation.emergency ? [{ term: '情况紧急的原因', value: operation.emergency }] : []),
    ...(firm ? [{ term: '发包拆除的单位', value: firm.name, note: firmInWords(firm) }] : []),
    {
      term: '天气',
      value: windGrade === null ? '还没有核对' : weatherInWords({ windGrade, hasPollutionAlert }),
      ...(weatherCheckedOn && {
        note: `${dayInWords(weatherCheckedOn)}核对，${nameOf(operation.weatherBy)}`,
      }),
    },
    { term: '安排', value: nameOf(operation.recordedBy) },
    ...(closedOn
      ? [{ term: operationStateNames[state], value: dayInWords(closedOn), note: nameOf(operation.closedBy) }]
      : []),
    ...(operation.cancelReason ? [{ term: '取消原因', value: operation.cancelReason }] : []),
  ];
}

function actionsOf(view: OperationView, isOpen: boolean): ActionLink[] {
  const { operation, mayDecide, mayPost, isPosted, law } = view;
  const { id } = operation;
  const isDay = operation.happensOn <= law.today;
  const print = { label: '打印拆除行动单', link: operationsPaths.print(id) };
  if (!isOpen) return [print];
  return [
    ...(mayDecide && isDay
      ? [{ label: '登记实施结果', link: operationsPaths.result(id), primary: true }]
      : []),
    ...(mayDecide ? [{ label: '修改安排', link: operationsPaths.edit(id), primary: !isDay }] : []),
    ...(mayPost && !isPosted ? [{ label: '张贴告知', link: operationsPaths.notice(id) }] : []),
    print,
    ...(mayDecide ? [{ label: '取消行动', link: operationsPaths.cancel(id) }] : []),
  ];
}

function toCheckLine({ name, blockers }: OperationCheck): CheckLine {
  const reasons = stopping(blockers);
  const status: StatusMark = reasons.length
    ? { state: 'late', word: `缺 ${reasons.length} 项` }
    : { state: 'done', word: '已具备' };
  return { name, status, reasons };
}

function toMemberRow({ row, structure }: Member): MemberRow {
  return {
    number: structure.number,
    place: structure.place,
    link: structurePaths.show(structure.id),
    area: areaOrDash(structure.area),
    way: removalWayNames[row.way],
    outcome: row.outcome ? outcomeMark(row.outcome) : undefined,
    removedArea: areaOrDash(row.removedArea),
    note: row.note ?? '',
  };
}

const toScan = (file: StoredFile | undefined) =>
  file
    ? [
        {
          id: file.id,
          name: file.originalName,
          link: fileLink(file),
          isPhoto: file.kind === 'photo',
        },
      ]
    : [];
