import { EntityManager } from 'typeorm';
import { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { ImportRow } from './import.entities';

const rowsPerInsert = 200;

/** Writes all rows of a batch anew, inside a unit of work: for ten thousand rows far quicker than changing each. */
export async function replaceRows(
  tx: EntityManager,
  batchId: number,
  rows: readonly Omit<QueryDeepPartialEntity<ImportRow>, 'id' | 'batchId'>[],
): Promise<void> {
  await tx.delete(ImportRow, { batchId });
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const some = rows.slice(from, from + rowsPerInsert).map((row) => ({ ...row, batchId }));
    await tx.createQueryBuilder().insert().into(ImportRow).values(some).updateEntity(false).execute();
  }
}
