import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { dayOf } from '../platform/clock/clock';
import { BulletinRecord } from './bulletin.entity';

/** A bulletin as everybody may read it; its text is masked. */
export interface PublicBulletin {
  number: number;
  title: string;
  body: string;
  fromOn: CalendarDate;
  untilOn: CalendarDate;
  publishedOn: CalendarDate;
}

/** What other floors may ask about bulletins. Whether the asker may see the compound is their question. */
@Injectable()
export class BulletinTotals {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** What everybody may read of a renovation, the latest first; what was withdrawn is not among it. */
  async public(renovationId: number, from: EntityManager = this.reader.manager): Promise<PublicBulletin[]> {
    const rows = await from.find(BulletinRecord, {
      where: { renovationId, withdrawnOn: IsNull() },
      order: { untilOn: 'DESC', id: 'DESC' },
    });
    return rows.map(({ number, title, body, fromOn, untilOn, publishedAt }) => ({
      ...{ number, title, body, fromOn, untilOn, publishedOn: dayOf(publishedAt) },
    }));
  }

  /** The last day that a standing bulletin of each of these renovations tells of; those without one are missing. */
  async lastDays(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, CalendarDate>> {
    if (!renovationIds.length) return new Map();
    const rows = await from.find(BulletinRecord, {
      select: { id: true, renovationId: true, untilOn: true },
      where: { renovationId: In([...renovationIds]), withdrawnOn: IsNull() },
      order: { untilOn: 'ASC' },
    });
    return new Map(rows.map(({ renovationId, untilOn }) => [renovationId, untilOn]));
  }
}
