// Reads a whole list: which rows are compounds, what each says, and whether the totals of the list agree with its rows.
// Rows are read one at a time, so that a caller can let other work pass between them.
import { Header } from './header';
import { Mapping } from './mapping';
import { CellReader } from './read-cells';
import { ListedCompound, readListedRow, ReadingContext } from './read-row';
import { ClassifiedRow, classifyRows } from './row-kinds';
import { MergedCells, Sheet } from './sheet';
import { checkTotals, TotalCheck } from './totals-check';

/** How many compounds one file may bring. */
export const mostRows = 10_000;

/** One list, ready to be read row by row. */
export class ListReader {
  /** Rows from 0 that are compounds. */
  readonly dataRows: number[];
  readonly kinds: readonly ClassifiedRow[];
  private readonly cells: MergedCells;
  private readonly cellReader: CellReader;
  private readonly sections: string[];

  constructor(
    private readonly sheet: Sheet,
    private readonly header: Header,
    private readonly mapping: Mapping,
    private readonly context: ReadingContext,
  ) {
    this.cells = new MergedCells(sheet);
    const nameColumn = Object.keys(mapping).find((column) => mapping[Number(column)] === 'name');
    this.kinds = classifyRows(
      sheet,
      header,
      this.cells,
      nameColumn === undefined ? undefined : Number(nameColumn),
    );
    this.cellReader = new CellReader(this.cells, header.columns, mapping, this.kinds);
    this.dataRows = this.kinds.filter(({ kind }) => kind === 'data').map(({ index }) => index);
    this.sections = sectionsOf(this.kinds);
  }

  /** What that row (from 0) says. Call in the order of `dataRows`. */
  read(row: number): ListedCompound {
    return readListedRow(row + 1, this.cellReader.at(row), this.sections[row], this.context);
  }

  /** Do the totals the list states agree with its rows? Totals are never imported. */
  totals(): TotalCheck[] {
    return checkTotals(this.sheet, this.header, this.mapping, this.kinds);
  }
}

function sectionsOf(kinds: readonly ClassifiedRow[]): string[] {
  let section = '';
  return kinds.map(({ kind, heading }) => {
    if (kind === 'section') section = heading ?? '';
    return section;
  });
}
