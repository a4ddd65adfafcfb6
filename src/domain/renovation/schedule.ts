// When is each stage planned, expected and done? The first plan is frozen as baseline 1; every new baseline keeps the old
// one and says why. A stage expected later than planned names its reason and who answers for it (settings of the house;
// the need is field lesson 16: baseline against actual).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { StageCode, stageNames, stages } from './stages';

/** When shall a stage begin and end? null while it is not planned; only the end is asked for. */
export interface StagePlan {
  stage: StageCode;
  plannedStartOn: CalendarDate | null;
  plannedEndOn: CalendarDate | null;
}

/** A frozen plan: which number, which days, why it replaced the one before (null for the first). */
export interface Baseline {
  version: number;
  reason: string | null;
  setOn: CalendarDate;
  plan: readonly StagePlan[];
}

/** Who answers for a delay? */
export type Answerable =
  | 'contractor'
  | 'supervisor'
  | 'street'
  | 'community'
  | 'residents'
  | 'utility'
  | 'district'
  | 'weather'
  | 'other';

/** What is each of them called? */
export const answerableNames: Record<Answerable, string> = {
  contractor: '施工方',
  supervisor: '监理',
  street: '街道',
  community: '社区',
  residents: '居民',
  utility: '水电气热通信单位',
  district: '区里',
  weather: '天气',
  other: '其他',
};

/** What speaks against this plan? Every stage but removal needs an end, and the line must be in order. */
export function planBlockers(plan: readonly StagePlan[]): Blocker[] {
  const found: Blocker[] = [];
  const of = (stage: StageCode) => plan.find((entry) => entry.stage === stage);
  for (const stage of stages) {
    const entry = of(stage);
    if (!entry?.plannedEndOn) {
      if (stage !== 'removal')
        found.push(against('plan.end', `请填写「${stageNames[stage]}」的计划完成日期`));
      if (entry?.plannedStartOn) found.push(...endOfRemoval(stage));
    } else if (entry.plannedStartOn && entry.plannedStartOn > entry.plannedEndOn) {
      const begins = dayInWords(entry.plannedStartOn);
      found.push(against('plan.backwards', `「${stageNames[stage]}」计划完成不能早于计划开始 ${begins}`));
    }
  }
  const line = stages.filter((stage) => stage !== 'removal');
  line.slice(1).forEach((stage, index) => found.push(...inOrder(of(line[index]), of(stage))));
  found.push(
    ...inOrder(of('survey'), of('removal')),
    ...removalBeforeAcceptance(of('removal'), of('construction')),
  );
  return found;
}

/** What speaks against freezing this plan as the next baseline? `ended` stages keep the days they were planned for. */
export function baselineBlockers(
  current: Baseline | undefined,
  next: { plan: readonly StagePlan[]; reason: string },
  ended: readonly StageCode[],
): Blocker[] {
  const found = planBlockers(next.plan);
  if (!current) return found;
  const changed = stages.filter((stage) => !samePlan(current.plan, next.plan, stage));
  if (changed.length === 0) found.push(against('baseline.same', '计划日期没有变化，不需要重新定计划'));
  if (!next.reason.trim()) found.push(against('baseline.reason', '请写明调整计划的原因，原计划会保留'));
  for (const stage of changed.filter((entry) => ended.includes(entry))) {
    found.push(against('baseline.ended', `「${stageNames[stage]}」已完成，计划日期不能再改`));
  }
  return found;
}

/** Which number does the next baseline get? */
export const nextBaselineVersion = (baselines: readonly Baseline[]): number =>
  Math.max(0, ...baselines.map(({ version }) => version)) + 1;

/** What speaks against expecting this stage to end on this day? */
export function forecastBlockers(
  stage: StagePlan & { endedOn: CalendarDate | null },
  asked: { forecastEndOn: CalendarDate; reason: string; answerable: Answerable | null },
  today: CalendarDate,
): Blocker[] {
  const name = stageNames[stage.stage];
  if (stage.endedOn) {
    return [against('forecast.ended', `「${name}」已在 ${dayInWords(stage.endedOn)} 完成，不用再填预计日期`)];
  }
  if (!stage.plannedEndOn) return [against('forecast.no-plan', `「${name}」还没有计划日期，请先填计划`)];
  const found: Blocker[] = [];
  if (asked.forecastEndOn < today) {
    found.push(against('forecast.past', `预计完成日期不能早于今天 ${dayInWords(today)}`));
  }
  const days = slipDays(stage.plannedEndOn, asked.forecastEndOn);
  if (days > 0 && !asked.reason.trim()) {
    found.push(against('forecast.reason', `比计划晚 ${days} 天，请写明原因`));
  }
  if (days > 0 && !asked.answerable) {
    found.push(against('forecast.answerable', `比计划晚 ${days} 天，请选择由谁负责`));
  }
  return found;
}

/** By how many days is the expected end later than the planned one? 0 when it is not. */
export const slipDays = (plannedEndOn: CalendarDate | null, forecastEndOn: CalendarDate | null): number =>
  plannedEndOn && forecastEndOn ? Math.max(0, daysBetween(plannedEndOn, forecastEndOn)) : 0;

function inOrder(earlier: StagePlan | undefined, later: StagePlan | undefined): Blocker[] {
  if (!earlier?.plannedEndOn || !later) return [];
  const bound = `「${stageNames[earlier.stage]}」的计划完成 ${dayInWords(earlier.plannedEndOn)}`;
  if (later.plannedEndOn && later.plannedEndOn < earlier.plannedEndOn) {
    return [against('plan.order', `「${stageNames[later.stage]}」计划完成不能早于${bound}`)];
  }
  if (later.plannedStartOn && later.plannedStartOn < earlier.plannedEndOn) {
    return [against('plan.order', `「${stageNames[later.stage]}」计划开始不能早于${bound}`)];
  }
  return [];
}

function removalBeforeAcceptance(removal?: StagePlan, construction?: StagePlan): Blocker[] {
  if (!removal?.plannedEndOn || !construction?.plannedEndOn) return [];
  if (removal.plannedEndOn <= construction.plannedEndOn) return [];
  const bound = dayInWords(construction.plannedEndOn);
  return [against('plan.order', `「拆违清障」计划完成不能晚于「施工改造」的计划完成 ${bound}`)];
}

const endOfRemoval = (stage: StageCode): Blocker[] =>
  stage === 'removal' ? [against('plan.end', `请填写「${stageNames[stage]}」的计划完成日期`)] : [];

function samePlan(first: readonly StagePlan[], second: readonly StagePlan[], stage: StageCode): boolean {
  const [one, other] = [first, second].map((plan) => plan.find((entry) => entry.stage === stage));
  return (
    (one?.plannedStartOn ?? null) === (other?.plannedStartOn ?? null) &&
    (one?.plannedEndOn ?? null) === (other?.plannedEndOn ?? null)
  );
}

const against = (code: string, text: string): Blocker => ({ code, level: 'policy', text });
