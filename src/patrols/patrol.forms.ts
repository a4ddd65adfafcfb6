import { ArrayNotEmpty } from 'class-validator';
import {
  PatrolFinding,
  patrolFindingNames,
  PatrolKind,
  patrolKindNames,
  PatrollerRole,
  patrollerRoleNames,
} from '../domain/removal/patrol';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** A round that is written down. */
export class NewPatrolForm {
  @Choice({ label: '巡查种类', of: keysOf(patrolKindNames) }) kind: PatrolKind;
  @Choice({ label: '巡查结果', of: keysOf(patrolFindingNames) }) finding: PatrolFinding;
  @Day({ label: '巡查日期' }) lookedOn: string;
  @Choices({ label: '巡查人', of: keysOf(patrollerRoleNames) })
  @ArrayNotEmpty({ message: '请选择「巡查人」，至少一项' })
  rounds: PatrollerRole[];
  @WholeNumber({ label: '飞线处数', min: 1, max: 9999, optional: true }) places?: number;
  @Text({ label: '发现和处理', max: 1000, multiline: true, optional: true }) note?: string;
  /** Structures that stand again. */
  @RowIds() relapsed: number[];
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
}

/** Taking back a round that was written down by mistake. */
export class PatrolWithdrawalForm {
  @Text({ label: '作废原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}
