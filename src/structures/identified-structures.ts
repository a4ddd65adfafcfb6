import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { StructureRecord } from './structure.entities';

/** Knows which of these structures a document identifies. */
type Identify = (structures: readonly StructureRecord[], from: EntityManager) => Promise<ReadonlySet<number>>;

/** Which structures are more than 疑似? The papers lie on a higher floor, which says so here. */
@Injectable()
export class IdentifiedStructures {
  private identify: Identify = () => Promise.resolve(new Set());

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Called once by the room of the statutory papers when it starts. */
  register(identify: Identify): void {
    this.identify = identify;
  }

  /** The ids of those that are identified. */
  among(
    structures: readonly StructureRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<ReadonlySet<number>> {
    return structures.length ? this.identify(structures, from) : Promise.resolve(new Set<number>());
  }

  /** Is this one identified? */
  async has(structure: StructureRecord): Promise<boolean> {
    return (await this.among([structure])).has(structure.id);
  }
}
