import { CalendarDate, addDays, daysBetween, latestOf, yearOf } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { keepingInWords } from '../domain/renovation/stage-line';
import { stageNames } from '../domain/renovation/stages';
import { GanttFigure, GanttRow, GanttSpan } from '../platform/web/figures';
import { StageOnLine } from './standing';

/** Plan, fact and forecast of the six stages on one time line; undefined while no day is known. */
export function toStageGantt(line: readonly StageOnLine[], today: CalendarDate): GanttFigure | undefined {
  const scale = scaleOf(line, today);
  if (!scale) return undefined;
  return {
    caption: '各阶段计划、实际和预计日期',
    nameHead: '阶段',
    ticks: scale.months(today),
    today: scale.holds(today) ? { x: scale.at(today), label: `今天 ${nearDay(today, today)}` } : undefined,
    rows: line.map((stage, index) => rowOf(stage, beginOf(line, index), scale, today)),
  };
}

/** How much of a narrow time line '2027年1月' and '今天 11月21日' take, in percent. */
const widthOfMonth = 18;
const widthOfToday = 24;

/** Turns days into percent of the time line; a day is as wide as any other. */
class Scale {
  private readonly days: number;

  constructor(
    private readonly first: CalendarDate,
    private readonly last: CalendarDate,
  ) {
    this.days = daysBetween(first, last) + 1;
  }

  /** Where this day begins. */
  at(day: CalendarDate): number {
    return rounded((daysBetween(this.first, day) * 100) / this.days);
  }

  /** From the morning of the first to the evening of the second; undefined when it is the wrong way round. */
  span(from: CalendarDate, to: CalendarDate): GanttSpan | undefined {
    const days = daysBetween(from, to) + 1;
    return days < 1 ? undefined : { x: this.at(from), w: rounded((days * 100) / this.days) };
  }

  holds(day: CalendarDate): boolean {
    return day >= this.first && day <= this.last;
  }

  /** The first of every month; the months get words where there is room for them, also beside today. */
  months(today: CalendarDate): GanttFigure['ticks'] {
    const firsts: CalendarDate[] = [];
    for (let day = nextFirst(this.first); day <= this.last; day = nextFirst(addDays(day, 1)))
      firsts.push(day);
    const now = this.holds(today) ? this.at(today) : NaN;
    const isBesideToday = (x: number) => x > now - widthOfMonth && x < now + widthOfToday;
    let said = { x: -100, year: yearOf(today) };
    return firsts.map((day) => {
      const x = this.at(day);
      if (x < said.x + widthOfMonth || x > 100 - widthOfMonth || isBesideToday(x)) return { x };
      const label = monthInWords(day, said.year);
      said = { x, year: yearOf(day) };
      return { x, label };
    });
  }
}

/** '6月', or '2027年1月' in another year than the one said before. */
function monthInWords(first: CalendarDate, said: number): string {
  const [year, month] = first.split('-').map(Number);
  return year === said ? `${month}月` : `${year}年${month}月`;
}

function scaleOf(line: readonly StageOnLine[], today: CalendarDate): Scale | undefined {
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
  return new Scale(days[0], late ? addDays(last, Math.ceil(daysBetween(days[0], last) / 6)) : last);
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
  scale: Scale,
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

function actualBars(stage: StageOnLine, scale: Scale, today: CalendarDate): GanttRow['bars'] {
  const { standing, startedOn, endedOn } = stage;
  if (standing === 'over') return startedOn && endedOn ? { done: scale.span(startedOn, endedOn) } : {};
  return standing === 'running' && startedOn ? { doing: scale.span(startedOn, today) } : {};
}

/** What is still to come; the part beyond the plan is late, and says by how many days. */
function expectedBars(stage: StageOnLine, scale: Scale, today: CalendarDate): GanttRow['bars'] {
  const { standing, keeping, plannedEndOn, forecastEndOn } = stage;
  if (standing === 'over') return {};
  if (keeping === 'overdue' && plannedEndOn) {
    return { late: late(stage, scale, addDays(plannedEndOn, 1), latestOf(today, forecastEndOn)!) };
  }
  const from = standing === 'running' ? addDays(today, 1) : plannedEndOn && addDays(plannedEndOn, 1);
  if (keeping === 'slipping' && from && forecastEndOn)
    return { late: late(stage, scale, from, forecastEndOn) };
  const end = forecastEndOn ?? plannedEndOn;
  return standing === 'running' && from && end ? { forecast: scale.span(from, end) } : {};
}

function late(
  stage: StageOnLine,
  scale: Scale,
  from: CalendarDate,
  to: CalendarDate,
): GanttRow['bars']['late'] {
  const span = scale.span(from, to);
  return span && { ...span, label: keepingInWords(stage), labelX: rounded(span.x + span.w) };
}

function withoutGaps(bars: GanttRow['bars']): GanttRow['bars'] {
  return Object.fromEntries(Object.entries(bars).filter(([, bar]) => bar !== undefined));
}

const rounded = (percent: number) => Math.round(percent * 100) / 100;

/** This day if it is the first of a month, else the first of the next month. */
function nextFirst(day: CalendarDate): CalendarDate {
  if (day.endsWith('-01')) return day;
  const [year, month] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
