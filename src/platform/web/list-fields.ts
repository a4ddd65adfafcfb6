import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { isPlain } from './fields';

// Fields that are posted several times: check boxes, ticked rows, the columns of a table.

/** Several of the given values (check boxes of one name); none is an empty list. */
export const Choices = (options: { label: string; of: readonly string[] }) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => [value ?? []].flat()),
    ValidateBy({
      name: 'choices',
      validator: {
        validate: (value) => Array.isArray(value) && value.every((one) => options.of.includes(one as string)),
        defaultMessage: () => `请从列出的选项里选「${options.label}」`,
      },
    }),
  );

/** Ticked rows, each by its id. */
export const RowIds = () =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => [value ?? []].flat().map(idOf)),
    ValidateBy({
      name: 'rowIds',
      validator: {
        validate: (value) => Array.isArray(value) && !value.includes(undefined),
        defaultMessage: () => '请从页面上列出的内容里选择',
      },
    }),
  );

const idOf = (value: unknown): number | undefined =>
  typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : undefined;

/** What was typed into one cell of a table: the row it stands in, and the text. */
export interface Cell {
  row: string;
  text: string;
}

/**
 * One column of a table whose fields are named '<column>.<row>'; the room reads the cells, empty ones too. Where `of` is
 * given, a filled cell holds one of these values.
 */
export const Column = ({ label, of }: { label: string; of?: readonly string[] }) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => [value ?? []].flat().map(cellOf)),
    ValidateBy({
      name: 'column',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.every((cell: Cell | undefined) =>
            cell && of ? cell.text === '' || of.includes(cell.text) : cell && isPlain(cell.text),
          ),
        defaultMessage: () =>
          of ? `请从列出的选项里选「${label}」` : `「${label}」里有看不见的特殊字符，请删掉后重新输入`,
      },
    }),
  );

function cellOf(value: unknown): Cell | undefined {
  const [, row, text] = (typeof value === 'string' && /^([\w-]{1,40}):([^]*)$/.exec(value)) || [];
  return row === undefined ? undefined : { row, text };
}

/** Several short texts of one name, as a script sends them; at most so many. */
export const TextList = ({ label, max, most }: { label: string; max: number; most: number }) =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => [value ?? []].flat()),
    ValidateBy({
      name: 'textList',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length <= most &&
          value.every((one) => typeof one === 'string' && one.length <= max && isPlain(one)),
        defaultMessage: () => `「${label}」太多或太长，请刷新页面后再提交`,
      },
    }),
  );
