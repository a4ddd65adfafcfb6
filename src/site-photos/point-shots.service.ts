import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { worksOverBlockers } from '../domain/construction/blocked';
import { pointUseBlockers, shownDayBlockers } from '../domain/construction/photo-points';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock, dayOf } from '../platform/clock/clock';
import { PhotoHints } from './photo-hints';
import { PhotoPointDesk, PointAtPlace } from './photo-points.desk';
import { PointPhotoRecord } from './site-photo.entities';
import { PointPhotosForm } from './site-photo.forms';
import { sitePhotoPaths } from './site-photos.paths';

/** Photos taken at a point and put into its series from the desk. */
@Injectable()
export class PointShots {
  constructor(
    private readonly desk: PhotoPointDesk,
    private readonly files: Files,
    private readonly hints: PhotoHints,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds photos of one day; sent twice they are there once. */
  add(
    actor: Actor,
    id: number,
    form: PointPhotosForm,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const blockers = [
        ...worksOverBlockers(found.renovation.state),
        ...pointUseBlockers(found.point),
        ...shownDayBlockers(form.shownOn, this.clock.today()),
      ];
      if (blockers.length) return refuse(...blockers);
      for (const photo of photos) await this.keep(tx, actor, found, photo, form.shownOn);
      await this.audit.record(tx, {
        ...{ actor, action: 'viewpoint.photographed', subject: { kind: 'photo-point', id } },
        ...{ compoundId: found.compound.id, to: String(photos.length) },
      });
      return done(sitePhotoPaths.show(id));
    });
  }

  /** Puts one photo into the series inside a unit of work; the day it shows is that of the camera where nobody says one. */
  async keep(
    tx: EntityManager,
    actor: Actor,
    { point, compound }: Pick<PointAtPlace, 'point' | 'compound'>,
    photo: PreparedFile,
    shownOn: CalendarDate = this.takenOn(photo),
  ): Promise<number> {
    const belonging = {
      ...{ compoundId: compound.id, purpose: 'photo-point' as const, actor },
      caption: `${point.name}，${dayInWords(shownOn)}`,
    };
    const { id: fileId } = await this.files.attach(tx, photo, belonging);
    const row = { pointId: point.id, fileId, shownOn };
    await tx.insert(PointPhotoRecord, { ...row, recordedBy: actor.userId, recordedAt: this.clock.nowAt() });
    await this.hints.note(tx, {
      ...{ fileId, claimedOn: shownOn, source: `point:${point.id}` },
      place: `${compound.name} 拍照点「${point.name}」${dayInWords(shownOn)}`,
    });
    return fileId;
  }

  // A camera that is ahead of the calendar is not believed.
  private takenOn({ takenAt }: PreparedFile): CalendarDate {
    const today = this.clock.today();
    const day = takenAt === null ? today : dayOf(takenAt);
    return day > today ? today : day;
  }
}
