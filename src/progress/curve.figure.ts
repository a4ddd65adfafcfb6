import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { BasisPoints, whole } from '../domain/progress/basis-points';
import type { CurveDay } from '../domain/progress/s-curve';

/** The S-curve as it is drawn (partial progress/curve-figure); x and y in percent of the drawing, y from above. */
export interface CurveFigure {
  title: string;
  /** What the lines say, for those who do not see them. */
  about: string;
  /** Points of a square of 1000; empty where there is no such line. */
  planned: string;
  actual: string;
  forecast: string;
  shares: { y: number; label: string; isTop: boolean }[];
  days: { x: number; label: string }[];
  /** Stretches on which the whole site stood still. */
  stops: { x: number; w: number }[];
  /** Where planned and actual stand on the last known day; their words stand in the legend, clear of the lines. */
  marks: { x: number; y: number }[];
  /** '今天 11月21日', or the day that is looked back at; its words stand above the frame. */
  today?: { x: number; label: string; isLate: boolean };
}

const side = 1000;
const mostDays = 6;
/** Words that begin further right would leave the drawing. */
const lastLabel = 0.92;

/** Draws planned, actual and expected shares; each point stands for the end of its day. */
export function toCurveFigure(
  days: readonly CurveDay[],
  isStopped: (day: CalendarDate) => boolean,
  told: { title: string; about: string; today: CalendarDate; dayLabel: string },
): CurveFigure {
  const { title, about, today, dayLabel } = told;
  const last = Math.max(1, days.length - 1);
  const xOf = (index: number): number => Math.round((index / last) * side);
  const line = (share: (day: CurveDay) => BasisPoints | null): string => {
    const points = days.flatMap((day, index) => {
      const value = share(day);
      return value === null ? [] : [`${xOf(index)},${yOf(value)}`];
    });
    return points.length > 1 ? points.join(' ') : '';
  };
  const at = daysBetween(days[0].on, today);
  return {
    ...{ title, about },
    planned: line(({ planned }) => planned),
    actual: line(({ actual }) => actual),
    forecast: line(({ forecast }) => forecast),
    shares: [0, 25, 50, 75, 100].map((percent) => ({
      y: 100 - percent,
      label: `${percent}%`,
      isTop: percent === 100,
    })),
    days: ticksOf(days).map(({ index, on }) => ({ x: xOf(index) / 10, label: shortDay(on) })),
    stops: stretches(days, isStopped).map(([from, to]) => ({
      x: xOf(Math.max(0, from - 1)) / 10,
      w: (xOf(to) - xOf(Math.max(0, from - 1))) / 10,
    })),
    marks: marksOf(days, (index) => xOf(index) / 10),
    ...(at >= 0 && at <= last
      ? { today: { x: xOf(at) / 10, label: dayLabel, isLate: at > days.length * 0.8 } }
      : {}),
  };
}

const yOf = (share: BasisPoints): number => side - Math.round((share / whole) * side);

/** Where the two figures everybody asks for stand. */
function marksOf(days: readonly CurveDay[], xOf: (index: number) => number): CurveFigure['marks'] {
  const index = days.findLastIndex(({ actual }) => actual !== null);
  if (index < 1) return [];
  const { planned, actual } = days[index];
  return [planned, actual!].map((share) => ({ x: xOf(index), y: yOf(share) / 10 }));
}

/** Runs of days that are stopped, as first and last index. */
function stretches(days: readonly CurveDay[], isStopped: (day: CalendarDate) => boolean): [number, number][] {
  const found: [number, number][] = [];
  days.forEach(({ on }, index) => {
    if (!isStopped(on)) return;
    const running = found.at(-1);
    if (running && running[1] === index - 1) running[1] = index;
    else found.push([index, index]);
  });
  return found;
}

function ticksOf(days: readonly CurveDay[]): { index: number; on: CalendarDate }[] {
  const every = Math.max(1, Math.ceil(days.length / mostDays));
  return days
    .map(({ on }, index) => ({ index, on }))
    .filter(({ index }) => index % every === 0 && index <= days.length * lastLabel);
}

/** '5.18': a phone has room for six of them. */
const shortDay = (day: CalendarDate): string => day.split('-').slice(1).map(Number).join('.');
