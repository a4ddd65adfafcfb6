import type { Disclosure } from '../domain/disclosure/disclosure';
import { PublicRenovation, PublicStage } from '../domain/disclosure/renovation';
import { delayInWords, publicStanding } from '../domain/disclosure/standing';
import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { keepingInWords } from '../domain/renovation/stage-line';
import { renovationStateNames, StageCode } from '../domain/renovation/stages';
import { BarFigure, StatusMark } from '../platform/web/figures';
import { BuiltBlock, toBuilt } from './built.presenter';
import { RemovedBlock, toRemoved } from './removed.presenter';
import { ResidentBlocks, toEarlierResidents } from './residents.presenter';
import type { WorkItemsBlock } from './works.presenter';

/** One stage of the line, to read downwards. */
export interface PublicStageBlock {
  name: string;
  status: StatusMark;
  when?: string;
  /** Full sentences. */
  lines: string[];
  evidence?: { text: string; status: StatusMark }[];
  /** What the folded list of evidence is called. */
  evidenceLabel?: string;
  current?: boolean;
  /** The items of the works, under their stage. */
  items?: WorkItemsBlock;
}

/** An earlier renovation of the same compound. */
export interface HistoryBlock {
  name: string;
  status: StatusMark;
  line: string;
  what?: string;
  /** What was decided in it, folded. */
  residents?: ResidentBlocks;
  /** What was removed in it, folded. */
  removed?: RemovedBlock;
  /** How it was built, folded. */
  built?: BuiltBlock;
  stages: PublicStageBlock[];
  open: boolean;
}

/** What is done in each stage, as residents are told of what comes. */
const whatComes: Record<StageCode, string> = {
  survey: '上门摸底，查清问题',
  consultation: '大家商量怎么改，方案公示',
  removal: '拆违清障',
  construction: '施工改造，完工清场',
  acceptance: '竣工验收，结果在这里公布',
  handover: '移交，定好以后怎么管',
};

/** So many notes of the evidence stand open under a stage. */
const shownNotes = 3;

/** The six stages as they stand today; the items of the works stand under theirs. */
export function toStages(
  renovation: PublicRenovation,
  today: CalendarDate,
  items?: WorkItemsBlock,
): PublicStageBlock[] {
  return renovation.stages.map((stage) => ({
    ...toStage(stage, renovation, today),
    ...(items && stage.stage === 'construction' && { items }),
  }));
}

/** How many of the six steps are behind, as a bar and two numbers. */
export function toProgress(renovation: PublicRenovation | null): {
  bar?: BarFigure;
  figures: { term: string; value: string }[];
} {
  if (!renovation || renovation.state === 'cancelled') return { figures: [] };
  const { stages } = renovation;
  const over = stages.filter(({ standing }) => standing === 'over').length;
  const at = stages.findIndex(({ stage }) => stage === renovation.stage) + 1;
  const step = 100 / stages.length;
  const label = over === stages.length ? '六步都走完了' : `六步走完 ${over} 步，现在是第 ${at} 步`;
  const running = stages.filter(({ standing }) => standing === 'running').length;
  return {
    bar: {
      label,
      solid: Math.round(over * step),
      ...(running && { hatch: Math.round(running * step), from: Math.round(over * step) }),
    },
    figures: [
      { term: '已走完', value: `${over} 步` },
      { term: '一共', value: `${stages.length} 步` },
    ],
  };
}

/** What comes next, with its day: the stages that are not over and have one. */
export function toNext(renovation: PublicRenovation, today: CalendarDate): { when: string; what: string }[] {
  if (renovation.state !== 'active') return [];
  return renovation.stages
    .flatMap(({ stage, standing, plannedEndOn, forecastEndOn }) => {
      const day = forecastEndOn && forecastEndOn >= today ? forecastEndOn : plannedEndOn;
      return standing === 'over' || !day || day < today ? [] : [{ day, what: whatComes[stage] }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ day, what }) => ({ when: nearDay(day, today), what }));
}

