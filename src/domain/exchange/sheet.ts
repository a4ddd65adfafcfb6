// What a sheet of a spreadsheet is once it has been opened: cells as typed, and the rectangles that were merged.
// Rows and columns count from 0 here and are said from 1 (and as letters) to people.

/** What one cell holds; a day is 'YYYY-MM-DD' text, an empty cell null. */
export type Cell = string | number | boolean | null;

/** Which cells are one? A rectangle, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One sheet as the file has it. */
export interface Sheet {
  name: string;
  rows: Cell[][];
  merges: Merge[];
}

/** The text a reader puts where a formula was saved without its result. */
export const formulaWithoutResult = '（公式没有结果）';

/** What a cell says, without the blanks around it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).trim();
}

/** The letters a spreadsheet shows above a column: 0 → 'A', 26 → 'AA'. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Answers, for one sheet, in which merge a cell lies and what it shows because of that. */
export class MergedCells {
  private readonly merges = new Map<number, Merge>();
  private readonly width: number;

  constructor(private readonly sheet: Sheet) {
    this.width = sheet.rows.reduce((width, row) => Math.max(width, row.length), 1);
    for (const merge of sheet.merges) this.remember(merge);
  }

  /** The merge a cell lies in, if any. */
  at(row: number, column: number): Merge | undefined {
    return this.merges.get(row * this.width + column);
  }

  /** What a cell shows: its own text, or that of the first cell of its merge. */
  text(row: number, column: number): string {
    const own = cellText(this.sheet.rows[row]?.[column]);
    const merge = own === '' ? this.at(row, column) : undefined;
    return merge ? cellText(this.sheet.rows[merge.top]?.[merge.left]) : own;
  }

  /** Does this cell only repeat the first cell of its merge? */
  repeats(row: number, column: number): boolean {
    const merge = this.at(row, column);
    return merge !== undefined && (merge.top !== row || merge.left !== column);
  }

  private remember(merge: Merge): void {
    const bottom = Math.min(merge.bottom, this.sheet.rows.length - 1);
    const right = Math.min(merge.right, this.width - 1);
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++)
        this.merges.set(row * this.width + column, merge);
    }
  }
}
