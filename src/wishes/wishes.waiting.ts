import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { PostedNotices } from '../compounds/posted-notices';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { addDays } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { WishRecord } from './wish.entities';
import { WaitingWish, toWaitingWishes } from './waiting-wishes';

const mostRows = 500;

/** Objections to answer, wishes that wait too long, and answers residents cannot read yet. */
@Injectable()
export class WishesWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly notices: PostedNotices,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'wish.edit')) return [];
    const today = this.clock.today();
    const wishes = await this.waiting(actor, today, compoundId);
    const noticeIds = new Set(wishes.flatMap(({ noticeId }) => noticeId ?? []));
    return toWaitingWishes(wishes, await this.notices.byId([...noticeIds]), today);
  }

  /** Open objections, open wishes past their days, and answers nobody has looked at, of renovations that go on. */
  private waiting(actor: Actor, today: string, compoundId?: number): Promise<WaitingWish[]> {
    const lateFrom = addDays(today, -valueOn('wish.answer-days', today));
    const columns = ['id', 'compoundId', 'kind', 'state', 'heardOn', 'noticeId', 'renovationId'];
    const query = this.reader
      .createQueryBuilder(WishRecord, 'wish')
      .innerJoin(Compound, 'compound', 'compound.id = wish.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = wish.renovationId')
      .select(rawColumns('wish', columns))
      .addSelect(rawColumns('compound', ['code', 'name']))
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .andWhere(
        new Brackets((where) =>
          where
            .where(`wish.state = 'open' AND wish.kind = 'objection'`)
            .orWhere(`wish.state = 'open' AND wish.heardOn < :lateFrom`, { lateFrom })
            .orWhere(`wish.state <> 'open' AND wish.publicCheckedOn IS NULL`),
        ),
      )
      .orderBy('wish.kind', 'ASC')
      .addOrderBy('wish.heardOn', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}
