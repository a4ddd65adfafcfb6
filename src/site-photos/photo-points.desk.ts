import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';

/** A point with its compound and its renovation. */
export interface PointAtPlace {
  point: PhotoPointRecord;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to photo points: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class PhotoPointDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  /** The point with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<PointAtPlace> {
    const point = await from.findOneBy(PhotoPointRecord, { id });
    if (!point) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, point.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: point.renovationId });
    return { point, compound, renovation };
  }

  /** Every point of a renovation by its number, retired ones included. */
  ofRenovation(renovationId: number, from: EntityManager = this.reader.manager): Promise<PhotoPointRecord[]> {
    return from.find(PhotoPointRecord, { where: { renovationId }, order: { number: 'ASC' } });
  }

  /** Every point of a compound, whichever renovation it belongs to. */
  ofCompound(compoundId: number, from: EntityManager = this.reader.manager): Promise<PhotoPointRecord[]> {
    return from.find(PhotoPointRecord, { where: { compoundId }, order: { number: 'ASC' } });
  }

  /** The photos of these points by point, the oldest first. */
  async photos(
    pointIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PointPhotoRecord[]>> {
    if (!pointIds.length) return new Map();
    const rows = await from.find(PointPhotoRecord, {
      where: { pointId: In([...pointIds]) },
      order: { shownOn: 'ASC', id: 'ASC' },
    });
    return groupBy(rows, ({ pointId }) => pointId);
  }
}
