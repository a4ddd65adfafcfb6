import { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { FieldError, RawForm, typedList } from '../platform/web/form';

/** A table of rows in one form: posted as lists of equal length, `decisionText`, `decisionYes` and so on. */
export interface RowTable<Row extends object> {
  /** What every field name begins with. */
  prefix: string;
  row: Type<Row>;
  columns: readonly (keyof Row & string)[];
  /** A row in which all of these are empty was left out by whoever filled in the form. */
  filled: readonly (keyof Row & string)[];
  /** What a row is called in a sentence: '第 2 条议定事项'. */
  called: (number: number, typed: Record<string, string>) => string;
}

/** The filled rows, and what is wrong with each; the fields of row 0 carry the plain name, the others '-1', '-2'. */
export interface PostedRows<Row> {
  rows: Row[];
  /** Where each of them stood, empty rows counted. */
  places: number[];
  errors: FieldError[];
}

/** The posted name of a column. */
export const rowField = (prefix: string, column: string): string =>
  `${prefix}${column[0].toUpperCase()}${column.slice(1)}`;

/** The name by which one cell is found on the page and in the errors. */
export const cellName = (field: string, at: number): string => (at ? `${field}-${at}` : field);

/** What was typed into the rows of a table, empty rows included. */
export function typedRows<Row extends object>(
  raw: RawForm,
  { prefix, columns }: RowTable<Row>,
): Record<string, string>[] {
  const lists = columns.map((column) => typedList(raw[rowField(prefix, column)]));
  const count = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(columns.map((column, index) => [column, lists[index][at] ?? ''])),
  );
}

/** Reads each filled row as a small form of its own. */
export function readRows<Row extends object>(raw: RawForm, table: RowTable<Row>): PostedRows<Row> {
  const rows: Row[] = [];
  const places: number[] = [];
  const errors: FieldError[] = [];
  typedRows(raw, table).forEach((typed, at) => {
    if (table.filled.every((column) => typed[column].trim() === '')) return;
    const value = plainToInstance(table.row, typed);
    rows.push(value);
    places.push(at);
    for (const { property, constraints } of validateSync(value, { stopAtFirstError: true })) {
      const field = cellName(rowField(table.prefix, property), at);
      errors.push({
        field,
        message: `${table.called(at + 1, typed)}：${Object.values(constraints ?? {})[0]}`,
      });
    }
  });
  return { rows, places, errors };
}
