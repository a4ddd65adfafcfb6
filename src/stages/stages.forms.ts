import { KeptFilesField } from '../files/kept-files.field';
import { milestoneOutcomeNames, MilestoneOutcome } from '../domain/renovation/milestone';
import { Move, moves } from '../domain/renovation/moves';
import { gates } from '../domain/renovation/gates';
import { Answerable, answerableNames } from '../domain/renovation/schedule';
import { StageCode, stageNames, stages } from '../domain/renovation/stages';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';

/** A move that is confirmed. */
export class StageMoveForm {
  @Choice({ label: '办理事项', of: moves }) move: Move;
  @Text({ label: '原因', max: 300, multiline: true, optional: true }) reason?: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

const PlannedDay = (stage: StageCode, word: '开始' | '完成') =>
  Day({ label: `${stageNames[stage]}计划${word}`, optional: true });

/** The plan of the six stages; which days must be there is for the law to say. */
export class BaselineForm {
  @PlannedDay('survey', '开始') surveyStartOn?: string;
  @PlannedDay('survey', '完成') surveyEndOn?: string;
  @PlannedDay('consultation', '开始') consultationStartOn?: string;
  @PlannedDay('consultation', '完成') consultationEndOn?: string;
  @PlannedDay('removal', '开始') removalStartOn?: string;
  @PlannedDay('removal', '完成') removalEndOn?: string;
  @PlannedDay('construction', '开始') constructionStartOn?: string;
  @PlannedDay('construction', '完成') constructionEndOn?: string;
  @PlannedDay('acceptance', '开始') acceptanceStartOn?: string;
  @PlannedDay('acceptance', '完成') acceptanceEndOn?: string;
  @PlannedDay('handover', '开始') handoverStartOn?: string;
  @PlannedDay('handover', '完成') handoverEndOn?: string;
  @Text({ label: '调整原因', max: 200, optional: true }) reason?: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** When a stage is expected to end. */
export class ForecastForm {
  @Choice({ label: '阶段', of: stages }) stage: StageCode;
  @Day({ label: '预计完成' }) endOn: string;
  @Text({ label: '原因', max: 200, optional: true }) reason?: string;
  @Choice({ label: '由谁负责', of: Object.keys(answerableNames), optional: true }) answerable?: Answerable;
  @Version() version: number;
}

/** Dated evidence for some gates of a stage; the document is beside the fields. */
export class MilestoneForm {
  @Choice({ label: '阶段', of: stages }) stage: StageCode;
  @Choices({ label: '证明的事项', of: gates.map(({ code }) => code) }) gates: string[];
  @Choice({ label: '结果', of: Object.keys(milestoneOutcomeNames) }) outcome: MilestoneOutcome;
  @Day({ label: '办理日期' }) happenedOn: string;
  @Text({ label: '说明', max: 300, multiline: true, optional: true }) note?: string;
  @KeptFilesField() documentKept: string[];
  @WholeNumber({ label: '页面编号', min: 0, max: 2_000_000_000 }) lastSeen: number;
  @OnceKey() onceKey: string;
}

/** Why a milestone no longer counts. */
export class WithdrawMilestoneForm {
  @Text({ label: '作废原因', max: 200 }) reason: string;
  @Version() version: number;
}

/** A gate that shall be let pass, and why. */
export class OverrideForm {
  @Choice({ label: '放行的条件', of: gates.map(({ code }) => code) }) gate: string;
  @Text({ label: '例外放行的原因', max: 200, multiline: true, optional: true }) reason?: string;
  @OnceKey() onceKey: string;
}
