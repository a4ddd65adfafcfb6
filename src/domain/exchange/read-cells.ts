// Collects the texts of one data row by field. A value runs down only inside a merge; a figure merged over several
// rows belongs to none of them alone and is a problem, not a value for each.
import { ImportField } from './import-fields';
import { HeaderColumn } from './header';
import { Mapping } from './mapping';
import { ClassifiedRow } from './row-kinds';
import { MergedCells } from './sheet';

/** One mapped cell of a row: what it says, where it stands, and the rows it shares a figure with. */
export interface FieldCell {
  field: ImportField;
  column: HeaderColumn;
  text: string;
  sharedWithRows?: [first: number, last: number];
}

const figures = new Set<ImportField>([
  'siteArea',
  'floorArea',
  'buildingCount',
  'unitCount',
  'householdCount',
  'residentCount',
]);

/** Reads the mapped cells of data rows one after the other; keeps what a merge broken by a page carries over. */
export class CellReader {
  private readonly columns: { column: HeaderColumn; field: ImportField }[];
  private readonly carried = new Map<number, string>();

  constructor(
    private readonly cells: MergedCells,
    columns: readonly HeaderColumn[],
    mapping: Mapping,
    private readonly kinds: readonly ClassifiedRow[],
  ) {
    this.columns = columns
      .filter((column) => mapping[column.index] !== undefined)
      .map((column) => ({ column, field: mapping[column.index] }));
  }

  /** The mapped cells of that row (from 0), empty ones included. */
  at(row: number): FieldCell[] {
    return this.columns.map(({ column, field }) => {
      const merge = this.cells.at(row, column.index);
      const tall = merge !== undefined && merge.bottom > merge.top;
      let text = this.cells.text(row, column.index);
      if (tall && figures.has(field)) {
        const shared = this.dataRowsIn(merge.top, merge.bottom);
        if (text !== '' && shared.length > 1) {
          return { field, column, text, sharedWithRows: [shared[0] + 1, shared[shared.length - 1] + 1] };
        }
      }
      if (tall && text === '' && !figures.has(field) && this.followsPageBreak(merge.top)) {
        text = this.carried.get(column.index) ?? '';
      }
      this.carried.set(column.index, text);
      return { field, column, text };
    });
  }

  private dataRowsIn(top: number, bottom: number): number[] {
    const rows: number[] = [];
    for (let row = top; row <= bottom && row < this.kinds.length; row++) {
      if (this.kinds[row].kind === 'data') rows.push(row);
    }
    return rows;
  }

  private followsPageBreak(row: number): boolean {
    const above = this.kinds[row - 1]?.kind;
    const firstHeader = this.kinds.findIndex(({ kind }) => kind === 'header');
    return above === 'header' && row - 1 > firstHeader + 1;
  }
}
