// Finds the header of a list by how many columns of rows 1 to 10 carry a known label, in one row or in two joined as
// group and leaf; never by a fixed row number, because titles, units and sources stand above it.
import { readLabel } from './label';
import { LabelMatch, matchLabel } from './label-matching';
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
  let best: Header | undefined;
  let bestScore = 1;
  const last = Math.min(headerSearchRows, sheet.rows.length);
  for (let top = 0; top < last; top++) {
    const single = headerAt(sheet, cells, top, top);
    const joined = top + 1 < sheet.rows.length ? headerAt(sheet, cells, top, top + 1) : undefined;
    const lower = joined && headerAt(sheet, cells, top + 1, top + 1);
    if (knownCount(single) > bestScore) [best, bestScore] = [single, knownCount(single)];
    if (joined && lower && gains(joined, single, lower) && knownCount(joined) > bestScore) {
      [best, bestScore] = [joined, knownCount(joined)];
    }
  }
  return best;
}

/** The columns of a header whose rows a person or this file chose. */
export function headerAt(sheet: Sheet, cells: MergedCells, top: number, bottom: number): Header {
  const width = Math.max(sheet.rows[top]?.length ?? 0, sheet.rows[bottom]?.length ?? 0);
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const column = columnAt(sheet, cells, index, top, bottom);
    if (column) columns.push(column);
  }
  return { top, bottom, columns };
}

function columnAt(sheet: Sheet, cells: MergedCells, index: number, top: number, bottom: number) {
  const hangsFromAbove = (cells.at(top, index)?.top ?? top) < top;
  const over = hangsFromAbove ? '' : cells.text(top, index);
  const under = bottom === top ? over : cells.text(bottom, index);
  const split = bottom > top && under !== '' && under !== over;
  const leaf = readLabel(split ? under : over || under);
  if (leaf.key === '') return undefined;
  const groupText = split ? over || groupLeftOf(sheet, cells, index, top, bottom) : '';
  const group = groupText === '' ? undefined : readLabel(groupText);
  const match = matchLabel(leaf, group);
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

const knownCount = (header: Header): number =>
  new Set(header.columns.filter((column) => column.match?.sure).map((column) => column.match?.field)).size;

const gains = (joined: Header, upper: Header, lower: Header): boolean =>
  knownCount(joined) > knownCount(upper) && knownCount(joined) > knownCount(lower) && knownCount(lower) > 0;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
