import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { uploadLimits } from '../domain/files/upload-limits';
import { longestSeal } from './kept-files';

/** Form field `<name>Kept` beside a file field: the files kept from a refused try. */
export const KeptFilesField = () =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => (value === undefined ? [] : Array.isArray(value) ? value : [value])),
    ValidateBy({
      name: 'keptFiles',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length <= uploadLimits.filesPerForm &&
          value.every((one) => typeof one === 'string' && one.length <= longestSeal),
        defaultMessage: () => '刚才上传的文件已失效，请重新选择',
      },
    }),
  );
