import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { Pin } from '../domain/removal/pin';
import { removalOverBlockers, structureBlockers, structureWarnings } from '../domain/removal/structure';
import {
  careMarkBlockers,
  dropBlockers,
  editBlockers,
  editExtent,
  plannedDayBlockers,
} from '../domain/removal/structure-editing';
import { sizeBlockers, sizeWarnings } from '../domain/removal/structure-size';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { pinColumns } from '../zones/pin-picker';
import { StructureFiles } from './structure-files.service';
import { StructureGround } from './structure-ground';
import { StructureLocks } from './structure-locks';
import { goneMeanwhile } from './structure-refusals';
import { StructureFile, StructureRecord } from './structure.entities';
import { AfterwardsForm, EditStructureForm } from './structure.forms';
import { StructureAtPlace, StructureDesk } from './structures.desk';
import { structurePaths } from './structures.paths';
import { sheetValues, sizeOf } from './structure-values';

/** The sheet of a structure is corrected, as far as its state still lets it. */
@Injectable()
export class StructureEdits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: StructureDesk,
    private readonly ground: StructureGround,
    private readonly locks: StructureLocks,
    private readonly files: StructureFiles,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Corrects a structure that still stands; other zones hold or free items of the plan in the same unit of work. */
  update(
    actor: Actor,
    id: number,
    form: EditStructureForm,
    photos: PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const { structure, compound, renovation } = found;
      const values = sheetValues(form);
      const sheet = { ...values, ownership: structure.ownership };
      const warnings = [...sizeWarnings(sizeOf(form), sheet.foundOn), ...structureWarnings(sheet)];
      const blockers = [
        ...removalOverBlockers(renovation.state),
        ...editBlockers(structure.state),
        ...(editExtent(structure.state) === 'afterwards' ? [goneMeanwhile] : []),
        ...(form.kind === structure.kind ? [] : await this.locks.kindBlockers(tx, id)),
        ...(form.foundOn > structure.foundOn ? await this.locks.foundBlockers(tx, id, form.foundOn) : []),
        ...careMarkBlockers(values, structure, actor.role),
        ...sizeBlockers(form.kind, sizeOf(form)),
        ...structureBlockers(sheet, { landArea: compound.siteArea }, this.clock.today()),
        ...plannedDayBlockers(sheet.plannedOn, sheet),
        ...(await this.ground.zoneBlockers(tx, renovation.id, form.zones)),
      ];
      if (blockers.length) return refuse(...blockers, ...warnings);
      const before = await this.ground.standing(tx, renovation.id);
      if (!(await updateAt(tx, StructureRecord, { id, version: form.version }, values))) return refuse(stale);
      await this.ground.stand(tx, id, form.zones);
      await this.repicture(
        tx,
        actor,
        { ...found, structure: { ...structure, ...values } },
        form.drop,
        photos,
      );
      await this.ground.changed(tx, actor, renovation, before);
      await this.record(tx, actor, 'structure.changed', found, { from: structure.kind, to: values.kind });
      return done(warnings.length ? structurePaths.saved(id) : structurePaths.show(id));
    });
  }

  /** Adds pictures to what is gone, and says what its ground is for. */
  afterwards(
    actor: Actor,
    id: number,
    form: AfterwardsForm,
    photos: PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const { structure, renovation } = found;
      const blockers = [
        ...removalOverBlockers(renovation.state),
        ...editBlockers(structure.state),
        ...dropBlockers(structure.state, form.drop.length),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { reuse: form.reuse ?? null };
      if (!(await updateAt(tx, StructureRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.repicture(tx, actor, found, form.drop, photos);
      await this.record(tx, actor, 'structure.changed', found, { to: structure.kind });
      return done(structurePaths.show(id));
    });
  }

  /** Marks where it stands on the sketch, or takes the mark away. */
  pin(actor: Actor, id: number, version: number, pin: Pin | null): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const blockers = [
        ...removalOverBlockers(found.renovation.state),
        ...editBlockers(found.structure.state),
      ];
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, StructureRecord, { id, version }, pinColumns(pin)))) return refuse(stale);
      await this.record(tx, actor, 'structure.pinned', found, {});
      return done(structurePaths.show(id));
    });
  }

  private async repicture(
    tx: EntityManager,
    actor: Actor,
    found: StructureAtPlace,
    drop: readonly number[],
    photos: readonly PreparedFile[],
  ): Promise<void> {
    if (drop.length) {
      const where = { structureId: found.structure.id, fileId: In([...drop]), kind: 'before' as const };
      await tx.update(StructureFile, where, { droppedOn: this.clock.today() });
    }
    await this.files.attach(tx, actor, found, photos, 'before');
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { structure, compound }: StructureAtPlace,
    more: { from?: string; to?: string },
  ): Promise<void> {
    const subject = { kind: 'structure', id: structure.id };
    return this.audit.record(tx, { actor, action, subject, compoundId: compound.id, ...more });
  }
}
