import { addDays, CalendarDate, daysBetween, latestOf } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { percentInWords } from '../domain/progress/basis-points';
import { Gantt, GanttRow as ItemRow, itemStateNames } from '../domain/progress/gantt';
import type { GanttFigure, GanttRow } from '../platform/web/figures';
import type { DayWord } from './look-back.presenter';
import { TimeScale } from '../platform/web/time-scale';

/** Plan, fact and what is expected of each item on one time line; the words of its table say the same as the bars. */
export function toItemGantt({ span, rows, today }: Gantt, dayWord: DayWord): GanttFigure {
  const isLate = rows.some(({ lateDays }) => lateDays !== null && lateDays > 0);
  // Room at the right for the words beside a late bar.
  const last = isLate ? addDays(span.to, Math.ceil(daysBetween(span.from, span.to) / 8)) : span.to;
  const scale = new TimeScale(span.from, last);
  const now = scale.today(today);
  return {
    caption: '各施工项目的计划、实际和预计',
    nameHead: '施工项目',
    ticks: scale.ticks(today),
    today: now && { ...now, label: `${dayWord} ${nearDay(today, today)}` },
    rows: rows.map((row) => toRow(row, scale, today)),
  };
}

function toRow(row: ItemRow, scale: TimeScale, today: CalendarDate): GanttRow {
  const { name, plan, lateDays, words, isAdded } = row;
  return {
    name: isAdded ? `${name}（后增加）` : name,
    plan: nearDays(plan.from, plan.to, today),
    fact: factInWords(row, today),
    drift: words,
    ...(lateDays !== null && lateDays > 0 && { driftLate: true }),
    bars: barsOf(row, scale),
  };
}

function factInWords({ state, actual, forecast, done, planned }: ItemRow, today: CalendarDate): string {
  if (state === 'done') return `${nearDays(actual!.from, actual!.to, today)}，已完成`;
  if (state === 'dropped') return itemStateNames.dropped;
  const begun = actual
    ? `${nearDay(actual.from, today)}开始，完成 ${percentInWords(done)}`
    : itemStateNames.idle;
  const held = state === 'held' ? `，${itemStateNames.held}` : '';
  const due = state !== 'held' && planned > done ? `（应完成 ${percentInWords(planned)}）` : '';
  return `${begun}${due}${held}${forecast ? `，预计 ${nearDay(forecast.to, today)}完` : ''}`;
}

function barsOf({ state, plan, actual, forecast, words }: ItemRow, scale: TimeScale): GanttRow['bars'] {
  const bars: GanttRow['bars'] = { plan: scale.span(plan.from, plan.to) };
  if (actual) bars[state === 'done' ? 'done' : 'doing'] = scale.span(actual.from, actual.to);
  if (forecast) {
    const inTime = forecast.to < plan.to ? forecast.to : plan.to;
    bars.forecast = scale.span(forecast.from, inTime);
    const lateFrom = latestOf(forecast.from, addDays(plan.to, 1))!;
    if (lateFrom <= forecast.to) bars.late = scale.late(lateFrom, forecast.to, words);
  }
  return Object.fromEntries(Object.entries(bars).filter(([, bar]) => bar !== undefined));
}
