import { TableColumnOptions, TableForeignKeyOptions } from 'typeorm';

// Short words for the column kinds that SQLite and PostgreSQL both understand.

export const id: TableColumnOptions = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
};
export const version: TableColumnOptions = { name: 'version', type: 'integer', default: 1 };

export const whole = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...more,
});
export const big = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'bigint',
  ...more,
});
export const words = (
  name: string,
  length: number,
  more: Partial<TableColumnOptions> = {},
): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...more,
});
export const prose = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'text',
  ...more,
});
export const flag = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  default: false,
  ...more,
});
/** A calendar day 'YYYY-MM-DD'. */
export const day = (name: string, more: Partial<TableColumnOptions> = {}) => words(name, 10, more);
/** An instant, ISO-8601 in UTC. */
export const instant = (name: string, more: Partial<TableColumnOptions> = {}) => words(name, 24, more);
export const optional = { isNullable: true } as const;

/** A reference that stops the other row from being deleted. */
export const refers = (column: string, table: string): TableForeignKeyOptions => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
});

/** A CHECK that a column holds one of the given words. */
export const oneOf = (name: string, column: string, values: readonly string[]) => ({
  name,
  expression: `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`,
});
