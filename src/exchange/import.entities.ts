import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { BatchState, RowGroup } from '../domain/exchange/import-batch';
import { Decision } from '../domain/exchange/row-step';

/** One imported list, from upload to undoing; whose it is says which part of the tree sees it. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryGeneratedColumn() id: number;
  @Column('varchar', { length: 120 }) fileName: string;
  @Column('varchar', { length: 16 }) state: BatchState;
  @Column('integer') districtId: number;
  @Column('integer', { nullable: true }) streetId: number | null;
  @Column('integer', { nullable: true }) communityId: number | null;
  /** Which sheet of the file is read, from 0. */
  @Column('integer', { default: 0 }) sheetPosition: number;
  /** JSON of Mapping. */
  @Column('text') mapping: string;
  /** Where rows belong that name no street or community. */
  @Column('integer', { nullable: true }) defaultStreetId: number | null;
  @Column('integer', { nullable: true }) defaultCommunityId: number | null;
  /** JSON of ImportReport. */
  @Column('text') report: string;
  /** One sentence the person has to know before going on. */
  @Column('text', { nullable: true }) notice: string | null;
  @Column('integer') createdBy: number;
  @Column('varchar', { length: 24 }) createdAt: string;
  @Column('integer', { nullable: true }) confirmedBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) confirmedAt: string | null;
  @Column('integer', { nullable: true }) undoneBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) undoneAt: string | null;
  /** When the work in the background began; work that a restart cut off is recognised by it. */
  @Column('varchar', { length: 24, nullable: true }) workingSince: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One sheet of an uploaded file, kept until its import is confirmed or given up. */
@Entity('import_sheet')
export class ImportSheet {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') batchId: number;
  @Column('integer') position: number;
  @Column('varchar', { length: 100 }) name: string;
  /** JSON of Merge[]. */
  @Column('text') merges: string;
}

/** Some hundred rows of a sheet. */
@Entity('import_sheet_part')
export class ImportSheetPart {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') sheetId: number;
  @Column('integer') position: number;
  /** JSON of Cell[][]. */
  @Column('text') cells: string;
}

/** One compound of a list: what it says, what importing it does, what was decided and done. */
@Entity('import_row')
export class ImportRow {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') batchId: number;
  /** Row of the sheet, as people count. */
  @Column('integer') row: number;
  @Column('varchar', { length: 16 }) grouping: RowGroup;
  /** JSON of RowFacts. */
  @Column('text') facts: string;
  @Column('varchar', { length: 8, default: '' }) decision: Decision;
  /** Fields in which the list was chosen over the register, separated by commas. */
  @Column('varchar', { length: 400, default: '' }) taken: string;
  /** The compound the import made or changed. */
  @Column('integer', { nullable: true }) compoundId: number | null;
  /** JSON of what the changed fields held before; null for a compound the import made. */
  @Column('text', { nullable: true }) before: string | null;
  /** The compound's revision right after the import; a higher one means it was touched since. */
  @Column('integer', { nullable: true }) revisionAfter: number | null;
}

/** A mapping somebody confirmed, found again by the signature (SHA-256) of the header. */
@Entity('import_mapping')
export class ImportMapping {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') organisationId: number;
  @Column('varchar', { length: 64 }) signature: string;
  @Column('text') mapping: string;
  @Column('integer') confirmedBy: number;
  @Column('varchar', { length: 24 }) confirmedAt: string;
}
