import { Weighing, weighingNames } from '../domain/progress/item-weights';
import { DelayAnswer, delayAnswerNames } from '../domain/progress/delay-decision';
import { StopKind, stopKinds } from '../domain/progress/stop-days';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** A plan of the works that is frozen; `seen` is the number of the plan in force that was looked at, 0 before the first. */
export class WorksBaselineForm {
  @Choice({ label: '权重', of: keysOf(weighingNames) }) weighing: Weighing;
  @Text({ label: '调整原因', max: 500, multiline: true, optional: true }) reason?: string;
  @WholeNumber({ label: '版本', min: 0, max: 100_000 }) seen: number;
  @OnceKey() onceKey: string;
}

/** Days on which works stood still. */
export class StopWindowForm {
  @Choice({ label: '停工原因', of: keysOf(stopKinds) }) kind: StopKind;
  @Day({ label: '开始停工' }) fromOn: string;
  @Day({ label: '最后一天', optional: true }) toOn?: string;
  @RowIds() items: number[];
  @Text({ label: '情况和依据', max: 200, optional: true }) note?: string;
  @OnceKey() onceKey: string;
}

/** The last day of a stop. */
export class StopEndForm {
  @Day({ label: '最后一天' }) toOn: string;
  @Version() version: number;
}

/** Taking back a stop that was written by mistake. */
export class StopWithdrawalForm {
  @Text({ label: '作废原因', max: 200, multiline: true }) reason: string;
  @Version() version: number;
}

/** The answer to a proposed delay of an item. */
export class DelayForm {
  @WholeNumber({ label: '施工项目', min: 1, max: 2_000_000_000 }) item: number;
  @Day({ label: '建议完工' }) until: string;
  @Choice({ label: '答复', of: keysOf(delayAnswerNames) }) decision: DelayAnswer;
  @Text({ label: '说明', max: 500, multiline: true, optional: true }) note?: string;
  @OnceKey() onceKey: string;
}
