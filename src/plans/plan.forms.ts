import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { wishLimits } from '../domain/meeting/wish';
import { PlanMatter, TreeWork, planMatterNames, treeWorkNames } from '../domain/plan/plan-item';
import { ManagementMode, managementModeNames } from '../domain/plan/plan-sheet';
import { parseQuantity, planUnits } from '../domain/plan/quantity';
import { ItemCode, itemCodes } from '../domain/renovation/items';
import { KeptFilesField } from '../files/kept-files.field';
import { PostingForm } from '../notices/posting.form';
import { Choice, Day, Money, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const isQuantity = (value: unknown) => typeof value !== 'string' || (parseQuantity(value) ?? 0) > 0;

/** A quantity as it is typed, with or without its unit; the law reads it. */
const Quantity = ({ label }: { label: string }) =>
  applyDecorators(
    Text({ label, max: 30 }),
    ValidateBy({
      name: 'quantity',
      validator: {
        validate: isQuantity,
        defaultMessage: () => `「${label}」只能填大于 0 的数字，最多两位小数，如 30 或 12.5`,
      },
    }),
  );

const reason = (label: string) => Text({ label, max: 500, multiline: true });

/** The button that begins the first version, or the form that begins a later one with its reason. */
export class NewVersionForm {
  @Text({ label: '变更原因', max: 500, multiline: true, optional: true }) reason?: string;
  @OnceKey() onceKey: string;
}

/** The sheet of a version. */
export class PlanSheetForm {
  @WholeNumber({ label: '工期', min: 1, max: 2000, optional: true }) durationDays?: number;
  @Day({ label: '计划开工', optional: true }) plannedFromOn?: string;
  @Day({ label: '计划完工', optional: true }) plannedUntilOn?: string;
  @Text({ label: '施工影响', max: 2000, multiline: true, optional: true }) impact?: string;
  @Text({ label: '临时措施', max: 2000, multiline: true, optional: true }) measures?: string;
  @Choice({ label: '改造后怎么管', of: keysOf(managementModeNames), optional: true })
  managementMode?: ManagementMode;
  @Text({ label: '管理模式说明', max: 1000, multiline: true, optional: true }) managementNote?: string;
  @Version() version: number;
}

class ItemForm {
  @Choice({ label: '目录', of: itemCodes }) code: ItemCode;
  @Text({ label: '名称', max: 40 }) name: string;
  @Quantity({ label: '数量' }) quantity: string;
  @Choice({ label: '单位', of: planUnits }) unit: string;
  @Text({ label: '位置', max: 120, optional: true }) place?: string;
  @Money({ label: '估算造价', optional: true }) estimated?: number;
  @Text({ label: '做法说明', max: 2000, multiline: true, optional: true }) note?: string;
  /** Findings it mends and wishes it answers. */
  @RowIds() hazards: number[];
  @RowIds() wishes: number[];
  @Text({ label: '给居民的答复', max: wishLimits.answer, multiline: true, optional: true }) answer?: string;
  @Choices({ label: '业主共同决定的事项', of: keysOf(planMatterNames) }) matters: PlanMatter[];
  @Choice({ label: '树木', of: keysOf(treeWorkNames) }) treeWork: TreeWork;
  @Text({ label: '许可文号', max: 60, optional: true }) permitNumber?: string;
  @KeptFilesField() permitKept: string[];
  @OnceKey() onceKey: string;
}

/** An item that is added. */
export class NewItemForm extends ItemForm {}

/** An item that is corrected. */
export class EditItemForm extends ItemForm {
  /** The approval on file, where it is to be taken off. */
  @RowIds() drop: number[];
  @Version() version: number;
}

/** Taking an item out of the draft. */
export class RemovalForm {
  @Text({ label: '移出原因', max: 500, multiline: true, optional: true }) reason?: string;
  @Version() version: number;
}

/** Drawings and views of a version. */
export class DrawingsForm {
  @Text({ label: '图片说明', max: 60, optional: true }) caption?: string;
  @KeptFilesField() drawingsKept: string[];
  /** Drawings to be taken off. */
  @RowIds() drop: number[];
  @OnceKey() onceKey: string;
}

/** The notice of a version, as it shall hang; first looked at, then posted. */
export class PlanNoticeForm extends PostingForm {
  @WholeNumber({ label: '公示天数', min: 1, max: 365 }) days: number;
  @Version() version: number;
}

/** Fixing a version. */
export class FixingForm {
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Giving a version up. */
export class DropForm {
  @reason('放弃原因') reason: string;
  @Version() version: number;
}

/** Answering a wish with an item that is already in the draft. */
export class AdoptionForm {
  @WholeNumber({ label: '改造内容', min: 1, max: 2_000_000_000 }) item: number;
  @Text({ label: '给居民的答复', max: wishLimits.answer, multiline: true, optional: true }) answer?: string;
  @OnceKey() onceKey: string;
}
