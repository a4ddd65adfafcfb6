import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { Actor } from '../domain/people/actor';
import { BulletinRecord } from './bulletin.entity';

/** A bulletin with its compound and its renovation. */
export interface BulletinAtPlace {
  bulletin: BulletinRecord;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to bulletins: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class BulletinDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<BulletinAtPlace> {
    const bulletin = await from.findOneBy(BulletinRecord, { id });
    if (!bulletin) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, bulletin.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: bulletin.renovationId });
    return { bulletin, compound, renovation };
  }

  /** Every bulletin of a renovation, the latest first, withdrawn ones included. */
  ofRenovation(renovationId: number, from: EntityManager = this.reader.manager): Promise<BulletinRecord[]> {
    return from.find(BulletinRecord, { where: { renovationId }, order: { number: 'DESC' } });
  }
}
