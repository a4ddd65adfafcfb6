import { Compound } from '../compounds/compound.entity';
import { compoundPaths } from '../compounds/compounds.paths';
import type { RenovationChoice } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Frame } from '../compounds/workspace';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { openPassages } from '../domain/renovation/open-passages';
import { stageNames, trackNames } from '../domain/renovation/stages';
import { ActionLink, EmptyNote, GanttFigure, StageFigure, StatusMark } from '../platform/web/figures';
import { toStageGantt } from './gantt.presenter';
import { MoveLink, PassageFigure, toMoves, toPassage } from './passages.presenter';
import { StageRecord } from './stage-history.service';
import {
  BaselineLine,
  EvidenceLine,
  LogLine,
  PassedGateLine,
  toBaselines,
  toEvidence,
  toPassedGates,
  toStageLog,
} from './stage-records.presenter';
import { slipInWords, stageStatus, toStageStrip } from './stage-strip.presenter';
import { stateMarks } from './stage-words';
import { stagesPaths } from './stages.paths';
import { StageOnLine, Standing, lineOf } from './standing';

/** What is expected of a stage that is not over. */
export interface ExpectationRow {
  name: string;
  status: StatusMark;
  forecast: string;
  slip: string;
  /** Where its expected end is changed; empty for those who may not. */
  link: string;
}

/** The desk of one renovation. */
export interface DeskFigure {
  heading: string;
  status: StatusMark;
  reason: string;
  stages: StageFigure[];
  passages: PassageFigure[];
  moves: MoveLink[];
  movesNote: string;
  gantt?: GanttFigure;
  noPlan?: EmptyNote;
  expectations: ExpectationRow[];
  planLink?: ActionLink;
  baselines: BaselineLine[];
  evidence: EvidenceLine[];
  milestoneLink?: ActionLink;
  passedGates: PassedGateLine[];
  overrideLink?: ActionLink;
  log: LogLine[];
}

/** The stage tab of a compound. */
export interface StagesPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  desk?: DeskFigure;
  empty?: EmptyNote;
}

/** The tab while no renovation was ever opened. */
export const toNoStages = (frame: Frame, { code, name }: Compound, role: Role): StagesPage => ({
  ...frame,
  title: `阶段 · ${name}`,
  renovations: [],
  empty: mayDo(role, 'renovation.open')
    ? { text: '还没有改造项目，立项后在这里推进阶段', link: compoundPaths.renovations(code), label: '去立项' }
    : { text: '还没有改造项目，由街道项目负责人立项后在这里推进阶段' },
});

/** Everything the desk of one renovation is made of. */
export interface DeskQuestion {
  frame: Frame;
  standing: Standing;
  choice: RenovationChoice;
  record: StageRecord;
  role: Role;
  today: CalendarDate;
}

/** The desk as a page. */
export function toStages({ frame, standing, choice, record, role, today }: DeskQuestion): StagesPage {
  return {
    ...frame,
    title: `阶段 · ${standing.compound.name}`,
    renovations: toRenovationTabs(choice, stagesPaths.index),
    desk: toDesk(standing, record, role, today),
  };
}

function toDesk(standing: Standing, record: StageRecord, role: Role, today: CalendarDate): DeskFigure {
  const { compound, renovation, passed } = standing;
  const { code } = compound;
  const line = lineOf(standing.schedules, renovation, today);
  const isOpen = openPassages(renovation).length > 0;
  const moves = toMoves(standing, role, today);
  const gantt = toStageGantt(line, today);
  const may = (action: 'stage.schedule' | 'stage.milestone' | 'stage.override') =>
    isOpen && mayDo(role, action);
  const isPlanned = record.baselines.length > 0;
  return {
    heading: `${renovation.name}（${trackNames[renovation.track]}）`,
    status:
      renovation.state === 'active'
        ? { state: 'doing', word: stageNames[renovation.stage] }
        : stateMarks[renovation.state],
    reason: renovation.stateReason ?? '',
    stages: toStageStrip(line, renovation, today),
    passages: openPassages(renovation).map((passage) => toPassage(passage, standing, role, today)),
    moves,
    movesNote: moves.length
      ? ''
      : isOpen
        ? '推进由街道项目负责人、区改造办办理'
        : '本次改造已经结束，记录保留供查',
    ...(isPlanned && gantt ? { gantt } : { noPlan: noPlan(code, may('stage.schedule')) }),
    expectations: line
      .filter(({ standing: stands }) => isOpen && stands !== 'over')
      .map((stage) => toExpectation(stage, standing, may('stage.schedule'), today)),
    ...(may('stage.schedule') &&
      isPlanned && { planLink: { label: '调整计划', link: stagesPaths.newBaseline(code) } }),
    baselines: toBaselines(record),
    evidence: toEvidence(record, today),
    ...(may('stage.milestone') && {
      milestoneLink: { label: '登记节点', link: stagesPaths.newMilestone(code), icon: 'file-import' },
    }),
    passedGates: toPassedGates(passed, today),
    ...(may('stage.override') && {
      overrideLink: { label: '例外放行', link: stagesPaths.newOverride(code) },
    }),
    log: toStageLog(record),
  };
}

const noPlan = (code: string, mayPlan: boolean): EmptyNote =>
  mayPlan
    ? {
        text: '还没有阶段计划。先定六个阶段的日期，以后的快慢都和它比',
        link: stagesPaths.newBaseline(code),
        label: '制定计划',
      }
    : { text: '还没有阶段计划，由街道项目负责人制定' };

function toExpectation(
  stage: StageOnLine,
  { compound, renovation }: Standing,
  mayChange: boolean,
  today: CalendarDate,
): ExpectationRow {
  const { plannedEndOn, forecastEndOn } = stage;
  return {
    name: stageNames[stage.stage],
    status: stageStatus(stage, renovation),
    forecast: forecastEndOn ? nearDay(forecastEndOn, today) : '—',
    slip: slipInWords(stage) || '—',
    link: mayChange && plannedEndOn ? stagesPaths.newForecast(compound.code, stage.stage) : '',
  };
}
