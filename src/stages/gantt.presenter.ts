import { CalendarDate, addDays, daysBetween, latestOf } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { keepingInWords } from '../domain/renovation/stage-line';
import { stageNames } from '../domain/renovation/stages';
import { GanttFigure, GanttRow } from '../platform/web/figures';
import { TimeScale } from '../platform/web/time-scale';
import { StageOnLine } from './standing';

/** Plan, fact and forecast of the six stages on one time line; undefined while no day is known. */
export function toStageGantt(line: readonly StageOnLine[], today: CalendarDate): GanttFigure | undefined {
  const scale = scaleOf(line, today);
  if (!scale) return undefined;
  return {
    caption: '各阶段计划、实际和预计日期',
    nameHead: '阶段',
    ticks: scale.months(today),
    today: scale.today(today),
    rows: line.map((stage, index) => rowOf(stage, beginOf(line, index), scale, today)),
  };
}

function scaleOf(line: readonly StageOnLine[], today: CalendarDate): TimeScale | undefined {
  const days = line
    .flatMap((stage) => [
      stage.plannedStartOn,
      stage.plannedEndOn,
      stage.forecastEndOn,
      stage.startedOn,
      stage.endedOn,
    ])
    .filter((day) => day !== null)
    .sort();
  if (!line.some(({ plannedEndOn, endedOn }) => plannedEndOn ?? endedOn)) return undefined;
  const running = line.some(({ standing }) => standing === 'running');
  const last = running ? latestOf(days.at(-1), today)! : days.at(-1)!;
  const late = line.some(({ keeping }) => keeping === 'overdue' || keeping === 'slipping');
  // Room at the right for the words beside a late bar.
  return new TimeScale(days[0], late ? addDays(last, Math.ceil(daysBetween(days[0], last) / 6)) : last);
}

/** A stage without a planned start begins after the one before it; removal, which runs beside, after the survey. */
function beginOf(line: readonly StageOnLine[], index: number): CalendarDate | null {
  const { plannedStartOn, plannedEndOn, stage } = line[index];
  if (plannedStartOn || !plannedEndOn) return plannedStartOn;
  const before = line
    .slice(0, index)
    .filter((entry) => entry.plannedEndOn && (entry.stage !== 'removal' || stage === 'construction'));
  const end = before.at(-1)?.plannedEndOn;
  return end && end < plannedEndOn ? addDays(end, 1) : plannedEndOn;
}

function rowOf(
  stage: StageOnLine,
  plannedFrom: CalendarDate | null,
  scale: TimeScale,
  today: CalendarDate,
): GanttRow {
  const { plannedEndOn, keeping } = stage;
  const words = (day: CalendarDate | null) => (day ? nearDay(day, today) : '—');
  const isLate = keeping === 'overdue' || keeping === 'slipping' || keeping === 'done-late';
  return {
    name: stageNames[stage.stage],
    plan: plannedFrom && plannedEndOn ? nearDays(plannedFrom, plannedEndOn, today) : words(plannedEndOn),
    fact: factInWords(stage, today),
    drift: keeping === 'running' || keeping === 'ahead' || keeping === 'done' ? '—' : keepingInWords(stage),
    ...(isLate && { driftLate: true }),
    bars: withoutGaps({
      plan: plannedFrom && plannedEndOn ? scale.span(plannedFrom, plannedEndOn) : undefined,
      ...actualBars(stage, scale, today),
      ...expectedBars(stage, scale, today),
    }),
  };
}

function factInWords(
  { standing, startedOn, endedOn, forecastEndOn }: StageOnLine,
  today: CalendarDate,
): string {
  const words = (day: CalendarDate | null) => (day ? nearDay(day, today) : '—');
  if (standing === 'over') return startedOn && endedOn ? nearDays(startedOn, endedOn, today) : words(endedOn);
  const expected = forecastEndOn ? `预计 ${words(forecastEndOn)}` : '';
  if (standing === 'running' && startedOn)
    return [`${words(startedOn)}开始`, expected].filter(Boolean).join('，');
  return expected || '—';
}

function actualBars(stage: StageOnLine, scale: TimeScale, today: CalendarDate): GanttRow['bars'] {
  const { standing, startedOn, endedOn } = stage;
  if (standing === 'over') return startedOn && endedOn ? { done: scale.span(startedOn, endedOn) } : {};
  return standing === 'running' && startedOn ? { doing: scale.span(startedOn, today) } : {};
}

/** What is still to come; the part beyond the plan is late, and says by how many days. */
function expectedBars(stage: StageOnLine, scale: TimeScale, today: CalendarDate): GanttRow['bars'] {
  const { standing, keeping, plannedEndOn, forecastEndOn } = stage;
  if (standing === 'over') return {};
  if (keeping === 'overdue' && plannedEndOn) {
    return {
      late: scale.late(addDays(plannedEndOn, 1), latestOf(today, forecastEndOn)!, keepingInWords(stage)),
    };
  }
  const from = standing === 'running' ? addDays(today, 1) : plannedEndOn && addDays(plannedEndOn, 1);
  if (keeping === 'slipping' && from && forecastEndOn)
    return { late: scale.late(from, forecastEndOn, keepingInWords(stage)) };
  const end = forecastEndOn ?? plannedEndOn;
  return standing === 'running' && from && end ? { forecast: scale.span(from, end) } : {};
}

function withoutGaps(bars: GanttRow['bars']): GanttRow['bars'] {
  return Object.fromEntries(Object.entries(bars).filter(([, bar]) => bar !== undefined));
}
