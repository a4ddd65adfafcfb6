import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import type { Area } from '../domain/kernel/area';
import { groupBy } from '../domain/kernel/group';
import { PublicRemoval, publicRemoval } from '../domain/removal/public-removal';
import { removalSums } from '../domain/removal/removal-sums';
import { isIdentified } from '../domain/removal/statutory-case';
import { StatutoryCases } from '../enforcement/statutory-cases';
import { FileTotals } from '../files/files.totals';
import { StructureFile, StructureFileKind, StructureRecord } from '../structures/structure.entities';
import { StructureDesk } from '../structures/structures.desk';

/** How far a renovation is with its structures; areas as registered, 0.01 ㎡. */
export interface RemovalStanding {
  /** How many count, and how many of them are dealt with. */
  count: number;
  closed: number;
  /** Removed, verified or not yet. */
  removed: number;
  area: Area;
  removedArea: Area;
}

/** What other floors may ask about removals. Whether the asker may see the compounds is their question. */
@Injectable()
export class RemovalTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: StructureDesk,
    private readonly statutory: StatutoryCases,
    private readonly files: FileTotals,
  ) {}

  /** What was removed in a renovation, for everybody; null while nothing is verified. */
  async publicRemoval(renovationId: number): Promise<PublicRemoval | null> {
    const verified = await this.reader.manager.find(StructureRecord, {
      where: { renovationId, state: 'verified' },
      order: { number: 'ASC' },
    });
    if (!verified.length) return null;
    const cases = await this.statutory.of(verified);
    const photos = await this.releasedPhotos(verified.map(({ id }) => id));
    return publicRemoval(
      verified.map(({ id, kind, state, way, removedOn, removedArea }) => ({
        ...{ kind, state, way, removedOn, removedArea },
        isIdentified: isIdentified(cases.get(id)!),
        beforePublicId: photos.get(`${id} before`) ?? null,
        afterPublicId: photos.get(`${id} after`) ?? null,
      })),
    );
  }

  /** How far each of these renovations is; those without structures are missing from the map. */
  async standing(renovationIds: readonly number[]): Promise<Map<number, RemovalStanding>> {
    if (!renovationIds.length) return new Map();
    const rows = await this.reader.manager.find(StructureRecord, {
      select: { id: true, renovationId: true, state: true, area: true, removedArea: true },
      where: { renovationId: In([...renovationIds]) },
    });
    return new Map(
      [...groupBy(rows, ({ renovationId }) => renovationId)].map(([renovationId, structures]) => {
        const { all, closed, removed } = removalSums(structures);
        const counts = { count: all.count, closed, removed: removed.count };
        return [renovationId, { ...counts, area: all.area, removedArea: removed.area }];
      }),
    );
  }

  /** The first released picture of each kind, under '<structure> <kind>'. */
  private async releasedPhotos(ids: readonly number[]): Promise<Map<string, string>> {
    const shown: readonly StructureFileKind[] = ['before', 'after'];
    const rows: StructureFile[] = (await this.desk.files(ids)).filter(({ kind }) => shown.includes(kind));
    const files = await this.files.byId(rows.map(({ fileId }) => fileId));
    const found = new Map<string, string>();
    for (const { structureId, kind, fileId } of rows) {
      const file = files.get(fileId);
      const key = `${structureId} ${kind}`;
      if (file?.publishedAt && !found.has(key)) found.set(key, file.publicId);
    }
    return found;
  }
}
