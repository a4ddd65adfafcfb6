import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { WorkItemState } from '../domain/construction/work-item';
import { WorkItemRecord } from './work.entities';

/** How many items of a renovation stand where; those that are not built any more are left out. */
export interface WorkCounts {
  items: number;
  planned: number;
  open: number;
  finished: number;
  accepted: number;
}

/** What other floors may ask about items in lists. Whether the asker may see the compounds is their question. */
@Injectable()
export class WorkTotals {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Of each of these renovations, in one query; those without items are missing. */
  async of(renovationIds: readonly number[]): Promise<Map<number, WorkCounts>> {
    const counts = new Map<number, WorkCounts>();
    if (!renovationIds.length) return counts;
    const rows = await this.reader
      .createQueryBuilder(WorkItemRecord, 'item')
      .select('item.renovationId', 'renovationId')
      .addSelect('item.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .where('item.renovationId IN (:...renovationIds)', { renovationIds: [...renovationIds] })
      .andWhere(`item.state <> 'dropped'`)
      .groupBy('item.renovationId')
      .addGroupBy('item.state')
      .getRawMany<{
        renovationId: number;
        state: Exclude<WorkItemState, 'dropped'>;
        count: number | string;
      }>();
    for (const { renovationId, state, count } of rows) {
      const known = counts.get(renovationId) ?? { items: 0, planned: 0, open: 0, finished: 0, accepted: 0 };
      counts.set(renovationId, {
        ...known,
        items: known.items + Number(count),
        [state]: Number(count),
      });
    }
    return counts;
  }
}
