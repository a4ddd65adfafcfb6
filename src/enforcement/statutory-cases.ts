import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { StatutoryCase } from '../domain/removal/statutory-case';
import type { StructureRecord } from '../structures/structure.entities';
import { toStatutoryCase } from './case-records';
import { EnforcementDesk } from './enforcement.desk';

/** What the law reads of the statutory cases of structures. Whether the asker may see them is their question. */
@Injectable()
export class StatutoryCases {
  constructor(private readonly desk: EnforcementDesk) {}

  /** The case of each structure; an empty one where nothing is recorded, what was taken back left out. */
  async of(
    structures: readonly StructureRecord[],
    from?: EntityManager,
  ): Promise<Map<number, StatutoryCase>> {
    const records = await this.desk.records(
      structures.map(({ id }) => id),
      from,
    );
    return new Map(
      structures.map((structure) => [structure.id, toStatutoryCase(structure, records.get(structure.id)!)]),
    );
  }
}
