import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Building } from '../compounds/door.entities';
import { Renovation } from '../compounds/renovation.entities';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { DisruptionRecord } from './disruption.entities';

/** A disruption with its compound and its renovation. */
export interface DisruptionAtPlace {
  disruption: DisruptionRecord;
  compound: Compound;
  renovation: Renovation;
}

/** How many that are over stand on one page? */
export const pastPageSize = 30;

/** The one way to planned disruptions: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class DisruptionDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly clock: Clock,
  ) {}

  async find(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<DisruptionAtPlace> {
    const disruption = await from.findOneBy(DisruptionRecord, { id });
    if (!disruption) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, disruption.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: disruption.renovationId });
    return { disruption, compound, renovation };
  }

  /** Those whose time has not passed, cancelled ones included, the next first. */
  ahead(renovationId: number, from: EntityManager = this.reader.manager): Promise<DisruptionRecord[]> {
    return from.find(DisruptionRecord, {
      where: { renovationId, toMoment: MoreThan(this.clock.wallMoment()) },
      order: { fromMoment: 'ASC', id: 'ASC' },
    });
  }

  /** One page of those whose time has passed, the latest first, and how many there are. */
  past(renovationId: number, page: number): Promise<[DisruptionRecord[], number]> {
    return this.reader.manager.findAndCount(DisruptionRecord, {
      where: { renovationId, toMoment: LessThanOrEqual(this.clock.wallMoment()) },
      order: { fromMoment: 'DESC', id: 'DESC' },
      skip: (page - 1) * pastPageSize,
      take: pastPageSize,
    });
  }

  /** The buildings of a compound, as they were put in. */
  buildings(compoundId: number, from: EntityManager = this.reader.manager): Promise<Building[]> {
    return from.find(Building, { where: { compoundId }, order: { id: 'ASC' } });
  }
}
