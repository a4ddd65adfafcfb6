// What is said of each stage on the line: done early or late by so many days, overdue, expected late, or still ahead.
// Every word of lateness carries its number. Lateness is measured against the plan in force; the first plan is shown
// beside, so that a new plan never hides a delay.
import { CalendarDate, daysBetween } from '../kernel/calendar-date';
import { isGoingOn } from './going-on';
import { Baseline, slipDays, StagePlan } from './schedule';
import { Position, StageCode, stages, stageStanding } from './stages';

/** All days of one stage. */
export interface StageDates extends StagePlan {
  forecastEndOn: CalendarDate | null;
  startedOn: CalendarDate | null;
  endedOn: CalendarDate | null;
}

/** How does a stage keep to its plan? `done` and `running` without more: there is no plan to compare with. */
export type StageKeeping =
  | 'done'
  | 'done-early'
  | 'done-on-time'
  | 'done-late'
  | 'running'
  | 'on-time'
  | 'slipping'
  | 'overdue'
  | 'ahead';

/** One stage of the line. `days` is the number that belongs to `keeping`: early, late, left, slipped or overdue days. */
export interface StageLineEntry extends StageDates {
  standing: 'over' | 'running' | 'ahead';
  keeping: StageKeeping;
  days: number;
}

/** The whole line, in order, as it stands today. */
export function stageLine(
  dates: readonly StageDates[],
  position: Position,
  today: CalendarDate,
): StageLineEntry[] {
  return stages.map((stage) => {
    const known = dates.find((entry) => entry.stage === stage) ?? unknownDates(stage);
    const standing = stageStanding(stage, position);
    return {
      ...known,
      standing,
      ...keepingOf(known, standing, isGoingOn(position.state) ? today : undefined),
    };
  });
}

/** How is it said? '提前 4 天', '逾期 3 天', '预计晚 2 天', '还有 10 天'. */
export function keepingInWords({ keeping, days }: Pick<StageLineEntry, 'keeping' | 'days'>): string {
  const words: Record<StageKeeping, string> = {
    done: '已完成',
    'done-early': `提前 ${days} 天完成`,
    'done-on-time': '按时完成',
    'done-late': `晚 ${days} 天完成`,
    running: '进行中',
    'on-time': days === 0 ? '今天到期' : `还有 ${days} 天`,
    slipping: `预计晚 ${days} 天`,
    overdue: `逾期 ${days} 天`,
    ahead: '未开始',
  };
  return words[keeping];
}

/** How late is the renovation as a whole: its worst overdue stage, and its worst expected slip, in days? */
export function lateness(line: readonly StageLineEntry[]): { overdueDays: number; slipDays: number } {
  const open = line.filter(({ standing }) => standing !== 'over');
  const worst = (days: number[]) => Math.max(0, ...days);
  return {
    overdueDays: worst(open.filter(({ keeping }) => keeping === 'overdue').map(({ days }) => days)),
    slipDays: worst(open.map(({ plannedEndOn, forecastEndOn }) => slipDays(plannedEndOn, forecastEndOn))),
  };
}

/** By how many days was each stage moved since the first baseline? Later is positive; stages not planned are left out. */
export function shiftSinceFirst(baselines: readonly Baseline[]): { stage: StageCode; days: number }[] {
  const inOrder = [...baselines].sort((one, other) => one.version - other.version);
  const end = (baseline: Baseline | undefined, stage: StageCode) =>
    baseline?.plan.find((entry) => entry.stage === stage)?.plannedEndOn;
  return stages.flatMap((stage) => {
    const [first, last] = [end(inOrder[0], stage), end(inOrder.at(-1), stage)];
    return first && last ? [{ stage, days: daysBetween(first, last) }] : [];
  });
}

function keepingOf(
  { plannedEndOn, forecastEndOn, endedOn }: StageDates,
  standing: StageLineEntry['standing'],
  today: CalendarDate | undefined,
): { keeping: StageKeeping; days: number } {
  if (standing === 'over') {
    if (!plannedEndOn || !endedOn) return { keeping: 'done', days: 0 };
    const days = daysBetween(plannedEndOn, endedOn);
    if (days === 0) return { keeping: 'done-on-time', days };
    return days < 0 ? { keeping: 'done-early', days: -days } : { keeping: 'done-late', days };
  }
  const plain = { keeping: standing === 'running' ? ('running' as const) : ('ahead' as const), days: 0 };
  if (!plannedEndOn || !today) return plain;
  if (today > plannedEndOn) return { keeping: 'overdue', days: daysBetween(plannedEndOn, today) };
  const slip = slipDays(plannedEndOn, forecastEndOn);
  if (slip > 0) return { keeping: 'slipping', days: slip };
  return standing === 'running' ? { keeping: 'on-time', days: daysBetween(today, plannedEndOn) } : plain;
}

const unknownDates = (stage: StageCode): StageDates => ({
  stage,
  plannedStartOn: null,
  plannedEndOn: null,
  forecastEndOn: null,
  startedOn: null,
  endedOn: null,
});
