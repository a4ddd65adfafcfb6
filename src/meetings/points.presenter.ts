import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { ActionPointStep, actionPointStepNames, daysOverdue } from '../domain/meeting/action-point';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { FactLine, Option, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { ActionPoint, ActionPointChange } from './action-point.entities';
import { Meeting } from './meeting.entities';
import { answersInWords, dayOfMeeting, pointMark } from './meeting-words';
import { meetingPaths } from './meetings.paths';

/** One action point in a list. */
export interface PointRow {
  number: number;
  status: StatusMark;
  text: string;
  who: string;
  due: string;
  /** The meeting it comes from; empty on the page of that meeting. */
  origin: string;
  link: string;
}

/** What a list of action points is made of; `origins` are the meetings this person may read. */
export interface PointsView {
  points: readonly ActionPoint[];
  origins: ReadonlyMap<number, Meeting>;
  firmNames: ReadonlyMap<number, string>;
  today: string;
  /** What of a text this person may read. */
  shown: (text: string) => string;
}

/** Action points as rows. */
export const toPointRows = ({ points, origins, firmNames, today, shown }: PointsView): PointRow[] =>
  points.map((point) => ({
    number: point.number,
    status: pointMark(point, today),
    text: shown(point.text),
    who: shown(answersInWords(point, firmNames)),
    due: nearDay(point.dueOn, today),
    origin: originInWords(origins.get(point.meetingId), today),
    link: meetingPaths.point(point.id),
  }));

const originInWords = (meeting: Meeting | undefined, today: string): string =>
  meeting ? `${nearDay(dayOfMeeting(meeting), today)} ${meetingKindNames[meeting.kind]}` : '';

/** '办理中 6 件，其中逾期 2 件'. */
export function pointsAbout(open: readonly ActionPoint[], today: string): string {
  const overdue = open.filter((point) => daysOverdue(point, today) > 0).length;
  if (!open.length) return '没有正在办的事项';
  return `办理中 ${open.length} 件${overdue ? `，其中逾期 ${overdue} 件` : '，都没有逾期'}`;
}

/** One step in the history of a point. */
interface PointChangeLine {
  day: string;
  what: string;
  note: string;
  by: string;
}

/** One action point (views/meetings/point). */
export interface PointPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  text: string;
  facts: FactLine[];
  history: PointChangeLine[];
  /** Set where it may be finished, dropped or opened again. */
  step?: { action: string; steps: Option[]; isOpen: boolean };
  /** Set where its day may be moved. */
  due?: { action: string };
  backLink: string;
  form: FormState;
}

/** What the page of a point is made of; `origin` is there for those who may read that meeting. */
export interface PointView {
  compound: Compound;
  point: ActionPoint;
  origin: Meeting | null;
  history: readonly ActionPointChange[];
  names: ReadonlyMap<number, string>;
  firmNames: ReadonlyMap<number, string>;
  mayEdit: boolean;
  today: string;
  shown: (text: string) => string;
}

/** One action point with everything that happened to it. */
export function toPoint(view: PointView, form: FormState, frame: Frame): PointPage {
  const { compound, point, origin, history, names, mayEdit, today, shown } = view;
  const isOpen = point.state === 'open';
  const steps: ActionPointStep[] = isOpen ? ['finish', 'drop'] : ['reopen'];
  return {
    ...frame,
    title: `督办事项 ${point.number} 号 · ${compound.name}`,
    heading: `督办事项 ${point.number} 号`,
    status: pointMark(point, today),
    text: shown(point.text),
    facts: [
      { term: '谁负责', value: shown(answersInWords(point, view.firmNames)) },
      { term: '期限', value: dayInWords(point.dueOn) },
      {
        term: '议定',
        value: origin
          ? `${dayInWords(point.writtenOn)} ${meetingKindNames[origin.kind]}`
          : dayInWords(point.writtenOn),
        link: origin ? meetingPaths.show(origin.id) : undefined,
      },
      ...(isOpen ? [] : [{ term: '办结日期', value: dayOrDash(point.endedOn) }]),
      { term: '登记人', value: names.get(point.writtenBy) || '—' },
    ],
    history: history.map((change) => ({
      day: dayInWords(change.happenedOn),
      what: changeInWords(change),
      note: shown(change.note),
      by: names.get(change.changedBy) ?? '',
    })),
    ...(mayEdit && {
      step: {
        action: meetingPaths.pointSteps(point.id),
        steps: steps.map((value) => ({ value, label: actionPointStepNames[value] })),
        isOpen,
      },
    }),
    ...(mayEdit && isOpen && { due: { action: meetingPaths.pointDueDays(point.id) } }),
    backLink: meetingPaths.points(compound.code),
    form,
  };
}

function changeInWords({ kind, dueFrom, dueTo }: ActionPointChange): string {
  if (kind !== 'due') return actionPointStepNames[kind];
  return `期限从 ${dayOrDash(dueFrom)} 改到 ${dayOrDash(dueTo)}`;
}

/** A new point of a meeting whose minutes are done (views/meetings/new-point). */
export interface NewPointPage extends Frame {
  title: string;
  heading: string;
  about: string;
  action: string;
  answers: Option[];
  form: FormState;
  backLink: string;
}

/** The form of a point that is written down later. */
export const toNewPoint = (
  { compound, meeting, answers }: { compound: Compound; meeting: Meeting; answers: Option[] },
  form: FormState,
  frame: Frame,
): NewPointPage => ({
  ...frame,
  title: `补记督办事项 · ${compound.name}`,
  heading: '补记督办事项',
  about: `${meetingKindNames[meeting.kind]}「${meeting.title}」，${dayInWords(dayOfMeeting(meeting))}`,
  action: meetingPaths.createPoint(meeting.id),
  answers,
  form,
  backLink: meetingPaths.show(meeting.id),
});
