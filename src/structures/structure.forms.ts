import {
  Ownership,
  StructureMaterial,
  StructureParty,
  StructureUse,
  ownershipNames,
  placeLimit,
  structureMaterialNames,
  structurePartyNames,
  structureUseNames,
} from '../domain/removal/structure';
import { StructureKind, structureKindCodes } from '../domain/removal/structure-kinds';
import { KeptFilesField } from '../files/kept-files.field';
import {
  Choice,
  Day,
  Metres,
  OnceKey,
  SquareMetres,
  Text,
  Tick,
  Version,
  WholeNumber,
} from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';
import { PinFields } from '../zones/pin-picker';

/** What is written on the sheet of a structure. */
export class StructureSheetForm {
  @Choice({ label: '类别', of: structureKindCodes }) kind: StructureKind;
  @Text({ label: '位置', max: placeLimit }) place: string;
  @Metres({ label: '长', optional: true }) length?: number;
  @Metres({ label: '宽', optional: true }) width?: number;
  @SquareMetres({ label: '面积', optional: true }) area?: number;
  @Choice({ label: '用途', of: keysOf(structureUseNames) }) use: StructureUse;
  @Choice({ label: '材质', of: keysOf(structureMaterialNames) }) material: StructureMaterial;
  @RowIds() zones: number[];
  @Choice({ label: '使用人', of: keysOf(structurePartyNames) }) party: StructureParty;
  @WholeNumber({ label: '搭建年份', min: 1900, max: 2100, optional: true }) sinceYear?: number;
  @Tick() isOccupied: boolean;
  @Tick() isSoleHome: boolean;
  @Tick() hasHardship: boolean;
  @Tick() blocksFireLane: boolean;
  @Tick() blocksPipe: boolean;
  @Day({ label: '发现日期' }) foundOn: string;
  @Day({ label: '计划拆除日期', optional: true }) plannedOn?: string;
  @Text({ label: '腾出的地方', max: 120, optional: true }) reuse?: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
}

/** A structure that is written down. */
export class NewStructureForm extends StructureSheetForm {
  /** Left out, it follows the kind. */
  @Choice({ label: '权属', of: keysOf(ownershipNames), optional: true }) ownership?: Ownership;
  @Text({ label: '权属依据', max: 500, multiline: true, optional: true }) ownershipBasis?: string;
}

/** A structure whose sheet is corrected; its ownership goes by the steps of the case. */
export class EditStructureForm extends StructureSheetForm {
  /** Photos to be taken off. */
  @RowIds() drop: number[];
  @Version() version: number;
}

/** What is still written of a structure that is gone. */
export class AfterwardsForm {
  @Text({ label: '腾出的地方', max: 120, optional: true }) reuse?: string;
  @KeptFilesField() photosKept: string[];
  /** Photos to be taken off. */
  @RowIds() drop: number[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Where it stands on the sketch. */
export class StructurePinForm extends PinFields {
  @Version() version: number;
}
