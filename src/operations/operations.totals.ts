import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { groupBy } from '../domain/kernel/group';
import {
  BurnDownStanding,
  burnDownStanding,
  BurnDownStructure,
  burnDownStructures,
} from '../domain/removal/burn-down';
import { Clock } from '../platform/clock/clock';
import { StructureRecord } from '../structures/structure.entities';
import { OperationRecord, OperationStructureRecord } from './operation.entities';

/** What other floors may ask about removal days. Whether the asker may see the compounds is their question. */
@Injectable()
export class OperationTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What is drawn in the burn-down of each of these renovations; those without structures are missing. */
  async burnDowns(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, BurnDownStructure[]>> {
    if (!renovationIds.length) return new Map();
    const where = { renovationId: In([...renovationIds]) };
    const structures = await from.find(StructureRecord, { where, order: { number: 'ASC' } });
    const days = await this.plannedDays(renovationIds, from);
    const drawn = new Map<number, BurnDownStructure[]>();
    for (const [id, rows] of groupBy(structures, ({ renovationId }) => renovationId)) {
      const own = rows.map((one) => ({ ...one, plannedOn: one.plannedOn ?? days.get(one.id) ?? null }));
      drawn.set(id, burnDownStructures(own));
    }
    return drawn;
  }

  /** How far each of these renovations is today; those with nothing to remove are missing. */
  async standings(renovationIds: readonly number[]): Promise<Map<number, BurnDownStanding>> {
    const drawn = await this.burnDowns(renovationIds);
    const today = this.clock.today();
    return new Map(
      [...drawn]
        .filter(([, structures]) => structures.length > 0)
        .map(([id, structures]) => [id, burnDownStanding(structures, today)]),
    );
  }

  /** The day of the first operation each structure was to go on, for those without a planned day of their own. */
  private async plannedDays(
    renovationIds: readonly number[],
    from: EntityManager,
  ): Promise<Map<number, string>> {
    const where = { renovationId: In([...renovationIds]), state: In(['planned', 'carried-out']) };
    const operations = await from.find(OperationRecord, { where, order: { happensOn: 'ASC', id: 'ASC' } });
    const rows = await from.findBy(OperationStructureRecord, {
      operationId: In(operations.map(({ id }) => id)),
    });
    const days = new Map<number, string>();
    for (const { id, happensOn } of operations) {
      for (const { operationId, structureId } of rows)
        if (operationId === id && !days.has(structureId)) days.set(structureId, happensOn);
    }
    return days;
  }
}
