import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { VersionToTell, toPublicPlan } from '../domain/plan/plan-disclosure';
import type { PublicPlan } from '../domain/plan/public-plan';
import { FileTotals } from '../files/files.totals';
import { filesOf } from '../files/photo-on-page';
import { rawColumns } from '../platform/database/raw-columns';
import { PlanLinks } from './plan-links';
import { LinkedItem, PlanRecords } from './plan-records';
import { PlanItemRecord, PlanVersion } from './plan.entities';
import { PlanDesk } from './plans.desk';

/** What is to be built: the items of the version that was fixed last. */
export interface FixedPlan {
  number: number;
  fixedOn: string;
  items: LinkedItem[];
}

/** What other floors may ask about plans. Whether the asker may see the compound is their question. */
@Injectable()
export class PlanTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: PlanDesk,
    private readonly links: PlanLinks,
    private readonly files: FileTotals,
  ) {}

  /** The items that are to be built; null while nothing is fixed. */
  async currentItems(renovationId: number): Promise<FixedPlan | null> {
    const version = await this.desk.fixed(renovationId);
    if (!version?.fixedOn) return null;
    const { items } = await this.desk.records(version);
    return { number: version.number, fixedOn: version.fixedOn, items };
  }

  /** What the items of each renovation are called, by line; the words of the version fixed last. One query for all. */
  async itemNames(renovationIds: readonly number[]): Promise<Map<number, Map<number, string>>> {
    const names = new Map(renovationIds.map((id) => [id, new Map<number, string>()]));
    if (!renovationIds.length) return names;
    const rows = await this.reader
      .createQueryBuilder(PlanItemRecord, 'item')
      .innerJoin(PlanVersion, 'version', 'version.id = item.versionId')
      .select(rawColumns('item', ['line', 'name']))
      .addSelect(rawColumns('version', ['renovationId']))
      .where('version.renovationId IN (:...renovationIds)', { renovationIds: [...renovationIds] })
      .andWhere(`version.state = 'fixed' AND item.removedOn IS NULL`)
      .orderBy('version.number', 'ASC')
      .getRawMany<{ line: number; name: string; renovationId: number }>();
    for (const { renovationId, line, name } of rows) names.get(renovationId)?.set(line, name);
    return names;
  }

  /** What residents may read: the version fixed last, and beside it a newer one that hangs in the yard. */
  async publicPlan(renovationId: number): Promise<PublicPlan | null> {
    const fixed = await this.desk.fixed(renovationId);
    const latest = await this.desk.latest(renovationId);
    const open = latest?.state === 'draft' ? await this.desk.records(latest) : null;
    return toPublicPlan(
      fixed && (await this.toTell(await this.desk.records(fixed))),
      open?.standing === 'posted' ? await this.toTell(open) : null,
    );
  }

  private async toTell({ version, items, drawingIds, notice }: PlanRecords): Promise<VersionToTell> {
    const { wishes } = await this.links.of(items);
    const files = await this.files.byId(drawingIds);
    const { number, fixedOn, reason, basedOnId } = version;
    return {
      number,
      fixedOn,
      reason,
      sheet: version,
      notice: notice && { postedOn: notice.postedOn, endsOn: notice.endsOn },
      items: items.map((item) => ({
        ...item,
        wishes: item.wishIds.flatMap((id) => wishes.get(id)?.number ?? []),
      })),
      drawings: filesOf(drawingIds, files)
        .filter(({ publishedAt }) => publishedAt !== null)
        .map(({ publicId, caption, width, height }) => ({ publicId, caption, width, height })),
      before: basedOnId === null ? null : await this.itemsOf(basedOnId),
    };
  }

  private async itemsOf(versionId: number): Promise<LinkedItem[]> {
    const version = await this.reader.manager.findOneByOrFail(PlanVersion, { id: versionId });
    return (await this.desk.records(version)).items;
  }
}
