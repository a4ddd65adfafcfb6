import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import {
  PointSeries,
  pointSeries,
  pointsWithoutAfter,
  WorksDays,
  worksDays,
} from '../domain/construction/photo-points';
import { WorkItemRecord, WorkItemStepRecord } from '../works/work.entities';
import { PhotoPointDesk } from './photo-points.desk';
import type { PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';

/** Matches the photos of points by what the works were doing on their day. */
@Injectable()
export class PointSeriesOf {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: PhotoPointDesk,
  ) {}

  /** From when until when the works of a renovation went on. */
  async worksDays(renovationId: number, from: EntityManager = this.reader.manager): Promise<WorksDays> {
    const items = await from.find(WorkItemRecord, {
      select: { id: true, state: true },
      where: { renovationId },
    });
    const steps = items.length
      ? await from.find(WorkItemStepRecord, {
          where: { itemId: In(items.map(({ id }) => id)), step: In(['open', 'finish']) },
        })
      : [];
    return worksDays(items, steps);
  }

  /** The points in use, each with its photos before, during and after the works. */
  async of(
    renovationId: number,
    points: readonly PhotoPointRecord[],
    photos: readonly PointPhotoRecord[],
    from?: EntityManager,
  ): Promise<PointSeries[]> {
    return pointSeries(points, photos, await this.worksDays(renovationId, from));
  }

  /** The points of a renovation in use that lack their picture after the works. */
  async withoutAfter(renovationId: number, from?: EntityManager): Promise<{ id: number; name: string }[]> {
    const points = await this.desk.ofRenovation(renovationId, from);
    const photos = await this.desk.photos(
      points.map(({ id }) => id),
      from,
    );
    return pointsWithoutAfter(await this.of(renovationId, points, [...photos.values()].flat(), from));
  }
}
