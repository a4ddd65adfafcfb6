/** These columns of a query for raw rows, each under its own name in every database. */
export const rawColumns = (alias: string, names: readonly string[]): string[] =>
  names.map((name) => `${alias}.${name} AS "${name}"`);
