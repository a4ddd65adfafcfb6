import { organNames } from '../domain/removal/competence';
import type { Organ } from '../domain/removal/competence';
import { Belongings, belongingsNames } from '../domain/removal/removal-result';
import { strongestWind } from '../domain/removal/removal-rules';
import { RemovalWay, removalWayNames } from '../domain/removal/removal-ways';
import { Ownership, ownershipNames } from '../domain/removal/structure';
import { StructureStep, structureLifecycle } from '../domain/removal/structure-lifecycle';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, SquareMetres, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';
import { alertNames, utilitiesNames } from './step-words';

const day = (label: string) => Day({ label, optional: true });
const words = (label: string, max: number) => Text({ label, max, optional: true });

/** One step with a structure; which fields are asked for depends on the step, the others stay empty. */
export class StructureStepForm {
  @Choice({ label: '办理', of: keysOf(structureLifecycle) }) step: StructureStep;
  @day('办理日期') happenedOn?: string;
  @Text({ label: '说明', max: 500, multiline: true, optional: true }) reason?: string;

  @Choice({ label: '拆除方式', of: keysOf(removalWayNames), optional: true }) way?: RemovalWay;
  @day('签字日期') consentSignedOn?: string;
  @Tick() identityChecked: boolean;
  @day('约定拆除日期') removeByOn?: string;
  @day('计划拆除日期') plannedOn?: string;

  @Choice({ label: '核查结果', of: keysOf(ownershipNames), optional: true }) ownership?: Ownership;

  @day('拆除日期') removedOn?: string;
  @words('开始时间', 5) from?: string;
  @words('结束时间', 5) to?: string;
  @SquareMetres({ label: '实测面积', optional: true }) area?: number;
  @Choice({ label: '物品', of: keysOf(belongingsNames), optional: true }) belongings?: Belongings;
  @Tick() wasteCleared: boolean;
  @WholeNumber({ label: '预报风力', min: 0, max: strongestWind, optional: true }) windGrade?: number;
  @Choice({ label: '重污染预警', of: keysOf(alertNames), optional: true })
  pollutionAlert?: keyof typeof alertNames;
  @day('核对日期') weatherCheckedOn?: string;
  @words('发包拆除的单位', 60) firmName?: string;
  @Tick() firmIsLicensed: boolean;
  @day('拆除备案日期') firmFiledOn?: string;
  @Choice({ label: '停水停电', of: keysOf(utilitiesNames), optional: true })
  utilities?: keyof typeof utilitiesNames;
  @WholeNumber({ label: '执法人员', min: 0, max: 999, optional: true }) officers?: number;
  @words('执行笔录文号', 60) documentNumber?: string;
  @Choice({ label: '执行机关', of: keysOf(organNames), optional: true }) organ?: Organ;
  @Text({ label: '情况紧急的原因', max: 500, multiline: true, optional: true }) emergency?: string;

  @KeptFilesField() consentsKept: string[];
  @KeptFilesField() documentsKept: string[];
  @KeptFilesField() afterKept: string[];
  @KeptFilesField() inventoryKept: string[];
  @KeptFilesField() wasteKept: string[];
  @KeptFilesField() recordsKept: string[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** The street manager signs that the people there are cared for. */
export class CareForm {
  @Day({ label: '签字日期' }) signedOn: string;
  @Text({ label: '落实的措施', max: 500, multiline: true }) note: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}
