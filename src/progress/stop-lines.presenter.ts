import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import {
  KnownStop,
  Stopped,
  stopKinds,
  StopSource,
  StopWindow,
  traitNames,
} from '../domain/progress/stop-days';
import { StopRun, stopRuns, touches } from '../domain/progress/stop-runs';
import { answerableNames } from '../domain/renovation/schedule';
import { inspectionPaths } from '../inspections/inspections.paths';
import type { StatusMark } from '../platform/web/figures';
import { postsPaths } from '../posts/posts.paths';
import { progressPaths } from './progress.paths';
import type { WorksAtPlace } from './progress.desk';
import { toWritten } from './progress.rows';

/** One stop of the works, in words. */
export interface StopLine {
  kind: string;
  status: StatusMark;
  days: string;
  /** What stood still. */
  what: string;
  basis: StopBasis;
  answerable: string;
  /** Only of those the manager wrote, for the manager. */
  endLink?: string;
  withdrawLink?: string;
}

/** What a stop rests on: its word, where it may be read, and what was written beside it. */
export interface StopBasis {
  word: string;
  link?: string;
  /** The first and the last post of days in a row. */
  ends?: { label: string; link: string }[];
  note: string;
}

/** For whom and which day they are told; `span` is the stretch of the works. */
export interface StopAround {
  mayEdit: boolean;
  today: CalendarDate;
  span?: { from: CalendarDate; to: CalendarDate };
}

type StoppedWorks = Pick<WorksAtPlace, 'windows' | 'course' | 'items' | 'seenItemIds' | 'seenContractIds'>;

/**
 * Every known stop that touches the works, the latest first; a builder reads what concerns it. What the manager wrote is
 * always there, so that it can be mended.
 */
export function toStopLines(works: StoppedWorks, around: StopAround): StopLine[] {
  const { items, seenItemIds } = works;
  const { span } = around;
  const isSeen = ({ itemIds }: StopWindow): boolean =>
    !Array.isArray(itemIds) ||
    seenItemIds.size === items.length ||
    itemIds.some((id) => seenItemIds.has(id as number));
  return runsOf(works)
    .filter(
      ({ stop, sources: [{ by }] }) => isSeen(stop) && (by === 'written' || !span || touches(stop, span)),
    )
    .reverse()
    .map((run) => toLine(run, works, around));
}

function runsOf({ windows, course }: StoppedWorks): StopRun[] {
  if (course) return stopRuns(course.stops.filter(isKnown), course.calendar);
  return windows.map(toWritten).map(({ id, ...stop }) => ({ stop, sources: [{ by: 'written', id }] }));
}

const isKnown = (stop: StopWindow & { source?: StopSource }): stop is KnownStop => stop.source !== undefined;

function toLine({ stop, sources }: StopRun, works: StoppedWorks, { mayEdit, today }: StopAround): StopLine {
  const { kind, fromOn, toOn, itemIds } = stop;
  const { name, answerable } = stopKinds[kind];
  const names = new Map(works.items.map((item) => [item.id, item.name]));
  const [source] = sources;
  return {
    kind: name,
    status: statusOf({ fromOn, toOn }, today),
    days: daysInWords({ fromOn, toOn }, today),
    what: whatStops(kind, itemIds, names),
    basis: basisOf({ stop, sources }, works, today),
    answerable: answerableNames[answerable],
    ...(mayEdit &&
      source.by === 'written' && {
        endLink: progressPaths.stopEnd(source.id),
        withdrawLink: progressPaths.stopWithdraw(source.id),
      }),
  };
}

/** An order leads to its page, posts to theirs where this person sees their contract. */
function basisOf({ stop, sources }: StopRun, works: StoppedWorks, today: CalendarDate): StopBasis {
  const [source] = sources;
  switch (source.by) {
    case 'order':
      return { word: '停工令', link: inspectionPaths.stop(source.id), note: '' };
    case 'written':
      return { word: '手工登记', note: works.windows.find(({ id }) => id === source.id)?.note ?? '' };
    case 'quiet-days':
      return { word: '静音日', note: '' };
    case 'post': {
      const seen = sources.filter((one) => one.by === 'post' && works.seenContractIds.has(one.contractId));
      const links = [seen[0], seen.at(-1)].flatMap((one) =>
        one?.by === 'post' ? [postsPaths.show(one.id)] : [],
      );
      if (stop.fromOn === stop.toOn || links.length < 2) return { word: '日报', link: links[0], note: '' };
      const [first, last] = [nearDay(stop.fromOn, today), nearDay(stop.toOn!, today)];
      return {
        ...{ word: '日报', note: '' },
        ends: [
          { label: first, link: links[0] },
          { label: last, link: links[1] },
        ],
      };
    }
  }
}

function statusOf({ fromOn, toOn }: Pick<StopWindow, 'fromOn' | 'toOn'>, today: CalendarDate): StatusMark {
  if (fromOn > today) return { state: 'idle', word: '还没到' };
  if (toOn !== null && toOn < today) return { state: 'done', word: '已过' };
  return { state: 'late', word: `停工第 ${daysBetween(fromOn, today) + 1} 天` };
}

function daysInWords({ fromOn, toOn }: Pick<StopWindow, 'fromOn' | 'toOn'>, today: CalendarDate): string {
  if (toOn === null) return `${nearDay(fromOn, today)}起，没有解除`;
  return toOn === fromOn ? nearDay(fromOn, today) : nearDays(fromOn, toOn, today);
}

function whatStops(kind: StopWindow['kind'], itemIds: Stopped, names: ReadonlyMap<number, string>): string {
  if (itemIds !== null && itemIds !== 'site') return itemIds.map((id) => names.get(id) ?? '').join('、');
  const { stops } = stopKinds[kind];
  return itemIds === 'site' || stops === 'all' ? '全部施工项目' : traitNames[stops];
}
