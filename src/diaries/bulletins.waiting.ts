import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { bulletinDueOn } from '../domain/construction/bulletin';
import { CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { ContractRecord } from '../works/work.entities';
import { BulletinTotals } from './bulletin.totals';
import { diaryPaths } from './diaries.paths';

const mostRows = 100;

/** Works that run, with the first day of their contracts. */
interface RunningWorks {
  renovationId: number;
  compoundId: number;
  code: string;
  name: string;
  startsOn: CalendarDate;
}

/** Bulletins that are due: a week after the last, while works run. */
@Injectable()
export class BulletinsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly totals: BulletinTotals,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In two statements however many works run. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'bulletin.publish')) return [];
    const today = this.clock.today();
    const running = await this.running(actor, compoundId);
    const lastDays = await this.totals.lastDays(running.map(({ renovationId }) => renovationId));
    return running
      .map((one) => ({ ...one, dueOn: bulletinDueOn(lastDays.get(one.renovationId) ?? null, one.startsOn) }))
      .filter(({ dueOn }) => dueOn <= today)
      .sort((one, other) => compareDates(one.dueOn, other.dueOn))
      .slice(0, mostRows)
      .map(({ compoundId, code, name, dueOn }) => ({
        ...{ kind: '周报', compoundId, where: name, dueOn },
        what: '该发布周报了',
        why: '施工期间每周告诉居民做了什么、接下来做什么',
        action: { label: '写周报', link: diaryPaths.newBulletin(code) },
      }));
  }

  private async running(actor: Actor, compoundId?: number): Promise<RunningWorks[]> {
    const query = this.reader.manager
      .createQueryBuilder(ContractRecord, 'contract')
      .innerJoin(Compound, 'compound', 'compound.id = contract.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = contract.renovationId')
      .select('renovation.id', 'renovationId')
      .addSelect('compound.id', 'compoundId')
      .addSelect('compound.code', 'code')
      .addSelect('compound.name', 'name')
      .addSelect('MIN(contract.startsOn)', 'startsOn')
      .where('contract.role = :builds AND contract.state = :running', {
        builds: 'contractor',
        running: 'running',
      })
      .andWhere('renovation.isCurrent = :current', { current: true })
      .andWhere('renovation.state IN (:...going)', { going: goingOnStates })
      .groupBy('renovation.id')
      .addGroupBy('compound.id')
      .addGroupBy('compound.code')
      .addGroupBy('compound.name');
    return this.compounds.within(query, actor, compoundId).getRawMany<RunningWorks>();
  }
}
