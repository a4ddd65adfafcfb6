import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { haltDraftBlockers, haltEndBlockers } from '../domain/removal/statutory-halts';
import { caseBlockers, unbegunBlockers } from '../domain/removal/statutory-recording';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { structurePaths } from '../structures/structures.paths';
import { liveHalts, settingOf, toStatutoryCase } from './case-records';
import { CaseAtPlace, EnforcementDesk } from './enforcement.desk';
import { StatutoryHalt } from './enforcement.entities';
import type { HaltEndForm, HaltForm } from './enforcement.forms';

/** What halts a case: written down, ended when the case goes on, taken back when it was a mistake. */
@Injectable()
export class Halts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnforcementDesk,
    private readonly once: OnceKeys,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a halt down; sent twice it is one. */
  add(actor: Actor, structureId: number, form: HaltForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, structureId, tx);
        const { kind, fromOn, reason } = form;
        const known = toStatutoryCase(found.structure, found.records);
        const draft = { kind, fromOn, reason, endedOn: null };
        const blockers = [
          ...caseBlockers(settingOf(found)),
          ...unbegunBlockers(known),
          ...haltDraftBlockers(draft, known.halts, this.clock.today()),
        ];
        if (blockers.length) return refuse(...blockers);
        await tx.insert(StatutoryHalt, {
          ...{ ...draft, structureId, round: found.records.round, endedReason: null },
          ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
          ...{ withdrawnOn: null, withdrawnReason: null },
        });
        await this.record(tx, actor, 'halt.recorded', found, { to: kind });
        return done(structurePaths.show(structureId));
      }),
    );
  }

  /** The case goes on from a day, or the halt was written down by mistake. */
  end(actor: Actor, id: number, { step, endedOn, reason, version }: HaltEndForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.halt(actor, id, tx);
      const { halt, records, structure } = found;
      const today = this.clock.today();
      const isLive = liveHalts(records).some((one) => one.id === id);
      const blockers = [...caseBlockers(settingOf(found)), ...(isLive ? [] : [notLive])];
      if (step === 'resume') blockers.push(...haltEndBlockers(halt, endedOn ?? null, today));
      if (blockers.length) return refuse(...blockers);
      const change =
        step === 'resume'
          ? { endedOn, endedReason: reason }
          : { withdrawnOn: today, withdrawnReason: reason };
      if (!(await updateAt(tx, StatutoryHalt, { id, version }, change))) return refuse(stale);
      const action = step === 'resume' ? 'halt.ended' : 'halt.withdrawn';
      await this.record(tx, actor, action, found, { from: halt.kind });
      return done(structurePaths.show(structure.id));
    });
  }

  /** The kind only: why a case is halted may tell of an illness, and stays in the case. */
  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { structure, compound }: CaseAtPlace,
    more: { from?: string; to?: string },
  ): Promise<void> {
    const subject = { kind: 'structure', id: structure.id };
    return this.trail.record(tx, { actor, action, subject, compoundId: compound.id, ...more });
  }
}

const notLive = houseRule('halt.over', '这条登记已撤回或属于以前的案卷，不能再改动');