/** The renovations before the current one, the newest first; open where nothing else is going on. */
export function toHistory(told: Disclosure, today: CalendarDate): HistoryBlock[] {
  const { compound, earlier, earlierConsultations, earlierRemovals, earlierWorks, current } = told;
  const last = told.removal ? -1 : earlierRemovals.findIndex((one) => one !== null);
  return earlier.map((renovation, index) => {
    const residents = toEarlierResidents(earlierConsultations[index], compound.code, today);
    const keeping = index === last ? told.keeping : null;
    const { code } = compound;
    const removed = toRemoved(earlierRemovals[index], keeping, { code, today });
    const built = toBuilt(earlierWorks[index], { code, renovation: renovation.sequence, today });
    return {
      name: renovation.name,
      status: {
        state: renovation.state === 'closed' ? 'done' : 'idle',
        word: renovationStateNames[renovation.state],
      },
      line: historyLine(renovation, today),
      ...(renovation.summary && { what: renovation.summary }),
      ...(residents && { residents }),
      ...(removed && { removed }),
      ...(built && { built }),
      stages: toStages(renovation, today),
      open: current === null && index === 0,
    };
  });
}

function historyLine(renovation: PublicRenovation, today: CalendarDate): string {
  const { openedOn, closedOn, trackName } = renovation;
  const said = publicStanding(renovation, today);
  const took = closedOn ? `，前后 ${daysBetween(openedOn, closedOn) + 1} 天` : '';
  return `${trackName}，${nearDay(openedOn, today)} 开始，${said.reason ?? said.sentence}${took}。`;
}

function toStage(stage: PublicStage, renovation: PublicRenovation, today: CalendarDate): PublicStageBlock {
  const { evidence } = stage;
  const current = renovation.state === 'active' && stage.stage === renovation.stage;
  const when = whenInWords(stage, today);
  return {
    name: stage.name,
    status: statusOf(stage, renovation),
    ...(when && { when }),
    lines: [...(stage.delay ? [delayInWords(stage.delay)] : []), ...notesOf(stage, today)],
    ...(evidence.length && {
      evidence: evidence.map(({ text, on }) => ({
        text,
        status: { state: 'done' as const, word: nearDay(on, today) },
      })),
      evidenceLabel: `办了 ${evidence.length} 件事`,
    }),
    ...(current && { current }),
  };
}

function statusOf(stage: PublicStage, { state }: PublicRenovation): StatusMark {
  const { standing, keeping } = stage;
  if (standing === 'over') return { state: 'done', word: keepingInWords(stage) };
  if (state === 'cancelled') return { state: 'idle', word: '不再进行' };
  if (state === 'paused' && standing === 'running') return { state: 'late', word: '已暂停' };
  if (keeping === 'overdue' || keeping === 'slipping') return { state: 'late', word: keepingInWords(stage) };
  return standing === 'running' ? { state: 'doing', word: '进行中' } : { state: 'idle', word: '未开始' };
}

function whenInWords(stage: PublicStage, today: CalendarDate): string | undefined {
  const { standing, startedOn, endedOn, plannedStartOn, plannedEndOn, forecastEndOn } = stage;
  const day = (date: CalendarDate) => nearDay(date, today);
  if (standing === 'over') {
    if (!endedOn) return undefined;
    return startedOn && startedOn !== endedOn ? nearDays(startedOn, endedOn, today) : day(endedOn);
  }
  const end = forecastEndOn ?? plannedEndOn;
  if (standing === 'running') {
    const said = [startedOn && `${day(startedOn)} 开始`, end && `预计 ${day(end)} 完成`];
    return said.filter(Boolean).join('，') || undefined;
  }
  if (!plannedEndOn) return undefined;
  return plannedStartOn
    ? `计划 ${nearDays(plannedStartOn, plannedEndOn, today)}`
    : `计划 ${day(plannedEndOn)} 完成`;
}

// One paper may prove several conditions with the same words; they are said once, the latest of them.
function notesOf({ evidence }: PublicStage, today: CalendarDate): string[] {
  const notes = new Map<string, CalendarDate>();
  for (const { note, on } of evidence) if (note) notes.set(note, on);
  return [...notes]
    .sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
    .slice(-shownNotes)
    .map(([note, on]) => `${nearDay(on, today)}：${note.replace(/[。；]$/, '')}。`);
}
