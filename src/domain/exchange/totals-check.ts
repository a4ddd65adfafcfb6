// Uses the totals a list states as a check on its rows: stated against counted, per column; a total is never imported.
// A subtotal may stand before or after its group, a total at the top or at the bottom.
import { cellText, columnLetter, Sheet } from './sheet';
import { Header, HeaderColumn } from './header';
import { ImportField } from './import-fields';
import { Mapping } from './mapping';
import { readArea } from './read-area';
import { countedBuildings, countedHouseholds, countedPersons, countedUnits, readCount } from './read-count';
import { Reading } from './reading';
import { ClassifiedRow } from './row-kinds';
import { plain } from './simple-characters';

/** One figure of a total row beside what the rows add up to; areas in 0.01 ㎡, `rows` counts compounds. */
export interface TotalCheck {
  row: number;
  column: string;
  field: ImportField | 'rows';
  stated: number;
  counted: number;
  agrees: boolean;
}

const unbounded = Number.MAX_SAFE_INTEGER;
const figures: Partial<Record<ImportField, (text: string, unit: string) => Reading<number>>> = {
  buildingCount: (text) => readCount(text, { ...countedBuildings, most: unbounded }),
  unitCount: (text) => readCount(text, { ...countedUnits, most: unbounded }),
  householdCount: (text) => readCount(text, { ...countedHouseholds, most: unbounded }),
  residentCount: (text) => readCount(text, { ...countedPersons, most: unbounded }),
  siteArea: readArea,
  floorArea: readArea,
};

/** Every stated total with what its rows add up to. */
export function checkTotals(
  sheet: Sheet,
  header: Header,
  mapping: Mapping,
  kinds: readonly ClassifiedRow[],
): TotalCheck[] {
  const summed = header.columns.filter((column) => figures[mapping[column.index]]);
  const valueAt = (row: number, column: HeaderColumn): number | undefined => {
    const reading = figures[mapping[column.index]]?.(cellText(sheet.rows[row][column.index]), column.unit);
    return reading?.kind === 'value' ? reading.value : undefined;
  };
  const sum = (rows: readonly number[], column: HeaderColumn) =>
    rows.reduce((total, row) => total + (valueAt(row, column) ?? 0), 0);
  const checks: TotalCheck[] = [];
  for (const { index, kind } of kinds) {
    if (kind !== 'total' && kind !== 'subtotal') continue;
    const groups = kind === 'total' ? [allRows(kinds)] : [rowsBefore(kinds, index), rowsAfter(kinds, index)];
    for (const column of summed) {
      const stated = valueAt(index, column);
      if (stated === undefined) continue;
      const sums = groups.map((rows) => sum(rows, column));
      const counted = sums.find((total) => total === stated) ?? sums[0];
      const field = mapping[column.index];
      checks.push({
        row: index + 1,
        column: columnLetter(column.index),
        field,
        stated,
        counted,
        agrees: counted === stated,
      });
    }
    const rows = statedRows(sheet, index);
    if (!rows) continue;
    const counted =
      groups.map((group) => group.length).find((count) => count === rows.stated) ?? groups[0].length;
    checks.push({ ...rows, row: index + 1, field: 'rows', counted, agrees: counted === rows.stated });
  }
  return checks;
}

const allRows = (kinds: readonly ClassifiedRow[]): number[] =>
  kinds.filter(({ kind }) => kind === 'data').map(({ index }) => index);

function rowsBefore(kinds: readonly ClassifiedRow[], row: number): number[] {
  const rows: number[] = [];
  for (let index = row - 1; index >= 0 && !bounds(kinds[index]); index--) {
    if (kinds[index].kind === 'data') rows.push(index);
  }
  return rows;
}

function rowsAfter(kinds: readonly ClassifiedRow[], row: number): number[] {
  const rows: number[] = [];
  for (let index = row + 1; index < kinds.length && !bounds(kinds[index]); index++) {
    if (kinds[index].kind === 'data') rows.push(index);
  }
  return rows;
}

const bounds = ({ kind }: ClassifiedRow): boolean =>
  kind === 'section' || kind === 'subtotal' || kind === 'total';

// 「54个」 in a text column of a total row says how many compounds the list has.
function statedRows(sheet: Sheet, row: number): { column: string; stated: number } | undefined {
  for (const [column, cell] of sheet.rows[row].entries()) {
    const match = /^(?:共)?([0-9]{1,6})个(?:小区|楼院|院)?$/.exec(plain(cellText(cell).slice(0, 40)));
    if (match) return { column: columnLetter(column), stated: Number(match[1]) };
  }
  return undefined;
}
