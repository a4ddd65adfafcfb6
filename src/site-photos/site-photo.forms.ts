import { pointNameLimit } from '../domain/construction/photo-points';
import { KeptFilesField } from '../files/kept-files.field';
import { Day, OnceKey, Text, Version } from '../platform/web/fields';
import { PinFields } from '../zones/pin-picker';

/** A photo point that is registered. */
export class NewPointForm {
  @Text({ label: '名称', max: pointNameLimit }) name: string;
  @Text({ label: '站在哪里、朝哪边拍', max: 120 }) place: string;
  @KeptFilesField() referenceKept: string[];
  @OnceKey() onceKey: string;
}

/** A point that is corrected; another reference photo takes the place of the one before. */
export class EditPointForm extends NewPointForm {
  @Version() version: number;
}

/** Where a point is on the sketch. */
export class PointPinForm extends PinFields {
  @Version() version: number;
}

/** Photos for the series of a point. */
export class PointPhotosForm {
  @Day({ label: '拍摄日期' }) shownOn: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
}

/** A point is taken out of use, or used again. */
export class PointUseForm {
  @Version() version: number;
}

/** What somebody saw who looked at a hint. */
export class HintAnswerForm {
  @Text({ label: '核对结果', max: 200 }) answer: string;
  @Version() version: number;
}
