import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { answerableNames } from '../domain/renovation/schedule';
import { Stopped, stopKinds, StopWindow, traitNames } from '../domain/progress/stop-days';
import type { StatusMark } from '../platform/web/figures';
import { progressPaths } from './progress.paths';
import type { WorksAtPlace } from './progress.desk';
import { toStopWindow } from './progress.records';

/** One stop of the works, in words. */
export interface StopLine {
  kind: string;
  status: StatusMark;
  days: string;
  /** What stood still. */
  what: string;
  /** What it rests on. */
  from: string;
  answerable: string;
  /** Only of those the manager wrote, for the manager. */
  endLink?: string;
  withdrawLink?: string;
}

/** Every known stop, the latest first; a builder reads what concerns it. */
export function toStopLines(
  works: Pick<WorksAtPlace, 'windows' | 'course' | 'items' | 'seenItemIds'>,
  { mayEdit, today }: { mayEdit: boolean; today: CalendarDate },
): StopLine[] {
  const { windows, course, items, seenItemIds } = works;
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const isSeen = ({ itemIds }: StopWindow): boolean =>
    !Array.isArray(itemIds) ||
    seenItemIds.size === items.length ||
    itemIds.some((id) => seenItemIds.has(id as number));
  const written = windows
    .filter((row) => isSeen(toStopWindow(row)))
    .map((row) => ({
      stop: toStopWindow(row),
      from: row.note ? `登记：${row.note}` : '登记',
      ...(mayEdit && {
        endLink: progressPaths.stopEnd(row.id),
        withdrawLink: progressPaths.stopWithdraw(row.id),
      }),
    }));
  const own = new Set(written.map(({ stop }) => JSON.stringify(stop)));
  const others = (course?.stops ?? [])
    .filter((stop) => !own.has(JSON.stringify(stop)) && isSeen(stop))
    .map((stop) => ({ stop, from: sourceOf(stop) }));
  return [...written, ...others]
    .sort((one, other) => (one.stop.fromOn < other.stop.fromOn ? 1 : -1))
    .map(({ stop, ...rest }) => ({ ...toLine(stop, names, today), ...rest }));
}

function toLine(
  { kind, fromOn, toOn, itemIds }: StopWindow,
  names: ReadonlyMap<number, string>,
  today: CalendarDate,
): Omit<StopLine, 'from'> {
  const { name, answerable } = stopKinds[kind];
  return {
    kind: name,
    status: statusOf({ fromOn, toOn }, today),
    days: daysInWords({ fromOn, toOn }, today),
    what: whatStops(kind, itemIds, names),
    answerable: answerableNames[answerable],
  };
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
  return itemIds === 'site' || stops === 'all' ? '全部工作项' : traitNames[stops];
}

/** Quiet days come from the paper of the district; everything else from orders and posts. */
const sourceOf = ({ kind }: StopWindow): string => (kind === 'quiet-days' ? '静音日公告' : '停工令或日报');
