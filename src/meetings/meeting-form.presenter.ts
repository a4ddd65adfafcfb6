import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { nearDay } from '../domain/kernel/near-day';
import { agendaLimits, agendaTemplates } from '../domain/meeting/agenda';
import type { MeetingKind } from '../domain/meeting/meeting-kinds';
import { meetingPlaceNames } from '../domain/meeting/meeting-places';
import { noticePlaceNames } from '../domain/meeting/notice';
import { FactLine, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { ActionPoint } from './action-point.entities';
import { AgendaItem, Meeting } from './meeting.entities';
import { placeInWords, timeInWords } from './meeting-texts';
import { answersInWords, pointMark } from './meeting-words';
import { kindInWords } from './meetings.presenter';
import { meetingPaths } from './meetings.paths';

/** The form of a meeting, new or to be changed (views/meetings/form). */
export interface MeetingFormPage extends Frame {
  title: string;
  heading: string;
  kind: { code: MeetingKind; name: string; may: string; mayNot: string; notice: string };
  action: string;
  isNew: boolean;
  form: FormState;
  places: Option[];
  noticePlaces: Option[];
  /** Items of the agenda it has already. */
  keep: Option[];
  /** Open action points of the compound. */
  points: Option[];
  template: Option[];
  agendaHint: string;
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

/** What the form is made of; `meeting` is null for a new one. */
interface MeetingFormView {
  compound: Compound;
  kind: MeetingKind;
  meeting: Meeting | null;
  agenda: readonly AgendaItem[];
  /** Open points that are not on the agenda yet. */
  points: readonly ActionPoint[];
  firmNames: ReadonlyMap<number, string>;
  wasStale: boolean;
  today: string;
}

/** The form of a meeting with its agenda to be ticked. */
export function toMeetingForm(view: MeetingFormView, form: FormState, frame: Frame): MeetingFormPage {
  const { compound, kind, meeting, agenda, today, wasStale } = view;
  const words = kindInWords(kind, today);
  const heading = meeting ? `修改会议：${meeting.title}` : `新建会议：${words.name}`;
  return {
    ...frame,
    title: `${meeting ? '修改会议' : '新建会议'} · ${compound.name}`,
    heading,
    kind: { ...words, code: kind },
    action: meeting ? meetingPaths.show(meeting.id) : meetingPaths.create(compound.code),
    isNew: meeting === null,
    form,
    places: toOptions(meetingPlaceNames),
    noticePlaces: toOptions(noticePlaceNames),
    keep: agenda.map(({ id, text }) => ({ value: String(id), label: text })),
    points: pointOptions(view),
    template: templateOf(view).map(({ text, at }) => ({ value: String(at), label: text })),
    agendaHint: `一行一项，每行不超过 ${agendaLimits.lineLength} 个字；连同勾选的一共不超过 ${agendaLimits.lines} 项。不写姓名、电话、身份证号`,
    latest: meeting && wasStale ? storedFacts(meeting) : [],
    backLink: meeting ? meetingPaths.show(meeting.id) : meetingPaths.new(compound.code),
  };
}

/** Items of the template that are not on the agenda yet, each with its place in the template. */
const templateOf = ({ kind, agenda }: Pick<MeetingFormView, 'kind' | 'agenda'>) =>
  agendaTemplates[kind]
    .map((text, at) => ({ text, at }))
    .filter(({ text }) => !agenda.some((item) => item.text === text));

/** What is ticked on a new form: the whole template, and as many open points as fit beside it. */
export function tickedAtFirst(kind: MeetingKind, points: readonly ActionPoint[]) {
  const template = agendaTemplates[kind].map((_, at) => String(at));
  const room = agendaLimits.lines - template.length;
  return { template, points: points.slice(0, room).map(({ id }) => String(id)) };
}

const pointOptions = ({ points, firmNames, today }: MeetingFormView): Option[] =>
  points.map((point) => ({
    value: String(point.id),
    label: `${point.number} 号：${point.text}`,
    hint: `${answersInWords(point, firmNames)}，${nearDay(point.dueOn, today)} 到期，${pointMark(point, today).word}`,
  }));

const storedFacts = (meeting: Meeting): FactLine[] => [
  { term: '会议名称', value: meeting.title },
  { term: '时间', value: timeInWords(meeting.plannedOn, meeting.plannedFrom, meeting.plannedTo) },
  { term: '地点', value: placeInWords(meeting) },
  { term: '主持人', value: meeting.chair },
  { term: '记录人', value: meeting.recorder },
];
