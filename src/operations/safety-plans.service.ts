import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { OperationFile, OperationRecord } from './operation.entities';
import type { SafetyPlanForm } from './operation.forms';
import { judged } from './operation-judging';
import { OperationStanding } from './operation-standing';
import { OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** The safety plans of removal days, as scans. */
@Injectable()
export class SafetyPlans {
  constructor(
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds scans of the safety plan and takes others off; sent twice it is done once. */
  change(
    actor: Actor,
    id: number,
    { drop, onceKey }: SafetyPlanForm,
    scans: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, onceKey, scans, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const facts = await this.standing.factsOf(found, tx);
      const blockers = judged('add-safety-plan', found, actor, facts);
      if (!scans.length && !drop.length) blockers.push(nothingChosen);
      if (blockers.length) return refuse(...blockers);
      for (const fileId of drop) {
        const where = { operationId: id, fileId, kind: 'safety-plan' as const };
        await tx.update(OperationFile, where, { droppedOn: this.clock.today() });
      }
      await this.attach(tx, actor, found.operation, scans);
      const to = `+${scans.length} -${drop.length}`;
      await this.audit.record(tx, {
        ...{ actor, action: 'operation.safety-plan-changed', subject: { kind: 'operation', id } },
        ...{ compoundId: found.compound.id, to },
      });
      return done(operationsPaths.show(id));
    });
  }

  /** Gives these scans to an operation, inside a unit of work. */
  async attach(
    tx: EntityManager,
    actor: Actor,
    { id, compoundId }: Pick<OperationRecord, 'id' | 'compoundId'>,
    scans: readonly PreparedFile[],
  ): Promise<void> {
    for (const scan of scans) {
      const belonging = { compoundId, purpose: 'removal-day' as const, actor, caption: '安全方案' };
      const { id: fileId } = await this.files.attach(tx, scan, belonging);
      await tx.insert(OperationFile, { operationId: id, fileId, kind: 'safety-plan' });
    }
  }
}

const nothingChosen = houseRule('operation.no-scan', '请选择要上传的安全方案，照片或 PDF 都可以');
