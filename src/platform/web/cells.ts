import { FieldError, FormState, typedList } from './form';
import { Cell } from './list-fields';

// A posted table: fields named '<column>.<row>', read by column (fields.ts, Column) and shown again by cell.

/** One column of a posted table by row; of two cells of one row the last counts. */
export const byRow = (cells: readonly Cell[]): Map<string, string> =>
  new Map(cells.map(({ row, text }) => [row, text]));

/** One column of a form as it was typed, by row. */
export function typedColumn({ values }: Pick<FormState, 'values'>, column: string): Map<string, string> {
  const cells = typedList(values[column]);
  return new Map(
    cells.map((cell) => {
      const at = cell.indexOf(':');
      return [cell.slice(0, at), cell.slice(at + 1)];
    }),
  );
}

/** The name of one cell of a table. */
export const cellName = (column: string, row: string | number): string => `${column}.${row}`;

/** What is wrong in one cell, with the row it stands in. */
export const cellError = (column: string, row: string | number, where: string, what: string): FieldError => ({
  field: cellName(column, row),
  message: `${where}：${what}`,
});
