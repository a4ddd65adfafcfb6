import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOpenBlockers, worksOverBlockers } from '../domain/construction/blocked';
import { pointBlockers, pointResumeBlockers, pointRetireBlockers } from '../domain/construction/photo-points';
import type { Blocker } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { Pin } from '../domain/removal/pin';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { pinColumns } from '../zones/pin-picker';
import { PhotoPointDesk, PointAtPlace } from './photo-points.desk';
import { PointShots } from './point-shots.service';
import { PhotoPointRecord } from './site-photo.entities';
import { EditPointForm, NewPointForm } from './site-photo.forms';
import { sitePhotoPaths } from './site-photos.paths';

/** Photo points: registered, corrected, marked on the sketch, taken out of use. */
@Injectable()
export class PhotoPoints {
  constructor(
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: PhotoPointDesk,
    private readonly shots: PointShots,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Registers a point; its reference photo is the first of its series. Sent twice it is one. */
  register(
    actor: Actor,
    code: string,
    form: NewPointForm,
    reference: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, reference, async (tx) => {
      const { compound, renovation } = await this.compounds.current(actor, code, tx);
      if (!renovation) return refuse(...worksOpenBlockers(renovation, '登记拍照点'));
      const points = await this.desk.ofCompound(compound.id, tx);
      const blockers = [...worksOverBlockers(renovation.state), ...pointBlockers(form, inUse(points))];
      if (blockers.length) return refuse(...blockers);
      const row: Omit<PhotoPointRecord, 'id' | 'version'> = {
        ...{ compoundId: compound.id, renovationId: renovation.id, name: form.name, place: form.place },
        ...{ number: nextNumber(points), pinAcross: null, pinDown: null, referenceId: null },
        ...{ retiredOn: null, recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
      };
      const id = (await tx.insert(PhotoPointRecord, row)).identifiers[0].id as number;
      const found = { point: { ...row, id, version: 1 }, compound, renovation };
      await this.refer(tx, actor, found, reference);
      await this.record(tx, actor, 'viewpoint.registered', found);
      return done(sitePhotoPaths.show(id));
    });
  }

  /** Corrects what is said of a point. */
  update(
    actor: Actor,
    id: number,
    form: EditPointForm,
    reference: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, reference, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const others = (await this.others(tx, found)).filter(() => found.point.retiredOn === null);
      const blockers = [...worksOverBlockers(found.renovation.state), ...pointBlockers(form, others)];
      if (blockers.length) return refuse(...blockers);
      const values = { name: form.name, place: form.place };
      if (!(await updateAt(tx, PhotoPointRecord, { id, version: form.version }, values)))
        return refuse(stale);
      await this.refer(tx, actor, { ...found, point: { ...found.point, ...values } }, reference);
      await this.record(tx, actor, 'viewpoint.changed', found);
      return done(sitePhotoPaths.show(id));
    });
  }

  /** Marks where it is on the sketch, or takes the mark away. */
  pin(actor: Actor, id: number, version: number, pin: Pin | null): Promise<Outcome<string>> {
    return this.step(actor, { id, version }, 'viewpoint.pinned', {
      blockers: () => [],
      change: pinColumns(pin),
    });
  }

  /** Takes it out of use; its photos stay. */
  retire(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.step(actor, { id, version }, 'viewpoint.retired', {
      blockers: (point) => pointRetireBlockers(point),
      change: { retiredOn: this.clock.today() },
    });
  }

  /** Uses it again. */
  resume(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.step(actor, { id, version }, 'viewpoint.resumed', {
      blockers: (point, others) => pointResumeBlockers(point, others),
      change: { retiredOn: null },
    });
  }

  private step(
    actor: Actor,
    { id, version }: { id: number; version: number },
    action: string,
    how: {
      blockers: (point: PhotoPointRecord, others: PhotoPointRecord[]) => Blocker[];
      change: Partial<PhotoPointRecord>;
    },
  ): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const blockers = [
        ...worksOverBlockers(found.renovation.state),
        ...how.blockers(found.point, await this.others(tx, found)),
      ];
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, PhotoPointRecord, { id, version }, how.change))) return refuse(stale);
      await this.record(tx, actor, action, found);
      return done(sitePhotoPaths.show(id));
    });
  }

  private async others(tx: EntityManager, { point }: PointAtPlace): Promise<PhotoPointRecord[]> {
    return inUse(await this.desk.ofCompound(point.compoundId, tx)).filter(({ id }) => id !== point.id);
  }

  private async refer(
    tx: EntityManager,
    actor: Actor,
    found: PointAtPlace,
    reference: readonly PreparedFile[],
  ): Promise<void> {
    for (const photo of reference.slice(0, 1)) {
      const referenceId = await this.shots.keep(tx, actor, found, photo);
      await tx.update(PhotoPointRecord, { id: found.point.id }, { referenceId });
    }
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { point, compound }: PointAtPlace,
  ): Promise<void> {
    const subject = { kind: 'photo-point', id: point.id };
    return this.audit.record(tx, {
      ...{ actor, action, subject, compoundId: compound.id, to: String(point.number) },
    });
  }
}

const inUse = (points: readonly PhotoPointRecord[]): PhotoPointRecord[] =>
  points.filter(({ retiredOn }) => retiredOn === null);

/** Units of work wait for each other, so two at the same moment get two numbers. */
const nextNumber = (points: readonly PhotoPointRecord[]): number =>
  Math.max(0, ...points.map(({ number }) => number)) + 1;
