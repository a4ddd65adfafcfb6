// For specs only: the first representatives' meeting of 丰乐路106号院, held and written down.
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { ActionPoint } from './action-point.entities';
import type { AttendanceRow, DecisionRow, Meeting, MeetingPublication } from './meeting.entities';
import type { MeetingRecords } from './meeting-records';
import type { Calendar } from './meeting-words';

export const givenCalendar: Calendar = {
  today: '2026-04-13',
  workDays: { years: [2026], holidays: ['2026-04-04', '2026-04-05', '2026-04-06'], workdays: [] },
};

export const givenFrame = { crumbs: [{ label: '楼院' }], head: {} } as unknown as Frame;

export const givenCompound = { id: 7, code: 'fl106', name: '丰乐路106号院' } as Compound;

export const givenRenovation = {
  ...{ id: 2, compoundId: 7, sequence: 1, name: '2026年微改造' },
  ...{ state: 'active', isCurrent: true },
} as Renovation;

export const givenMeeting: Meeting = {
  ...{ id: 3, compoundId: 7, renovationId: 2, number: 1, kind: 'representatives' },
  ...{ title: '第一次居民代表会议', plannedOn: '2026-04-05', plannedFrom: '19:00', plannedTo: null },
  ...{ place: 'yard', placeNote: '单元门前', chair: '社区书记', recorder: '社区工作人员' },
  ...{ noticeId: null, state: 'held', heldOn: '2026-04-05', heldFrom: '19:00', heldTo: '20:30' },
  ...{ minutes: '201室有不同意见', minutesDoneOn: null, minutesDoneBy: null },
  ...{ cancelledOn: null, cancelReason: null, plannedBy: 21, version: 4 },
};

export const givenAttendance: AttendanceRow[] = [
  {
    ...{ id: 1, meetingId: 3, party: 'representatives' },
    ...{ expected: 28, present: 20, who: '各层代表', signed: true },
  },
];

export const givenDecision = (change: Partial<DecisionRow> = {}): DecisionRow => ({
  ...{ id: 1, meetingId: 3, position: 1, matter: 'consultation', text: '先清杂物再修路' },
  ...{ yes: 18, no: 1, abstain: null },
  ...change,
});

export const givenPoint = (change: Partial<ActionPoint> = {}): ActionPoint => ({
  ...{ id: 5, compoundId: 7, meetingId: 3, number: 1, text: '量车棚尺寸', party: 'community' },
  ...{ firmId: null, role: '社区工作人员', dueOn: '2026-04-10', state: 'open', endedOn: null },
  ...{ writtenOn: '2026-04-05', writtenBy: 21, version: 1 },
  ...change,
});

export const givenPublication = (change: Partial<MeetingPublication> = {}): MeetingPublication => ({
  ...{ id: 1, meetingId: 3, number: 1, title: '第一次居民代表会议', decisions: ['先清杂物'] },
  ...{ minutes: '某户有不同意见', noticeId: 9, publishedOn: '2026-04-08', publishedBy: 21 },
  ...{ reason: null, supersededOn: null, withdrawnOn: null, withdrawnReason: null, version: 1 },
  ...change,
});

export const givenRecords = (
  meeting: Partial<Meeting> = {},
  more: Partial<MeetingRecords> = {},
): MeetingRecords => ({
  meeting: { ...givenMeeting, ...meeting },
  ...{ compound: givenCompound, renovation: givenRenovation, notice: null },
  agenda: [{ id: 1, meetingId: 3, position: 1, text: '商议车棚', actionPointId: null, said: '201室反对' }],
  ...{ attendance: givenAttendance, decisions: [givenDecision()], photos: [], points: [givenPoint()] },
  publications: [],
  ...more,
});
