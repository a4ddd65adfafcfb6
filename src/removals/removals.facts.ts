import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import { removalFacts } from '../domain/removal/removal-facts';
import type { Fact } from '../domain/renovation/facts';
import { StructureDesk, toZoneStructure } from '../structures/structures.desk';
import { ZoneDesk } from '../zones/zones.desk';
import { removalsPaths } from './removals.paths';

/** What the removal says to the gates of a renovation; nothing while no structure was registered. */
@Injectable()
export class RemovalFactSource implements FactSource {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: StructureDesk,
    private readonly zones: ZoneDesk,
  ) {}

  async factsFor({ compoundId, renovationId }: FactQuestion): Promise<Fact[]> {
    const structures = await this.desk.ofRenovation(renovationId);
    if (!structures.length) return [];
    const { code } = await this.reader.manager.findOneByOrFail(Compound, { id: compoundId });
    const zones = await this.zones.ofRenovation(renovationId);
    return removalFacts(
      structures.map((one) => ({ ...toZoneStructure(one), closedOn: one.closedOn })),
      zones.find(({ isFirst }) => isFirst)?.id ?? null,
      removalsPaths.index(code),
    );
  }
}
