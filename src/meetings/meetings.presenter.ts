import type { RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { nearDay } from '../domain/kernel/near-day';
import { beginning } from '../domain/kernel/text';
import { attendanceInWords } from '../domain/meeting/meeting-attendance';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import {
  MeetingKind,
  meetingKindCodes,
  meetingKindNames,
  meetingKinds,
} from '../domain/meeting/meeting-kinds';
import { Role } from '../domain/people/roles';
import { mayDo } from '../domain/people/permissions';
import { EmptyNote, Pager, StatusMark, Tab } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { ActionPoint } from './action-point.entities';
import { AttendanceRow, DecisionRow, Meeting } from './meeting.entities';
import { Calendar, dayOfMeeting, meetingMark, noticeInWords } from './meeting-words';
import { meetingPaths } from './meetings.paths';
import { PointRow, PointsView, pointsAbout, toPointRows } from './points.presenter';

/** How many meetings stand on one page of the list. */
export const meetingsPerPage = 20;

/** One meeting in the list. */
interface MeetingRow {
  day: string;
  kind: string;
  title: string;
  attendance: string;
  /** The decisions, shortened to a line each. */
  decisions: string[];
  /** How many decisions there are beyond these, and how many action points. */
  more: string;
  status: StatusMark;
  link: string;
}

/** Tab 会议 of a compound (views/meetings/index). */
export interface MeetingsPage extends Frame {
  title: string;
  renovations: Tab[];
  newLink: string;
  about: string;
  rows: MeetingRow[];
  /** Why the list is empty, then the next step. */
  empty?: EmptyNote;
  pager: Pager;
  points: { about: string; open: PointRow[]; ended: PointRow[] };
}

/** What the tab is made of; `lines` gives who came to a meeting and what was agreed there. */
export interface MeetingsView {
  choice: RenovationChoice;
  meetings: readonly Meeting[];
  total: number;
  page: number;
  lines: (id: number) => { attendance: AttendanceRow[]; decisions: DecisionRow[]; points: number };
  open: readonly ActionPoint[];
  ended: readonly ActionPoint[];
  points: Omit<PointsView, 'points' | 'today'>;
  calendar: Calendar;
  role: Role;
}

/** The meetings of a renovation, and the action points of the compound. */
export function toMeetings(view: MeetingsView, frame: Frame): MeetingsPage {
  const { choice, meetings, total, page, open, ended, calendar, role } = view;
  const { compound, renovation } = choice;
  const { today } = calendar;
  const mayPlan =
    mayDo(role, 'meeting.edit') &&
    renovation !== null &&
    renovation.isCurrent &&
    !meetingOverBlockers(renovation.state).length;
  const newLink = mayPlan ? meetingPaths.new(compound.code) : '';
  const sequence = sequenceOf(renovation);
  const points = { ...view.points, today };
  return {
    ...frame,
    title: `会议 · ${compound.name}`,
    renovations: toRenovationTabs(choice, meetingPaths.index),
    newLink,
    about: total ? `${total} 次` : '',
    rows: meetings.map((meeting) => toRow(view, meeting)),
    ...(total === 0 && { empty: emptyNote(view, newLink) }),
    pager: toPager(page, total, meetingsPerPage, (to) =>
      meetingPaths.index(compound.code, sequence, to > 1 ? to : undefined),
    ),
    points: {
      about: pointsAbout(open, today),
      open: toPointRows({ ...points, points: open }),
      ended: toPointRows({ ...points, points: ended }),
    },
  };
}

function toRow({ lines, calendar, points }: MeetingsView, meeting: Meeting): MeetingRow {
  const { attendance, decisions, points: count } = lines(meeting.id);
  const shown = decisions.slice(0, 3);
  const more = [
    decisions.length > shown.length ? `共 ${decisions.length} 条` : '',
    count ? `督办 ${count} 件` : '',
  ];
  return {
    day: nearDay(dayOfMeeting(meeting), calendar.today),
    kind: meetingKindNames[meeting.kind],
    title: points.shown(meeting.title),
    attendance: attendanceInWords(attendance),
    decisions: shown.map(({ text }) => beginning(points.shown(text), longestLine)),
    more: more.filter(Boolean).join('，'),
    status: meetingMark(meeting, calendar),
    link: meetingPaths.show(meeting.id),
  };
}

const longestLine = 60;

function emptyNote({ choice }: MeetingsView, newLink: string): EmptyNote {
  const { compound, renovation } = choice;
  if (!renovation) {
    return toNotOpened(compound.code, '在这里安排会议、记纪要、督办事项');
  }
  return newLink
    ? { text: '这次改造还没有会议记录', link: newLink, label: '新建会议' }
    : { text: '这次改造还没有会议记录' };
}

/** The kinds to choose from (views/meetings/kinds). */
export interface MeetingKindsPage extends Frame {
  title: string;
  kinds: { name: string; may: string; mayNot: string; notice: string; link: string }[];
  backLink: string;
}

/** Every kind with what it may and may not decide. */
export const toMeetingKinds = (
  compound: { code: string; name: string },
  today: string,
  frame: Frame,
): MeetingKindsPage => ({
  ...frame,
  title: `新建会议 · ${compound.name}`,
  kinds: meetingKindCodes.map((kind) => ({
    ...kindInWords(kind, today),
    link: meetingPaths.new(compound.code, kind),
  })),
  backLink: meetingPaths.index(compound.code),
});

/** What a kind is called, for, and not for. */
export const kindInWords = (kind: MeetingKind, today: string) => ({
  name: meetingKindNames[kind],
  may: meetingKinds[kind].may,
  mayNot: meetingKinds[kind].mayNot,
  notice: noticeInWords(kind, today),
});
