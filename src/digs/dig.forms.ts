import { ArrayNotEmpty } from 'class-validator';
import { Utility, UtilityAnswer, utilityAnswerNames, utilityNames } from '../domain/construction/one-dig';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { Choices, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** Several utilities are asked with one letter. */
export class AskUtilitiesForm {
  @Choices({ label: '管线单位', of: keysOf(utilityNames) })
  @ArrayNotEmpty({ message: '请选择「管线单位」，至少一家' })
  utilities: Utility[];
  @Day({ label: '征询日期' }) askedOn: string;
  @Text({ label: '函件文号', max: 60, optional: true }) reference?: string;
  @OnceKey() onceKey: string;
}

/** What one utility was asked and answered. */
export class UtilityRequestForm {
  @Day({ label: '征询日期' }) askedOn: string;
  @Text({ label: '函件文号', max: 60, optional: true }) reference?: string;
  @Day({ label: '答复日期', optional: true }) answeredOn?: string;
  @Choice({ label: '答复', of: keysOf(utilityAnswerNames), optional: true }) answer?: UtilityAnswer;
  @Day({ label: '开挖从', optional: true }) fromOn?: string;
  @Day({ label: '开挖到', optional: true }) untilOn?: string;
  /** Where it digs by itself. */
  @RowIds() zones: number[];
  @Text({ label: '说明', max: 200, multiline: true, optional: true }) note?: string;
  @Version() version: number;
}
