import { Injectable } from '@nestjs/common';
import { EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../domain/people/actor';
import { structureLifecycle } from '../domain/removal/structure-lifecycle';
import { Clock } from '../platform/clock/clock';
import { StructureFiles } from '../structures/structure-files.service';
import {
  StructureEvent,
  StructureFile,
  StructureFileKind,
  StructureRecord,
} from '../structures/structure.entities';
import type { StructureAtPlace } from '../structures/structures.desk';
import { droppedKinds } from './removal-changes';
import type { RemovalDraft, StepDraft } from './removal-drafts';
import { RemovalCheck } from './removal.entities';

/** What a step leaves behind besides the row of the structure: its history, its files, what a removal was judged by. */
@Injectable()
export class StepRows {
  constructor(
    private readonly files: StructureFiles,
    private readonly clock: Clock,
  ) {}

  /** Writes all of it; the id of the history row. */
  async write(tx: EntityManager, actor: Actor, found: StructureAtPlace, draft: StepDraft): Promise<number> {
    const { id } = found.structure;
    await this.dropFiles(tx, id, draft);
    const eventId = await this.writeEvent(tx, actor, found.structure, draft);
    for (const [kind, files] of Object.entries(draft.files))
      await this.files.attach(tx, actor, found, files, kind as StructureFileKind, eventId);
    if (draft.removal) await this.writeCheck(tx, id, eventId, draft.removal);
    return eventId;
  }

  private async writeEvent(
    tx: EntityManager,
    actor: Actor,
    { id, state, way }: StructureRecord,
    draft: StepDraft,
  ): Promise<number> {
    const { step, happenedOn, reason, agreement, removal, verifiedArea } = draft;
    const { to } = structureLifecycle[step];
    const row = {
      ...{ structureId: id, step, fromState: state, toState: to, happenedOn, reason: reason.trim() || null },
      way: agreement?.way ?? (removal?.force ? 'forced' : way),
      area: removal?.area ?? verifiedArea ?? null,
      ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
    };
    return (await tx.insert(StructureEvent, row)).identifiers[0].id as number;
  }

  private async writeCheck(
    tx: EntityManager,
    structureId: number,
    eventId: number,
    { weather, firm, emergency, cutsUtilities }: RemovalDraft,
  ): Promise<void> {
    await tx.insert(RemovalCheck, {
      ...{ structureId, eventId, cutsUtilities, emergencyReason: emergency.trim() || null },
      windGrade: weather?.windGrade ?? null,
      hasPollutionAlert: weather?.hasPollutionAlert ?? null,
      weatherCheckedOn: weather?.checkedOn ?? null,
      firmName: firm?.name ?? null,
      firmIsLicensed: firm?.isLicensed ?? false,
      firmFiledOn: firm?.filedOn ?? null,
    });
  }

  /** What belonged to a round that is over stays on file and counts no more. */
  private async dropFiles(tx: EntityManager, structureId: number, { step }: StepDraft): Promise<void> {
    const kinds = droppedKinds[step];
    if (!kinds) return;
    const which = { structureId, kind: In([...kinds]), droppedOn: IsNull() };
    await tx.update(StructureFile, which, { droppedOn: this.clock.today() });
  }
}
