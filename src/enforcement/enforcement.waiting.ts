import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { StructureRecord } from '../structures/structure.entities';
import { StatutoryPaper } from './enforcement.entities';
import { EnforcementDesk } from './enforcement.desk';
import { byDueDay, toWaiting } from './waiting-cases';

const mostCases = 500;
const mostRows = 100;

/** Statutory periods somebody has to watch, one line for each structure, and published decisions to be taken down. */
@Injectable()
export class EnforcementWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly desk: EnforcementDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'removal.edit')) return [];
    const structures = await this.begun(actor, compoundId);
    const records = await this.desk.records(structures.map(({ id }) => id));
    const day = { today: this.clock.today(), calendar: this.workDays.calendar };
    return structures
      .flatMap((structure) => toWaiting(structure, records.get(structure.id)!, day))
      .sort(byDueDay)
      .slice(0, mostRows);
  }

  /** Structures with papers, of renovations that go on; one query however many there are. */
  private async begun(actor: Actor, compoundId?: number): Promise<(StructureRecord & { where: string })[]> {
    const query = this.reader
      .createQueryBuilder(StructureRecord, 'structure')
      .innerJoin(Compound, 'compound', 'compound.id = structure.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = structure.renovationId')
      .addSelect('compound.name', 'where');
    const papers = query
      .subQuery()
      .select('1')
      .from(StatutoryPaper, 'paper')
      .where('paper.structureId = structure.id AND paper.withdrawnOn IS NULL');
    query
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .andWhere(`structure.state <> 'struck-out'`)
      .andWhere(`EXISTS ${papers.getQuery()}`)
      .orderBy('structure.id', 'ASC')
      .limit(mostCases);
    const { entities, raw } = await this.compounds
      .within(query, actor, compoundId)
      .getRawAndEntities<{ where: string }>();
    return entities.map((structure, at) => ({ ...structure, where: raw[at].where }));
  }
}
