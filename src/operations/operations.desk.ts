import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { StructureRecord } from '../structures/structure.entities';
import { OperationFile, OperationRecord, OperationStructureRecord } from './operation.entities';

/** A structure in an operation, with its sheet. */
export interface Member {
  row: OperationStructureRecord;
  structure: StructureRecord;
}

/** An operation with the structures in it, by their numbers, and its files that count. */
export interface FoundOperation {
  operation: OperationRecord;
  members: Member[];
  files: OperationFile[];
}

/** The same with its compound and its renovation. */
export interface OperationAtPlace extends FoundOperation {
  compound: Compound;
  renovation: Renovation;
}

/** The one way to removal days: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class OperationDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<OperationAtPlace> {
    const operation = await from.findOneBy(OperationRecord, { id });
    if (!operation) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, operation.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: operation.renovationId });
    const [found] = await this.filled([operation], from);
    return { ...found, compound, renovation };
  }

  /** Every operation of a renovation, the latest day first. */
  async ofRenovation(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<FoundOperation[]> {
    const order = { happensOn: 'DESC', fromTime: 'DESC', id: 'DESC' } as const;
    return this.filled(await from.find(OperationRecord, { where: { renovationId }, order }), from);
  }

  /** These operations with what belongs to them, in a few statements however many they are. */
  async filled(
    operations: readonly OperationRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<FoundOperation[]> {
    if (!operations.length) return [];
    const operationId = In(operations.map(({ id }) => id));
    const rows = await from.findBy(OperationStructureRecord, { operationId });
    const ids = [...new Set(rows.map(({ structureId }) => structureId))];
    const structures = await from.findBy(StructureRecord, { id: In(ids) });
    const where = { operationId, droppedOn: IsNull() };
    const files = await from.find(OperationFile, { where, order: { id: 'ASC' } });
    const rowsOf = groupBy(rows, (row) => row.operationId);
    const filesOf = groupBy(files, (file) => file.operationId);
    const sheetOf = new Map(structures.map((structure) => [structure.id, structure]));
    return operations.map((operation) => ({
      operation,
      members: (rowsOf.get(operation.id) ?? [])
        .map((row) => ({ row, structure: sheetOf.get(row.structureId)! }))
        .sort((one, other) => one.structure.number - other.structure.number),
      files: filesOf.get(operation.id) ?? [],
    }));
  }

  /** The planned operations these structures are in, by structure; those that are in none are missing. */
  async plannedWith(
    structureIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, OperationRecord>> {
    const rows = await from.findBy(OperationStructureRecord, { structureId: In([...structureIds]) });
    const operations = await from.findBy(OperationRecord, {
      id: In([...new Set(rows.map(({ operationId }) => operationId))]),
      state: 'planned',
    });
    const planned = new Map(operations.map((operation) => [operation.id, operation]));
    return new Map(
      rows
        .filter(({ operationId }) => planned.has(operationId))
        .map(({ structureId, operationId }) => [structureId, planned.get(operationId)!]),
    );
  }
}

/** Scans of the safety plan that count. */
export const safetyPlansOf = ({ files }: Pick<FoundOperation, 'files'>): OperationFile[] =>
  files.filter(({ kind }) => kind === 'safety-plan');
