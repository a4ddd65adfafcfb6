import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { ContractStep, contractLifecycle } from '../domain/construction/contract';
import { WorkItemStep, workItemLifecycle } from '../domain/construction/item-lifecycle';
import { Utility, utilityNames } from '../domain/construction/one-dig';
import { ItemMeasure, itemMeasureNames, parseShare } from '../domain/construction/work-item';
import { planUnits } from '../domain/plan/quantity';
import type { Trait } from '../domain/progress/stop-days';
import { Choice, Day, Money, OnceKey, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { Cell, Choices, Column, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';
import type { GroundWork } from './work.entities';
import { groundWorkNames, traitNames } from './work-words';

const isShare = (value: unknown) => typeof value !== 'string' || (parseShare(value) ?? 10_001) <= 10_000;

/** A share of the whole as it is typed, with or without its sign. */
const Share = ({ label }: { label: string }) =>
  applyDecorators(
    Text({ label, max: 10, optional: true }),
    ValidateBy({
      name: 'share',
      validator: {
        validate: isShare,
        defaultMessage: () => `「${label}」要在 0 到 100 之间，最多两位小数，如 12.5`,
      },
    }),
  );

class ContractForm {
  /** A firm of the renovation in its role. */
  @WholeNumber({ label: '承包单位', min: 1, max: 2_000_000_000 }) party: number;
  @Text({ label: '合同名称', max: 60 }) name: string;
  @Text({ label: '合同编号', max: 60, optional: true }) number?: string;
  @Day({ label: '签订日期', optional: true }) signedOn?: string;
  @Day({ label: '开工日期' }) startsOn: string;
  @Day({ label: '竣工日期' }) finishOn: string;
}

/** A contract that is written down. */
export class NewContractForm extends ContractForm {
  /** It runs from now on. */
  @Tick() begins: boolean;
  @OnceKey() onceKey: string;
}

/** A contract that is changed. */
export class EditContractForm extends ContractForm {
  @Version() version: number;
}

/** A step of a contract. */
export class ContractStepForm {
  @Choice({ label: '事项', of: keysOf(contractLifecycle) }) step: ContractStep;
  @Text({ label: '原因', max: 500, multiline: true, optional: true }) reason?: string;
  @Version() version: number;
}

/** Items drawn from the plan for one contract; the cells of one line carry its number in the plan. */
export class DrawItemsForm {
  @Column({ label: '列入', of: ['yes'] }) pick: Cell[];
  @Column({ label: '名称' }) name: Cell[];
  @Column({ label: '工程量' }) quantity: Cell[];
  @Column({ label: '单位', of: planUnits }) unit: Cell[];
  @Column({ label: '填报方式', of: keysOf(itemMeasureNames) }) measure: Cell[];
  @Column({ label: '前道工序' }) after: Cell[];
  @Column({ label: '计划开工' }) start: Cell[];
  @Column({ label: '工作日' }) workdays: Cell[];
  @Column({ label: '计划完工' }) finish: Cell[];
  @Column({ label: '合同金额' }) amount: Cell[];
  @Column({ label: '隐蔽工程', of: ['yes'] }) concealed: Cell[];
  @OnceKey() onceKey: string;
}

/** One item, everything of it. */
export class EditWorkItemForm {
  @Text({ label: '名称', max: 40 }) name: string;
  @Text({ label: '工程量', max: 30 }) quantity: string;
  @Choice({ label: '单位', of: planUnits }) unit: string;
  @Choice({ label: '填报方式', of: keysOf(itemMeasureNames) }) measure: ItemMeasure;
  @WholeNumber({ label: '施工合同', min: 1, max: 2_000_000_000 }) contract: number;
  @WholeNumber({ label: '前道工序', min: 1, max: 2_000_000_000, optional: true }) predecessor?: number;
  @Day({ label: '计划开工' }) plannedStartOn: string;
  @Day({ label: '计划完工' }) plannedFinishOn: string;
  @Tick() hasConcealed: boolean;
  @Choices({ label: '受什么影响', of: keysOf(traitNames) }) traits: Trait[];
  @Choice({ label: '地面', of: keysOf(groundWorkNames) }) groundWork: GroundWork;
  @Choice({ label: '埋哪家的管线', of: keysOf(utilityNames), optional: true }) utility?: Utility;
  @Money({ label: '合同金额', optional: true }) amount?: number;
  @Share({ label: '人工权重' }) handShare?: string;
  @Version() version: number;
}

/** A step of one item. */
export class ItemStepForm {
  @Choice({ label: '事项', of: keysOf(workItemLifecycle) }) step: WorkItemStep;
  @Text({ label: '原因', max: 500, multiline: true, optional: true }) reason?: string;
  @Version() version: number;
}

/** The same step of several items of a contract. */
export class ItemStepsForm {
  @Choice({ label: '事项', of: ['open', 'finish', 'accept'] }) step: 'open' | 'finish' | 'accept';
  @RowIds() items: number[];
  @OnceKey() onceKey: string;
}
