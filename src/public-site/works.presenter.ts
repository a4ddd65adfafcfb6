import type { PublicWorkItem } from '../domain/construction/public-works';
import type { PublicRenovation } from '../domain/disclosure/renovation';
import type {
  PointPair,
  PointPicture,
  PublicWorks,
  ToldDisruption,
  ToldPercent,
} from '../domain/disclosure/works';
import { CalendarDate, daysBetween, weekdayOf } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { BarFigure, PhotoFigure, StatusMark } from '../platform/web/figures';
import { HeedLine, linesOf, weekdays } from './consultation.presenter';
import { figureOf } from './photo.presenter';
import { publicPaths } from './public-site.paths';

/** One item of the works: how far it is, in words and as a bar. */
export interface WorkItemLine {
  name: string;
  status: StatusMark;
  when?: string;
  bar: BarFigure;
}

/** The items under the stage of the works; those that are done are folded where there are many. */
export interface WorkItemsBlock {
  lines: WorkItemLine[];
  folded?: { label: string; lines: WorkItemLine[] };
}

/** So many items stand open at least. */
const shownItems = 8;

/** The items of the works; undefined while none of them has begun. */
export function toWorkItems({ items }: PublicWorks, today: CalendarDate): WorkItemsBlock | undefined {
  if (!items.some(({ state, share }) => state !== 'planned' || share > 0)) return undefined;
  const isDone = ({ state }: PublicWorkItem) => state === 'finished' || state === 'accepted';
  const done = items.length > shownItems ? items.filter(isDone) : [];
  const open = items.filter((item) => !done.includes(item));
  const toLines = (those: readonly PublicWorkItem[]) => those.map((item) => toLine(item, today));
  if (!done.length || !open.length) return { lines: toLines(items) };
  return {
    lines: toLines(open),
    folded: { label: `看已经完成的 ${done.length} 项`, lines: toLines(done) },
  };
}

function toLine(item: PublicWorkItem, today: CalendarDate): WorkItemLine {
  const { name, state, share, done, plannedStartOn, plannedFinishOn } = item;
  const percent = Math.floor(share / 100);
  if (state === 'finished' || state === 'accepted') {
    const word = state === 'accepted' ? '已完成，验收合格' : '已完成';
    return { name, status: { state: 'done', word }, bar: { label: `${name}：${word}`, solid: 100 } };
  }
  if (state === 'planned') {
    return {
      ...{ name, status: { state: 'idle', word: '未开始' }, bar: { label: `${name}：未开始` } },
      ...(plannedStartOn >= today && { when: `计划 ${nearDay(plannedStartOn, today)} 开工` }),
    };
  }
  if (share >= 10_000) {
    const word = '已做完，待验收';
    return { name, status: { state: 'doing', word }, bar: { label: `${name}：${word}`, hatch: 100 } };
  }
  const late = Math.max(0, daysBetween(plannedFinishOn, today));
  const said = share > 0 ? `已做 ${percent}%` : '已开工';
  // A share says the same as its percent; an amount stands beside it.
  const amount = share > 0 && !done.endsWith('%') ? `${done}，` : '';
  return {
    name,
    status: late ? { state: 'late', word: `${said}，晚 ${late} 天` } : { state: 'doing', word: said },
    when: `${amount}计划 ${nearDay(plannedFinishOn, today)} 完成`,
    bar: { label: `${name}：${said}`, ...(percent > 0 && { hatch: percent }) },
  };
}

/** How far the works are, while they go on: the same number as on every page of the offices. */
export function toWorksProgress(
  { progress }: PublicWorks,
  renovation: PublicRenovation | null,
  today: CalendarDate,
): { bar: BarFigure; figures: { term: string; value: string }[] } | undefined {
  const isRunning = renovation?.state === 'active' && renovation.stage === 'construction';
  if (!progress || !isRunning) return undefined;
  const { percent, planned } = progress;
  return {
    bar: { label: `施工总进度 ${percent}%，计划 ${planned}%`, ...barOf(percent), ...{ mark: planned } },
    figures: [
      { term: '施工已完成', value: `${percent}%` },
      { term: planTerm(progress, today), value: `${planned}%` },
    ],
  };
}

const barOf = (percent: number) => (percent >= 100 ? { solid: 100 } : percent > 0 ? { hatch: percent } : {});

const planTerm = ({ on }: ToldPercent, today: CalendarDate): string =>
  on === today ? '今天计划到' : `${nearDay(on, today)}计划到`;

/** A point before and now, side by side. */
export interface PairBlock {
  before: PhotoFigure;
  now: PhotoFigure;
  caption: string;
}

/** So many points stand on the page. */
const shownPairs = 4;

/** The points that show best what changed. */
export const toPointPairs = ({ pairs }: PublicWorks, code: string, today: CalendarDate): PairBlock[] =>
  pairs.slice(0, shownPairs).map((pair) => toPair(pair, code, today, '现在'));

/** The same of an earlier renovation: what it did not finish is the yard of that time. */
export const toEarlierPairs = ({ pairs }: PublicWorks, code: string, today: CalendarDate): PairBlock[] =>
  pairs.slice(0, shownPairs).map((pair) => toPair(pair, code, today, '施工中'));

function toPair(
  { name, before, now, isDone }: PointPair,
  code: string,
  today: CalendarDate,
  unfinished: string,
): PairBlock {
  const figure = (picture: PointPicture, tag: string): PhotoFigure => ({
    ...figureOf(picture, 480, `${tag}，${nearDay(picture.on, today)}：${name}`),
    link: publicPaths.photo(code, picture.publicId),
    tag,
  });
  return {
    before: figure(before, '改造前'),
    now: { ...figure(now, isDone ? '改造后' : unfinished), ...(isDone && { tagDone: true }) },
    caption: `${name}，同一位置：${nearDay(before.on, today)} 与 ${nearDay(now.on, today)}。`,
  };
}

/** What is planned that residents will feel, as leaves of the calendar. */
export const toDisruptionHeeds = ({ disruptions }: PublicWorks): HeedLine[] => disruptions.map(toHeed);

function toHeed({ what, where, when, on, note, isCancelled }: ToldDisruption): HeedLine {
  const [, month, day] = on.split('-').map(Number);
  return {
    ...{ month: `${month}月`, day: String(day), weekday: weekdays[weekdayOf(on) - 1] },
    what: isCancelled ? `已取消：${where}${what}` : `${where}${what}`,
    lines: isCancelled ? [`原定 ${when}，现在不${what}，请照常安排。`] : [when, ...linesOf(note)],
  };
}
