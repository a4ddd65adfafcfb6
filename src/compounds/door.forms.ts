import { earliestBuiltYear } from '../domain/compound/register';
import { DwellingUse, dwellingUseNames, structureNames } from '../domain/compound/words';
import { Choice, Text, Version, WholeNumber } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';

/** A building whose doors are made by pattern. */
export class BuildingForm {
  @Text({ label: '楼栋', max: 20 }) buildingNo: string;
  @WholeNumber({ label: '单元数', min: 1, max: 30 }) units: number;
  @WholeNumber({ label: '层数', min: 1, max: 60 }) floors: number;
  @WholeNumber({ label: '每层户数', min: 1, max: 30 }) doorsPerFloor: number;
  @WholeNumber({ label: '起始楼层', min: 1, max: 60 }) firstFloor: number;
  @Choice({ label: '结构', of: keysOf(structureNames), optional: true }) structure?: string;
  @WholeNumber({ label: '建成年份', min: earliestBuiltYear, max: 2100, optional: true }) builtYear?: number;
}

/** One door that is added by hand. */
export class DoorForm {
  @WholeNumber({ label: '单元', min: 1, max: 30 }) unitNo: number;
  @WholeNumber({ label: '楼层', min: -3, max: 60 }) floorNo: number;
  @Text({ label: '房号', max: 20 }) roomNo: string;
  @Choice({ label: '用途', of: keysOf(dwellingUseNames) }) use: DwellingUse;
}

/** One door that is corrected or taken off. */
export class DoorChangeForm extends DoorForm {
  @Choice({ label: '操作', of: ['change', 'remove'] }) step: 'change' | 'remove';
  @Version() version: number;
}
