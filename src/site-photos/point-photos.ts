import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { byOffice } from '../domain/construction/blocked';
import { pointUseBlockers } from '../domain/construction/photo-points';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';

/** A photo that is to stand among those of a point. */
export interface PointPhotoGiven {
  pointId: number;
  /** Its file: a photo of the compound the point belongs to. */
  fileId: number;
  /** The day it shows. */
  shownOn: CalendarDate;
}

/** A point as whoever takes a photo chooses it. */
export type PointChoice = Pick<PhotoPointRecord, 'id' | 'number' | 'name' | 'place' | 'referenceId'>;

/** Photo points as the rooms above use them: which there are, and a photo for one of them. */
@Injectable()
export class PointPhotos {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The points of a renovation that are in use, by number. Whether the asker may see the renovation is the room's question. */
  inUse(renovationId: number, from: EntityManager = this.reader.manager): Promise<PointChoice[]> {
    return from.find(PhotoPointRecord, {
      select: { id: true, number: true, name: true, place: true, referenceId: true },
      where: { renovationId, retiredOn: IsNull() },
      order: { number: 'ASC' },
    });
  }

  /** What speaks against a photo of this point of the renovation; nothing is written. */
  async check(
    renovationId: number,
    pointId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<Outcome> {
    const point = await from.findOneBy(PhotoPointRecord, { id: pointId, renovationId });
    const blockers = point ? pointUseBlockers(point) : [foreignPoint];
    return blockers.length ? refuse(...blockers) : done(undefined);
  }

  /**
   * Puts a photo among those of a point, inside the unit of work that takes it; put there twice it is there once. A point that is
   * retired is refused: ask `check` before, where the photo came by a page that may be older.
   */
  async attach(tx: EntityManager, actor: Actor, given: PointPhotoGiven): Promise<Outcome> {
    const { pointId, fileId, shownOn } = given;
    const point = await tx.findOneBy(PhotoPointRecord, { id: pointId });
    const blockers = point ? pointUseBlockers(point) : [foreignPoint];
    if (blockers.length) return refuse(...blockers);
    if (await tx.existsBy(PointPhotoRecord, { fileId })) return done(undefined);
    const recordedAt = this.clock.nowAt();
    await tx.insert(PointPhotoRecord, { pointId, fileId, shownOn, recordedBy: actor.userId, recordedAt });
    return done(undefined);
  }
}

const foreignPoint = byOffice('point-foreign', '没有这个拍照点，请从页面上列出的拍照点里选择');
