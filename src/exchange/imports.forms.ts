import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { OnceKey, Text, Tick, WholeNumber } from '../platform/web/fields';

const mostEntries = 600;

/** A field that may come several times, each entry of a fixed pattern; none is an empty list. */
const Entries = (pattern: RegExp) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => (value === undefined ? [] : Array.isArray(value) ? value : [value])),
    ValidateBy({
      name: 'entries',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length <= mostEntries &&
          value.every((one) => typeof one === 'string' && pattern.test(one)),
        defaultMessage: () => '这一页的内容不完整，请刷新后再试',
      },
    }),
  );

/** A list that is uploaded; the file is beside the fields. */
export class ImportUploadForm {
  @OnceKey() onceKey: string;
}

/** Which column is which field. */
export class ImportMappingForm {
  @WholeNumber({ label: '工作表', min: 1, max: 100 }) sheet: number;
  /** '<column>=<field>', an empty field for a column that stays out. */
  @Entries(/^\d{1,3}=[A-Za-z]{0,24}$/) columns: string[];
  /** 's<id>' a street, 'c<id>' a community, for rows that name none. */
  @Text({ label: '没有写明位置的楼院', max: 24, optional: true }) place?: string;
}

/** What the preview posts, to keep choices or to confirm: the rows shown and what was chosen for them. */
export class ImportReviewForm {
  @Entries(/^\d{1,5}$/) shown: string[];
  /** '<row>.<field>' where the list is chosen over the register. */
  @Entries(/^\d{1,5}\.[A-Za-z]{1,24}$/) taken: string[];
  /** '<row>=same' or '<row>=apart' for a row recognised by its address. */
  @Entries(/^\d{1,5}=(same|apart)?$/) decisions: string[];
  @Tick() leaveProblems: boolean;
}

/** Why an import is undone. */
export class ImportUndoForm {
  @Text({ label: '撤销原因', max: 200 }) reason: string;
}

/** A step that needs nothing but the button. */
export class ImportStepForm {}
