// Finds the header of a list by how many columns of rows 1 to 10 carry a known label, in one row or in two joined as
// group and leaf; never by a fixed row number, because titles, units and sources stand above it.
import { readLabel } from './label';
import { knownMatch, LabelMatch, matchLabel } from './label-matching';
import { MergedCells, Sheet } from './sheet';

/** How many rows from the top are tried. */
export const headerSearchRows = 10;

/** One column of a list: where it is, what its label says, what it is taken for. */
export interface HeaderColumn {
  index: number;
  path: string;
  key: string;
  unit: string;
  match?: LabelMatch;
}

/** Where the header is (rows from 0, both included) and what its columns are. */
export interface Header {
  top: number;
  bottom: number;
  columns: HeaderColumn[];
}

/** The header of a sheet; undefined when no row names at least two things a list of compounds has. */
export function findHeader(sheet: Sheet, cells = new MergedCells(sheet)): Header | undefined {
  let best: [top: number, bottom: number] | undefined;
  let bestScore = 1;
  const score = (top: number, bottom: number) => knownCount(columnsAt(sheet, cells, top, bottom, knownMatch));
  const consider = (top: number, bottom: number, found: number) => {
    if (found > bestScore) [best, bestScore] = [[top, bottom], found];
  };
  const last = Math.min(headerSearchRows, sheet.rows.length);
  for (let top = 0; top < last; top++) {
    const single = score(top, top);
    consider(top, top, single);
    if (top + 1 === sheet.rows.length) break;
    const [joined, lower] = [score(top, top + 1), score(top + 1, top + 1)];
    if (lower > 0 && joined > single && joined > lower) consider(top, top + 1, joined);
  }
  return best && headerAt(sheet, cells, best[0], best[1]);
}

/** The header in these rows, with a guess for every label that is not known. */
export const headerAt = (sheet: Sheet, cells: MergedCells, top: number, bottom: number): Header => ({
  top,
  bottom,
  columns: columnsAt(sheet, cells, top, bottom, matchLabel),
});

function columnsAt(sheet: Sheet, cells: MergedCells, top: number, bottom: number, match: typeof matchLabel) {
  const width = Math.max(sheet.rows[top]?.length ?? 0, sheet.rows[bottom]?.length ?? 0);
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const column = columnAt(sheet, cells, index, [top, bottom], match);
    if (column) columns.push(column);
  }
  return columns;
}

function columnAt(
  sheet: Sheet,
  cells: MergedCells,
  index: number,
  [top, bottom]: [number, number],
  matching: typeof matchLabel,
): HeaderColumn | undefined {
  const hangsFromAbove = (cells.at(top, index)?.top ?? top) < top;
  const over = hangsFromAbove ? '' : cells.text(top, index);
  const under = bottom === top ? over : cells.text(bottom, index);
  const split = bottom > top && under !== '' && under !== over;
  const leaf = readLabel(split ? under : over || under);
  if (leaf.key === '') return undefined;
  const groupText = split ? over || groupLeftOf(sheet, cells, index, top, bottom) : '';
  const group = groupText === '' ? undefined : readLabel(groupText);
  const match = matching(leaf, group);
  const path = group ? `${oneLine(groupText)}/${oneLine(under)}` : oneLine(over || under);
  return {
    index,
    path,
    key: group ? `${group.key}/${leaf.key}` : leaf.key,
    unit: leaf.unit || group?.unit || '',
    match,
  };
}

// A CSV has no merges: the group heading stands over its first column only and is blank over the others.
function groupLeftOf(sheet: Sheet, cells: MergedCells, index: number, top: number, bottom: number): string {
  if (sheet.merges.length > 0) return '';
  for (let left = index - 1; left >= 0; left--) {
    const text = cells.text(top, left);
    if (text !== '') return cells.text(bottom, left) === '' ? '' : text;
  }
  return '';
}

const knownCount = (columns: readonly HeaderColumn[]): number =>
  new Set(columns.filter(({ match }) => match?.sure).map(({ match }) => match?.field)).size;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
