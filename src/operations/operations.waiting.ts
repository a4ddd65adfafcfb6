import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { stopping } from '../domain/kernel/blocker';
import { addDays, CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { operationChecks, OperationPlan } from '../domain/removal/removal-operation';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { OperationRecord } from './operation.entities';
import { OperationStanding, weatherOf } from './operation-standing';
import { FoundOperation, OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';

const mostRows = 100;

/** Removal days of today and tomorrow that lack something, and those that are over without a result. */
@Injectable()
export class OperationsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly work: WaitingWork,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In a few statements however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'removal.decide')) return [];
    const today = this.clock.today();
    const operations = await this.coming(actor, addDays(today, 1), compoundId);
    const found = await this.desk.filled(operations.map(({ operation }) => operation));
    const plans = await this.standing.plansOf(found);
    return found.flatMap((one, at): WaitingItem[] => {
      const where = operations[at].name;
      if (one.operation.happensOn < today) return [toResult(one, { where, today })];
      return this.toPrepare(one, plans[at], { where, today });
    });
  }

  private toPrepare(
    { operation }: FoundOperation,
    plan: OperationPlan,
    { where, today }: { where: string; today: CalendarDate },
  ): WaitingItem[] {
    const unmet = operationChecks(plan, weatherOf(operation), this.workDays.calendar).filter(
      ({ blockers }) => stopping(blockers).length > 0,
    );
    if (!unmet.length) return [];
    const when = operation.happensOn === today ? '今天' : '明天';
    const what = `${when}的「${operation.name}」还缺：${unmet.map(({ name }) => name).join('、')}`;
    return [
      {
        ...{
          kind: '集中拆除',
          compoundId: operation.compoundId,
          where,
          what,
          why: '准备齐全才能动手拆除',
          dueOn: operation.happensOn,
        },
        action: { label: '去准备', link: operationsPaths.show(operation.id) },
      },
    ];
  }

  private async coming(
    actor: Actor,
    until: CalendarDate,
    compoundId?: number,
  ): Promise<{ operation: OperationRecord; name: string }[]> {
    const query = this.reader
      .createQueryBuilder(OperationRecord, 'operation')
      .innerJoin(Compound, 'compound', 'compound.id = operation.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = operation.renovationId')
      .addSelect('compound.name', 'compoundName')
      .where(`operation.state = 'planned'`)
      .andWhere('operation.happensOn <= :until', { until })
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('operation.happensOn', 'ASC')
      .addOrderBy('operation.id', 'ASC')
      .limit(mostRows);
    const { entities, raw } = await this.compounds
      .within(query, actor, compoundId)
      .getRawAndEntities<{ compoundName: string }>();
    return entities.map((operation, at) => ({ operation, name: raw[at].compoundName }));
  }
}

const toResult = (
  { operation }: FoundOperation,
  { where, today }: { where: string; today: CalendarDate },
): WaitingItem => ({
  ...{ kind: '集中拆除', compoundId: operation.compoundId, where, dueOn: operation.happensOn },
  what: `「${operation.name}」过了 ${daysBetween(operation.happensOn, today)} 天，还没有登记结果`,
  why: '没有实施的请改期或取消，写明原因',
  action: { label: '去登记', link: operationsPaths.show(operation.id) },
});
