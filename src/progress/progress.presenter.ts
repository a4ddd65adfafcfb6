import type { Frame } from '../compounds/workspace';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { percentInWords } from '../domain/progress/basis-points';
import { baselineDrift } from '../domain/progress/baseline';
import { finishDelay } from '../domain/progress/delay-proposal';
import { finishVerdict, laterFinish, VerdictKind } from '../domain/progress/finish-verdict';
import { gantt } from '../domain/progress/gantt';
import { heldWork } from '../domain/progress/item-weights';
import { worksSpan } from '../domain/progress/s-curve';
import { allDoneOn } from '../domain/progress/works-course';
import { isGoingOn } from '../domain/renovation/going-on';
import { firstPlannedDay } from '../domain/progress/as-of';
import type { ItemGround } from '../domain/removal/work-zones';
import type { ActionLink, EmptyNote, GanttFigure, NumberFigure, StatusMark } from '../platform/web/figures';
import { CurveView, toCurveView } from './curve.presenter';
import { DelayLine, toDelays } from './delay.presenter';
import { toItemGantt } from './item-gantt.presenter';
import type { WorksAtPlace } from './progress.desk';
import { progressPaths } from './progress.paths';
import type { ProgressStanding } from './progress.totals';
import { LookBack, toLookBack } from './look-back.presenter';
import { StopLine, toStopLines } from './stop-lines.presenter';
import { toWeights, WeightsView } from './weights.presenter';

/** Tab 进度 of a compound (views/progress/index): does the planned day hold, how far are the works, and how is it counted. */
export interface ProgressPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  lookBack?: LookBack;
  progress: ProgressBody;
  actions: ActionLink[];
}

/** What page and sheet show alike. */
export interface ProgressBody {
  /** Why there is nothing to show. */
  empty?: EmptyNote;
  verdict?: { question: string; status: StatusMark; why: string; how: string; laterLink?: string };
  numbers: NumberFigure[];
  /** What has to be known beside the number: a changed plan, ground that is not cleared. */
  remarks: string[];
  gantt?: GanttFigure;
  curve?: CurveView;
  weights?: WeightsView;
  delays: DelayLine[];
  /** The end of everything that stops explain, with where it may be said. */
  finish?: { words: string; link?: string };
  stops: StopLine[];
  plan: string;
  planLink: string;
}

/** Everything the tab is made of. */
export interface ProgressView {
  works: WorksAtPlace | null;
  standing: ProgressStanding | null;
  grounds: readonly ItemGround[];
  /** The day that is looked at. */
  today: CalendarDate;
  /** The same where it is a day gone by; nothing can be done then. */
  asOf?: CalendarDate;
  mayEdit: boolean;
  /** May this person read when the works are expected to be finished? */
  hasForecast: boolean;
  /** The renovation of the address; undefined for the current one. */
  sequence?: number;
  isShort?: boolean;
}

/** The works as they stand, in words, drawings and tables. */
export function toProgressBody(view: ProgressView, empty?: EmptyNote): ProgressBody {
  const { works, standing, today, mayEdit, hasForecast, sequence } = view;
  const none = { numbers: [], remarks: [], delays: [], stops: [], plan: '', planLink: '' };
  if (!works) return { ...none, empty };
  const { compound, course, baselines } = works;
  const { code } = compound;
  const around = { mayEdit: mayEdit && isGoingOn(works.renovation.state), today };
  if (!course || !standing) return { ...none, stops: toStopLines(works, around), empty: notCounted(view) };
  const { baseline } = course;
  const held = heldWork(course.items, baseline.items, view.grounds);
  const chart = gantt(course, held?.ids ?? [], today);
  const seenChart = chart && { ...chart, rows: chart.rows.filter(({ id }) => works.seenItemIds.has(id)) };
  const drift = baselineDrift(baseline, course.items);
  const dayWord = view.asOf ? '截至' : '今天';
  const span = worksSpan(course, standing.forecast, today) ?? undefined;
  return {
    verdict: verdictOf(view, standing),
    numbers: toNumbers(view, standing),
    // What the ground holds back is only known of today.
    remarks: [drift?.words, view.asOf ? undefined : held?.words].filter((words) => words !== undefined),
    ...(seenChart?.rows.length && { gantt: toItemGantt(seenChart, dayWord) }),
    curve: toCurveView(course, standing, { today, dayWord, hasForecast, isShort: view.isShort ?? false }),
    weights: toWeights(course, standing, works.seenItemIds),
    ...toDelays(view),
    stops: toStopLines(works, { ...around, span }),
    plan: `第 ${baseline.version} 版计划，${dayInWords(baseline.setOn)}定${baselines.length > 1 ? '，旧计划保留' : ''}`,
    planLink: progressPaths.baselines(code, sequence),
  };
}

