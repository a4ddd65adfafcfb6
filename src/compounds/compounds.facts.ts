import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Exclusion, compoundFacts } from '../domain/compound/compound-facts';
import { Fact } from '../domain/renovation/facts';
import { Clock } from '../platform/clock/clock';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { FactQuestion, FactSource, StageFacts } from './stage-facts';

/** What the register knows for the gates. */
@Injectable()
export class CompoundFacts implements FactSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
    private readonly facts: StageFacts,
  ) {}

  onModuleInit(): void {
    this.facts.register(this);
  }

  async factsFor({ compoundId }: FactQuestion): Promise<Fact[]> {
    const compound = await this.reader.manager.findOneByOrFail(Compound, { id: compoundId });
    const exclusions = (compound.exclusions?.split(',') ?? []) as Exclusion[];
    return compoundFacts({ ...compound, exclusions }, this.clock.today(), compoundPaths.edit(compound.code));
  }
}
