import { compoundPaths } from '../compounds/compounds.paths';
import { Frame } from '../compounds/workspace';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { isGoingOn } from '../domain/renovation/going-on';
import { stageAfter } from '../domain/renovation/stages';
import {
  ActionLink,
  EmptyNote,
  FactLine,
  GanttFigure,
  GateLine,
  StageFigure,
  TodoItem,
} from '../platform/web/figures';
import { toStageGantt } from '../stages/gantt.presenter';
import { toStageStrip } from '../stages/stage-strip.presenter';
import { moveTitle } from '../stages/stage-words';
import { stagesPaths } from '../stages/stages.paths';
import type { HazardRow } from '../surveys/hazards.presenter';
import { surveyPaths } from '../surveys/surveys.paths';
import { toCompoundFacts } from './compound-facts.presenter';
import { LogRow, toLogRow } from './log.presenter';
import { toGates, toHazards, toNumbers } from './overview-blocks.presenter';
import { Overview } from './overview.service';
import { portfolioPaths } from './portfolio.paths';
import { toResidentFacts } from './residents.presenter';
import { toTodo } from './work.presenter';

/** Where a block leads on. */
interface Onward {
  link?: string;
  linkLabel?: string;
  empty?: EmptyNote;
}

/** Workspace of a compound, tab 概览 (views/portfolio/overview). */
export interface OverviewPage extends Frame {
  title: string;
  stages?: StageFigure[];
  gates: { sentence?: string; items: GateLine[] } & Onward;
  todo: { items: TodoItem[] } & Onward;
  schedule?: GanttFigure & { note?: string } & Onward;
  noSchedule?: EmptyNote;
  log?: { entries: LogRow[] } & Onward;
  residents?: FactLine[];
  hazards?: { count: string; items: HazardRow[] } & Onward;
  facts: { items: FactLine[] } & Onward;
}

const shownTodos = 5;

/** Everything about one compound at a glance, with the single next step as its one primary button. */
export function toOverview(overview: Overview, role: Role, today: CalendarDate): OverviewPage {
  const { frame, compound, renovation, story, waiting, survey, log, residents } = overview;
  const residentFacts = residents && toResidentFacts(residents, compound.code, today);
  const { code } = compound;
  const gantt = story && toStageGantt(story.line, today);
  return {
    crumbs: frame.crumbs,
    head: {
      ...frame.head,
      actions: [...frame.head.actions, ...nextStep(overview, role)],
      numbers: toNumbers(overview, today),
    },
    title: `${compound.name} · 概览`,
    ...(renovation && story && { stages: toStageStrip(story.line, renovation, today) }),
    gates: toGates(overview, role, today),
    todo: {
      items: waiting.slice(0, shownTodos).map((item) => withoutPlace(toTodo(item, today, false))),
      link: portfolioPaths.work(),
      linkLabel: waiting.length > shownTodos ? `全部 ${waiting.length} 件` : '全部待办',
      ...(!waiting.length && { empty: { text: '这个楼院现在没有要您办的事。' } }),
    },
    ...(gantt
      ? {
          schedule: {
            ...gantt,
            ...planNote(overview, today),
            link: stagesPaths.index(code),
            linkLabel: '阶段',
          },
        }
      : { noSchedule: noPlan(overview, role) }),
    ...(log && {
      log: {
        entries: log.map((line) => toLogRow(line, today)),
        link: portfolioPaths.log(code),
        linkLabel: '全部记录',
        ...(!log.length && { empty: { text: '还没有记录。' } }),
      },
    }),
    ...(residentFacts && { residents: residentFacts }),
    ...(survey && { hazards: toHazards(code, survey, today) }),
    facts: {
      items: toCompoundFacts(compound, renovation),
      ...(mayDo(role, 'compound.edit') && { link: compoundPaths.edit(code), linkLabel: '修改' }),
    },
  };
}

/** The one step that brings this compound on, for those who may take it. */
function nextStep({ compound, renovation }: Overview, role: Role): ActionLink[] {
  const { code } = compound;
  if (!renovation || !isGoingOn(renovation.state)) {
    if (!mayDo(role, 'renovation.open')) return [];
    return [{ label: '立项', link: compoundPaths.openRenovation(code), primary: true }];
  }
  if (mayDo(role, 'stage.move')) {
    const move =
      renovation.state === 'paused' ? 'resume' : stageAfter(renovation.stage) ? 'advance' : 'close';
    return [{ label: moveTitle(move, renovation), link: stagesPaths.newMove(code, move), primary: true }];
  }
  if (renovation.stage === 'survey' && mayDo(role, 'survey.edit'))
    return [{ label: '录入摸底', link: surveyPaths.index(code), primary: true }];
  return [];
}

function planNote({ story }: Overview, today: CalendarDate): { note?: string } {
  const baseline = story?.baselines.at(-1);
  if (!baseline) return {};
  const which = baseline.version === 1 ? '第一次计划' : `第 ${baseline.version} 次计划，旧计划保留`;
  return { note: `计划：${nearDay(baseline.setOn, today)} 定，${which}。` };
}

function noPlan({ compound, renovation }: Overview, role: Role): EmptyNote {
  const text = renovation
    ? '还没有阶段计划。先定六个阶段的日期，以后的快慢都和它比。'
    : '立项后在这里排六个阶段的计划。';
  if (!renovation || !mayDo(role, 'stage.schedule')) return { text };
  return { text, link: stagesPaths.newBaseline(compound.code), label: '制定计划' };
}

const withoutPlace = ({ where: _, ...todo }: TodoItem): TodoItem => todo;
