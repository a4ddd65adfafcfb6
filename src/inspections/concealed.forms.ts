import { ConcealedStep, concealedLifecycle } from '../domain/construction/concealed-steps';
import { Witness, witnessNames } from '../domain/construction/concealed-work';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** When notice was given and for when the check is asked; a builder gives notice now. */
class NoticeFields {
  @Day({ label: '通知日期', optional: true }) noticedOn?: string;
  @Text({ label: '通知时间', max: 5, optional: true }) noticedTime?: string;
  @Day({ label: '检查日期', optional: true }) checkOn?: string;
  @Text({ label: '检查时间', max: 5, optional: true }) checkTime?: string;
  @Text({ label: '监理同意提前的情况', max: 200, optional: true }) agreed?: string;
}

/** The first notice of concealed work. */
export class NewConcealedForm extends NoticeFields {
  @WholeNumber({ label: '施工项目', min: 1, max: 2_000_000_000 }) itemId: number;
  @Text({ label: '隐蔽部位', max: 100 }) part: string;
  @OnceKey() onceKey: string;
}

/** A step of concealed work. */
export class ConcealedStepForm extends NoticeFields {
  @Choice({ label: '办理', of: keysOf(concealedLifecycle) }) step: ConcealedStep;
  @Day({ label: '日期', optional: true }) happenedOn?: string;
  @Text({ label: '时间', max: 5, optional: true }) happenedTime?: string;
  @Choices({ label: '到场单位', of: keysOf(witnessNames) }) witnesses: Witness[];
  @Text({ label: '说明', max: 500, multiline: true, optional: true }) reason?: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
  @Version() version: number;
}
