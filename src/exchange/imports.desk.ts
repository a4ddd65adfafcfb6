import { createHash } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { UserAccount } from '../access/entities';
import { CompoundDesk } from '../compounds/compounds.desk';
import { RowGroup } from '../domain/exchange/import-batch';
import { findHeader, Header, headerAt } from '../domain/exchange/header';
import { headerSignature, Mapping, mappingFrom } from '../domain/exchange/mapping';
import { MergedCells, Sheet } from '../domain/exchange/sheet';
import { Actor } from '../domain/people/actor';
import { ImportBatch, ImportMapping, ImportRow } from './import.entities';
import { SheetStore } from './sheet-store';

/** A batch of the list, with who brought it. */
export interface BatchLine {
  batch: ImportBatch;
  createdByName: string;
}

export const batchesPerPage = 50;
export const rowsPerPage = 50;

/** The one way to an import: whoever asks gets it only if it lies in their part of the tree. */
@Injectable()
export class ImportsDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly sheets: SheetStore,
  ) {}

  /** The import with this number, if the person may see it; otherwise it is not there. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<ImportBatch> {
    const query = from.createQueryBuilder(ImportBatch, 'batch').where('batch.id = :id', { id });
    const batch = await this.compounds.inScope(query, actor, 'batch').getOne();
    if (!batch) throw new NotFoundException();
    return batch;
  }

  /** The imports a person may see, the newest first. */
  async list(actor: Actor, page: number): Promise<{ lines: BatchLine[]; total: number }> {
    const query = this.reader.createQueryBuilder(ImportBatch, 'batch');
    this.compounds.inScope(query, actor, 'batch');
    const total = await query.clone().getCount();
    const batches = await query
      .orderBy('batch.id', 'DESC')
      .offset((page - 1) * batchesPerPage)
      .limit(batchesPerPage)
      .getMany();
    const names = await this.namesOf(batches.map(({ createdBy }) => createdBy));
    return {
      lines: batches.map((batch) => ({ batch, createdByName: names.get(batch.createdBy) ?? '' })),
      total,
    };
  }

  /** Names of people by number. */
  async namesOf(ids: (number | null)[]): Promise<Map<number, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const people = await this.reader
      .createQueryBuilder(UserAccount, 'person')
      .select(['person.id', 'person.name'])
      .where('person.id IN (:...wanted)', { wanted })
      .getMany();
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** One page of the rows of a group. */
  rows(batchId: number, grouping: RowGroup, page: number): Promise<ImportRow[]> {
    return this.reader.manager.find(ImportRow, {
      where: { batchId, grouping },
      order: { row: 'ASC' },
      skip: (page - 1) * rowsPerPage,
      take: rowsPerPage,
    });
  }

  /** The header of a sheet: found, or where the person said it is. */
  headerOf(sheet: Sheet): Header | undefined {
    const cells = new MergedCells(sheet);
    return findHeader(sheet, cells) ?? (sheet.rows.length > 1 ? headerAt(sheet, cells, 0, 0) : undefined);
  }

  /** The mapping an organisation once confirmed for such a header; undefined when there is none. */
  async remembered(organisationId: number, header: Header): Promise<Mapping | undefined> {
    const signature = signatureOf(header);
    const found = await this.reader.manager.findOneBy(ImportMapping, { organisationId, signature });
    if (!found) return undefined;
    return mappingFrom(Object.entries(JSON.parse(found.mapping) as object), header.columns);
  }

  /** The mapping that was last confirmed for this batch; undefined before the first. */
  mappingOf(batch: ImportBatch, header: Header): Mapping | undefined {
    const mapping = mappingFrom(Object.entries(JSON.parse(batch.mapping) as object), header.columns);
    return Object.keys(mapping).length > 0 ? mapping : undefined;
  }

  /** The names of the sheets of its file. */
  sheetNames(batch: ImportBatch): Promise<string[]> {
    return this.sheets.names(batch.id);
  }

  /** The sheet a batch is about, or its first rows. */
  async sheetOf(
    batch: ImportBatch,
    position = batch.sheetPosition,
    mostRows?: number,
  ): Promise<Sheet | undefined> {
    return this.sheets.open(batch.id, position, mostRows);
  }
}

/** The signature of a header at the length of a key. */
export const signatureOf = (header: Header): string =>
  createHash('sha256').update(headerSignature(header)).digest('hex');
