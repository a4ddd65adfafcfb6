import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { PreparedFile } from '../files/uploads.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { PlanDrawing, PlanVersion } from './plan.entities';
import { DrawingsForm } from './plan.forms';
import { writeBlockers } from './plan-records';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Drawings and views of a version. */
@Injectable()
export class PlanDrawings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly files: Files,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds drawings to a draft and takes others off; sent twice it is done once. */
  async change(
    actor: Actor,
    id: number,
    { caption, drop, onceKey }: DrawingsForm,
    drawings: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    let attached = false;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        const records = await this.desk.find(actor, id, tx);
        const { compound, version } = records;
        const blockers = writeBlockers(records);
        if (!drawings.length && !drop.length)
          blockers.push(houseRule('drawings.none', '请选择要上传的效果图或方案图'));
        if (blockers.length) return refuse(...blockers);
        for (const fileId of drop) await tx.delete(PlanDrawing, { versionId: id, fileId });
        for (const drawing of drawings) {
          const belonging = { compoundId: compound.id, purpose: 'plan' as const, actor };
          const file = await this.files.attach(tx, drawing, {
            ...belonging,
            caption: caption ?? `第 ${version.number} 版方案图`,
          });
          await tx.insert(PlanDrawing, { versionId: id, fileId: file.id });
        }
        attached = true;
        await tx.increment(PlanVersion, { id }, 'contentVersion', 1);
        await this.audit.record(tx, {
          actor,
          action: 'plan.drawings-changed',
          subject: { kind: 'plan', id },
          compoundId: compound.id,
          to: `+${drawings.length} -${drop.length}`,
        });
        return done(plansPaths.drawings(id));
      }),
    );
    if (outcome.ok && !attached) await Promise.all(drawings.map((drawing) => this.files.discard(drawing)));
    return outcome;
  }
}
