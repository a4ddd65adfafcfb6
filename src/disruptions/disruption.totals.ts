import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull, MoreThan } from 'typeorm';
import { PublishedPhones } from '../compounds/published-phones';
import {
  AnnouncedDisruption,
  publicDisruptions,
  PublicDisruption,
} from '../domain/construction/announced-disruption';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { DisruptionRecord } from './disruption.entities';

/** What other floors may ask about planned disruptions. Whether the asker may see the compound is their question. */
@Injectable()
export class DisruptionTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly phones: PublishedPhones,
    private readonly clock: Clock,
  ) {}

  /** What everybody may read of a compound on this day, the next first; cancelled ones stay until their time has passed. */
  async public(compoundId: number, today: CalendarDate): Promise<PublicDisruption[]> {
    const now = `${today} ${wallTimeOf(this.clock.now())}`;
    const rows = await this.reader.manager.findBy(DisruptionRecord, { compoundId, toMoment: MoreThan(now) });
    return rows.length ? publicDisruptions(rows.map(toAnnounced), now, await this.phones.of(compoundId)) : [];
  }

  /** Those of a renovation that touch these days and were not cancelled, the earliest first. */
  async between(
    renovationId: number,
    fromOn: CalendarDate,
    toOn: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<AnnouncedDisruption[]> {
    const rows = await from.find(DisruptionRecord, {
      where: { renovationId, cancelledOn: IsNull(), toMoment: MoreThan(`${fromOn} 00:00`) },
      order: { fromMoment: 'ASC', id: 'ASC' },
    });
    return rows.filter(({ fromMoment }) => fromMoment.slice(0, 10) <= toOn).map(toAnnounced);
  }
}

/** A disruption as the law sees it. */
export const toAnnounced = (record: DisruptionRecord): AnnouncedDisruption => {
  const { id, effect, buildings, fromMoment, toMoment, note, certificate, reason, cancelledOn } = record;
  return {
    ...{ id, effect, from: fromMoment, to: toMoment, note, certificate, reason, cancelledOn },
    buildings: buildings ? buildings.split('\n') : [],
  };
};
