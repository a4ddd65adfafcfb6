import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { exactPercent, percentInWords, percentOf } from '../domain/progress/basis-points';
import { CurveDay, sCurve } from '../domain/progress/s-curve';
import { siteDayInWords, stopOn } from '../domain/progress/stop-days';
import type { WorksCourse } from '../domain/progress/works-course';
import { CurveFigure, toCurveFigure } from './curve.figure';
import type { DayWord } from './look-back.presenter';
import type { ProgressStanding } from './progress.totals';

/** The S-curve as a drawing and as a table (views/progress). */
export interface CurveView {
  figure: CurveFigure;
  /** The last day whose work is known, with what was planned and done by its end. */
  known: { day: string; planned: string; actual: string };
  hasForecast: boolean;
  hasStops: boolean;
  rows: CurveRow[];
  /** Said where the table leaves days out. */
  rowsNote: string;
}

interface CurveRow {
  day: string;
  kind: string;
  planned: string;
  actual: string;
  difference: string;
  forecast: string;
}

/** A table of more days is told by the weeks. */
const longestTable = 62;

/** For which day and whom it is drawn. */
export interface CurveAround {
  today: CalendarDate;
  dayWord: DayWord;
  hasForecast: boolean;
  isShort: boolean;
}

/** Draws how far the works should be, are, and are expected to be; what is expected only for those who may read it. */
export function toCurveView(
  course: WorksCourse,
  { progress, forecast }: ProgressStanding,
  { today, hasForecast, isShort, dayWord }: CurveAround,
): CurveView | undefined {
  const days = sCurve(course, forecast, today).map((day) => (hasForecast ? day : { ...day, forecast: null }));
  if (days.length < 2) return undefined;
  const isStopped = (day: CalendarDate): boolean =>
    course.lines.some((line) => stopOn(line, day, course.stops) !== undefined);
  const title = '累计进度曲线';
  const expected = hasForecast ? `；${forecast.words}` : '';
  const about = `截至 ${nearDay(progress.on, today)}，${progress.words}${expected}。每天的数字在下面的表里。`;
  const figure = toCurveFigure(days, isStopped, {
    title,
    about,
    today,
    dayLabel: `${dayWord} ${nearDay(today, today)}`,
  });
  const isLong = isShort || days.length > longestTable;
  const shown = isLong ? weekly(days, progress.on) : days;
  return {
    figure,
    known: {
      day: nearDay(progress.on, today),
      planned: percentInWords(progress.planned),
      actual: percentInWords(progress.actual),
    },
    hasForecast: figure.forecast !== '',
    hasStops: figure.stops.length > 0,
    rows: shown.map((day) => toRow(day, course, { today, dayWord })),
    rowsNote: isLong
      ? `共 ${days.length} 天，表里每 7 天列一行，另列第一天、最后一天和 ${nearDay(progress.on, today)}。`
      : '',
  };
}

const weekly = (days: readonly CurveDay[], known: CalendarDate): CurveDay[] =>
  days.filter(({ on }, index) => index % 7 === 0 || index === days.length - 1 || on === known);

function toRow(
  { on, planned, actual, forecast }: CurveDay,
  { calendar, allStops }: WorksCourse,
  { today, dayWord }: Pick<CurveAround, 'today' | 'dayWord'>,
): CurveRow {
  const points = actual === null ? null : percentOf(actual) - percentOf(planned);
  return {
    day: on === today && dayWord === '今天' ? `${nearDay(on, today)}（${dayWord}）` : nearDay(on, today),
    kind: siteDayInWords(on, calendar, allStops),
    planned: exactPercent(planned),
    actual: actual === null ? '—' : exactPercent(actual),
    difference: points === null ? '—' : points > 0 ? `+${points}` : String(points),
    forecast: forecast === null ? '—' : exactPercent(forecast),
  };
}
