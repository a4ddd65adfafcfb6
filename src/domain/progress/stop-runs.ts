// The stops of the works as they are read: only those that touch the works, and days of 今日停工 in a row for one reason as
// one line with its posts, so that a week of waiting is one reason and not five (house rule of lists; field lesson B14).
import type { CalendarDate } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { isNextWorkday, KnownStop, StopSource, StopWindow } from './stop-days';

/** One stop to read, with everything it rests on, the oldest first. */
export interface StopRun {
  stop: StopWindow;
  sources: StopSource[];
}

/** Do these days and this stretch have one in common? */
export const touches = (
  { fromOn, toOn }: Pick<StopWindow, 'fromOn' | 'toOn'>,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): boolean => fromOn <= to && (toOn === null || toOn >= from);

/** The stops in order of their first days; what posts told day after day for one reason is one. */
export function stopRuns(stops: readonly KnownStop[], calendar: WorkCalendar): StopRun[] {
  const runs: StopRun[] = [];
  for (const { source, ...stop } of [...stops].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const before = source.by === 'post' && runs.findLast((run) => goesOn(run, stop, calendar));
    if (!before) {
      runs.push({ stop, sources: [source] });
      continue;
    }
    before.stop = { ...before.stop, toOn: stop.toOn };
    before.sources.push(source);
  }
  return runs;
}

function goesOn({ stop, sources }: StopRun, next: StopWindow, calendar: WorkCalendar): boolean {
  return (
    sources[0].by === 'post' &&
    stop.kind === next.kind &&
    JSON.stringify(stop.itemIds) === JSON.stringify(next.itemIds) &&
    isNextWorkday(stop.toOn!, next.fromOn, calendar)
  );
}
