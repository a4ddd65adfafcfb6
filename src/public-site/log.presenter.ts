import type { PublicWorkDay } from '../domain/construction/public-works';
import type { Disclosure } from '../domain/disclosure/disclosure';
import type { PublicWorks, ToldBulletin } from '../domain/disclosure/works';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { Pager, PhotoFigure } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { linesOf } from './consultation.presenter';
import { toThumb } from './photo.presenter';
import { publicPaths } from './public-site.paths';

/** One day of the works. */
export interface LogDay {
  /** '今天 6月8日 · 晴 · 工人 9 人'. */
  about: string;
  lines: string[];
  /** What was photographed that day; on the page of the log only. */
  photos?: PhotoFigure[];
}

/** What was done each day: the latest days, with the way to all of them and to the latest bulletin. */
export interface LogBlock {
  days: LogDay[];
  more?: { label: string; link: string };
  bulletin?: { label: string; link: string };
}

/** So many days stand on the page of the compound, and on a page of the log. */
const shownDays = 3;
export const daysPerPage = 14;
/** So many photos of a day. */
const photosPerDay = 3;

/** What was done last; undefined while nothing was confirmed and nothing published. */
export function toLogBlock(
  { compound, current, works }: Disclosure,
  today: CalendarDate,
): LogBlock | undefined {
  const { days, bulletins } = works;
  if (!days.length && !bulletins.length) return undefined;
  const { more, bulletin } = toLogLinks(works, { code: compound.code, renovation: current?.sequence, today });
  return {
    days: days.slice(0, shownDays).map((day) => toDay(day, today)),
    ...(days.length > shownDays && more && { more }),
    ...(bulletin && { bulletin }),
  };
}

/** The ways to every day that was told of a renovation, and to its latest bulletin. */
export function toLogLinks(
  { days, bulletins }: Pick<PublicWorks, 'days' | 'bulletins'>,
  { code, renovation, today }: { code: string; renovation?: number; today: CalendarDate },
): Pick<LogBlock, 'more' | 'bulletin'> {
  const [latest] = bulletins;
  return {
    ...(days.length && {
      more: { label: `看全部 ${days.length} 天的记录`, link: publicPaths.log(code, { renovation }) },
    }),
    ...(latest && {
      bulletin: {
        label: `${nearDay(latest.publishedOn, today)}发布的周报`,
        link: publicPaths.bulletin(code, latest.number, renovation),
      },
    }),
  };
}

function toDay(day: PublicWorkDay, today: CalendarDate): LogDay {
  const { on, isStopped, weather, workers, lines, effects, holdups } = day;
  const said = [
    on === today ? `今天 ${nearDay(on, today)}` : nearDay(on, today),
    weather,
    isStopped ? '停工' : workers !== null && `工人 ${workers} 人`,
  ].filter(Boolean);
  return {
    about: said.join(' · '),
    lines: [
      ...lines.map((line) => (/[。？；]$/.test(line) ? line : `${line}。`)),
      ...(holdups.length ? [`受影响：${holdups.join('、')}。`] : []),
      ...(effects.length ? [`当天有：${effects.join('、')}。`] : []),
    ],
  };
}

function photosOf(
  { compound: { code }, photos }: Disclosure,
  on: CalendarDate,
  today: CalendarDate,
): Pick<LogDay, 'photos'> {
  const own = photos.filter(({ isOfDay, takenOn }) => isOfDay && takenOn === on).slice(0, photosPerDay);
  return own.length ? { photos: own.map((photo) => toThumb(code, photo, today)) } : {};
}

/** Every day of the works, a fortnight on a page (views/public-site/log). */
export interface LogPage {
  title: string;
  heading: string;
  sentence: string;
  days: LogDay[];
  pager?: Pager;
  plateName: string;
  backLink: string;
}

/** The days of the works of a renovation on this page; undefined where there are none. */
export function toLog(
  told: Disclosure,
  { renovation, page }: { renovation: number; page: number },
  today: CalendarDate,
): LogPage | undefined {
  const { days, earlierName } = worksOf(told, renovation);
  const shown = days.slice((page - 1) * daysPerPage, page * daysPerPage);
  if (!shown.length) return undefined;
  const { code, name } = told.compound;
  const about = earlierName ? `${earlierName}，` : '';
  return {
    title: `${name} · 每天干了什么`,
    heading: '每天干了什么',
    sentence: `${about}一共 ${days.length} 天的记录，监理或街道确认以后写在这里。`,
    days: shown.map((day) => ({ ...toDay(day, today), ...photosOf(told, day.on, today) })),
    ...(days.length > daysPerPage && {
      pager: toPager(page, days.length, daysPerPage, (one) =>
        publicPaths.log(code, { renovation, page: one }),
      ),
    }),
    plateName: name,
    backLink: publicPaths.compound(code),
  };
}

/** One bulletin (views/public-site/bulletin). */
export interface BulletinPage {
  title: string;
  heading: string;
  published: string;
  lines: string[];
  previous?: { label: string; link: string };
  next?: { label: string; link: string };
  plateName: string;
  backLink: string;
}

/** The bulletin of this number in a renovation; undefined while none is published. */
export function toBulletin(
  told: Disclosure,
  asked: { renovation: number; number: number },
  today: CalendarDate,
): BulletinPage | undefined {
  const { bulletins, earlierName } = worksOf(told, asked.renovation);
  const at = bulletins.findIndex(({ number }) => number === asked.number);
  const bulletin = bulletins[at];
  if (!bulletin) return undefined;
  const { code, name } = told.compound;
  const linkTo = (other: ToldBulletin | undefined, label: string) =>
    other && { label, link: publicPaths.bulletin(code, other.number, asked.renovation) };
  const [previous, next] = [linkTo(bulletins[at + 1], '上一期'), linkTo(bulletins[at - 1], '下一期')];
  return {
    title: bulletin.title,
    heading: bulletin.title,
    published: `${earlierName ? `${earlierName}，` : ''}${nearDay(bulletin.publishedOn, today)} 发布。电话、证件号码和门牌已经隐去。`,
    lines: linesOf(bulletin.body),
    ...(previous && { previous }),
    ...(next && { next }),
    plateName: name,
    backLink: publicPaths.compound(code),
  };
}

/** What is told of the works of the renovation with this number, and its name where it is an earlier one. */
function worksOf(
  { current, works, earlier, earlierWorks }: Disclosure,
  renovation: number,
): Pick<PublicWorks, 'days' | 'bulletins'> & { earlierName?: string } {
  if (current?.sequence === renovation) return works;
  const at = earlier.findIndex(({ sequence }) => sequence === renovation);
  return at < 0 ? { days: [], bulletins: [] } : { ...earlierWorks[at], earlierName: earlier[at].name };
}
