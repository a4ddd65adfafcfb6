import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { AuditEntry } from '../audit/audit-entry.entity';
import { Compound } from '../compounds/compound.entity';
import { silentActions } from '../domain/disclosure/staleness';

type Entries = SelectQueryBuilder<AuditEntry>;

/** When was something last told that residents can see? Read from the record of steps. */
@Injectable()
export class LastChanges {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Of one compound; null when nothing ever was. */
  async of(compoundId: number): Promise<string | null> {
    return this.latest((entries) => entries.andWhere('entry.compoundId = :compoundId', { compoundId }));
  }

  /** Of all compounds, or of those of one street. */
  async ofAll(streetId?: number): Promise<string | null> {
    return this.latest((entries) => {
      if (streetId === undefined) return entries.andWhere('entry.compoundId IS NOT NULL');
      return entries
        .innerJoin(Compound, 'compound', 'compound.id = entry.compoundId')
        .andWhere('compound.streetId = :streetId', { streetId });
    });
  }

  private async latest(narrow: (entries: Entries) => Entries): Promise<string | null> {
    const entries = this.reader
      .createQueryBuilder(AuditEntry, 'entry')
      .select('entry.at', 'at')
      .where('entry.action NOT IN (:...silent)', { silent: silentActions });
    const last = await narrow(entries).orderBy('entry.id', 'DESC').limit(1).getRawOne<{ at: string }>();
    return last?.at ?? null;
  }
}
