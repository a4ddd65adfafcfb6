import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import { PreparedFile } from '../files/uploads.service';
import { PlanDrawing, PlanVersion } from './plan.entities';
import { DrawingsForm } from './plan.forms';
import { writeBlockers } from './plan-records';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Drawings and views of a version. */
@Injectable()
export class PlanDrawings {
  constructor(
    private readonly desk: PlanDesk,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds drawings to a draft and takes others off; sent twice it is done once. */
  change(
    actor: Actor,
    id: number,
    { caption, drop, onceKey }: DrawingsForm,
    drawings: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, onceKey, drawings, async (tx) => {
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
      await tx.increment(PlanVersion, { id }, 'contentVersion', 1);
      await this.audit.record(tx, {
        actor,
        action: 'plan.drawings-changed',
        subject: { kind: 'plan', id },
        compoundId: compound.id,
        to: `+${drawings.length} -${drop.length}`,
      });
      return done(plansPaths.drawings(id));
    });
  }
}
