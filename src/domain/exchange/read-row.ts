// Turns one data row into the facts of a compound: every cell read by its field, its place found, and everything that
// keeps the row out of the import said with row, column, value and how to mend it.
import { CalendarDate, yearOf } from '../kernel/calendar-date';
import { Locality, splitDistrictPrefix } from './compound-keys';
import { ImportField } from './import-fields';
import { ImportProblem, ImportRemark, problemAt } from './import-problem';
import { Place, PlaceColumn, placeRow, placeTextsFrom, PlacingChoice } from './placing';
import { FieldCell } from './read-cells';
import { readFact } from './read-fact';
import { Reading, saysNothing } from './reading';
import { longestName, RegisterField, RegisterValues } from './register-values';
import { plain } from './simple-characters';

/** A data row once read. A row with problems is not imported. */
export interface ListedCompound {
  row: number;
  name: string;
  code: string;
  place?: Place;
  values: RegisterValues;
  /** Where each fact stands: the column (from 0), its label and what it says. */
  sources: Partial<Record<RegisterField, { column: number; label: string; text: string }>>;
  problems: ImportProblem[];
  remarks: ImportRemark[];
}

/** What reading a row needs besides its cells. */
export interface ReadingContext {
  today: CalendarDate;
  placing: PlacingChoice;
  locality: Locality;
}

/** Reads the mapped cells of a row (numbered from 1) that stands in that section. */
export function readListedRow(
  row: number,
  cells: FieldCell[],
  section: string,
  context: ReadingContext,
): ListedCompound {
  const listed: ListedCompound = {
    row,
    name: '',
    code: '',
    values: {},
    sources: {},
    problems: [],
    remarks: [],
  };
  const byField = new Map<ImportField, FieldCell>(cells.map((cell) => [cell.field, cell]));
  readName(listed, byField);
  listed.code = textOf(byField, 'code').toLowerCase();
  for (const cell of cells) readCell(listed, cell, byField, context);
  findPlace(listed, byField, section, context);
  addRemarks(listed, byField);
  return listed;
}

function readName(listed: ListedCompound, byField: Map<ImportField, FieldCell>): void {
  const cell = byField.get('name');
  const name = (cell?.text ?? '').replace(/\s+/g, ' ').trim();
  listed.name = name;
  const report = (why: string, mend: string) =>
    listed.problems.push(
      problemAt(listed.row, cell?.column.index, cell?.column.path ?? '楼院名称', { value: name, why, mend }),
    );
  if (saysNothing(plain(name))) report('没有楼院名称', '请填写楼院名称，或删去这一行');
  else if ([...name].length > longestName) report(`超过 ${longestName} 个字`, '请改短');
  else if (!/[\u3400-\u9fffa-z]/i.test(name)) report('不像楼院名称', '请核对这一栏是不是楼院名称');
}

function readCell(
  listed: ListedCompound,
  cell: FieldCell,
  byField: Map<ImportField, FieldCell>,
  context: ReadingContext,
) {
  if (cell.sharedWithRows) {
    const [first, last] = cell.sharedWithRows;
    const why = `是第 ${first} 到 ${last} 行合并成的一格，分不清各是多少`;
    return report(listed, cell, { kind: 'unreadable', why, mend: '请取消合并，每行分别填写' });
  }
  const fact = readFact(cell, byField, yearOf(context.today));
  if (!fact) return;
  report(listed, cell, fact.reading);
  if (fact.reading.kind !== 'value') return;
  Object.assign(listed.values, fact.reading.value);
  const source = { column: cell.column.index, label: cell.column.path, text: cell.text };
  for (const field of Object.keys(fact.reading.value) as RegisterField[]) listed.sources[field] = source;
}

function report(listed: ListedCompound, cell: FieldCell, reading: Reading<unknown>): void {
  const label = cell.column.path;
  if (reading.kind === 'unreadable') {
    listed.problems.push(problemAt(listed.row, cell.column.index, label, { value: cell.text, ...reading }));
  }
  if (reading.kind !== 'value') return;
  if (reading.note) listed.remarks.push({ row: listed.row, label, text: reading.note, doubtful: false });
  if (reading.doubt) listed.remarks.push({ row: listed.row, label, text: reading.doubt, doubtful: true });
}

function findPlace(
  listed: ListedCompound,
  byField: Map<ImportField, FieldCell>,
  section: string,
  { placing }: ReadingContext,
): void {
  const joined = placeTextsFrom(textOf(byField, 'streetAndCommunity'));
  const prefix = splitDistrictPrefix(textOf(byField, 'address')).district;
  const found = placeRow(
    {
      district: textOf(byField, 'district') || prefix,
      street: textOf(byField, 'street') || joined.street,
      community: textOf(byField, 'community') || joined.community,
      section,
    },
    placing,
  );
  if (found.reading.kind === 'value') listed.place = found.reading.value;
  if (found.reading.kind !== 'unreadable') return;
  const cell = placeCell(found.column, byField);
  const value = cell?.text ?? (found.column === 'none' ? '' : prefix);
  listed.problems.push(
    problemAt(listed.row, cell?.column.index, cell?.column.path ?? '街道', { value, ...found.reading }),
  );
}

function placeCell(column: PlaceColumn, byField: Map<ImportField, FieldCell>): FieldCell | undefined {
  if (column === 'none' || column === 'section') return undefined;
  if (column === 'district') return byField.get('district') ?? byField.get('address');
  return byField.get(column) ?? byField.get('streetAndCommunity');
}

function addRemarks(listed: ListedCompound, byField: Map<ImportField, FieldCell>): void {
  const { managementStatus, feeLevel } = listed.values;
  if (feeLevel && (managementStatus === 'none' || managementStatus === 'abandoned')) {
    const label = byField.get('propertyFee')?.column.path ?? '物业费';
    listed.remarks.push({ row: listed.row, label, text: '没有物业却写了物业费，请核对', doubtful: true });
  }
}

const textOf = (byField: Map<ImportField, FieldCell>, field: ImportField): string =>
  byField.get(field)?.text ?? '';
