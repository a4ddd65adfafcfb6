// How does a meeting go on: planned, held, minutes done, published, or cancelled with a reason; and what speaks against
// each step? What was published stays readable: a correction is a new version (domain reference §4.7, §7.1; house rule).
import { Blocker, houseRule } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { rolesFor } from '../people/permissions';
import { onceOverBlockers } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';
import { Attendance, attendanceBlockers, representativesBlockers } from './meeting-attendance';
import { Decision, decisionBlockers } from './meeting-decisions';
import { MeetingKind, meetingKindNames, meetingKinds } from './meeting-kinds';
import {
  HeldTimes,
  heldBlockers,
  noticeDaysBlockers,
  noticeMissingBlockers,
  WallTime,
} from './meeting-times';

/** Where does a meeting stand? */
export type MeetingState = 'planned' | 'held' | 'minutes-done' | 'published' | 'cancelled';

/** What is each state called? */
export const meetingStateNames: Record<MeetingState, string> = {
  planned: '已安排',
  held: '已召开，纪要待完成',
  'minutes-done': '纪要已完成',
  published: '纪要已公布',
  cancelled: '已取消',
};

/** What can be done with a meeting? */
export type MeetingStep =
  'change' | 'record' | 'finish' | 'reopen' | 'publish' | 'correct' | 'withdraw' | 'cancel';

/** What was written down of a meeting, as the law asks for it. */
export interface MeetingRecord extends HeldTimes {
  noticePostedOn: CalendarDate | null;
  attendance: readonly Attendance[];
  decisions: readonly Decision[];
  minutes: string;
  signInPhotos: number;
}

/** What a step is judged by; `record` is there for the steps that write the record down. */
export interface MeetingFacts {
  kind: MeetingKind;
  renovation: RenovationState;
  today: CalendarDate;
  now: WallTime;
  record?: MeetingRecord;
}

type Arrows = Lifecycle<MeetingStep, MeetingState, Role, MeetingFacts>;

const arrow = (
  label: string,
  from: MeetingState[],
  to: MeetingState,
  more: (facts: MeetingFacts) => Blocker[] = () => [],
): Arrows[MeetingStep] => ({
  label,
  from,
  to,
  by: rolesFor('meeting.edit'),
  blockers: (facts) => [...meetingOverBlockers(facts.renovation), ...more(facts)],
});

/** Every step of a meeting. */
export const meetingLifecycle: Arrows = {
  change: arrow('修改安排', ['planned'], 'planned'),
  record: arrow('保存会议记录', ['planned', 'held'], 'held', recordBlockers),
  finish: arrow('完成纪要', ['planned', 'held'], 'minutes-done', finishBlockers),
  reopen: arrow('重新修改纪要', ['minutes-done'], 'held'),
  publish: arrow('公布纪要', ['minutes-done'], 'published'),
  correct: arrow('更正已公布的纪要', ['published'], 'published'),
  withdraw: arrow('撤下已公布的纪要', ['published'], 'minutes-done'),
  cancel: arrow('取消会议', ['planned'], 'cancelled'),
};

/** What speaks against this step of a meeting in this state? */
export const meetingStepBlockers = (
  step: MeetingStep,
  state: MeetingState,
  role: Role,
  facts: MeetingFacts,
): Blocker[] =>
  stepBlockers(
    meetingLifecycle,
    step,
    { state, role, facts },
    { states: meetingStateNames, roles: roleNames },
  );

/** What speaks against planning or writing anything down for a renovation in this state? */
export const meetingOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('meeting.renovation-over', state, '会议记录');

function recordBlockers({ kind, today, now, record }: MeetingFacts): Blocker[] {
  if (!record) return [];
  const { attendance, decisions } = record;
  return [
    ...heldBlockers(record, today, now),
    ...attendanceBlockers(attendance),
    ...decisionBlockers(kind, decisions, attendance),
  ];
}

function finishBlockers(facts: MeetingFacts): Blocker[] {
  const { kind, record } = facts;
  if (!record) return [];
  const { heldOn, noticePostedOn } = record;
  const found = recordBlockers(facts);
  found.push(...noticeMissingBlockers(kind, noticePostedOn, heldOn));
  if (noticePostedOn !== null) found.push(...noticeDaysBlockers(kind, noticePostedOn, heldOn));
  found.push(...representativesBlockers(kind, record.attendance));
  if (!record.attendance.some(({ present }) => present > 0)) {
    found.push(houseRule('meeting.nobody', '请填写到会情况，至少一方到会'));
  }
  if (!record.minutes.trim()) found.push(houseRule('meeting.no-minutes', '请填写「纪要」，再完成纪要'));
  if (meetingKinds[kind].needsSignIn && record.signInPhotos < 1) {
    const text = `「${meetingKindNames[kind]}」要有签到表照片才能完成纪要，请上传签到表`;
    found.push(houseRule('meeting.no-sign-in', text));
  }
  return found;
}
