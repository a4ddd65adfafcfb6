import type { WaitingItem } from '../compounds/waiting-work';
import { redact } from '../domain/disclosure/redaction';
import { dayInWords } from '../domain/kernel/calendar-date';
import { beginning } from '../domain/kernel/text';
import { meetingKindNames, meetingKinds } from '../domain/meeting/meeting-kinds';
import { meetingPartyNames } from '../domain/meeting/meeting-parties';
import { minutesDueOn, unpublishedStanding } from '../domain/meeting/meeting-times';
import type { ActionPoint } from './action-point.entities';
import type { Meeting } from './meeting.entities';
import type { Calendar } from './meeting-words';
import { meetingPaths } from './meetings.paths';

/** A meeting whose day has come, with the name of its compound. */
export type WaitingMeeting = Pick<
  Meeting,
  'id' | 'compoundId' | 'kind' | 'state' | 'title' | 'plannedOn' | 'heldOn' | 'minutesDoneOn'
> & { name: string };

/** An open action point, with the name of its compound. */
export type WaitingPoint = Pick<
  ActionPoint,
  'id' | 'compoundId' | 'number' | 'text' | 'party' | 'role' | 'dueOn'
> & {
  name: string;
};

/** What waits of these meetings: the record, the minutes, or their publication. */
export const meetingItems = (meetings: readonly WaitingMeeting[], calendar: Calendar): WaitingItem[] =>
  meetings.flatMap((meeting) => meetingItem(meeting, calendar) ?? []);

function meetingItem(meeting: WaitingMeeting, { today, workDays }: Calendar): WaitingItem | undefined {
  const { id, compoundId, kind, state, title, plannedOn, heldOn, minutesDoneOn, name } = meeting;
  const what = `${meetingKindNames[kind]}「${title}」`;
  const about = { kind: '会议', compoundId, where: name };
  const minutes = { label: '记会议记录', link: meetingPaths.minutes(id) };
  if (state === 'planned') {
    if (plannedOn >= today) return undefined;
    const why = `定在 ${dayInWords(plannedOn)} 召开，开过了请补记录，没开请取消或改时间`;
    return {
      ...about,
      what: `${what}还没有记录`,
      why,
      dueOn: minutesDueOn(plannedOn, workDays),
      action: minutes,
    };
  }
  if (state === 'held') {
    const dueOn = minutesDueOn(heldOn!, workDays);
    const why = `会后要在 ${dayInWords(dueOn)} 前完成纪要`;
    return { ...about, what: `${what}的纪要还没有完成`, why, dueOn, action: minutes };
  }
  const { level, days, lateAfter } = unpublishedStanding(minutesDoneOn!, today);
  if (!meetingKinds[kind].publishes || level === 'fresh') return undefined;
  return {
    ...about,
    what: `${what}的纪要 ${days} 天没有公布`,
    why: '参会居民在等结果，请看过「居民将看到」后公布',
    dueOn: lateAfter,
    action: { label: '去公布', link: meetingPaths.publication(id) },
  };
}

/** Open action points, each on its day; their words are masked, because firms read them here too. */
export const pointItems = (points: readonly WaitingPoint[], today: string, label: string): WaitingItem[] =>
  points.map(({ id, compoundId, number, text, party, role, dueOn, name }) => ({
    kind: '督办',
    compoundId,
    where: name,
    what: beginning(redact(text).text, 60),
    why: `督办 ${number} 号，${[meetingPartyNames[party], role].filter(Boolean).join('，')}负责${dueOn < today ? '，已过期限' : ''}`,
    dueOn,
    action: { label, link: meetingPaths.point(id) },
  }));
