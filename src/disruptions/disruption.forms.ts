import { PreviewStep, previewSteps } from '../compounds/redaction-preview';
import { ResidentEffect, residentEffectNames } from '../domain/construction/daily-post';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const time = (label: string) => Text({ label, max: 5 });

/** A planned disruption: first looked at, then announced. */
export class NewDisruptionForm {
  @Choice({ label: '影响', of: keysOf(residentEffectNames) }) effect: ResidentEffect;
  /** The buildings that feel it; none is the whole yard. */
  @RowIds() buildings: number[];
  @Day({ label: '开始日期' }) fromOn: string;
  @time('开始时间') fromTime: string;
  /** Only where it goes on over several days. */
  @Day({ label: '结束日期', optional: true }) untilOn?: string;
  @time('结束时间') toTime: string;
  @Text({ label: '做什么', max: 300, multiline: true }) note: string;
  @Text({ label: '夜间施工证明文号', max: 60, optional: true }) certificate?: string;
  @Text({ label: '静音日施工的原因', max: 300, multiline: true, optional: true }) reason?: string;
  @Choice({ label: '步骤', of: previewSteps }) step: PreviewStep;
  @OnceKey() onceKey: string;
}

/** Cancelling one. */
export class DisruptionCancellationForm {
  @Text({ label: '取消原因', max: 300, multiline: true }) reason: string;
  @Version() version: number;
}

/** Quiet days of an examination. */
export class NewQuietDayForm {
  @Text({ label: '考试', max: 40 }) name: string;
  @Day({ label: '第一天' }) fromOn: string;
  @Day({ label: '最后一天' }) untilOn: string;
  @Text({ label: '依据', max: 200 }) source: string;
  @OnceKey() onceKey: string;
}

/** Striking quiet days out. */
export class QuietDayWithdrawalForm {
  @Text({ label: '作废原因', max: 300, multiline: true }) reason: string;
  @Version() version: number;
}
