import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { PointPhoto, PublicPointSeries } from '../domain/construction/photo-points';
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

  /** The points of a renovation with the photos everybody may see, and those photos; points without any are left out. */
  async publicSeries(renovationId: number): Promise<{ series: PublicPointSeries[]; pictures: StoredFile[] }> {
    const points = await this.desk.ofRenovation(renovationId);
    const photos = [...(await this.desk.photos(points.map(({ id }) => id))).values()].flat();
    const files = photos.length
      ? await this.reader.manager.findBy(StoredFile, {
          id: In(photos.map(({ fileId }) => fileId)),
          publishedAt: Not(IsNull()),
        })
      : [];
    const fileOf = new Map(
      photos.flatMap(({ id, fileId }) => {
        const file = files.find((one) => one.id === fileId);
        return file ? [[id, file] as const] : [];
      }),
    );
    const shown = photos.filter(({ id }) => fileOf.has(id));
    const pictures = new Set<StoredFile>();
    const told = (photo: PointPhoto | null) => {
      if (!photo) return null;
      const file = fileOf.get(photo.id)!;
      pictures.add(file);
      return { publicId: file.publicId, on: photo.shownOn };
    };
    const series = (await this.series.of(renovationId, points, shown)).flatMap((one) => {
      const now = one.after ?? one.during.at(-1) ?? null;
      if (!one.before && !now) return [];
      const { name } = one.point;
      return [{ name, before: told(one.before), now: told(now), isDone: one.after !== null }];
    });
    return { series, pictures: [...pictures] };
  }
}
