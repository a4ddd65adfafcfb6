import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import type { QuietPeriod } from '../domain/construction/quiet-period';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { QuietDayRecord } from './disruption.entities';

/** The quiet days of examinations, as district and street wrote them down. Whether the asker may see the compound is their question. */
@Injectable()
export class QuietDays {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** The quiet periods of each of these compounds that touch these days, by the first day; in two statements. */
  async of(
    compoundIds: readonly number[],
    fromOn: CalendarDate,
    toOn: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, QuietPeriod[]>> {
    const compounds = await from.find(Compound, {
      select: { id: true, districtId: true, streetId: true },
      where: { id: In([...compoundIds]) },
    });
    const placeIds = [...new Set(compounds.flatMap(({ districtId, streetId }) => [districtId, streetId]))];
    const rows = await from.find(QuietDayRecord, {
      where: {
        ...{ organisationId: In(placeIds), withdrawnOn: IsNull() },
        ...{ fromOn: LessThanOrEqual(toOn), untilOn: MoreThanOrEqual(fromOn) },
      },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    return new Map(
      compounds.map(({ id, districtId, streetId }) => [
        id,
        rows.filter((row) => [districtId, streetId].includes(row.organisationId)).map(toQuietPeriod),
      ]),
    );
  }

  /** Those of one compound. */
  async ofCompound(
    compoundId: number,
    fromOn: CalendarDate,
    toOn: CalendarDate,
    from?: EntityManager,
  ): Promise<QuietPeriod[]> {
    return (await this.of([compoundId], fromOn, toOn, from)).get(compoundId) ?? [];
  }
}

/** A period as the law sees it. */
export const toQuietPeriod = ({ name, fromOn, untilOn, source }: QuietDayRecord): QuietPeriod => ({
  ...{ name, fromOn, untilOn, source },
});
