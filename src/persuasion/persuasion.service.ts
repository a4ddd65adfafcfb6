import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { persuasionBlockers, visitingBlockers, withdrawnVisitBlockers } from '../domain/removal/persuasion';
import { removalOverBlockers } from '../domain/removal/structure';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { StructureDesk } from '../structures/structures.desk';
import { structurePaths } from '../structures/structures.paths';
import { PersuasionDesk } from './persuasion.desk';
import { PersuasionVisitRecord } from './persuasion.entity';
import { persuasionPaths } from './persuasion.paths';
import { VisitForm, VisitWithdrawalForm } from './persuasion.forms';

/** Visits to persuade: written down, and taken back when written down by mistake. */
@Injectable()
export class Persuasion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly structures: StructureDesk,
    private readonly desk: PersuasionDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a visit down; sent twice it is one. */
  record(actor: Actor, structureId: number, form: VisitForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { structure, compound, renovation } = await this.structures.find(actor, structureId, tx);
        const { onceKey: _, next, ...typed } = form;
        const visit = {
          ...typed,
          ...{ asked: form.asked ?? '', promised: form.promised ?? '', promisedOn: form.promisedOn ?? null },
        };
        const blockers = [
          ...visitingBlockers(structure.state, renovation.state),
          ...persuasionBlockers(visit, structure, this.clock.today()),
        ];
        if (blockers.length) return refuse(...blockers);
        const row = { ...visit, visitors: visit.visitors.join(','), structureId };
        const made = { recordedBy: actor.userId, recordedAt: this.clock.nowAt() };
        const id = (await tx.insert(PersuasionVisitRecord, { ...row, ...made })).identifiers[0].id as number;
        const to = visit.attitude;
        await this.log(tx, actor, { action: 'persuasion.recorded', id, compoundId: compound.id, to });
        return done(next ? persuasionPaths.round(compound.code) : structurePaths.show(structureId));
      }),
    );
  }

  /** Takes back a visit; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, form: VisitWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { visit, compound, renovation } = await this.desk.find(actor, id, tx);
      const blockers = [...removalOverBlockers(renovation.state), ...withdrawnVisitBlockers(visit)];
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: form.reason };
      const where = { id, version: form.version };
      if (!(await updateAt(tx, PersuasionVisitRecord, where, change))) return refuse(stale);
      const from = visit.attitude;
      await this.log(tx, actor, { action: 'persuasion.withdrawn', id, compoundId: compound.id, from });
      return done(structurePaths.show(visit.structureId));
    });
  }

  private log(
    tx: EntityManager,
    actor: Actor,
    { id, ...step }: { action: string; id: number; compoundId: number; from?: string; to?: string },
  ): Promise<void> {
    return this.audit.record(tx, { actor, subject: { kind: 'persuasion-visit', id }, ...step });
  }
}
