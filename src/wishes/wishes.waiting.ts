import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { PostedNoticeLine, PostedNotices } from '../compounds/posted-notices';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
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

  async waitingFor(actor: Actor): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'wish.edit')) return [];
    const wishes = await this.waiting(actor);
    return toWaitingWishes(wishes, await this.noticesOf(wishes), this.clock.today());
  }

  private waiting(actor: Actor): Promise<WaitingWish[]> {
    const columns = ['id', 'kind', 'state', 'heardOn', 'noticeId', 'renovationId'];
    const query = this.reader
      .createQueryBuilder(WishRecord, 'wish')
      .innerJoin(Compound, 'compound', 'compound.id = wish.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = wish.renovationId')
      .select(columns.map((name) => `wish.${name} AS "${name}"`))
      .addSelect(['compound.code AS "code"', 'compound.name AS "name"'])
      .where('renovation.state IN (:...running)', { running: ['active', 'paused'] })
      .andWhere(
        new Brackets((where) => where.where(`wish.state = 'open'`).orWhere('wish.publicCheckedOn IS NULL')),
      )
      .orderBy('wish.heardOn', 'ASC')
      .limit(mostRows);
    return this.compounds.inScope(query, actor).getRawMany();
  }

  private async noticesOf(wishes: readonly WaitingWish[]): Promise<Map<number, PostedNoticeLine>> {
    const renovations = new Set(
      wishes.filter(({ noticeId }) => noticeId).map(({ renovationId }) => renovationId),
    );
    const lines = await Promise.all([...renovations].map((id) => this.notices.ofRenovation(id)));
    return new Map(lines.flat().map((notice) => [notice.id, notice]));
  }
}
