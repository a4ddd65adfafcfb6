import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { planSheetBlockers } from '../domain/plan/plan-sheet';
import {
  dropBlockers,
  newVersionBlockers,
  planEditBlockers,
  planOverBlockers,
} from '../domain/plan/plan-version';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { DropForm, NewVersionForm, PlanSheetForm } from './plan.forms';
import { PlanDrawing, PlanItemHazard, PlanItemRecord, PlanItemWish, PlanVersion } from './plan.entities';
import { PlanRecords } from './plan-records';
import { noRenovation } from './plan-refusals';
import { PlanAnswers } from './plan-answers.service';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Versions of a plan: begun, copied from the fixed one, written on their sheet, given up. */
@Injectable()
export class Plans {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly answers: PlanAnswers,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Begins the first version, or the next one with everything the fixed one has. */
  begin(actor: Actor, code: string, form: NewVersionForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation, version } = await this.desk.open(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const last = version && (await this.desk.records(version, tx));
        const standing = last && { number: last.version.number, standing: last.standing };
        const blockers = [
          ...planOverBlockers(renovation.state),
          ...newVersionBlockers(standing, form.reason ?? ''),
        ];
        if (blockers.length) return refuse(...blockers);
        const [newest] = await this.desk.all(renovation.id, tx);
        const inserted = await tx.insert(PlanVersion, {
          ...(last ? sheetOf(last.version) : {}),
          compoundId: compound.id,
          renovationId: renovation.id,
          number: (newest?.number ?? 0) + 1,
          basedOnId: last?.version.id ?? null,
          reason: last ? form.reason!.trim() : null,
          begunBy: actor.userId,
          begunOn: this.clock.today(),
        });
        const id = inserted.identifiers[0].id as number;
        if (last) await this.copy(tx, last, id);
        const to = String((newest?.number ?? 0) + 1);
        const reason = last ? form.reason!.trim() : null;
        await this.record(tx, actor, 'plan.begun', id, compound.id, { to, reason });
        return done(plansPaths.index(code));
      }),
    );
  }

  /** Writes the sheet if it is still as the person saw it. */
  update(actor: Actor, id: number, form: PlanSheetForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { standing, renovation, compound } = await this.desk.find(actor, id, tx);
      const sheet = {
        managementMode: form.managementMode ?? null,
        managementNote: form.managementNote ?? null,
        durationDays: form.durationDays ?? null,
        plannedFromOn: form.plannedFromOn ?? null,
        plannedUntilOn: form.plannedUntilOn ?? null,
        impact: form.impact ?? null,
        measures: form.measures ?? null,
      };
      const blockers = [
        ...planOverBlockers(renovation.state),
        ...planEditBlockers(standing),
        ...planSheetBlockers(sheet, renovation.openedOn),
      ];
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, PlanVersion, { id, version: form.version }, sheet))) return refuse(stale);
      await tx.increment(PlanVersion, { id }, 'contentVersion', 1);
      await this.record(tx, actor, 'plan.changed', id, compound.id);
      return done(plansPaths.index(compound.code));
    });
  }

  /** Gives up a version beside the fixed one; wishes stand again as the fixed one answers them. */
  drop(actor: Actor, id: number, form: DropForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const records = await this.desk.find(actor, id, tx);
      const { version, standing, renovation, compound } = records;
      const fixed = version.basedOnId === null ? null : await this.desk.find(actor, version.basedOnId, tx);
      const blockers = [
        ...planOverBlockers(renovation.state),
        ...dropBlockers({ standing, number: version.number }, fixed !== null),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { state: 'dropped' as const, droppedOn: this.clock.today(), droppedReason: form.reason };
      if (!(await updateAt(tx, PlanVersion, { id, version: form.version }, change))) return refuse(stale);
      const restored = await this.answers.restore(tx, actor, { dropped: records, fixed: fixed! });
      if (!restored.ok) return restored;
      const { reason } = form;
      await this.record(tx, actor, 'plan.dropped', id, compound.id, { to: String(version.number), reason });
      return done(plansPaths.index(compound.code));
    });
  }

  private async copy(
    tx: EntityManager,
    { items, drawingIds }: PlanRecords,
    versionId: number,
  ): Promise<void> {
    for (const { id: _, hazardIds, wishIds, version: __, ...item } of items) {
      const inserted = await tx.insert(PlanItemRecord, { ...item, versionId });
      const itemId = inserted.identifiers[0].id as number;
      if (hazardIds.length)
        await tx.insert(
          PlanItemHazard,
          hazardIds.map((hazardId) => ({ itemId, hazardId })),
        );
      if (wishIds.length)
        await tx.insert(
          PlanItemWish,
          wishIds.map((wishId) => ({ itemId, wishId })),
        );
    }
    for (const fileId of drawingIds) await tx.insert(PlanDrawing, { versionId, fileId });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: number,
    compoundId: number,
    more: { to?: string; reason?: string | null } = {},
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'plan', id }, compoundId, ...more });
  }
}

const sheetOf = ({
  managementMode,
  managementNote,
  durationDays,
  plannedFromOn,
  plannedUntilOn,
  impact,
  measures,
}: PlanVersion) => ({
  managementMode,
  managementNote,
  durationDays,
  plannedFromOn,
  plannedUntilOn,
  impact,
  measures,
});
