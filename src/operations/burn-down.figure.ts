import { Area, areaInWords } from '../domain/kernel/area';
import { CalendarDate, addDays, daysBetween } from '../domain/kernel/calendar-date';
import type { BurnDownDay } from '../domain/removal/burn-down';

/** The burn-down as it is drawn (partial operations/burn-down-figure); x and y in percent of the drawing, y from above. */
export interface BurnDownFigure {
  label: string;
  /** Stepped lines as points of a square of 1000. */
  planned: string;
  actual: string;
  areas: { y: number; label: string; isTop: boolean }[];
  days: { x: number; label: string }[];
  today?: { x: number; isLate: boolean };
}

const side = 1000;
/** So many lines across at most, and so many days in words. */
const mostAreas = 5;
const mostDays = 5;
/** Words that begin further right would leave the drawing. */
const lastLabel = 0.9;

/** Draws what remains day by day: each day is a column, its line as high as what remains at its end. */
export function toBurnDownFigure(
  days: readonly BurnDownDay[],
  today: CalendarDate,
  label: string,
): BurnDownFigure {
  const highest = Math.max(1, ...days.flatMap(({ planned, actual }) => [planned, actual ?? 0]));
  const step = niceStep(highest);
  const top = Math.ceil(highest / step) * step;
  const yOf = (area: Area): number => side - Math.round((area / top) * side);
  const xOf = (index: number): number => Math.round((index / days.length) * side);
  const past = days.filter(({ actual }) => actual !== null);
  const at = daysBetween(days[0].on, today);
  return {
    label,
    planned: stepped(
      days.map(({ planned }) => yOf(planned)),
      xOf,
    ),
    actual: stepped(
      past.map(({ actual }) => yOf(actual!)),
      xOf,
    ),
    areas: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
      y: yOf(index * step) / 10,
      label: areaInWords(index * step).replace(' ㎡', ''),
      isTop: index * step === top,
    })),
    days: tickDays(days).map(({ index, on }) => ({
      x: xOf(index) / 10,
      label: shortDay(on),
    })),
    ...(at >= 0 && at < days.length
      ? { today: { x: (xOf(at) + xOf(at + 1)) / 20, isLate: at > days.length * 0.8 } }
      : {}),
  };
}

/** A line that stays level through each day and drops between two. */
function stepped(heights: readonly number[], xOf: (index: number) => number): string {
  const points: string[] = [];
  heights.forEach((y, index) => {
    const isLevel = index > 0 && index < heights.length - 1;
    if (isLevel && heights[index - 1] === y && heights[index + 1] === y) return;
    points.push(`${xOf(index)},${y}`, `${xOf(index + 1)},${y}`);
  });
  return points.join(' ');
}

/** 1, 2 or 5 with noughts behind, in whole square metres, so that few lines reach the whole. */
function niceStep(highest: Area): Area {
  let step = 100;
  for (const factor of [2, 2.5, 2]) {
    if (highest / step <= mostAreas) return step;
    step *= factor;
  }
  return niceStep(highest / 10) * 10;
}

function tickDays(days: readonly BurnDownDay[]): { index: number; on: CalendarDate }[] {
  const every = Math.max(1, Math.ceil(days.length / mostDays));
  return days
    .map((_, index) => ({ index, on: addDays(days[0].on, index) }))
    .filter(({ index }) => index % every === 0 && index <= days.length * lastLabel);
}

/** '5.18': a phone has room for five of them. */
const shortDay = (day: CalendarDate): string => day.split('-').slice(1).map(Number).join('.');
