import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { removalOverBlockers, structureBlockers, structureWarnings } from '../domain/removal/structure';
import { basisBlockers, plannedDayBlockers, usualOwnership } from '../domain/removal/structure-editing';
import { firstStructureState } from '../domain/removal/structure-lifecycle';
import { sizeBlockers, sizeWarnings } from '../domain/removal/structure-size';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { StructureFiles } from './structure-files.service';
import { StructureGround } from './structure-ground';
import { noRenovation } from './structure-refusals';
import { StructureRecord } from './structure.entities';
import { NewStructureForm } from './structure.forms';
import { structurePaths } from './structures.paths';
import { sheetValues, sizeOf, untouched } from './structure-values';

/** Structures are written down: what, where, how large, with photos and the zones they stand in. */
@Injectable()
export class Structures {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly ground: StructureGround,
    private readonly files: StructureFiles,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a structure down; sent twice it is one. The items of the plan on its ground are held from now on. */
  register(
    actor: Actor,
    code: string,
    form: NewStructureForm,
    photos: PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const { compound, renovation } = await this.compounds.current(actor, code, tx);
      if (!renovation) return refuse(noRenovation);
      const ownership = form.ownership ?? usualOwnership(form.kind);
      const ownershipBasis = form.ownershipBasis ?? null;
      const sheet = { ...sheetValues(form), ownership, ownershipBasis };
      const blockers: Blocker[] = [
        ...removalOverBlockers(renovation.state),
        ...sizeBlockers(form.kind, sizeOf(form)),
        ...structureBlockers(sheet, { landArea: compound.siteArea }, this.clock.today()),
        ...basisBlockers(ownership, ownershipBasis ?? ''),
        ...plannedDayBlockers(sheet.plannedOn, sheet),
        ...(await this.ground.zoneBlockers(tx, renovation.id, form.zones)),
      ];
      const warnings = [...sizeWarnings(sizeOf(form), sheet.foundOn), ...structureWarnings(sheet)];
      if (blockers.length) return refuse(...blockers, ...warnings);
      const before = await this.ground.standing(tx, renovation.id);
      const row: Omit<StructureRecord, 'id' | 'version'> = {
        ...{ ...untouched, ...sheet, compoundId: compound.id, renovationId: renovation.id },
        ...{ number: await nextNumber(tx, compound.id), recordedBy: actor.userId },
        state: firstStructureState(sheet),
      };
      const id = (await tx.insert(StructureRecord, row)).identifiers[0].id as number;
      await this.ground.stand(tx, id, form.zones);
      const structure = { ...row, id, version: 1, zoneIds: form.zones };
      await this.files.attach(tx, actor, { structure, compound }, photos, 'before');
      await this.ground.changed(tx, actor, renovation, before);
      const subject = { kind: 'structure', id };
      const step = {
        actor,
        action: 'structure.registered',
        subject,
        compoundId: compound.id,
        to: row.kind,
      };
      await this.audit.record(tx, step);
      return done(structurePaths.saved(id));
    });
  }
}

/** Units of work wait for each other, so two at the same moment get two numbers. */
const nextNumber = async (tx: EntityManager, compoundId: number): Promise<number> =>
  ((await tx.maximum(StructureRecord, 'number', { compoundId })) ?? 0) + 1;
