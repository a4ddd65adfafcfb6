import { Frame } from '../compounds/workspace';
import { CalendarDate, dayInWords, isCalendarDate } from '../domain/kernel/calendar-date';
import { StagePlan, answerableNames } from '../domain/renovation/schedule';
import { StageCode, stageNames, stages } from '../domain/renovation/stages';
import { queryText } from '../platform/web/address';
import { Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { isKeyOf, toOptions } from '../platform/web/options';
import { PlanBaseline } from './schedule.entities';
import { BaselineForm } from './stages.forms';
import { stagesPaths } from './stages.paths';
import { StageOnLine } from './standing';

/** The form of a plan: the first, or one that replaces the plan in force. */
export interface BaselinePage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  backLink: string;
  about: string;
  rows: {
    startField: string;
    startLabel: string;
    endField: string;
    endLabel: string;
    hint: string;
    optional: boolean;
  }[];
  asksReason: boolean;
  button: string;
}

const startField = (stage: StageCode) => `${stage}StartOn` as const;
const endField = (stage: StageCode) => `${stage}EndOn` as const;

/** The form of a plan: the six stages with their days. */
export function toBaselineForm(
  frame: Frame,
  code: string,
  planned: { line: readonly StageOnLine[]; last: PlanBaseline | undefined },
  form: FormState,
): BaselinePage {
  const { line, last } = planned;
  return {
    ...frame,
    title: last ? '调整计划' : '制定计划',
    heading: last ? `调整计划：第 ${last.number} 版之后的新版` : '制定第 1 版计划',
    form,
    action: stagesPaths.baselines(code),
    backLink: stagesPaths.index(code),
    about: last
      ? '原来的计划会原样保留，居民也看得到调整过几次。日期有变的阶段，原来填的预计日期作废。'
      : '第 1 版计划确定后会原样保留，以后的快慢都和它比。',
    rows: line.map(({ stage, endedOn }) => ({
      startField: startField(stage),
      startLabel: `${stageNames[stage]}计划开始`,
      endField: endField(stage),
      endLabel: `${stageNames[stage]}计划完成`,
      hint: endedOn ? `已在 ${dayInWords(endedOn)} 完成，计划日期不能再改` : '',
      optional: stage === 'removal',
    })),
    asksReason: last !== undefined,
    button: last ? '确定新版计划' : '确定计划',
  };
}

/** The days of the plan in force, for the fields of its form. */
export const toPlanFields = (line: readonly StageOnLine[]): Record<string, CalendarDate | null> =>
  Object.fromEntries(
    line.flatMap(({ stage, plannedStartOn, plannedEndOn }) => [
      [startField(stage), plannedStartOn],
      [endField(stage), plannedEndOn],
    ]),
  );

/** The plan as it was posted. */
export const planOf = (form: BaselineForm): StagePlan[] =>
  stages.map((stage) => ({
    stage,
    plannedStartOn: form[startField(stage)] ?? null,
    plannedEndOn: form[endField(stage)] ?? null,
  }));

/** The form of an expected end. */
export interface ForecastPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  backLink: string;
  plan: string;
  stage: StageCode;
  answerableOptions: Option[];
}

/** What the form begins with: what the link that led here proposes, else what was said last. */
export function toForecastFields(
  { forecastEndOn, plannedEndOn, slipReason, slipAnswerable }: StageOnLine,
  proposed: Record<string, unknown>,
): Record<string, string | null> {
  const endOn = queryText(proposed.endOn);
  if (!isCalendarDate(endOn)) {
    return { endOn: forecastEndOn ?? plannedEndOn, reason: slipReason, answerable: slipAnswerable };
  }
  const answerable = queryText(proposed.answerable);
  return {
    endOn,
    reason: queryText(proposed.reason, 200).trim() || slipReason,
    answerable: isKeyOf(answerableNames, answerable) ? answerable : slipAnswerable,
  };
}

/** The form of an expected end of one stage. */
export function toForecastForm(
  frame: Frame,
  code: string,
  stage: StageOnLine,
  form: FormState,
): ForecastPage {
  const name = stageNames[stage.stage];
  const title = `「${name}」预计完成`;
  return {
    ...frame,
    title,
    heading: title,
    form,
    action: stagesPaths.forecasts(code),
    backLink: stagesPaths.index(code),
    plan: stage.plannedEndOn ? `计划 ${dayInWords(stage.plannedEndOn)} 完成` : '还没有计划日期',
    stage: stage.stage,
    answerableOptions: toOptions(answerableNames),
  };
}
