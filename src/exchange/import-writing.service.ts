import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { AuditStep, AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { ListComparison } from '../domain/exchange/comparison';
import { registerMoved } from '../domain/exchange/import-batch';
import { judgedAlike, RowStep, stepFor } from '../domain/exchange/row-step';
import { RegisterField } from '../domain/exchange/register-values';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Report } from './import-jobs';
import { ImportReport, RowFacts } from './import-report';
import { replaceRows } from './import-rows';
import { ImportBatch, ImportRow } from './import.entities';
import { ImportsDesk } from './imports.desk';
import { ImportGround, RegisterReader } from './register-reader';
import { CodedCompound, RegisterWriter } from './register-writer';
import { SheetStore } from './sheet-store';

interface JudgedRowOf {
  row: ImportRow;
  facts: RowFacts;
  step: RowStep;
}

/** How much of the work is finding codes, for the progress shown. */
const codingShare = 0.3;

/** Writes a confirmed import into the register: everything in one unit of work, or nothing. */
@Injectable()
export class ImportWriting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ImportsDesk,
    private readonly register: RegisterReader,
    private readonly writer: RegisterWriter,
    private readonly sheets: SheetStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @InjectDataSource('reports') private readonly reports: DataSource,
  ) {}

  /** Writes the batch that was confirmed at `since`, unless the register moved since its preview. */
  async write(actor: Actor, id: number, since: string, report: Report): Promise<Outcome> {
    const batch = await this.desk.find(actor, id);
    const ground = (await this.register.groundOf(actor))!;
    const rows = await this.judgedRows(id);
    const fresh = rows.filter(({ step }) => step.kind === 'register');
    const total = rows.length;
    const codes = await this.reports.manager.find(Compound, { select: { code: true } });
    const news = fresh.map(({ row, facts }) => ({
      row: row.row,
      name: facts.name,
      streetId: facts.place!.streetId,
      communityId: facts.place!.communityId,
      values: facts.values,
    }));
    const taken = new Set(codes.map(({ code }) => code));
    const coded = await this.writer.withCodes(news, taken, (made) =>
      report(Math.floor(made * codingShare), total),
    );
    return this.work.run(async (tx) => {
      const confirmed = await tx.existsBy(ImportBatch, { id, state: 'importing', workingSince: since });
      if (!confirmed) return refuse(registerMoved);
      if (!(await this.stillTrue(tx, actor, ground, rows))) return refuse(registerMoved);
      if (
        (
          await this.writer.codesTaken(
            tx,
            coded.map(({ code }) => code),
          )
        ).size > 0
      )
        return refuse(registerMoved);
      const begun = Math.floor(fresh.length * codingShare);
      const left = (made: number) => report(begun + Math.floor(made * (1 - codingShare)), total);
      const written = await this.writeRows(tx, actor, batch, rows, { coded, report: left });
      await report(total, total);
      await this.finish(tx, actor, batch, written);
      return done(undefined);
    });
  }

  private async judgedRows(batchId: number): Promise<JudgedRowOf[]> {
    const rows = await this.reports.manager.find(ImportRow, { where: { batchId }, order: { row: 'ASC' } });
    const judged: JudgedRowOf[] = [];
    for (const row of rows) {
      if (judged.length % 500 === 0) await nextTurn();
      const facts = JSON.parse(row.facts) as RowFacts;
      const fields = row.taken.split(',').filter(Boolean) as RegisterField[];
      const step = stepFor({ ...facts, known: facts.known ?? undefined }, row.decision, fields);
      judged.push({ row, facts, step });
    }
    return judged;
  }

  // The preview was true when it was shown; it is asked again inside the unit of work, where nobody else writes.
  private async stillTrue(
    tx: EntityManager,
    actor: Actor,
    ground: ImportGround,
    rows: JudgedRowOf[],
  ): Promise<boolean> {
    const comparison = new ListComparison(
      await this.register.knownTo(actor, ground, tx),
      ground.locality,
      this.clock.today(),
    );
    for (const [index, { row, facts }] of rows.entries()) {
      if (index % 200 === 0) await nextTurn();
      if (facts.verdict === 'problem') continue;
      const street = ground.streets.find(({ id }) => id === facts.place?.streetId);
      if (!street) return false;
      const place = { street, communityId: facts.place!.communityId };
      const { name, code, values } = facts;
      const now = comparison.compare({
        row: row.row,
        name,
        code,
        values,
        place,
        sources: {},
        problems: [],
        remarks: [],
      });
      if (!judgedAlike({ ...facts, known: facts.known ?? undefined }, now)) return false;
    }
    return true;
  }

  private async writeRows(
    tx: EntityManager,
    actor: Actor,
    batch: ImportBatch,
    rows: JudgedRowOf[],
    { coded, report }: { coded: CodedCompound[]; report: Report },
  ): Promise<ImportReport['written']> {
    const idOf = await this.writer.register(tx, coded, batch, report);
    const reason = `导入 ${batch.id}`;
    const steps: AuditStep[] = coded.map(({ row, name }) => {
      const compoundId = idOf.get(row)!;
      const subject = { kind: 'compound', id: compoundId };
      return { actor, action: 'compound.imported', subject, compoundId, to: name, reason };
    });
    const written = { registered: coded.length, changed: 0, unchanged: 0, left: 0 };
    for (const { row, step, facts } of rows) {
      if (step.kind === 'register') row.compoundId = idOf.get(row.row)!;
      else if (step.kind === 'change') {
        await this.writer.change(tx, step.compoundId, step.change);
        Object.assign(row, { compoundId: step.compoundId, before: JSON.stringify(step.before) });
        const subject = { kind: 'compound', id: step.compoundId };
        const to = Object.keys(step.change).join(', ');
        steps.push({ actor, action: 'compound.changed', subject, compoundId: step.compoundId, to, reason });
        written.changed++;
      } else if (facts.verdict === 'problem' || facts.known?.by === 'address') written.left++;
      else written.unchanged++;
    }
    const to = `registered ${written.registered}, changed ${written.changed}`;
    steps.push({ actor, action: 'import.confirmed', subject: { kind: 'import', id: batch.id }, to });
    await this.audit.recordAll(tx, steps);
    await replaceRows(
      tx,
      batch.id,
      rows.map(({ row: { id: _id, ...row } }) => row),
    );
    return written;
  }

  private async finish(
    tx: EntityManager,
    actor: Actor,
    batch: ImportBatch,
    written: ImportReport['written'],
  ): Promise<void> {
    await tx.query(
      'UPDATE import_row SET "revisionAfter" = (SELECT revision FROM compound WHERE compound.id = import_row."compoundId") WHERE "batchId" = $1 AND "compoundId" IS NOT NULL',
      [batch.id],
    );
    await this.sheets.forget(tx, batch.id);
    const report = { ...(JSON.parse(batch.report) as ImportReport), written };
    await tx.update(
      ImportBatch,
      { id: batch.id },
      {
        state: 'imported',
        report: JSON.stringify(report),
        confirmedBy: actor.userId,
        confirmedAt: this.clock.nowAt(),
        workingSince: null,
      },
    );
  }
}
