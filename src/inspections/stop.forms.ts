import { StopCause, stopCauseNames } from '../domain/construction/stop-order';
import { StopStep, stopLifecycle } from '../domain/construction/stop-steps';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** An order to stop that is given. */
export class NewStopForm {
  @Choice({ label: '停工原因', of: keysOf(stopCauseNames) }) cause: StopCause;
  @Text({ label: '要求', max: 500, multiline: true, optional: true }) reason?: string;
  @Day({ label: '停工日期' }) stoppedOn: string;
  /** Without items and zones it stops everything. */
  @RowIds() itemIds: number[];
  @RowIds() zoneIds: number[];
  /** Findings it rests on. */
  @RowIds() findingIds: number[];
  @OnceKey() onceKey: string;
}

/** A step of an order to stop. */
export class StopStepForm {
  @Choice({ label: '办理', of: keysOf(stopLifecycle) }) step: StopStep;
  @Day({ label: '复工日期', optional: true }) happenedOn?: string;
  @Text({ label: '说明', max: 500, multiline: true, optional: true }) reason?: string;
  @OnceKey() onceKey: string;
  @Version() version: number;
}

/** When the stop was reported to the organ that gave the permit. */
export class StopReportForm {
  @Day({ label: '报告日期' }) reportedOn: string;
  @Version() version: number;
}
