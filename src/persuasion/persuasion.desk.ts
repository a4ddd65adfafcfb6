import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../domain/people/actor';
import { StructureAtPlace, StructureDesk } from '../structures/structures.desk';
import { PersuasionVisitRecord } from './persuasion.entity';

/** The one way to a visit: whoever asks gets it only if the compound of its structure lies in their scope. */
@Injectable()
export class PersuasionDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly structures: StructureDesk,
  ) {}

  /** The visit with this id, with its structure. */
  async find(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<StructureAtPlace & { visit: PersuasionVisitRecord }> {
    const visit = await from.findOneBy(PersuasionVisitRecord, { id });
    if (!visit) throw new NotFoundException();
    return { visit, ...(await this.structures.find(actor, visit.structureId, from)) };
  }
}
