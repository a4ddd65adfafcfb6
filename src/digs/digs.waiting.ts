import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { utilityAnswerDueOn, utilityNames } from '../domain/construction/one-dig';
import { addDays, daysBetween } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { UtilityRequestRecord } from './dig.entities';
import { digsPaths } from './digs.paths';

const mostRows = 100;

/** Utilities that were asked and did not answer in time. */
@Injectable()
export class DigsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In one statement however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'dig.edit')) return [];
    const today = this.clock.today();
    const days = valueOn('works.dig-answer-days', today);
    const query = this.reader
      .createQueryBuilder(UtilityRequestRecord, 'request')
      .innerJoin(Compound, 'compound', 'compound.id = request.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = request.renovationId')
      .addSelect('compound.name', 'compoundName')
      .where('request.answer IS NULL')
      .andWhere('request.askedOn <= :asked', { asked: addDays(today, -days) })
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('request.askedOn', 'ASC')
      .addOrderBy('request.id', 'ASC')
      .limit(mostRows);
    const { entities, raw } = await this.compounds
      .within(query, actor, compoundId)
      .getRawAndEntities<{ compoundName: string }>();
    return entities.map(({ id, utility, askedOn, compoundId: where }, at): WaitingItem => ({
      ...{ kind: '一次开挖', compoundId: where, where: raw[at].compoundName },
      what: `${utilityNames[utility]}单位征询了 ${daysBetween(askedOn, today)} 天，还没有答复`,
      why: '开挖以前要知道谁一起挖、谁另外挖',
      dueOn: utilityAnswerDueOn({ askedOn }),
      action: { label: '登记答复', link: digsPaths.request(id) },
    }));
  }
}
