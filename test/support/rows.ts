import { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';

type Table<Row> = new () => Row;

/** What comes and goes by itself. */
const passing = ['session', 'sign_in_failure'];

/** The row that came last. */
export async function newest<Row extends { id: number }>(
  rows: EntityManager,
  table: Table<Row>,
  where: FindOptionsWhere<Row> = {},
): Promise<Row> {
  return (await rows.find(table, { where, order: { id: 'DESC' } as never, take: 1 }))[0];
}

/** Puts a row into its table and gives its id. */
export async function insert<Row extends { id: number }>(
  tx: EntityManager,
  table: Table<Row>,
  row: Parameters<typeof tx.insert<Row>>[1],
): Promise<number> {
  return (await tx.insert(table, row)).identifiers[0].id as number;
}

/** How many rows each table has. */
export async function countRows({ manager, entityMetadatas }: DataSource): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { target, tableName } of entityMetadatas)
    if (!passing.includes(tableName)) counts[tableName] = await manager.count(target);
  return counts;
}

/** Asks for something that may not leave a trace: no table has a row more or less afterwards. What was answered. */
export async function untouched<Answer>(db: DataSource, ask: () => Promise<Answer>): Promise<Answer> {
  const before = await countRows(db);
  const answer = await ask();
  expect(await countRows(db)).toEqual(before);
  return answer;
}
