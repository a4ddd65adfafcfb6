import type { Disclosure } from '../domain/disclosure/disclosure';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { PublicMeeting } from '../domain/meeting/public-meeting';
import { linesOf, toWish, WishLine, wishesInWords } from './consultation.presenter';
import { MeetingLine, toMeetingLine } from './decided.presenter';
import { publicPaths } from './public-site.paths';

/** One meeting with its minutes (views/public-site/meeting). */
export interface MeetingPage {
  title: string;
  heading: string;
  when: string;
  decisions: string[];
  minutes: string[];
  published: string;
  plateName: string;
  backLink: string;
  allLink?: string;
}

/** All meetings of a compound (views/public-site/meetings). */
export interface MeetingsPage {
  title: string;
  heading: string;
  meetings: MeetingLine[];
  plateName: string;
  backLink: string;
}

/** All wishes of a compound (views/public-site/wishes). */
export interface WishesPage {
  title: string;
  heading: string;
  sentence: string;
  wishes: WishLine[];
  plateName: string;
  backLink: string;
}

/** The minutes of the meeting of this number; undefined while none are published. */
export function toMeeting(told: Disclosure, no: number, today: CalendarDate): MeetingPage | undefined {
  const meetings = meetingsOf(told);
  const meeting = meetings.find((one) => one.no === no);
  if (!meeting) return undefined;
  const { code, name } = told.compound;
  const { title, kindName, heldOn, decisions, minutes, publishedOn } = meeting;
  const kind = title.includes(kindName) ? '' : ` · ${kindName}`;
  return {
    title: `${name} · ${title}纪要`,
    heading: title,
    when: `${name} · ${nearDay(heldOn, today)}${kind}`,
    decisions: [...decisions],
    minutes: linesOf(minutes),
    published: `${nearDay(publishedOn, today)} 公布。电话、证件号码和门牌已经隐去。`,
    plateName: name,
    backLink: publicPaths.compound(code),
    ...(meetings.length > 1 && { allLink: publicPaths.meetings(code) }),
  };
}

/** Every meeting with published minutes, of earlier renovations too; undefined where there is none. */
export function toMeetings(told: Disclosure, today: CalendarDate): MeetingsPage | undefined {
  const { code, name } = told.compound;
  const meetings = meetingsOf(told);
  if (!meetings.length) return undefined;
  return {
    title: `${name} · 大家商量定了什么`,
    heading: `大家商量定了什么`,
    meetings: meetings.map((meeting) => toMeetingLine(meeting, code, today)),
    plateName: name,
    backLink: publicPaths.compound(code),
  };
}

/** Every wish, of earlier renovations too; undefined where there is none. */
export function toWishes(told: Disclosure, today: CalendarDate): WishesPage | undefined {
  const { code, name } = told.compound;
  const wishes = [told.consultation, ...told.earlierConsultations].flatMap((one) => one.wishes);
  if (!wishes.length) return undefined;
  return {
    title: `${name} · 心愿落实了没有`,
    heading: '心愿落实了没有',
    sentence: wishesInWords(wishes),
    wishes: wishes.map((wish) => toWish(wish, today)),
    plateName: name,
    backLink: publicPaths.compound(code),
  };
}

/** The meetings of all renovations, the latest first. */
const meetingsOf = ({ consultation, earlierConsultations }: Disclosure): PublicMeeting[] =>
  [consultation, ...earlierConsultations].flatMap(({ meetings }) => meetings);
