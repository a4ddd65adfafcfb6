import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ComparedRow, ListComparison } from '../domain/exchange/comparison';
import { fileRefusals } from '../domain/exchange/file-refusals';
import { Header } from '../domain/exchange/header';
import { ListReader, mostRows } from '../domain/exchange/list-reader';
import { Mapping } from '../domain/exchange/mapping';
import { groupOf } from '../domain/exchange/row-step';
import { columnLetter, Sheet } from '../domain/exchange/sheet';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Report } from './import-jobs';
import { columnsOf, emptyReport, factsOf, ImportReport, skippedRows } from './import-report';
import { replaceRows } from './import-rows';
import { ImportGround, RegisterReader } from './register-reader';

/** What is compared, and with whose eyes. */
export interface ComparisonOrder {
  sheet: Sheet;
  header: Header;
  mapping: Mapping;
  ground: ImportGround;
  defaultStreetId?: number;
  defaultCommunityId?: number;
}

/** A list compared with the register. */
export interface ComparedList {
  rows: ComparedRow[];
  report: ImportReport;
}

const rowsPerTurn = 50;

/** Reads a list row by row and compares it with the register; used by pages and by the command line alike. */
@Injectable()
export class ImportComparison {
  constructor(
    private readonly register: RegisterReader,
    private readonly clock: Clock,
  ) {}

  /** The whole list compared; lets other work pass between the rows. */
  async compare(actor: Actor, order: ComparisonOrder, report: Report): Promise<Outcome<ComparedList>> {
    const { sheet, header, mapping, ground, defaultStreetId, defaultCommunityId } = order;
    const today = this.clock.today();
    const placing = { streets: ground.streets, defaultStreetId, defaultCommunityId };
    const reader = new ListReader(sheet, header, mapping, { today, placing, locality: ground.locality });
    if (reader.dataRows.length > mostRows) return refuse(fileRefusals['too-many-rows']);
    const comparison = new ListComparison(await this.register.knownTo(actor, ground), ground.locality, today);
    const rows: ComparedRow[] = [];
    for (const row of reader.dataRows) {
      if (rows.length % rowsPerTurn === 0) await report(rows.length, reader.dataRows.length);
      rows.push(comparison.compare(reader.read(row)));
    }
    return done({ rows, report: this.reportOn(order, reader, rows) });
  }

  /** Writes the compared rows of a batch in place of any before, inside a unit of work. */
  async keep(tx: EntityManager, batchId: number, rows: readonly ComparedRow[]): Promise<void> {
    const fresh = rows.map((row) => ({
      row: row.row,
      grouping: groupOf(row),
      facts: JSON.stringify(factsOf(row)),
    }));
    await replaceRows(tx, batchId, fresh);
  }

  private reportOn(
    { sheet, header, mapping }: ComparisonOrder,
    reader: ListReader,
    rows: ComparedRow[],
  ): ImportReport {
    const result: ImportReport = {
      ...emptyReport(),
      rows: rows.length,
      totals: reader.totals(),
      skipped: skippedRows(sheet, reader),
      columns: columnsOf(header, mapping, columnLetter),
      doubts: rows.filter(({ remarks }) => remarks.some(({ doubtful }) => doubtful)).length,
    };
    for (const row of rows) result.counts[groupOf(row)]++;
    return result;
  }
}
