import { ActionPointStep, actionPointStepNames } from '../domain/meeting/action-point';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';
import { PointForm } from './minutes-rows';

/** An action point that is written down after the minutes. */
export class NewPointForm extends PointForm {
  @OnceKey() onceKey: string;
}

/** An action point that is finished, dropped or opened again. */
export class PointStepForm {
  @Choice({ label: '办理', of: keysOf(actionPointStepNames) }) step: ActionPointStep;
  @Day({ label: '日期' }) on: string;
  @Text({ label: '办理情况', max: 500, multiline: true }) note: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** A due day that is moved. */
export class DueDayForm {
  @Day({ label: '新的期限' }) dueOn: string;
  @Text({ label: '为什么改期限', max: 500, multiline: true }) reason: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}
