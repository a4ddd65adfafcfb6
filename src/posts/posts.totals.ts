import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { isPostPublic, isTold } from '../domain/construction/daily-post';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import { ContractRecord } from '../works/work.entities';
import { MissingDays } from './missing-days';
import { PostRecord } from './post.entities';

/** How the posts of a renovation stand, for lists of several. */
export interface PostStanding {
  /** The last day that was told of, and the last that was confirmed; null before. */
  lastOn: CalendarDate | null;
  lastConfirmedOn: CalendarDate | null;
  /** Posts that wait to be confirmed, and those that were sent back. */
  waiting: number;
  returned: number;
  /** Days that lack their post, and the first of them. */
  missing: number;
  missingSince: CalendarDate | null;
}

/** What other floors may ask about daily posts. Whether the asker may see the compounds is their question. */
@Injectable()
export class PostTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly missing: MissingDays,
  ) {}

  /** How the posts of each of these renovations stand; those without a contract are missing. */
  async of(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PostStanding>> {
    if (!renovationIds.length) return new Map();
    const where = { renovationId: In([...renovationIds]) };
    const contracts = await from.find(ContractRecord, { where, order: { id: 'ASC' } });
    const posts = groupBy(
      await from.find(PostRecord, {
        where,
        select: { id: true, renovationId: true, workedOn: true, state: true },
      }),
      ({ renovationId }) => renovationId,
    );
    const missing = await this.missing.of(contracts, from);
    return new Map(
      [...groupBy(contracts, ({ renovationId }) => renovationId)].map(([id, own]) => {
        const days = own.flatMap((contract) => missing.get(contract.id) ?? []).map(({ on }) => on);
        return [id, { ...standingOf(posts.get(id) ?? []), missing: days.length, missingSince: first(days) }];
      }),
    );
  }
}

const standingOf = (posts: readonly Pick<PostRecord, 'workedOn' | 'state'>[]) => ({
  lastOn: last(posts.filter(isTold).map(({ workedOn }) => workedOn)),
  lastConfirmedOn: last(posts.filter(isPostPublic).map(({ workedOn }) => workedOn)),
  waiting: posts.filter(({ state }) => state === 'sent').length,
  returned: posts.filter(({ state }) => state === 'returned').length,
});

const last = (days: readonly CalendarDate[]): CalendarDate | null => [...days].sort().at(-1) ?? null;
const first = (days: readonly CalendarDate[]): CalendarDate | null => [...days].sort().at(0) ?? null;
