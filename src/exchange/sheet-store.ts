import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Cell, Merge, Sheet } from '../domain/exchange/sheet';
import { ImportSheet, ImportSheetPart } from './import.entities';

const rowsPerPart = 250;

/** Keeps the sheets of an uploaded file between its steps, in portions that are read without a pause for others. */
@Injectable()
export class SheetStore {
  constructor(@InjectDataSource('reports') private readonly reports: DataSource) {}

  /** Puts the sheets of a file away, inside a unit of work. */
  async keep(tx: EntityManager, batchId: number, sheets: readonly Sheet[]): Promise<void> {
    for (const [position, { name, merges, rows }] of sheets.entries()) {
      const row = { batchId, position, name: name.slice(0, 100), merges: JSON.stringify(merges) };
      const sheetId = (await tx.insert(ImportSheet, row)).identifiers[0].id as number;
      for (let from = 0; from < rows.length; from += rowsPerPart) {
        const cells = JSON.stringify(rows.slice(from, from + rowsPerPart));
        await tx.insert(ImportSheetPart, { sheetId, position: from / rowsPerPart, cells });
      }
    }
  }

  /** The names of the sheets, in the order of the file. */
  async names(batchId: number): Promise<string[]> {
    const sheets = await this.sheetsOf(batchId, this.reports.manager);
    return sheets.map(({ name }) => name);
  }

  /** One sheet as it was read, or its first rows; undefined when there is none at that position. */
  async open(batchId: number, position: number, mostRows = Infinity): Promise<Sheet | undefined> {
    const sheet = await this.reports.manager.findOneBy(ImportSheet, { batchId, position });
    if (!sheet) return undefined;
    const rows: Cell[][] = [];
    for (let part = 0; rows.length < mostRows; part++) {
      const found = await this.reports.manager.findOneBy(ImportSheetPart, {
        sheetId: sheet.id,
        position: part,
      });
      if (!found) break;
      rows.push(...(JSON.parse(found.cells) as Cell[][]));
    }
    return { name: sheet.name, merges: JSON.parse(sheet.merges) as Merge[], rows };
  }

  /** Forgets the sheets of a batch, inside a unit of work. */
  async forget(tx: EntityManager, batchId: number): Promise<void> {
    const sheets = await this.sheetsOf(batchId, tx);
    if (sheets.length === 0) return;
    await tx.delete(ImportSheetPart, { sheetId: In(sheets.map(({ id }) => id)) });
    await tx.delete(ImportSheet, { batchId });
  }

  private sheetsOf(batchId: number, from: EntityManager): Promise<ImportSheet[]> {
    return from.find(ImportSheet, { where: { batchId }, order: { position: 'ASC' } });
  }
}