/** The tab. */
export function toProgressPage(
  view: ProgressView,
  {
    renovations,
    frame,
    code,
    name,
    latest,
    empty,
  }: {
    renovations: ProgressPage['renovations'];
    frame: Frame;
    code: string;
    name: string;
    latest: CalendarDate;
    empty?: EmptyNote;
  },
): ProgressPage {
  const progress = toProgressBody(view, empty);
  const { works, mayEdit, sequence, asOf } = view;
  const isPlanned = progress.verdict !== undefined || progress.weights !== undefined;
  return {
    ...frame,
    title: `进度 · ${name}`,
    renovations,
    lookBack: works?.course
      ? toLookBack({ code, sequence }, { asOf, earliest: firstPlannedDay(works.baselines), latest })
      : undefined,
    progress,
    actions: [
      ...(isPlanned ? [{ label: '打印 A3 进度图', link: progressPaths.print(code, sequence, asOf) }] : []),
      ...(mayEdit && works?.renovation.isCurrent && works.items.length
        ? [
            { label: '登记停工', link: progressPaths.newStop(code) },
            ...(isPlanned ? [{ label: '调整计划', link: progressPaths.newBaseline(code) }] : []),
          ]
        : []),
    ],
  };
}

function notCounted({ works, mayEdit }: ProgressView): EmptyNote {
  if (!works!.items.length)
    return { text: '还没有施工项目。在「合同和项目」里从方案列出施工项目，这里就按天算进度' };
  const text = '进度还没有开始算：定下施工计划以后，每一项的权重和计划日期就固定了，以后的快慢都和它比';
  if (!mayEdit) return { text };
  return { text, link: progressPaths.newBaseline(works!.compound.code), label: '定施工计划' };
}

const markOf: Record<VerdictKind, StatusMark['state']> = {
  finished: 'done',
  holds: 'done',
  tight: 'doing',
  doubtful: 'late',
  missed: 'late',
  unknown: 'idle',
};

function verdictOf(
  { works, hasForecast, today, mayEdit }: ProgressView,
  { forecast, plannedFinishOn }: ProgressStanding,
): ProgressBody['verdict'] {
  const verdict = finishVerdict(forecast, plannedFinishOn, today);
  if (!verdict || !hasForecast) return undefined;
  const { kind, question, answer, why } = verdict;
  const { course, compound, renovation } = works!;
  const later =
    mayEdit && renovation.isCurrent && laterFinish(forecast, plannedFinishOn, finishDelay(course!));
  return {
    question: kind === 'finished' ? question : `${question}？`,
    ...{ status: { state: markOf[kind], word: answer }, why, how: forecast.how },
    ...(later && { laterLink: progressPaths.stageForecast(compound.code, later) }),
  };
}

function toNumbers({ works, hasForecast, today }: ProgressView, standing: ProgressStanding): NumberFigure[] {
  const { progress, forecast, plannedFinishOn, done, all } = standing;
  const { points, days, level } = progress;
  const isLate = level !== 'in-time';
  const behind = `${points < 0 ? '慢' : '快'} ${Math.abs(points)}`;
  const finishedOn = allDoneOn(works!.course!);
  return [
    { term: '已完成', value: percentInWords(progress.actual), note: `截至 ${nearDay(progress.on, today)}` },
    { term: '计划应完成', value: percentInWords(progress.planned) },
    {
      term: '和计划比',
      value: points === 0 ? '一致' : behind,
      note: points === 0 ? '' : `个百分点${days ? `，约 ${Math.abs(days)} 个工作日` : ''}`,
      ...(isLate && { late: true }),
    },
    { term: '做完的施工项目', value: `${done} / ${all}`, note: '项' },
    { term: '计划完工', value: plannedFinishOn ? nearDay(plannedFinishOn, today) : '—' },
    ...(finishedOn ? [{ term: '实际完工', value: nearDay(finishedOn, today) }] : []),
    ...(hasForecast && forecast.earlyOn && forecast.likelyOn
      ? [
          {
            term: '最可能完工',
            value: nearDay(forecast.likelyOn, today),
            note: forecast.lateOn
              ? nearDays(forecast.earlyOn, forecast.lateOn, today)
              : `最早 ${nearDay(forecast.earlyOn, today)}`,
            ...(forecast.slipDays !== null && forecast.slipDays > 0 && { late: true }),
          },
        ]
      : []),
  ];
}
