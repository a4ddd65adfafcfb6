import { ArrayNotEmpty } from 'class-validator';
import { FindingSeverity, findingSeverityNames } from '../domain/construction/finding';
import { FindingStep, findingLifecycle } from '../domain/construction/finding-steps';
import {
  InspectionKind,
  inspectionKindNames,
  Inspector,
  inspectorNames,
} from '../domain/construction/inspection';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** A finding that is written down. */
export class NewFindingForm {
  @Text({ label: '问题', max: 200, multiline: true, optional: true }) what?: string;
  @Text({ label: '部位', max: 100, optional: true }) place?: string;
  /** Empty where it belongs to no item. */
  @WholeNumber({ label: '施工项目', min: 1, max: 2_000_000_000, optional: true }) itemId?: number;
  @Choice({ label: '严重程度', of: keysOf(findingSeverityNames) }) severity: FindingSeverity;
  /** Empty: as many days as are usual for how bad it is. */
  @Day({ label: '整改期限', optional: true }) dueOn?: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
}

/** A round that is written down, with the first of what it found. */
export class NewInspectionForm extends NewFindingForm {
  @Choice({ label: '检查种类', of: keysOf(inspectionKindNames) }) kind: InspectionKind;
  @Day({ label: '检查日期' }) lookedOn: string;
  @Choices({ label: '参加检查', of: keysOf(inspectorNames) })
  @ArrayNotEmpty({ message: '请选择参加检查的单位' })
  inspectors: Inspector[];
  @Text({ label: '检查意见', max: 1000, multiline: true, optional: true }) opinion?: string;
}

/** A step of a finding. */
export class FindingStepForm {
  @Choice({ label: '办理', of: keysOf(findingLifecycle) }) step: FindingStep;
  @Day({ label: '日期', optional: true }) happenedOn?: string;
  @Day({ label: '新的整改期限', optional: true }) nextDueOn?: string;
  @Text({ label: '说明', max: 500, multiline: true, optional: true }) reason?: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
  @Version() version: number;
}
