import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import { standingStates } from '../domain/removal/structure-states';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { StructureRecord } from '../structures/structure.entities';
import { persuasionPaths } from './persuasion.paths';
import { PersuasionTotals } from './persuasion.totals';
import { dueInWords } from './round.presenter';

const mostRows = 2000;

/** Visits that are overdue or due today, one line for each compound; as many queries for sixty of them as for one. */
@Injectable()
export class PersuasionWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly totals: PersuasionTotals,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'removal.edit')) return [];
    const structures = await this.standing(actor, compoundId);
    const standings = await this.totals.standings(structures);
    const today = this.clock.today();
    const due = structures.filter(({ id }) => (standings.get(id)!.nextDueOn ?? '9999-12-31') <= today);
    if (!due.length) return [];
    const compoundIds = [...new Set(due.map(({ compoundId }) => compoundId))];
    const compounds = await this.reader.manager.find(Compound, {
      where: { id: In(compoundIds) },
      order: { id: 'ASC' },
    });
    return compounds.map((compound) => {
      const here = due.filter(({ compoundId }) => compoundId === compound.id);
      return toItem(
        compound,
        here.map(({ id }) => standings.get(id)!),
      );
    });
  }

  /** What still stands in the current renovations of the person's scope. */
  private standing(actor: Actor, compoundId?: number): Promise<StructureRecord[]> {
    const query = this.reader
      .createQueryBuilder(StructureRecord, 'structure')
      .innerJoin(Compound, 'compound', 'compound.id = structure.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = structure.renovationId')
      .where('structure.state IN (:...standingStates)', { standingStates })
      .andWhere('renovation.isCurrent = :isCurrent', { isCurrent: true })
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('structure.foundOn', 'ASC')
      .addOrderBy('structure.id', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getMany();
  }
}

function toItem(compound: Compound, standings: readonly PersuasionStanding[]): WaitingItem {
  const [dueOn] = standings.map(({ nextDueOn }) => nextDueOn!).sort();
  return {
    kind: '劝导',
    compoundId: compound.id,
    where: compound.name,
    what: dueInWords(standings),
    why: '拆除先劝导，按约定的日子再去一次',
    dueOn,
    action: { label: '看走访清单', link: persuasionPaths.round(compound.code) },
  };
}
