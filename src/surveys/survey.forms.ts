import { ArrayNotEmpty } from 'class-validator';
import { itemCodes } from '../domain/renovation/items';
import { BuildingSafety, buildingSafetyNames } from '../domain/survey/building-safety';
import { VisitOutcome, VisitorRole, visitOutcomeNames, visitorRoleNames } from '../domain/survey/door-visit';
import { ControlStep, controlStepNames } from '../domain/survey/hazard-control';
import { severityNames } from '../domain/survey/hazard';
import { hazardKinds } from '../domain/survey/hazard-kinds';
import { PipeTarget, pipeTargetNames } from '../domain/survey/pipe-connection';
import { SignStep } from '../domain/survey/sign-off';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { Choices, RowIds, Column, Cell } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const pipe = (label: string) => Choice({ label, of: keysOf(pipeTargetNames), optional: true });
const figure = (label: string, max: number) => WholeNumber({ label, min: 0, max, optional: true });
const reason = (label: string) => Text({ label, max: 500, multiline: true });

export const signSteps: readonly SignStep[] = ['sign-for-community', 'sign-for-street', 'withdraw', 'return'];

/** The button that begins a survey. */
export class OpenSurveyForm {
  @OnceKey() onceKey: string;
}

/** The sheet of a survey, without its lists. */
export class SurveySheetForm {
  @Day({ label: '调查日期' }) surveyedOn: string;
  @figure('网格登记户数', 20_000) gridHouseholds?: number;
  @figure('网格登记人口', 100_000) gridResidents?: number;
  @Choice({ label: '房屋安全初判', of: keysOf(buildingSafetyNames), optional: true })
  buildingSafety?: BuildingSafety;
  @Text({ label: '鉴定结论', max: 500, multiline: true, optional: true }) safetyConclusion?: string;
  @Tick() noHazards: boolean;
  @Text({ label: '摸底说明', max: 2000, multiline: true, optional: true }) note?: string;
  @Version() version: number;
}

/** A signature, or taking one back. */
export class SignatureForm {
  @Choice({ label: '签字', of: signSteps }) step: SignStep;
  @Text({ label: '原因', max: 500, multiline: true, optional: true }) reason?: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

class HazardForm {
  @Choice({ label: '类别', of: hazardKinds.map(({ code }) => code) }) kind: string;
  @Text({ label: '位置', max: 80 }) place: string;
  @Choice({ label: '严重程度', of: keysOf(severityNames) }) severity: string;
  @Day({ label: '发现日期' }) foundOn: string;
  @Day({ label: '控制期限', optional: true }) controlBy?: string;
  @Text({ label: '情况说明', max: 2000, multiline: true, optional: true }) description?: string;
  @Choice({ label: '建议改造内容', of: itemCodes, optional: true }) item?: string;
  @KeptFilesField() photosKept: string[];
}

/** A hazard that is written down. */
export class NewHazardForm extends HazardForm {
  @OnceKey() onceKey: string;
}

/** A hazard that is corrected. */
export class EditHazardForm extends HazardForm {
  /** Photos to be taken off. */
  @RowIds() drop: number[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Writing a hazard off, or opening it again. */
export class HazardControlForm {
  @Choice({ label: '处理', of: keysOf(controlStepNames) }) step: ControlStep;
  @Day({ label: '控制日期', optional: true }) controlledOn?: string;
  @Text({ label: '处理说明', max: 500, multiline: true, optional: true }) note?: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Taking back a record that was made by mistake. */
export class WithdrawalForm {
  @reason('作废原因') reason: string;
  @Version() version: number;
}

class VisitGiven {
  @Day({ label: '走访日期' }) visitedOn: string;
  @Choices({ label: '走访人', of: keysOf(visitorRoleNames) })
  @ArrayNotEmpty({ message: '请选择「走访人」，至少一项' })
  visitors: VisitorRole[];
  @Text({ label: '情况记录', max: 1000, multiline: true, optional: true }) note?: string;
  @OnceKey() onceKey: string;
}

/** One visit to one door. */
export class VisitForm extends VisitGiven {
  @Choice({ label: '走访结果', of: keysOf(visitOutcomeNames) }) outcome: VisitOutcome;
  @pipe('厨房排水') kitchen?: PipeTarget;
  @pipe('卫生间排水') toilet?: PipeTarget;
  @pipe('阳台、屋面雨水') rain?: PipeTarget;
  /** Which button was pressed: on to the next door, or back. */
  @Tick() next: boolean;
}

/** One walk through a unit: an outcome for each door, and one for all that have none yet. */
export class UnitVisitsForm extends VisitGiven {
  @Column({ label: '走访结果', of: keysOf(visitOutcomeNames) }) outcome: Cell[];
  @Choice({ label: '其余未走访的门户', of: keysOf(visitOutcomeNames), optional: true }) rest?: VisitOutcome;
}

/** Photos of a building. */
export class BuildingPhotosForm {
  @KeptFilesField() photosKept: string[];
  /** Photos to be taken off. */
  @RowIds() drop: number[];
  @OnceKey() onceKey: string;
}
