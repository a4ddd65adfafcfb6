import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { silentActions } from '../domain/disclosure/staleness';
import { AuditEntry } from './audit-entry.entity';

interface LastStep {
  compoundId: number;
  id: number;
  at: string;
}

/**
 * When was the last step on each compound that residents can see something of? The record only grows, so what was read
 * once is kept, and a question costs reading what came since.
 */
@Injectable()
export class LastSteps {
  private readonly last = new Map<number, LastStep>();
  private seen = 0;

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Of every compound that has one, by its id. */
  async all(): Promise<ReadonlyMap<number, string>> {
    await this.readOn();
    return new Map([...this.last].map(([compoundId, { at }]) => [compoundId, at]));
  }

  /** Of one compound; null when nothing ever was. */
  async of(compoundId: number): Promise<string | null> {
    await this.readOn();
    return this.last.get(compoundId)?.at ?? null;
  }

  private async readOn(): Promise<void> {
    const newest = await this.reader
      .createQueryBuilder(AuditEntry, 'entry')
      .select('MAX(entry.id)', 'id')
      .getRawOne<{ id: number | null }>();
    const until = newest?.id ?? 0;
    if (until <= this.seen) return;
    const steps = await this.reader
      .createQueryBuilder(AuditEntry, 'entry')
      .select('entry.compoundId', 'compoundId')
      .addSelect('MAX(entry.id)', 'id')
      .addSelect('MAX(entry.at)', 'at')
      .where('entry.id > :seen AND entry.id <= :until', { seen: this.seen, until })
      .andWhere('entry.compoundId IS NOT NULL')
      .andWhere('entry.action NOT IN (:...silent)', { silent: silentActions })
      .groupBy('entry.compoundId')
      .getRawMany<LastStep>();
    for (const step of steps) {
      // Two readers may read on at once; the later step wins.
      if (step.id > (this.last.get(step.compoundId)?.id ?? 0)) this.last.set(step.compoundId, step);
    }
    this.seen = Math.max(this.seen, until);
  }
}
