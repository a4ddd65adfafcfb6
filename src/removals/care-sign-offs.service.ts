import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { careBlockers } from '../domain/removal/removal-care';
import { removalOverBlockers } from '../domain/removal/structure';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { StructureRecord } from '../structures/structure.entities';
import { StructureDesk } from '../structures/structures.desk';
import { structurePaths } from '../structures/structures.paths';
import type { CareForm } from './removal.forms';

/** The street manager signs that people who live there, or are in hardship, are cared for before anything is removed (D12). */
@Injectable()
export class CareSignOffs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: StructureDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Signs, or says every reason why not; sent twice it is signed once. */
  sign(actor: Actor, id: number, form: CareForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { structure, compound, renovation } = await this.desk.find(actor, id, tx);
        const blockers = [
          ...removalOverBlockers(renovation.state),
          ...careBlockers(form, structure, this.clock.today()),
        ];
        if (form.version !== structure.version) return refuse(stale);
        if (blockers.length) return refuse(...blockers);
        const change = { careSignedOn: form.signedOn, careSignedBy: actor.userId, careNote: form.note };
        if (!(await updateAt(tx, StructureRecord, { id, version: form.version }, change)))
          return refuse(stale);
        await this.audit.record(tx, {
          ...{ actor, action: 'structure.care-signed', subject: { kind: 'structure', id } },
          ...{ compoundId: compound.id, to: form.signedOn },
        });
        return done(structurePaths.show(id));
      }),
    );
  }
}
