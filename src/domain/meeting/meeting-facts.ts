// What do the meetings say to the gates? Gate G2: a representatives' meeting was held, with minutes and sign-in sheet
// (domain reference §1.3). Without any such meeting nothing is said, so that a dated milestone is believed.
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { Fact } from '../renovation/facts';
import type { MeetingKind } from './meeting-kinds';
import type { MeetingState } from './meeting-lifecycle';

/** A meeting as the gates ask for it; `attendance` in words, '24/28'. */
export interface MeetingForGates {
  kind: MeetingKind;
  state: MeetingState;
  /** The day it was held, else the day it is planned for. */
  on: CalendarDate;
  attendance: string;
  signInPhotos: number;
  link: string;
}

/** Was a representatives' meeting held, with its minutes done and its sign-in sheet? */
export function meetingFacts(meetings: readonly MeetingForGates[], today: CalendarDate): Fact[] {
  const held = meetings
    .filter(({ kind, state }) => kind === 'representatives' && state !== 'cancelled')
    .sort((one, other) => (one.on < other.on ? 1 : -1));
  const [latest] = held;
  if (!latest) return [];
  const complete = held.find((meeting) => !lacks(meeting, today));
  const code = 'meeting.representatives-met' as const;
  if (!complete) return [{ code, state: 'missing', detail: lacks(latest, today), link: latest.link }];
  const { on, attendance, link } = complete;
  const times = held.filter((meeting) => !lacks(meeting, today)).length;
  const detail = `${times > 1 ? `共 ${times} 次，最近一次` : ''}${dayInWords(on)}召开，到会 ${attendance}，有纪要和签到`;
  return [{ code, state: 'met', detail, on, link }];
}

function lacks({ state, on, signInPhotos }: MeetingForGates, today: CalendarDate): string {
  const day = dayInWords(on);
  if (state === 'planned') {
    return on > today ? `居民代表会议定在${day}召开` : `${day}的居民代表会议还没有记纪要`;
  }
  if (state === 'held') return `${day}的居民代表会议纪要还没有完成`;
  return signInPhotos > 0 ? '' : `${day}的居民代表会议还没有签到表照片`;
}
