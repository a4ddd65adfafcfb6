import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { cut } from '../domain/kernel/text';
import type { Actor } from '../domain/people/actor';
import {
  patrolBlockers,
  patrolKindNames,
  patrolWithdrawalBlockers,
  reopenedBy,
} from '../domain/removal/patrol';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { RemovalSteps } from '../removals/removal-steps.service';
import { NewPatrolForm, PatrolWithdrawalForm } from './patrol.forms';
import { PatrolFile, PatrolRecord, PatrolRelapse } from './patrol.entities';
import { PatrolDesk } from './patrols.desk';
import { patrolPaths } from './patrols.paths';

/** Rounds: written down, with what they open again in the same unit of work; taken back when made by mistake. */
@Injectable()
export class Patrols {
  constructor(
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: PatrolDesk,
    private readonly steps: RemovalSteps,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a round down; sent twice it is one. */
  record(
    actor: Actor,
    code: string,
    form: NewPatrolForm,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const compound = await this.compounds.find(actor, code, tx);
      const ground = await this.desk.ground(compound.id, tx);
      const values = valuesOf(form);
      const relapsed = [...new Set(form.relapsed)];
      const round = { ...values, note: values.note ?? '', relapsed };
      const blockers = patrolBlockers(round, ground, this.clock.today());
      if (blockers.length) return refuse(...blockers);
      const patrolId = await this.insert(tx, actor, compound.id, values);
      for (const structureId of relapsed) {
        const isReopened = reopenedBy(round, ground.structures).includes(structureId);
        const opened = isReopened ? await this.reopen(tx, actor, structureId, round) : done(null);
        if (!opened.ok) return opened;
        await tx.insert(PatrolRelapse, { patrolId, structureId, eventId: opened.value });
      }
      await this.attach(tx, actor, { patrolId, compoundId: compound.id, kind: values.kind }, photos);
      await this.audit.record(tx, {
        ...{ actor, action: 'patrol.recorded', subject: { kind: 'patrol', id: patrolId } },
        ...{ compoundId: compound.id, to: `${values.kind} ${values.finding}` },
      });
      return done(patrolPaths.index(code));
    });
  }

  /** Takes back a round that was written down by mistake; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, form: PatrolWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { compound, patrol } = await this.desk.find(actor, id, tx);
      const reopened = patrol.relapsed.filter(({ isReopened }) => isReopened).map(({ number }) => number);
      const blockers = patrolWithdrawalBlockers(patrol, reopened);
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: form.reason };
      if (!(await updateAt(tx, PatrolRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'patrol.withdrawn', subject: { kind: 'patrol', id }, compoundId: compound.id },
      });
      return done(patrolPaths.index(compound.code));
    });
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    compoundId: number,
    values: ReturnType<typeof valuesOf>,
  ): Promise<number> {
    const row = { ...values, compoundId, recordedBy: actor.userId, recordedAt: this.clock.nowAt() };
    return (await tx.insert(PatrolRecord, row)).identifiers[0].id as number;
  }

  private reopen(
    tx: EntityManager,
    actor: Actor,
    structureId: number,
    { kind, lookedOn, note }: { kind: PatrolRecord['kind']; lookedOn: string; note: string },
  ): Promise<Outcome<number>> {
    const reason = cut(`${patrolKindNames[kind]}：${note.trim()}`, 500);
    return this.steps.reopenIn(tx, actor, structureId, { happenedOn: lookedOn, reason });
  }

  private async attach(
    tx: EntityManager,
    actor: Actor,
    { patrolId, compoundId, kind }: { patrolId: number; compoundId: number; kind: PatrolRecord['kind'] },
    photos: readonly PreparedFile[],
  ): Promise<void> {
    for (const photo of photos) {
      const belonging = { compoundId, purpose: 'patrol' as const, actor, caption: patrolKindNames[kind] };
      const { id: fileId } = await this.files.attach(tx, photo, belonging);
      await tx.insert(PatrolFile, { patrolId, fileId });
    }
  }
}

/** The columns people write. */
const valuesOf = ({ kind, finding, lookedOn, rounds, places, note }: NewPatrolForm) => ({
  ...{
    kind,
    finding,
    lookedOn,
    rounds: rounds.join(','),
    places: places ?? null,
    note: note?.trim() || null,
  },
});
