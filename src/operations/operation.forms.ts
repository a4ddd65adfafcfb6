import { ArrayNotEmpty } from 'class-validator';
import { organNames } from '../domain/removal/competence';
import { operationOutcomeNames } from '../domain/removal/operation-outcome';
import { Agency, agencyNames } from '../domain/removal/removal-agencies';
import { belongingsNames } from '../domain/removal/removal-result';
import { strongestWind } from '../domain/removal/removal-rules';
import { KeptFilesField } from '../files/kept-files.field';
import { PostingForm } from '../notices/posting.form';
import { Day, OnceKey, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { Cell, Choices, Column, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const time = (label: string) => Text({ label, max: 5 });

class OperationForm {
  @Text({ label: '行动名称', max: 60 }) name: string;
  @Day({ label: '行动日期' }) happensOn: string;
  @time('开始时间') fromTime: string;
  @time('结束时间') toTime: string;
  @Choices({ label: '参加单位', of: keysOf(agencyNames) })
  @ArrayNotEmpty({ message: '请选择「参加单位」，街道办事处要到场' })
  agencies: Agency[];
  /** The structures in it. */
  @RowIds() structures: number[];
  @Text({ label: '指挥和集合点', max: 120 }) meetingPoint: string;
  @Text({ label: '情况紧急的原因', max: 500, multiline: true, optional: true }) emergency?: string;
  @Text({ label: '发包拆除的单位', max: 60, optional: true }) firmName?: string;
  @Tick() isFirmLicensed: boolean;
  @Day({ label: '拆除备案日期', optional: true }) firmFiledOn?: string;
}

/** A removal day that is planned; its safety plan may come later. */
export class NewOperationForm extends OperationForm {
  @KeptFilesField() safetyPlanKept: string[];
  @OnceKey() onceKey: string;
}

/** A removal day that is changed. */
export class EditOperationForm extends OperationForm {
  @Version() version: number;
}

/** What was looked up of the weather. */
export class WeatherForm {
  @WholeNumber({ label: '预报风力', min: 0, max: strongestWind }) windGrade: number;
  @Tick() hasPollutionAlert: boolean;
  @Day({ label: '核对日期' }) checkedOn: string;
  @Version() version: number;
}

/** Scans of the safety plan. */
export class SafetyPlanForm {
  @KeptFilesField() safetyPlanKept: string[];
  /** Scans to be taken off. */
  @RowIds() drop: number[];
  @OnceKey() onceKey: string;
}

/** Calling it off. */
export class CancellationForm {
  @Text({ label: '取消原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}

/** What came of each structure; the cells of one structure carry its id. */
export class OperationResultForm {
  @Column({ label: '结果', of: keysOf(operationOutcomeNames) }) outcome: Cell[];
  @Column({ label: '拆除面积' }) area: Cell[];
  @Column({ label: '开始时间' }) from: Cell[];
  @Column({ label: '结束时间' }) to: Cell[];
  @Column({ label: '物品处理', of: keysOf(belongingsNames) }) belongings: Cell[];
  @Column({ label: '垃圾清运', of: ['yes'] }) waste: Cell[];
  @Column({ label: '说明' }) note: Cell[];
  /** Of structures removed by force: the record of the execution. */
  @Column({ label: '执行笔录文号' }) document: Cell[];
  @Column({ label: '执行机关', of: keysOf(organNames) }) organ: Cell[];
  @Column({ label: '执法人员' }) officers: Cell[];
  /** Files kept from a refused try: '17Kept' and the seal. */
  @Column({ label: '照片' }) photos: Cell[];
  @Column({ label: '物品清单' }) inventory: Cell[];
  @Column({ label: '执行笔录' }) record: Cell[];
  @Tick() cutsUtilities: boolean;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** The notice for the yard, as it shall hang; first looked at, then posted. */
export class OperationNoticeForm extends PostingForm {}
