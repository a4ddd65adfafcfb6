import { attendanceInWords } from '../domain/meeting/meeting-attendance';
import { MeetingKind, meetingKindNames, meetingKinds } from '../domain/meeting/meeting-kinds';
import { MeetingParty, meetingParties } from '../domain/meeting/meeting-parties';
import { FactLine } from '../platform/web/figures';
import { RawForm } from '../platform/web/form';
import { MeetingRecords } from './meeting-records';
import { timeInWords } from './meeting-texts';

/** Those who normally come first, as the form prints them. */
export const partiesInOrder = (kind: MeetingKind): MeetingParty[] => {
  const { parties } = meetingKinds[kind];
  return [...parties, ...meetingParties.filter((party) => !parties.includes(party))];
};

/** What is stored of a meeting in the shape of its form. */
export function storedMinutes({ meeting, agenda, attendance, decisions }: MeetingRecords): RawForm {
  const rows = partiesInOrder(meeting.kind).map((party) => ({
    party,
    row: attendance.find((one) => one.party === party),
  }));
  const word = (value: number | string | null | undefined) => String(value ?? '');
  return {
    heldOn: meeting.heldOn ?? meeting.plannedOn,
    heldFrom: meeting.heldFrom ?? meeting.plannedFrom,
    heldTo: word(meeting.heldTo ?? meeting.plannedTo),
    minutes: word(meeting.minutes),
    attendanceParty: rows.map(({ party }) => party),
    attendanceExpected: rows.map(({ row }) => word(row?.expected)),
    attendancePresent: rows.map(({ row }) => word(row?.present)),
    attendanceWho: rows.map(({ row }) => word(row?.who)),
    signed: rows.filter(({ row }) => row?.signed).map(({ party }) => party),
    agendaSaid: agenda.map(({ said }) => word(said)),
    decisionMatter: decisions.map(({ matter }) => matter),
    decisionText: decisions.map(({ text }) => text),
    decisionYes: decisions.map(({ yes }) => word(yes)),
    decisionNo: decisions.map(({ no }) => word(no)),
    decisionAbstain: decisions.map(({ abstain }) => word(abstain)),
  };
}

/** What is stored of a meeting, line by line, for whoever was slower. */
export const storedFacts = ({ meeting, attendance, decisions }: MeetingRecords): FactLine[] => [
  {
    term: '召开时间',
    value: meeting.heldOn ? timeInWords(meeting.heldOn, meeting.heldFrom!, meeting.heldTo) : '—',
  },
  { term: '会议类型', value: meetingKindNames[meeting.kind] },
  { term: '到会/应到', value: attendanceInWords(attendance) },
  { term: '议定事项', value: decisions.map(({ text }) => text).join('；') || '—' },
  { term: '纪要', value: meeting.minutes || '—' },
];
