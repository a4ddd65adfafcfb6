import { zoneLimits } from '../domain/removal/zone-draft';
import { KeptFilesField } from '../files/kept-files.field';
import { OnceKey, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { PinFields } from './pin-picker';

class ZoneForm {
  @Text({ label: '名称', max: zoneLimits.name }) name: string;
  /** Lines of the plan that lie on it. */
  @RowIds() items: number[];
  /** The works begin here. */
  @Tick() isFirst: boolean;
}

/** A zone that is added. */
export class NewZoneForm extends ZoneForm {
  @OnceKey() onceKey: string;
}

/** A zone that is changed. */
export class EditZoneForm extends ZoneForm {
  @Version() version: number;
}

/** Where a zone lies on the sketch. */
export class ZonePinForm extends PinFields {
  @Version() version: number;
}

/** Giving a zone up. */
export class ZoneRemovalForm {
  @Version() version: number;
}

/** A sketch or floor plan of the compound. */
export class SketchForm {
  @Text({ label: '图名', max: 60, optional: true }) caption?: string;
  @KeptFilesField() sketchKept: string[];
  @OnceKey() onceKey: string;
}

/** A firm has seen the changes up to this one. */
export class GroundReadingForm {
  @WholeNumber({ label: '变化', min: 1, max: 2_000_000_000 }) upTo: number;
}
