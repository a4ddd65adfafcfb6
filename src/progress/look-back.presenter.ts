import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { progressPaths } from './progress.paths';

/** How is the day called that a drawing ends with? */
export type DayWord = '今天' | '截至';

/** The field with which the works are looked at as they stood on a day gone by. */
export interface LookBack {
  action: string;
  renovation?: number;
  value: CalendarDate;
  earliest: CalendarDate;
  latest: CalendarDate;
  /** What is shown, and the way back; only of a day gone by. */
  past?: { words: string; link: string };
}

/** The field; missing before the first planned day, when there is nothing to look back at. */
export function toLookBack(
  { code, sequence }: { code: string; sequence?: number },
  { asOf, earliest, latest }: { asOf?: CalendarDate; earliest: CalendarDate | null; latest: CalendarDate },
): LookBack | undefined {
  if (earliest === null || earliest >= latest) return undefined;
  return {
    action: progressPaths.index(code),
    ...(sequence && { renovation: sequence }),
    ...{ value: asOf ?? latest, earliest, latest },
    ...(asOf && {
      past: {
        words: `${dayInWords(asOf)}的进度：按当天的计划，和到当天为止的完成量、停工计算`,
        link: progressPaths.index(code, sequence),
      },
    }),
  };
}
