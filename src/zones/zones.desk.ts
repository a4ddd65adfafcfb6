import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { CompoundSketch, WorkZone } from './zone.entities';

/** What other rooms may ask about the ground. Whether the asker may see the compound is their question. */
@Injectable()
export class ZoneDesk {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** The zones of a renovation in their order, without those given up. */
  ofRenovation(renovationId: number, from: EntityManager = this.reader.manager): Promise<WorkZone[]> {
    return from.find(WorkZone, { where: { renovationId, removedOn: IsNull() }, order: { number: 'ASC' } });
  }

  /** The sketch that places are pinned on; null while none was put up. */
  sketchOf(compoundId: number, from: EntityManager = this.reader.manager): Promise<CompoundSketch | null> {
    return from.findOneBy(CompoundSketch, { compoundId, isCurrent: true });
  }
}
