// What came of reading one cell: nothing in it, a value (with what a person should know about it), or an unreadable
// text with the reason and how to mend it. Messages follow the pattern 「值「二十万」不是数字，请改为 200000」.
import { formulaWithoutResult } from './sheet';
import { plain } from './simple-characters';

/** What came of reading a cell. `note` says what was understood, `doubt` what should be checked; neither stops the row. */
export type Reading<T> =
  | { kind: 'blank' }
  | { kind: 'value'; value: T; note?: string; doubt?: string }
  | { kind: 'unreadable'; why: string; mend: string };

export const blank: Reading<never> = { kind: 'blank' };

/** A value that was read. */
export const read = <T>(value: T, remarks: { note?: string; doubt?: string } = {}): Reading<T> => ({
  kind: 'value',
  value,
  ...(remarks.note ? { note: remarks.note } : {}),
  ...(remarks.doubt ? { doubt: remarks.doubt } : {}),
});

/** A text no value could be read from; `why` continues 「值「…」」, `mend` begins with 请. */
export const unreadable = (why: string, mend: string): Reading<never> => ({ kind: 'unreadable', why, mend });

const nothings = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '//',
  '\\',
  '无数据',
  '暂无',
  '暂无信息',
  '暂缺',
  '未知',
  '不详',
  '不清楚',
  '待定',
  '待核实',
  '待查',
  'na',
  'n/a',
  'null',
  'none',
  '?',
  '??',
]);

/** Does this comparable text say that nothing is known? */
export const saysNothing = (comparable: string): boolean => nothings.has(comparable);

/** The first 200 characters of a cell in comparable form; figures are never longer. */
export const figureText = (text: string): string => plain(text.slice(0, 200));

/** Why a cell is unreadable whatever was expected in it; undefined when it may be read. */
export function unreadableAnyway(text: string): Reading<never> | undefined {
  if (text === formulaWithoutResult) {
    return unreadable('是没有算出结果的公式', '请用表格软件打开文件，保存一次再上传');
  }
  if (/^#(ref|value|name|div\/0|n\/a|num|null)[!?]?$/i.test(text)) {
    return unreadable('是公式出错的标记', '请改成正确的内容');
  }
  return undefined;
}
