import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { BatchState } from '../domain/exchange/import-batch';
import { headerSearchRows } from '../domain/exchange/header';
import { Mapping, mappingBlockers } from '../domain/exchange/mapping';
import { Decision } from '../domain/exchange/row-step';
import { RegisterField } from '../domain/exchange/register-values';
import { houseRule } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ComparisonOrder, ImportComparison } from './import-comparison.service';
import { ImportJobs, Report } from './import-jobs';
import { RowFacts } from './import-report';
import { ImportBatch, ImportMapping, ImportRow } from './import.entities';
import { ImportsDesk, signatureOf } from './imports.desk';
import { RegisterReader } from './register-reader';
import { SheetStore } from './sheet-store';

/** What a person says about the columns of a list. */
export interface MappingChoice {
  sheetPosition: number;
  mapping: Mapping;
  defaultStreetId?: number;
  defaultCommunityId?: number;
}

/** What a person says about the rows on one page of the preview. */
export interface RowChoices {
  shown: number[];
  taken: Map<number, RegisterField[]>;
  decisions: Map<number, Decision>;
}

const notNow = houseRule('import.not-now', '这次导入已经往下走了，请看最新的进展');

/** The steps of an import up to its confirmation: mapping, comparison, choices, giving up. */
@Injectable()
export class Imports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ImportsDesk,
    private readonly register: RegisterReader,
    private readonly comparison: ImportComparison,
    private readonly sheets: SheetStore,
    private readonly jobs: ImportJobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Takes the mapping of a batch and begins to compare its rows. */
  async map(actor: Actor, id: number, choice: MappingChoice): Promise<Outcome> {
    const blockers = mappingBlockers(choice.mapping);
    if (blockers.length) return refuse(...blockers);
    const taken = await this.work.run<void>(async (tx) => {
      const batch = await this.desk.find(actor, id, tx);
      if (batch.state !== 'read' && batch.state !== 'compared') return refuse(notNow);
      const change = {
        state: 'comparing' as const,
        workingSince: this.clock.nowAt(),
        sheetPosition: choice.sheetPosition,
        mapping: JSON.stringify(choice.mapping),
        defaultStreetId: choice.defaultStreetId ?? null,
        defaultCommunityId: choice.defaultCommunityId ?? null,
        notice: null,
      };
      return (await updateAt(tx, ImportBatch, batch, change)) ? done(undefined) : refuse(stale);
    });
    if (taken.ok) this.begin(actor, id);
    return taken;
  }

  /** Goes straight on to the comparison when this header was mapped before and every row's street is clear. */
  async mapAsRemembered(actor: Actor, id: number): Promise<void> {
    const batch = await this.desk.find(actor, id);
    const sheet = await this.desk.sheetOf(batch, batch.sheetPosition, headerSearchRows + 1);
    const header = sheet && this.desk.headerOf(sheet);
    const mapping = header && (await this.desk.remembered(actor.organisationId, header));
    const ground = await this.register.groundOf(actor);
    if (!mapping || !ground) return;
    const fields = Object.values(mapping);
    const placed =
      fields.includes('street') || fields.includes('streetAndCommunity') || ground.streets.length === 1;
    if (placed) await this.map(actor, id, { sheetPosition: batch.sheetPosition, mapping });
  }

  private begin(actor: Actor, id: number): void {
    this.jobs.start(
      id,
      (report) => this.compare(actor, id, null, report),
      () => this.setBack(id, 'comparing', 'read', '核对没有做完，请再试一次'),
    );
  }

  /** Compares a batch whose state is comparing, and says `notice` with what comes of it. */
  async compare(actor: Actor, id: number, notice: string | null, report: Report): Promise<void> {
    const batch = await this.desk.find(actor, id);
    const order = await this.orderOf(actor, batch);
    if (!order) throw new Error(`Import ${id} has lost its sheet or its place`);
    const compared = await this.comparison.compare(actor, order, report);
    if (!compared.ok) return this.setBack(id, 'comparing', 'read', compared.blockers[0].text);
    const { rows, report: found } = compared.value;
    await this.work.run(async (tx) => {
      await this.comparison.keep(tx, id, rows);
      await this.remember(tx, actor, order);
      const change = {
        state: 'compared' as const,
        report: JSON.stringify(found),
        notice,
        workingSince: null,
      };
      await tx.update(ImportBatch, { id, state: 'comparing' }, change);
      return done(undefined);
    });
  }

  /** Keeps what a person chose for the rows of one page. */
  async choose(actor: Actor, id: number, choices: RowChoices): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const batch = await this.desk.find(actor, id, tx);
      if (batch.state !== 'compared') return refuse(notNow);
      await this.keepChoices(tx, id, choices);
      return done(undefined);
    });
  }

  /** Writes choices, inside a unit of work; what a row does not ask is not kept. */
  async keepChoices(
    tx: EntityManager,
    batchId: number,
    { shown, taken, decisions }: RowChoices,
  ): Promise<void> {
    for (const number of shown) {
      const row = await tx.findOneBy(ImportRow, { batchId, row: number });
      if (!row || (row.grouping !== 'conflict' && row.grouping !== 'ask')) continue;
      const facts = JSON.parse(row.facts) as RowFacts;
      const fields = facts.conflicts
        .map(({ field }) => field)
        .filter((field) => taken.get(number)?.includes(field));
      const decision = row.grouping === 'ask' ? (decisions.get(number) ?? '') : '';
      await tx.update(ImportRow, { id: row.id }, { taken: fields.join(','), decision });
    }
  }

  /** Gives an import up before it was confirmed; its list is forgotten. */
  async discard(actor: Actor, id: number): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const batch = await this.desk.find(actor, id, tx);
      if (batch.state !== 'read' && batch.state !== 'compared') return refuse(notNow);
      await this.sheets.forget(tx, id);
      await tx.delete(ImportRow, { batchId: id });
      await tx.update(ImportBatch, { id }, { state: 'discarded', notice: null });
      const subject = { kind: 'import', id };
      await this.audit.record(tx, { actor, action: 'import.discarded', subject, from: batch.state });
      return done(undefined);
    });
  }

  /** Puts a batch whose work broke back where a person can try again. */
  async setBack(id: number, from: BatchState, to: BatchState, notice: string | null): Promise<void> {
    await this.work.run(async (tx) => {
      await tx.update(ImportBatch, { id, state: from }, { state: to, notice, workingSince: null });
      return done(undefined);
    });
  }

  /** Everything needed to compare a batch; undefined when its sheet, header or place is gone. */
  async orderOf(actor: Actor, batch: ImportBatch): Promise<ComparisonOrder | undefined> {
    const sheet = await this.desk.sheetOf(batch);
    const header = sheet && this.desk.headerOf(sheet);
    const ground = await this.register.groundOf(actor);
    if (!sheet || !header || !ground) return undefined;
    return {
      sheet,
      header,
      mapping: JSON.parse(batch.mapping) as Mapping,
      ground,
      defaultStreetId: batch.defaultStreetId ?? undefined,
      defaultCommunityId: batch.defaultCommunityId ?? undefined,
    };
  }

  private async remember(
    tx: EntityManager,
    actor: Actor,
    { header, mapping }: ComparisonOrder,
  ): Promise<void> {
    const key = { organisationId: actor.organisationId, signature: signatureOf(header) };
    const entry = {
      mapping: JSON.stringify(mapping),
      confirmedBy: actor.userId,
      confirmedAt: this.clock.nowAt(),
    };
    const known = await tx.findOneBy(ImportMapping, key);
    if (known) await tx.update(ImportMapping, { id: known.id }, entry);
    else await tx.insert(ImportMapping, { ...key, ...entry });
  }
}
