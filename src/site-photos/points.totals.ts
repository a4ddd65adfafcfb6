import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import type { PublicPointSeries } from '../domain/construction/photo-points';
import { StoredFile } from '../files/stored-file.entity';
import { PhotoPointDesk } from './photo-points.desk';
import { PointSeriesOf } from './point-series';

/** What other floors may ask about photo points. */
@Injectable()
export class PointTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: PhotoPointDesk,
    private readonly series: PointSeriesOf,
  ) {}

  /** The points of a renovation with the photos everybody may see; points without any are left out. */
  async publicSeries(renovationId: number): Promise<PublicPointSeries[]> {
    const points = await this.desk.ofRenovation(renovationId);
    const photos = await this.desk.photos(points.map(({ id }) => id));
    const fileIds = [...photos.values()].flat().map(({ fileId }) => fileId);
    const files = fileIds.length
      ? await this.reader.manager.find(StoredFile, {
          select: { id: true, publicId: true, publishedAt: true },
          where: { id: In(fileIds) },
        })
      : [];
    const publicIds = new Map(
      files.filter(({ publishedAt }) => publishedAt !== null).map(({ id, publicId }) => [id, publicId]),
    );
    const shown = [...photos.values()].flat().filter(({ fileId }) => publicIds.has(fileId));
    return (await this.series.of(renovationId, points, shown)).flatMap(({ point, before, during, after }) => {
      const all = [...(before ? [before] : []), ...during, ...(after ? [after] : [])];
      if (!all.length) return [];
      const fileOf = new Map(shown.map(({ id, fileId }) => [id, fileId]));
      const told = (photo: (typeof all)[number]) => ({
        publicId: publicIds.get(fileOf.get(photo.id)!)!,
        on: photo.shownOn,
      });
      const now = after ?? during.at(-1) ?? null;
      return [
        {
          name: point.name,
          before: before && told(before),
          now: now && told(now),
          isDone: after !== null,
        },
      ];
    });
  }
}
