import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { isGoingOn } from '../domain/renovation/going-on';
import { answerableNames } from '../domain/renovation/schedule';
import { StageKeeping, keepingInWords } from '../domain/renovation/stage-line';
import { Position, stageNames } from '../domain/renovation/stages';
import { BarFigure, StageFigure, StatusMark } from '../platform/web/figures';
import { StageOnLine } from './standing';
import { stateMarks } from './stage-words';

/** The six stages side by side: where each stands, plan against fact, why it is late. */
export const toStageStrip = (
  line: readonly StageOnLine[],
  position: Position,
  today: CalendarDate,
): StageFigure[] =>
  line.map((stage) => {
    const name = stageNames[stage.stage];
    const status = stageStatus(stage, position);
    const late = slipInWords(stage);
    return {
      name,
      status,
      bar: barOf(stage, `${name}：${status.word}`, today),
      lines: [planAndFact(stage, today), ...besides(stage, position)],
      ...(late && { lateLine: late }),
      ...(stage.stage === position.stage && isGoingOn(position.state) && { current: true }),
    };
  });

const markOf: Record<StageKeeping, StatusMark['state']> = {
  done: 'done',
  'done-early': 'done',
  'done-on-time': 'done',
  'done-late': 'done',
  running: 'doing',
  'on-time': 'doing',
  slipping: 'late',
  overdue: 'late',
  ahead: 'idle',
};

/** Where one stage stands, as a mark and a word; what is halted or given up says so instead. */
export function stageStatus(stage: StageOnLine, { state }: Pick<Position, 'state'>): StatusMark {
  if (stage.standing === 'running' && state !== 'active') return stateMarks[state];
  return { state: markOf[stage.keeping], word: keepingInWords(stage) };
}

/** '计划 6月18日', then '预计 6月20日' or '实际 4月26日': what is known of the end of a stage. */
function planAndFact(stage: StageOnLine, today: CalendarDate): string {
  const { plannedEndOn, forecastEndOn, endedOn, startedOn } = stage;
  const said = [
    plannedEndOn && `计划 ${nearDay(plannedEndOn, today)}`,
    stage.standing === 'over'
      ? endedOn && `实际 ${nearDay(endedOn, today)}`
      : forecastEndOn && `预计 ${nearDay(forecastEndOn, today)}`,
    !plannedEndOn && stage.standing === 'running' && startedOn && `${nearDay(startedOn, today)}开始`,
  ].filter(Boolean);
  return said.join('　') || '还没有计划日期';
}

/** '上周下雨，车棚顶板晚装（天气）': why a stage that is not over is expected late, and who answers for it. */
export function slipInWords({ standing, slipReason, slipAnswerable }: StageOnLine): string {
  if (standing === 'over' || !slipReason) return '';
  return slipAnswerable ? `${slipReason}（${answerableNames[slipAnswerable]}）` : slipReason;
}

/** A bar is measured in time: how much of its planned days a running stage has used. */
function barOf(stage: StageOnLine, label: string, today: CalendarDate): BarFigure {
  if (stage.standing === 'over') return { label, solid: 100 };
  if (stage.standing === 'ahead') return { label };
  const { startedOn, forecastEndOn, plannedEndOn } = stage;
  const end = forecastEndOn ?? plannedEndOn;
  if (!startedOn || !end) return { label, hatch: 100 };
  const used = daysBetween(startedOn, today) + 1;
  const all = daysBetween(startedOn, end) + 1;
  const hatch = all > 0 ? Math.min(100, Math.max(3, Math.round((used * 100) / all))) : 100;
  return { label: `${label}，第 ${used} 天，共 ${Math.max(all, used)} 天`, hatch };
}

function besides({ stage, standing }: StageOnLine, position: Position): string[] {
  if (stage !== 'removal' || standing !== 'running' || position.stage === 'removal') return [];
  return [`与${stageNames[position.stage]}同时进行`];
}
