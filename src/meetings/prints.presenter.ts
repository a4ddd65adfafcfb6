import { attendanceInWords } from '../domain/meeting/meeting-attendance';
import { decisionResult, decisionResultNames } from '../domain/meeting/meeting-decisions';
import { meetingKindNames, meetingKinds } from '../domain/meeting/meeting-kinds';
import { meetingPartyNames } from '../domain/meeting/meeting-parties';
import { dayInWords } from '../domain/kernel/calendar-date';
import { FactLine } from '../platform/web/figures';
import { MeetingRecords } from './meeting-records';
import { placeInWords, timeInWords, votesInWords } from './meeting-texts';
import { answersInWords, dayOfMeeting } from './meeting-words';

/** What of a text this person may read. */
type Shown = (text: string) => string;

/** The agenda on paper (views/meetings/agenda-print). */
export interface AgendaSheet {
  title: string;
  facts: FactLine[];
  items: string[];
  /** What this kind of meeting may not decide. */
  mayNot: string;
}

/** The agenda, titled 会议议程. */
export const toAgendaSheet = (records: MeetingRecords, shown: Shown): AgendaSheet => ({
  title: sheetTitle(records, '会议议程'),
  facts: headOf(records, shown),
  items: records.agenda.map(({ text }) => shown(text)),
  mayNot: meetingKinds[records.meeting.kind].mayNot,
});

/** The minutes on paper (views/meetings/minutes-print). */
export interface MinutesSheet {
  title: string;
  facts: FactLine[];
  attendance: { party: string; counts: string; who: string }[];
  agenda: { text: string; said: string }[];
  decisions: { text: string; votes: string; result: string }[];
  points: { number: number; text: string; who: string; due: string }[];
  minutes: string;
  /** While they are not done, the sheet says so. */
  draft: string;
}

/** The minutes, titled 会议纪要. */
export function toMinutesSheet(
  records: MeetingRecords,
  firmNames: ReadonlyMap<number, string>,
  shown: Shown,
): MinutesSheet {
  const { meeting, attendance, agenda, decisions, points } = records;
  const day = dayOfMeeting(meeting);
  return {
    title: sheetTitle(records, '会议纪要'),
    facts: [...headOf(records, shown), { term: '到会/应到', value: attendanceInWords(attendance) }],
    attendance: attendance.map(({ party, expected, present, who }) => ({
      party: meetingPartyNames[party],
      counts: expected === null ? `${present}` : `${present}/${expected}`,
      who: shown(who),
    })),
    agenda: agenda.map(({ text, said }) => ({ text: shown(text), said: shown(said ?? '') })),
    decisions: decisions.map((decision) => ({
      text: shown(decision.text),
      votes: votesInWords(decision),
      result: decisionResultNames[decisionResult(meeting.kind, decision, attendance, day)],
    })),
    points: points.map((point) => ({
      ...{ number: point.number, text: shown(point.text) },
      ...{ who: shown(answersInWords(point, firmNames)), due: dayInWords(point.dueOn) },
    })),
    minutes: shown(meeting.minutes ?? ''),
    draft: meeting.minutesDoneOn ? '' : '草稿，纪要还没有完成',
  };
}

/** The empty sheet to sign (views/meetings/sign-in-print). */
export interface SignInSheet {
  title: string;
  facts: FactLine[];
  parties: { name: string; rows: number[] }[];
}

/** The sign-in sheet by party, with room to write. */
export function toSignInSheet(records: MeetingRecords): SignInSheet {
  const { kind } = records.meeting;
  const lines = (party: string) => (party === 'representatives' || party === 'owners' ? 16 : 4);
  return {
    title: sheetTitle(records, '会议签到表'),
    facts: headOf(records, (text) => text),
    parties: [
      ...meetingKinds[kind].parties.map((party) => ({
        name: meetingPartyNames[party],
        rows: Array.from({ length: lines(party) }, (_, at) => at + 1),
      })),
      { name: '其他', rows: [1, 2] },
    ],
  };
}

const sheetTitle = ({ meeting, compound }: MeetingRecords, name: string): string =>
  `${compound.name} ${meetingKindNames[meeting.kind]} ${name}`;

function headOf({ meeting }: MeetingRecords, shown: Shown): FactLine[] {
  const { heldOn, heldFrom, heldTo, plannedOn, plannedFrom, plannedTo } = meeting;
  const time = heldOn
    ? timeInWords(heldOn, heldFrom!, heldTo)
    : timeInWords(plannedOn, plannedFrom, plannedTo);
  return [
    { term: '会议', value: shown(meeting.title) },
    { term: '时间', value: time },
    { term: '地点', value: shown(placeInWords(meeting)) },
    { term: '主持人', value: shown(meeting.chair) },
    { term: '记录人', value: shown(meeting.recorder) },
  ];
}
