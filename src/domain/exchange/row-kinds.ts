// Says what each row of a list is, because only data rows are compounds: titles, units, repeated headers, sections,
// totals, notes and page footers are not. Kinds and their marks were drawn from real lists.
import { Header } from './header';
import { labelKey } from './label';
import { plain } from './simple-characters';
import { MergedCells, Sheet } from './sheet';

/** What a row is. */
export type RowKind =
  'title' | 'unit' | 'header' | 'section' | 'data' | 'subtotal' | 'total' | 'blank' | 'note' | 'footer';

/** One row with its kind; a section carries its heading. */
export interface ClassifiedRow {
  index: number;
  kind: RowKind;
  heading?: string;
}

const totalWords = /^(全[市区县街镇]+)?(总计|合计|共计|累计|总合计)(\(.*\))?:?$/;
const subtotalWords = /^([\u4e00-\u9fff]{0,8})(小计)(\(.*\))?:?$/;
const noteWords = /^(注|备注|说明|填表说明|填报说明|附注|数据来源|来源|资料来源)\d*[:.、]/;
const footerWords =
  /^(填表人|制表人|制表|填报人|填报单位|审核人?|审批人?|负责人|分管领导|单位负责人|联系电话|打印日期|打印时间|制表日期|填表日期|填报日期)[::]/;
const pageWords = /^(第\d+页|共\d+页|-\d+-|page\d+)/;
const sectionWords = /^([(]?[一二三四五六七八九十]{1,3}[)]?[、.．)]|[(][一二三四五六七八九十]{1,3}[)])/;
const numbered = /^(\d{1,2}|[①-⑳])[.、)．]?/;

/** The kind of every row, in order. `nameColumn` tells a list of names alone from a list of headings. */
export function classifyRows(
  sheet: Sheet,
  header: Header,
  cells: MergedCells,
  nameColumn?: number,
): ClassifiedRow[] {
  const headerKeys = [header.top, header.bottom].map((row) => rowKeys(sheet, row));
  let notesBegan = false;
  return sheet.rows.map((_, index): ClassifiedRow => {
    if (index >= header.top && index <= header.bottom) return { index, kind: 'header' };
    const row = readRow(sheet, cells, index);
    if (index < header.top) return { index, kind: kindAbove(row) };
    const classified = kindBelow(sheet, row, headerKeys, { notesBegan, nameColumn });
    if (classified.kind === 'note') notesBegan = true;
    if (classified.kind === 'data') notesBegan = false;
    return { index, ...classified };
  });
}

/** What is needed of a row to tell its kind: how many cells speak, and what the first of them say. */
interface RowText {
  index: number;
  filled: number;
  /** Column and comparable text of the first three cells that say anything. */
  leading: { column: number; text: string }[];
  first: string;
  merged: boolean;
}

const leadingCells = 3;

function readRow(sheet: Sheet, cells: MergedCells, index: number): RowText {
  const leading: RowText['leading'] = [];
  let filled = 0;
  for (let column = 0; column < sheet.rows[index].length; column++) {
    const raw = cells.repeats(index, column) ? '' : cells.text(index, column);
    if (raw === '') continue;
    filled++;
    if (leading.length < leadingCells) leading.push({ column, text: plain(raw.slice(0, 200)) });
  }
  const merge = filled === 1 ? cells.at(index, leading[0].column) : undefined;
  const merged = merge !== undefined && merge.right > merge.left;
  return { index, filled, leading, first: leading[0]?.text ?? '', merged };
}

function kindAbove(row: RowText): RowKind {
  if (row.filled === 0) return 'blank';
  return row.leading.some(({ text }) => text.includes('单位:')) ? 'unit' : 'title';
}

function kindBelow(
  sheet: Sheet,
  row: RowText,
  headerKeys: Set<string>[],
  seen: { notesBegan: boolean; nameColumn?: number },
): Omit<ClassifiedRow, 'index'> {
  if (row.filled === 0) return { kind: 'blank' };
  if (headerKeys.some((keys) => repeatsHeader(sheet, row, keys))) return { kind: 'header' };
  const leading = row.leading.map(({ text }) => text);
  if (leading.some((text) => subtotalWords.test(text))) return { kind: 'subtotal' };
  if (leading.some((text) => totalWords.test(text))) return { kind: 'total' };
  if (noteWords.test(row.first)) return { kind: 'note' };
  if (footerWords.test(row.first) || pageWords.test(row.first)) return { kind: 'footer' };
  if (row.filled > 1) return { kind: 'data' };
  if (seen.notesBegan && (row.merged || numbered.test(row.first))) return { kind: 'note' };
  if (sectionWords.test(row.first)) return { kind: 'section', heading: headingOf(row.first) };
  if (!row.merged && (row.leading[0].column === seen.nameColumn || isFigure(row.first)))
    return { kind: 'data' };
  return row.first.length > 40 ? { kind: 'note' } : { kind: 'section', heading: headingOf(row.first) };
}

// A lone figure belongs to a compound whose name was forgotten; it must be reported, not passed over.
const isFigure = (text: string): boolean => /^[0-9.,]+[\u4e00-\u9fff]?$/.test(text);

/** What a section is about: 「一、刘寨街道（12个）」 → 刘寨街道. */
function headingOf(text: string): string {
  return text
    .replace(sectionWords, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/[::]$/, '');
}

function rowKeys(sheet: Sheet, index: number): Set<string> {
  const keys = (sheet.rows[index] ?? []).map((cell) => (typeof cell === 'string' ? labelKey(cell) : ''));
  return new Set(keys.filter((key) => key !== ''));
}

function repeatsHeader(sheet: Sheet, row: RowText, headerKeys: Set<string>): boolean {
  if (headerKeys.size < 2 || !row.leading.some(({ text }) => headerKeys.has(labelKey(text)))) return false;
  const keys = rowKeys(sheet, row.index);
  const shared = [...keys].filter((key) => headerKeys.has(key)).length;
  return shared >= 2 && shared * 2 >= keys.size && shared * 2 >= headerKeys.size;
}
