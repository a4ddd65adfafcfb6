import { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import { attendanceInWords, attendanceWarnings } from '../domain/meeting/meeting-attendance';
import { decisionMatterNames, decisionResult, decisionWarnings } from '../domain/meeting/meeting-decisions';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import { meetingPartyNames } from '../domain/meeting/meeting-parties';
import { minutesDueOn } from '../domain/meeting/meeting-times';
import { noticePlaceNames } from '../domain/meeting/notice';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import { ProvedNotice } from '../notices/notices.service';
import { ActionLink, FactLine, Option, PhotoFigure, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { MeetingRecords } from './meeting-records';
import { nextStepOf, otherSteps } from './meeting-steps.presenter';
import { placeInWords, timeInWords, votesInWords } from './meeting-texts';
import {
  Calendar,
  dayOfMeeting,
  meetingHeading,
  meetingMark,
  minutesRule,
  noticeInWords,
  resultMark,
} from './meeting-words';
import { meetingPaths } from './meetings.paths';
import { PublicationFigure, toPublications } from './published.presenter';
import { PointRow, toPointRows } from './points.presenter';

/** One meeting (views/meetings/show). */
export interface MeetingPage extends Frame {
  title: string;
  heading: string;
  about: string;
  status: StatusMark;
  /** The one thing to do next; missing where nothing is to be done. */
  next?: ActionLink;
  /** Why the next thing waits, in a sentence. */
  nextNote: string;
  /** What else can be done. */
  actions: ActionLink[];
  warnings: { text: string; source: string }[];
  facts: FactLine[];
  /** Its notice; for the offices. */
  notice?: NoticeFigure;
  /** Set while a notice may be written down. */
  notify?: { action: string; about: string; places: Option[]; primary: boolean };
  agenda: { text: string; said: string }[];
  attendance: { total: string; rows: AttendanceFigure[] };
  decisions: DecisionFigure[];
  counts: boolean;
  points: PointRow[];
  newPointLink: string;
  /** As it was typed, line by line. */
  minutes: string;
  signIn: PhotoFigure[];
  photos: PhotoFigure[];
  /** Every version that was published, the latest first; for the offices. */
  publications: PublicationFigure[];
  /** Numbers and words of the wishes heard here; for the offices. */
  wishes: { text: string; link: string }[];
  backLink: string;
  form: FormState;
}

/** Who came of one party. */
interface AttendanceFigure {
  party: string;
  expected: string;
  present: string;
  who: string;
  signed: StatusMark;
}

/** One decision with what came of it. */
interface DecisionFigure {
  text: string;
  matter: string;
  votes: string;
  result: StatusMark;
}

/** What the page is made of; what somebody may not read is not in it. */
export interface MeetingView {
  records: MeetingRecords;
  calendar: Calendar;
  /** What of a text this person may read. */
  shown: (text: string) => string;
  mayEdit: boolean;
  isOffice: boolean;
  firmNames: ReadonlyMap<number, string>;
  names: ReadonlyMap<number, string>;
  signIn: PhotoFigure[];
  photos: PhotoFigure[];
  wishes: { text: string; link: string }[];
  minutesNotices: readonly ProvedNotice[];
}

/** One meeting with everything recorded of it. */
export function toMeeting(view: MeetingView, form: FormState, frame: Frame): MeetingPage {
  const { records, calendar, shown, mayEdit, isOffice } = view;
  const { meeting, compound, renovation, notice, agenda, attendance, decisions } = records;
  const day = dayOfMeeting(meeting);
  const isOver = meetingOverBlockers(renovation.state).length > 0;
  const open = mayEdit && !isOver;
  return {
    ...frame,
    title: `${meetingKindNames[meeting.kind]} ${dayInWords(day)} · ${compound.name}`,
    heading: shown(meeting.title),
    about: meetingHeading(meeting),
    status: meetingMark(meeting, calendar),
    ...(open ? nextStepOf(records, calendar) : { nextNote: '' }),
    actions: otherSteps(records, { open, isOffice }),
    warnings: [
      ...(meeting.heldOn ? attendanceWarnings(meeting.kind, attendance, day) : []),
      ...decisionWarnings(meeting.kind, decisions),
    ].map(({ text, source }) => ({ text, source: source ?? '' })),
    facts: factsOf(view),
    ...(isOffice && notice && { notice: toNoticeFigure(notice, notice.photos, calendar.today) }),
    ...(open && notifyOf(records, calendar)),
    agenda: agenda.map(({ text, said }) => ({ text: shown(text), said: shown(said ?? '') })),
    attendance: {
      total: attendanceInWords(attendance),
      rows: attendance.map((row) => ({
        party: meetingPartyNames[row.party],
        expected: row.expected === null ? '—' : String(row.expected),
        present: String(row.present),
        who: shown(row.who) || '—',
        signed: row.signed ? { state: 'done', word: '已签到' } : { state: 'idle', word: '没有签到' },
      })),
    },
    decisions: decisions.map((decision) => ({
      text: shown(decision.text),
      matter: decision.matter === 'consultation' ? '' : decisionMatterNames[decision.matter],
      votes: votesInWords(decision),
      result: resultMark(decisionResult(meeting.kind, decision, attendance, day)),
    })),
    counts: decisions.some(({ yes }) => yes !== null),
    points: toPointRows({
      ...{ points: records.points, origins: new Map(), firmNames: view.firmNames },
      ...{ today: calendar.today, shown },
    }),
    newPointLink: open && meeting.heldOn ? meetingPaths.newPoint(meeting.id) : '',
    minutes: shown(meeting.minutes ?? ''),
    signIn: view.signIn,
    photos: view.photos,
    publications: isOffice ? toPublications(view) : [],
    wishes: view.wishes,
    backLink: meetingPaths.index(compound.code, sequenceOf(renovation)),
    form,
  };
}

function factsOf({ records, calendar, shown, names, isOffice }: MeetingView): FactLine[] {
  const { meeting, notice, attendance } = records;
  const { plannedOn, plannedFrom, plannedTo, heldOn, heldFrom, heldTo } = meeting;
  const dueOn = heldOn ? minutesDueOn(heldOn, calendar.workDays) : null;
  const rule = noticeInWords(meeting.kind, plannedOn);
  return [
    { term: '安排时间', value: timeInWords(plannedOn, plannedFrom, plannedTo) },
    ...(heldOn ? [{ term: '召开时间', value: timeInWords(heldOn, heldFrom!, heldTo) }] : []),
    { term: '地点', value: shown(placeInWords(meeting)) },
    { term: '主持人', value: shown(meeting.chair) },
    { term: '记录人', value: shown(meeting.recorder) },
    { term: '到会/应到', value: attendanceInWords(attendance) },
    ...(rule || notice
      ? [{ term: '通知', value: notice ? `${dayInWords(notice.postedOn)} 张贴` : '还没有张贴', note: rule }]
      : []),
    ...minutesFact(meeting, dueOn, isOffice ? (names.get(meeting.minutesDoneBy ?? 0) ?? '') : '', calendar),
    ...(meeting.cancelledOn
      ? [{ term: '取消', value: dayOrDash(meeting.cancelledOn), note: shown(meeting.cancelReason ?? '') }]
      : []),
  ];
}

function minutesFact(
  { minutesDoneOn }: MeetingRecords['meeting'],
  dueOn: string | null,
  by: string,
  calendar: Calendar,
): FactLine[] {
  if (minutesDoneOn) return [{ term: '纪要完成', value: dayInWords(minutesDoneOn), note: by }];
  if (!dueOn) return [];
  return [{ term: '纪要期限', value: dayInWords(dueOn), note: minutesRule(dueOn, calendar) }];
}

function notifyOf({ meeting, notice }: MeetingRecords, { today }: Calendar): Pick<MeetingPage, 'notify'> {
  const mayNotify = (meeting.state === 'planned' || meeting.state === 'held') && !notice;
  if (!mayNotify) return {};
  const rule = noticeInWords(meeting.kind, meeting.plannedOn);
  const about = rule || '这类会议不要求张贴通知；张贴了可以在这里登记';
  return {
    notify: {
      action: meetingPaths.notices(meeting.id),
      about,
      places: toOptions(noticePlaceNames),
      primary: rule !== '' && meeting.plannedOn > today,
    },
  };
}
