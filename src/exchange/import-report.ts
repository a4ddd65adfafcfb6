import { Header } from '../domain/exchange/header';
import { GroupCounts, rowGroups } from '../domain/exchange/import-batch';
import { ImportProblem, ImportRemark } from '../domain/exchange/import-problem';
import { ComparedRow } from '../domain/exchange/comparison';
import { ListReader } from '../domain/exchange/list-reader';
import { RowKind } from '../domain/exchange/row-kinds';
import { cellText, Sheet } from '../domain/exchange/sheet';
import { TotalCheck } from '../domain/exchange/totals-check';
import { RegisterValues } from '../domain/exchange/register-values';

/** What is kept of a compared row as JSON. */
export interface RowFacts {
  name: string;
  code: string;
  place: { streetId: number; communityId: number | null } | null;
  values: RegisterValues;
  verdict: ComparedRow['verdict'];
  known: ComparedRow['known'] | null;
  fills: ComparedRow['fills'];
  conflicts: ComparedRow['conflicts'];
  problems: ImportProblem[];
  remarks: ImportRemark[];
}

/** A row of the sheet that is no compound, with its first words, so that nothing is passed over in silence. */
export interface SkippedRow {
  row: number;
  kind: RowKind;
  text: string;
}

/** What the preview says of a list as a whole. */
export interface ImportReport {
  rows: number;
  counts: GroupCounts;
  totals: TotalCheck[];
  skipped: SkippedRow[];
  columns: { letter: string; label: string; field: string | null }[];
  doubts: number;
  written?: { registered: number; changed: number; unchanged: number; left: number };
}

/** A report before anything was compared. */
export const emptyReport = (): ImportReport => ({
  rows: 0,
  counts: Object.fromEntries(rowGroups.map((group) => [group, 0])) as GroupCounts,
  totals: [],
  skipped: [],
  columns: [],
  doubts: 0,
});

/** What to keep of a compared row. */
export const factsOf = (row: ComparedRow): RowFacts => ({
  name: row.name,
  code: row.code,
  place: row.place ? { streetId: row.place.street.id, communityId: row.place.communityId } : null,
  values: row.values,
  verdict: row.verdict,
  known: row.known ?? null,
  fills: row.fills,
  conflicts: row.conflicts,
  problems: row.problems,
  remarks: row.remarks,
});

const mostSkipped = 300;

/** The rows of a sheet that are no compounds; blank ones and the header are not worth a line. */
export function skippedRows(sheet: Sheet, reader: ListReader): SkippedRow[] {
  return reader.kinds
    .filter(({ kind }) => kind !== 'data' && kind !== 'blank' && kind !== 'header')
    .slice(0, mostSkipped)
    .map(({ index, kind }) => ({ row: index + 1, kind, text: firstWords(sheet, index) }));
}

/** The head of the columns that are read, for the report. */
export const columnsOf = (
  header: Header,
  mapping: Record<number, string>,
  letter: (index: number) => string,
) =>
  header.columns.map(({ index, path }) => ({
    letter: letter(index),
    label: path,
    field: mapping[index] ?? null,
  }));

function firstWords(sheet: Sheet, index: number): string {
  const texts = sheet.rows[index].map(cellText).filter((text) => text !== '');
  const words = texts.join(' ').replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
