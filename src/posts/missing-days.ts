import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { MissingPost, missingPosts } from '../domain/construction/missing-posts';
import type { WallMoment } from '../domain/construction/wall-moment';
import { groupBy } from '../domain/kernel/group';
import { CheckRecords } from '../inspections/check-records';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { ContractRecord } from '../works/work.entities';
import { PostRecord } from './post.entities';

/** A contract that may lack posts. */
export type AskedContract = Pick<ContractRecord, 'id' | 'renovationId' | 'role' | 'state' | 'startsOn'>;

/** Which days of which contracts lack their post (应报未报)? */
@Injectable()
export class MissingDays {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly checks: CheckRecords,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** The days without a post of each of these contracts, the earliest first; a contract that lacks none is missing. */
  async of(
    contracts: readonly AskedContract[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, MissingPost[]>> {
    const asked = contracts.filter(({ role, state }) => role === 'contractor' && state === 'running');
    if (!asked.length) return new Map();
    const rows = await from.find(PostRecord, {
      where: {
        contractId: In(asked.map(({ id }) => id)),
        state: In(['sent', 'confirmed', 'returned']),
      },
      select: { id: true, contractId: true, workedOn: true },
    });
    const told = groupBy(rows, ({ contractId }) => contractId);
    const stops = await this.checks.stopsOf(
      asked.map(({ renovationId }) => renovationId),
      from,
    );
    const { calendar } = this.workDays;
    const found = asked.map((contract): [number, MissingPost[]] => {
      const days = (told.get(contract.id) ?? []).map(({ workedOn }) => workedOn);
      const orders = stops.get(contract.renovationId) ?? [];
      return [contract.id, missingPosts(contract, days, orders, calendar, this.now())];
    });
    return new Map(found.filter(([, days]) => days.length > 0));
  }

  private now(): WallMoment {
    return `${this.clock.today()} ${wallTimeOf(this.clock.now())}`;
  }
}
