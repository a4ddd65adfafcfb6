import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/kernel/calendar-date';

/** How far the works of a renovation are: the same number as on every other page. */
export interface ToldProgress {
  /** The day at whose end it was counted. */
  on: CalendarDate;
  /** Whole percents done and planned. */
  percent: number;
  planned: number;
  /** '已完成 49%，计划 63%，慢 14 个百分点，约 2 个工作日'. */
  words: string;
}

/** What the room of the progress tells rooms below it. */
export interface ProgressTeller {
  /** By renovation; those whose plan of the works was never frozen are missing. */
  standings(renovationIds: readonly number[], from: EntityManager): Promise<Map<number, ToldProgress>>;
  /** Where each item should be by the end of a day, in its measure; empty before a plan was frozen. */
  plannedValues(renovationId: number, day: CalendarDate, from: EntityManager): Promise<Map<number, number>>;
}

/** How far the works are and should be; silent while nobody counts. */
@Injectable()
export class SiteProgress {
  private teller: ProgressTeller = {
    standings: () => Promise.resolve(new Map()),
    plannedValues: () => Promise.resolve(new Map()),
  };

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Called once by the room of the progress when it starts. */
  register(teller: ProgressTeller): void {
    this.teller = teller;
  }

  /** null before a plan of the works was frozen. */
  async of(renovationId: number, from: EntityManager = this.reader.manager): Promise<ToldProgress | null> {
    return (await this.ofAll([renovationId], from)).get(renovationId) ?? null;
  }

  /** The same of several renovations, in as many statements as of one. */
  ofAll(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, ToldProgress>> {
    return this.teller.standings([...new Set(renovationIds)], from);
  }

  plannedValues(
    renovationId: number,
    day: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, number>> {
    return this.teller.plannedValues(renovationId, day, from);
  }
}
