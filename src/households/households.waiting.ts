import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Dwelling } from '../compounds/door.entities';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { CallOutcome, callOutcomeNames, isOwnerHeard } from '../domain/meeting/household-call';
import type { Actor } from '../domain/people/actor';
import { HouseholdCallRecord } from './household-call.entities';
import { householdPaths } from './households.paths';

const mostRows = 100;

const heard = (Object.keys(callOutcomeNames) as CallOutcome[]).filter(isOwnerHeard);

/** Households nobody has reached yet in a renovation that is being talked over, for those who go from door to door. */
@Injectable()
export class HouseholdsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (actor.role !== 'community-worker') return [];
    const rows = await this.unreached(actor, compoundId);
    return rows.map(({ id, code, name, count }) => ({
      kind: '住户',
      compoundId: id,
      where: name,
      what: `${Number(count)} 户还没有到户`,
      why: '居民议事阶段要挨户问改造、拆违、物业费三项意愿',
      dueOn: null,
      action: { label: '去征询', link: householdPaths.unreached(code) },
    }));
  }

  private unreached(
    actor: Actor,
    compoundId?: number,
  ): Promise<{ id: number; code: string; name: string; count: number | string }[]> {
    const query = this.reader
      .createQueryBuilder(Renovation, 'renovation')
      .innerJoin(Compound, 'compound', 'compound.id = renovation.compoundId')
      .innerJoin(Dwelling, 'dwelling', `dwelling.compoundId = compound.id AND dwelling.use = 'dwelling'`)
      .select('compound.id', 'id')
      .addSelect('compound.code', 'code')
      .addSelect('compound.name', 'name')
      .addSelect('COUNT(dwelling.id)', 'count')
      .where('renovation.isCurrent = :isCurrent', { isCurrent: true })
      .andWhere(`renovation.stage = 'consultation' AND renovation.state = 'active'`)
      .groupBy('compound.id')
      .addGroupBy('compound.code')
      .addGroupBy('compound.name')
      .orderBy('compound.code', 'ASC')
      .limit(mostRows);
    query.andWhere(`NOT EXISTS ${this.heardCalls(query)}`).setParameters({ heard });
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }

  private heardCalls(query: SelectQueryBuilder<Renovation>): string {
    return query
      .subQuery()
      .select('1')
      .from(HouseholdCallRecord, 'call')
      .where('call.dwellingId = dwelling.id AND call.renovationId = renovation.id')
      .andWhere('call.withdrawnOn IS NULL AND call.outcome IN (:...heard)')
      .getQuery();
  }
}
