import { dayInWords, weekdayOf } from '../domain/kernel/calendar-date';
import { decisionResult, decisionResultNames } from '../domain/meeting/meeting-decisions';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { meetingPlaceNames } from '../domain/meeting/meeting-places';
import type { AgendaItem, AttendanceRow, DecisionRow, Meeting } from './meeting.entities';

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** '2026年6月11日 周四 19:00 至 20:30'. */
export const timeInWords = (on: string, from: string, to: string | null): string =>
  `${dayInWords(on)} ${weekdays[weekdayOf(on)]} ${from}${to ? ` 至 ${to}` : ''}`;

/** '院内，广场东侧'. */
export const placeInWords = ({ place, placeNote }: Pick<Meeting, 'place' | 'placeNote'>): string =>
  [meetingPlaceNames[place], placeNote].filter(Boolean).join('，');

/** What the notice of a meeting is called. */
export const noticeTitle = ({ kind, title }: Pick<Meeting, 'kind' | 'title'>): string =>
  `${meetingKindNames[kind]}通知：${title}`;

/** What the notice of a meeting says. */
export function noticeText(meeting: Meeting, agenda: readonly Pick<AgendaItem, 'text'>[]): string {
  const { plannedOn, plannedFrom, plannedTo } = meeting;
  return [
    `会议：${meetingKindNames[meeting.kind]}「${meeting.title}」`,
    `时间：${timeInWords(plannedOn, plannedFrom, plannedTo)}`,
    `地点：${placeInWords(meeting)}`,
    '议程：',
    ...agenda.map(({ text }, at) => `${at + 1}. ${text}`),
  ].join('\n');
}

/** The votes of a decision: '同意 18，反对 1，弃权 1'; empty where nobody counted. */
export const votesInWords = ({ yes, no, abstain }: Pick<DecisionRow, 'yes' | 'no' | 'abstain'>): string =>
  yes === null ? '' : `同意 ${yes}，反对 ${no ?? 0}，弃权 ${abstain ?? 0}`;

/** A decision as it is proposed for residents to read: its words, its votes and what came of it. */
export function decisionForPublic(
  meeting: Pick<Meeting, 'kind' | 'heldOn'>,
  decision: DecisionRow,
  attendance: readonly AttendanceRow[],
): string {
  const votes = votesInWords(decision);
  if (!votes) return decision.text;
  const result = decisionResult(meeting.kind, decision, attendance, meeting.heldOn!);
  return `${decision.text}（${votes}，${decisionResultNames[result]}）`;
}

/** What the notice of published minutes says. */
export const minutesNoticeText = (decisions: readonly string[], minutes: string): string =>
  [
    ...(decisions.length ? ['议定事项：', ...decisions.map((text, at) => `${at + 1}. ${text}`)] : []),
    '会议情况：',
    minutes,
  ].join('\n');
