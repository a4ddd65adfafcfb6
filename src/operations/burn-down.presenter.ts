import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { exactArea } from '../domain/kernel/area';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import {
  burnDown,
  BurnDownDay,
  burnDownInWords,
  burnDownSpan,
  burnDownStanding,
  BurnDownStructure,
  removedOnDay,
} from '../domain/removal/burn-down';
import type { ActionLink, EmptyNote } from '../platform/web/figures';
import { removalsPaths } from '../removals/removals.paths';
import { BurnDownFigure, toBurnDownFigure } from './burn-down.figure';
import { operationsPaths } from './operations.paths';

/** How much still stands, in a sentence, a drawing and a table. */
export interface BurnDownView {
  sentence: string;
  figure?: BurnDownFigure;
  rows: BurnDownRow[];
  /** Said where the table leaves days out. */
  rowsNote: string;
  /** Why there is nothing to draw. */
  empty?: EmptyNote;
  link: string;
}

interface BurnDownRow {
  day: string;
  isToday: boolean;
  planned: string;
  actual: string;
  removed: string;
  removedArea: string;
}

/** Page and sheet of the burn-down (views/operations/burn-down, burn-down-print). */
export interface BurnDownPage extends Frame {
  title: string;
  heading: string;
  renovations: { label: string; link: string; current: boolean }[];
  burnDown: BurnDownView;
  actions: ActionLink[];
}

/** The sheet, A4 across. */
export interface BurnDownSheet {
  title: string;
  heading: string;
  about: string;
  isAcross: true;
  burnDown: BurnDownView;
}

/** A table of more days is told by the days on which something changes. */
const longestTable = 62;

/** Draws the burn-down of a renovation as it stands today. */
export function toBurnDownView(
  structures: readonly BurnDownStructure[],
  { code, sequence, today }: { code: string; sequence?: number; today: CalendarDate },
): BurnDownView {
  const link = operationsPaths.burnDown(code, sequence);
  const none = { rows: [], rowsNote: '', link };
  const register = { link: removalsPaths.index(code), label: '看拆除对象' };
  if (!structures.length) {
    const text = '还没有登记有面积、要拆除的对象。登记面积和计划拆除日期以后，这里按天画出还剩多少';
    return { ...none, sentence: '', empty: { text, ...register } };
  }
  const sentence = `${burnDownInWords(burnDownStanding(structures, today))}。`;
  const span = burnDownSpan(structures, today);
  if (!span) {
    const text = '还没有定计划拆除日期。在拆除对象里填写，或者安排一次集中拆除行动，这里就画出计划和实际';
    return { ...none, sentence, empty: { text, ...register } };
  }
  const days = burnDown(structures, span, today);
  const isLong = days.length > longestTable;
  const shown = isLong ? days.filter((_, index) => changesOn(days, index, today)) : days;
  const undated = structures.filter(({ plannedOn }) => plannedOn === null);
  return {
    sentence: undated.length
      ? `${sentence}有 ${undated.length} 处还没有计划日期，计划线不会降到 0。`
      : sentence,
    figure: toBurnDownFigure(days, today, `每天还剩多少平方米：${sentence}`),
    rows: shown.map((day) => toRow(day, structures, today)),
    rowsNote: isLong ? `共 ${days.length} 天，只列有变化的日子、第一天、最后一天和今天。` : '',
    link,
  };
}

/** The page of the burn-down. */
export function toBurnDownPage(
  view: {
    compound: Compound;
    renovations: BurnDownPage['renovations'];
    burnDown: BurnDownView;
    sequence?: number;
  },
  frame: Frame,
): BurnDownPage {
  const { compound, renovations, burnDown: drawn, sequence } = view;
  return {
    ...frame,
    title: `拆除进度 · ${compound.name}`,
    heading: '拆除进度：每天还剩多少',
    renovations,
    burnDown: drawn,
    actions: [
      ...(drawn.figure
        ? [{ label: '打印进度图', link: operationsPaths.printBurnDown(compound.code, sequence) }]
        : []),
      { label: '集中行动', link: operationsPaths.index(compound.code) },
      { label: '拆除对象', link: removalsPaths.index(compound.code) },
    ],
  };
}

/** The sheet of the burn-down. */
export const toBurnDownSheet = (
  { compound, renovationName }: { compound: Compound; renovationName: string },
  drawn: BurnDownView,
  today: CalendarDate,
): BurnDownSheet => ({
  title: `拆除进度 · ${compound.name}`,
  heading: '拆除进度图',
  about: [compound.name, renovationName, `截至 ${dayInWords(today)}`].filter(Boolean).join('　'),
  isAcross: true,
  burnDown: drawn,
});

function changesOn(days: readonly BurnDownDay[], index: number, today: CalendarDate): boolean {
  const [day, before] = [days[index], days[index - 1]];
  if (!before || index === days.length - 1 || day.on === today) return true;
  return day.planned !== before.planned || (day.actual !== null && day.actual !== before.actual);
}

function toRow(
  { on, planned, actual }: BurnDownDay,
  structures: readonly BurnDownStructure[],
  today: CalendarDate,
): BurnDownRow {
  const gone = removedOnDay(structures, on);
  return {
    day: dayInWords(on),
    isToday: on === today,
    planned: figure(planned),
    actual: actual === null ? '—' : figure(actual),
    removed: gone.count ? `${gone.count} 处` : '—',
    removedArea: gone.count ? figure(gone.area) : '—',
  };
}

/** The unit stands in the head of the table. */
const figure = (area: number): string => exactArea(area).replace(' ㎡', '');
