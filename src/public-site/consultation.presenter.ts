import type { PublicConsultation } from '../domain/disclosure/consultation';
import type { PublicContact } from '../domain/disclosure/contacts';
import type { PublicHeed } from '../domain/disclosure/heeds';
import { CalendarDate, daysBetween, weekdayOf } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { shareInWords } from '../domain/kernel/ratio';
import type { PublicWish } from '../domain/meeting/public-wish';
import { StatusMark } from '../platform/web/figures';
import { publicPaths } from './public-site.paths';

/** One thing to heed: a leaf of the calendar with its last day, what it is and what to do. */
export interface HeedLine {
  month: string;
  day: string;
  weekday: string;
  what: string;
  lines: string[];
  link?: { label: string; anchor: string };
}

/** One wish and what became of it. */
export interface WishLine {
  /** Words and day: '第 7 条心愿 · 3月15日'. */
  about: string;
  text: string;
  status: StatusMark;
  answer?: string;
}

/** The wishes of a compound, those beyond the first few on a page of their own. */
export interface WishBlock {
  sentence: string;
  wishes: WishLine[];
  more?: { label: string; link: string };
}

/** So many wishes stand on the page of the compound. */
const shownWishes = 6;

/** The days of a week as a calendar leaf shows them. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Whom to tell an opinion: by phone where somebody agreed to be called, in person always. */
export function askInWords(contacts: readonly PublicContact[], place: string): string {
  const callable = contacts.find(({ phone }) => phone !== null);
  const inPerson = `到${place}当面说`;
  return callable ? `可以打电话给${callable.title}（${callable.phone}），也可以${inPerson}` : `请${inPerson}`;
}

/** What residents are asked to heed today; `ask` says whom to tell an opinion. */
export const toHeeds = ({ heeds }: PublicConsultation, ask: string, today: CalendarDate): HeedLine[] =>
  heeds.map((heed) => {
    const [, month, day] = heed.until.split('-').map(Number);
    return {
      ...{ month: `${month}月`, day: String(day), weekday: weekdays[weekdayOf(heed.until) - 1] },
      ...heedWords(heed, ask, today),
    };
  });

function heedWords(
  heed: PublicHeed,
  ask: string,
  today: CalendarDate,
): Pick<HeedLine, 'what' | 'lines' | 'link'> {
  const until = nearDay(heed.until, today);
  const left = daysBetween(today, heed.until);
  const leftInWords = left === 0 ? '今天是最后一天' : `还有 ${left} 天`;
  if (heed.kind === 'meeting' || heed.kind === 'removal-day')
    return { what: heed.title, lines: linesOf(heed.body) };
  if (heed.kind === 'plan') {
    return {
      what: '改造方案正在公示',
      lines: [
        `${nearDays(heed.from, heed.until, today)} 公示，${leftInWords}。`,
        `对方案有意见，请在 ${until} 前提出：${ask}。`,
      ],
      link: { label: '看方案改什么', anchor: 'plan' },
    };
  }
  const { title, total, taken, standing } = heed.vote;
  if (standing === 'ahead') {
    return {
      what: `准备表决：${title}`,
      lines: [`${nearDay(heed.from, today)} 开始，${until} 截止。表决票会送到业主手里。`],
    };
  }
  return {
    what: `请交表决票：${title}`,
    lines: [
      `请在 ${until} 前交给楼栋长或社区，${leftInWords}。`,
      `一共 ${total.persons} 位业主，已有 ${taken.persons} 位参加（${shareInWords(taken.persons, total.persons)}）。没有交票的不算同意。`,
    ],
    link: { label: '看怎么算', anchor: 'decided' },
  };
}

/** The wishes on the page of the compound; undefined where none was heard. */
export function toWishBlock(
  { wishes }: PublicConsultation,
  code: string,
  today: CalendarDate,
): WishBlock | undefined {
  if (!wishes.length) return undefined;
  return {
    sentence: wishesInWords(wishes),
    wishes: wishes.slice(0, shownWishes).map((wish) => toWish(wish, today)),
    ...(wishes.length > shownWishes && {
      more: { label: `看全部 ${wishes.length} 条`, link: publicPaths.wishes(code) },
    }),
  };
}

/** One wish as a line. */
export function toWish(wish: PublicWish, today: CalendarDate): WishLine {
  const { number, kind, text, heardOn, state, answer, answeredOn } = wish;
  const name = kind === 'wish' ? '心愿' : '意见';
  const day = answeredOn ? `${nearDay(answeredOn, today)} 答复` : '';
  return {
    about: `第 ${number} 条${name} · ${nearDay(heardOn, today)} 提出`,
    text,
    status: wishMarks[state],
    ...(answer && { answer: [day, answer].filter(Boolean).join('：') }),
  };
}

/** '一共 12 条：采纳 8 条，另外解决 2 条，没有采纳 1 条，还在商量 1 条。' */
export function wishesInWords(wishes: readonly PublicWish[]): string {
  const parts = (['adopted', 'otherwise', 'not-adopted', 'open'] as const).flatMap((state) => {
    const count = wishes.filter((wish) => wish.state === state).length;
    return count ? [`${wishMarks[state].word} ${count} 条`] : [];
  });
  return `一共 ${wishes.length} 条：${parts.join('，')}。`;
}

const wishMarks: Record<PublicWish['state'], StatusMark> = {
  adopted: { state: 'done', word: '采纳' },
  otherwise: { state: 'done', word: '另外解决' },
  'not-adopted': { state: 'idle', word: '没有采纳' },
  open: { state: 'doing', word: '还在商量' },
};

/** The lines of a text that somebody typed, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
