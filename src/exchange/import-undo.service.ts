import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { AuditStep, AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { TouchedCompound, undoBlockers } from '../domain/exchange/import-batch';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ImportJobs, Report } from './import-jobs';
import { ImportBatch, ImportRow } from './import.entities';
import { ImportsDesk } from './imports.desk';
import { Imports } from './imports.service';
import { RegisterWriter } from './register-writer';

const rowsPerDelete = 500;
const notImported = houseRule('import.not-imported', '这次导入不在「已导入」的状态，没有可以撤销的');

/** Takes a whole import back, as long as nobody has touched any of its compounds since. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ImportsDesk,
    private readonly imports: Imports,
    private readonly writer: RegisterWriter,
    private readonly jobs: ImportJobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** Why can this import not be undone? */
  async blockers(batch: ImportBatch, from: EntityManager = this.reader.manager): Promise<Blocker[]> {
    if (batch.state !== 'imported') return [notImported];
    return undoBlockers(await this.touched(batch.id, from));
  }

  /** Takes the order to undo and begins; a second one finds it begun and does nothing. */
  async undo(actor: Actor, id: number, reason: string): Promise<Outcome> {
    let begun = false;
    const outcome = await this.work.run<void>(async (tx) => {
      const batch = await this.desk.find(actor, id, tx);
      if (batch.state === 'undoing' || batch.state === 'undone') return done(undefined);
      const blockers = await this.blockers(batch, tx);
      if (blockers.length) return refuse(...blockers);
      await tx.update(
        ImportBatch,
        { id },
        { state: 'undoing', workingSince: this.clock.nowAt(), notice: null },
      );
      begun = true;
      return done(undefined);
    });
    if (outcome.ok && begun) {
      const back = (notice: string) => this.imports.setBack(id, 'undoing', 'imported', notice);
      this.jobs.start(
        id,
        async (report) => {
          const undone = await this.takeBack(actor, id, reason, report);
          if (!undone.ok) await back(undone.blockers[0].text);
        },
        () => back('撤销没有做完，什么都没有改动，请再试一次'),
      );
    }
    return outcome;
  }

  private takeBack(actor: Actor, id: number, reason: string, report: Report): Promise<Outcome> {
    return this.work.run<void>(async (tx) => {
      const blockers = undoBlockers(await this.touched(id, tx));
      if (blockers.length) return refuse(...blockers);
      const rows = await tx.find(ImportRow, { where: { batchId: id }, order: { row: 'ASC' } });
      const written = rows.filter(({ compoundId }) => compoundId !== null);
      await report(0, written.length);
      const steps: AuditStep[] = [];
      for (const { compoundId, before } of written) {
        if (before !== null)
          await this.writer.change(tx, compoundId!, JSON.parse(before) as Partial<Compound>);
        const subject = { kind: 'compound', id: compoundId! };
        const action = before === null ? 'compound.import-undone' : 'compound.changed';
        const to = before === null ? null : Object.keys(JSON.parse(before) as object).join(', ');
        steps.push({ actor, action, subject, compoundId: compoundId!, to, reason: `撤销导入 ${id}` });
      }
      steps.push({ actor, action: 'import.undone', subject: { kind: 'import', id }, reason });
      await this.audit.recordAll(tx, steps);
      await tx.update(ImportRow, { batchId: id }, { compoundId: null });
      await this.remove(
        tx,
        written.filter(({ before }) => before === null),
        report,
      );
      const undone = { state: 'undone' as const, undoneBy: actor.userId, undoneAt: this.clock.nowAt() };
      await tx.update(ImportBatch, { id }, { ...undone, workingSince: null, notice: null });
      return done(undefined);
    });
  }

  // Only compounds this import made and nobody touched since: no other record refers to them, and the database
  // would refuse if one did.
  private async remove(tx: EntityManager, rows: readonly ImportRow[], report: Report): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsPerDelete) {
      const ids = rows.slice(from, from + rowsPerDelete).map(({ compoundId }) => compoundId!);
      await tx.delete(Compound, { id: In(ids) });
      await report(from + ids.length, rows.length);
    }
  }

  /** The compounds of a batch whose revision rose after the import. */
  private touched(batchId: number, from: EntityManager): Promise<TouchedCompound[]> {
    return from
      .createQueryBuilder(ImportRow, 'row')
      .innerJoin(Compound, 'compound', 'compound.id = row.compoundId')
      .select(['compound.code AS "code"', 'compound.name AS "name"'])
      .where('row.batchId = :batchId AND compound.revision <> row.revisionAfter', { batchId })
      .orderBy('row.row')
      .limit(1000)
      .getRawMany<TouchedCompound>();
  }
}
