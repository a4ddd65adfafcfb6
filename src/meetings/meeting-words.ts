import { daysBetween, yearOf } from '../domain/kernel/calendar-date';
import { WorkCalendar, knowsYear } from '../domain/kernel/work-calendar';
import { ActionPointState, daysOverdue } from '../domain/meeting/action-point';
import { DecisionResult, decisionResultNames } from '../domain/meeting/meeting-decisions';
import { MeetingKind, meetingKindNames, meetingKinds, noticeRuleOf } from '../domain/meeting/meeting-kinds';
import { meetingPartyNames } from '../domain/meeting/meeting-parties';
import { minutesDueOn, unpublishedStanding } from '../domain/meeting/meeting-times';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import { Option, StatusMark } from '../platform/web/figures';
import type { ActionPoint } from './action-point.entities';
import { answersValue } from './meeting.fields';
import type { Meeting } from './meeting.entities';
import type { FirmOfRenovation } from './meeting-records';

/** Today, and which days are worked. */
export interface Calendar {
  today: string;
  workDays: WorkCalendar;
}

/** Where a meeting stands, with its days where something is due. */
export function meetingMark(
  meeting: Pick<Meeting, 'kind' | 'state' | 'plannedOn' | 'heldOn' | 'minutesDoneOn'>,
  { today, workDays }: Calendar,
): StatusMark {
  const { kind, state, plannedOn, heldOn, minutesDoneOn } = meeting;
  switch (state) {
    case 'planned':
      return plannedMark(daysBetween(plannedOn, today));
    case 'held': {
      const late = daysBetween(minutesDueOn(heldOn!, workDays), today);
      return late > 0
        ? { state: 'late', word: `纪要逾期 ${late} 天` }
        : { state: 'doing', word: '纪要待完成' };
    }
    case 'minutes-done': {
      if (!meetingKinds[kind].publishes) return { state: 'done', word: '纪要已完成' };
      const { level, days } = unpublishedStanding(minutesDoneOn!, today);
      return level === 'fresh'
        ? { state: 'doing', word: '纪要待公布' }
        : { state: level === 'late' ? 'late' : 'doing', word: `纪要 ${days} 天没有公布` };
    }
    case 'published':
      return { state: 'done', word: '纪要已公布' };
    case 'cancelled':
      return { state: 'idle', word: '已取消' };
  }
}

function plannedMark(past: number): StatusMark {
  if (past > 0) return { state: 'late', word: `已过 ${past} 天，待补纪要` };
  return past === 0 ? { state: 'doing', word: '今天召开' } : { state: 'idle', word: `还有 ${-past} 天` };
}

/** Where an action point stands, with its days. */
export function pointMark(point: { state: ActionPointState; dueOn: string }, today: string): StatusMark {
  if (point.state === 'done') return { state: 'done', word: '已办结' };
  if (point.state === 'dropped') return { state: 'idle', word: '不再办理' };
  const overdue = daysOverdue(point, today);
  if (overdue > 0) return { state: 'late', word: `逾期 ${overdue} 天` };
  const left = daysBetween(today, point.dueOn);
  return { state: 'doing', word: left === 0 ? '今天到期' : `还有 ${left} 天` };
}

/** What came of a decision, as a mark. */
export function resultMark(result: DecisionResult): StatusMark {
  const states: Record<DecisionResult, StatusMark['state']> = {
    ...{ passed: 'done', agreed: 'done', 'by-vote': 'doing' },
    ...{ 'not-passed': 'idle', 'no-quorum': 'idle', 'not-counted': 'idle' },
  };
  return { state: states[result], word: decisionResultNames[result] };
}

/** Who answers: '施工方（禾木修缮），现场负责人'. */
export function answersInWords(
  { party, firmId, role }: Pick<ActionPoint, 'party' | 'firmId' | 'role'>,
  firmNames: ReadonlyMap<number, string>,
): string {
  const firm = firmId === null ? undefined : firmNames.get(firmId);
  const name = meetingPartyNames[party];
  return [`${name}${firm ? `（${firm}）` : ''}`, role === name ? '' : role].filter(Boolean).join('，');
}

/** Whoever can answer for an action point: the parties, and the firms of the renovation by name. */
export const answersOptions = (firms: readonly FirmOfRenovation[]): Option[] => [
  { value: '', label: '请选择' },
  ...firms.map(({ firmId, party, name }) => ({
    value: answersValue({ party, firmId }),
    label: `${meetingPartyNames[party]}（${name}）`,
  })),
  ...Object.entries(meetingPartyNames).map(([value, label]) => ({ value, label })),
];

/** What a kind asks for before it: '召开前 3 天张贴通知（本地设定）'; empty where nothing is asked for. */
export function noticeInWords(kind: MeetingKind, today: string): string {
  const rule = noticeRuleOf(kind, today);
  return rule ? `召开前 ${ruleInWords(rule)}张贴通知（${rule.source}）` : '';
}

/** '会后 3 个工作日内'; where the holidays of the year are not published yet, it says so. */
export function minutesRule(dueOn: string, { workDays }: Calendar): string {
  const rule = ruleOn('meeting.minutes-days', dueOn)!;
  const unknown = knowsYear(workDays, yearOf(dueOn)) ? '' : '，当年节假日安排还没有公布，先按周末推算';
  return `会后 ${ruleInWords(rule)}内${unknown}`;
}

/** '第 3 次会议 · 四方联席会'. */
export const meetingHeading = ({ number, kind }: Pick<Meeting, 'number' | 'kind'>): string =>
  `第 ${number} 次会议 · ${meetingKindNames[kind]}`;

/** The day of a meeting that was held, else the one it is planned for. */
export const dayOfMeeting = ({ heldOn, plannedOn }: Pick<Meeting, 'heldOn' | 'plannedOn'>): string =>
  heldOn ?? plannedOn;
