// Reads a number with what people write around it: 约60万㎡, 83栋, 300余户, １，６７７.
import { chineseNumber } from './chinese-number';
import { Reading, unreadable } from './reading';

/** A number as written: how much, in which unit, and whether the writer called it approximate. */
export interface Amount {
  number: number;
  unit: string;
  approximate: boolean;
}

const before = /^(大约|约计|约|近|共计|共|计|合计|总计|≈|~|￥|¥)?/;
const figure = /^([0-9]{1,15}(?:\.[0-9]{1,12})?)/;
const between = /^(余|多|来|\+)?(万(?!m2|平|元))?(余|多|来|\+)?/;
const after = /(左右|上下|以上|余|多)$/;
const approximateWords = new Set(['大约', '约计', '约', '近', '≈', '~']);

/** The amount a comparable text writes; undefined when it does not begin with a number. */
export function readAmount(comparable: string): Amount | undefined {
  const prefix = before.exec(comparable)?.[1] ?? '';
  const rest = withoutThousands(comparable.slice(prefix.length));
  const digits = figure.exec(rest)?.[1];
  if (digits === undefined) return undefined;
  const tail = rest.slice(digits.length);
  const middle = between.exec(tail);
  let unit = tail.slice(middle?.[0].length ?? 0);
  const end = after.exec(unit)?.[0] ?? '';
  unit = unit.slice(0, unit.length - end.length);
  const number = Number(digits) * (middle?.[2] ? 10_000 : 1);
  const approximate = approximateWords.has(prefix) || Boolean(middle?.[1] ?? middle?.[3]) || end !== '';
  return { number, unit, approximate };
}

/** Says that this is no number, and which number was probably meant. */
export function notANumber(comparable: string, example: string): Reading<never> {
  const meant = chineseNumber(comparable.replace(/(栋|幢|座|户|人|层|个|单元|套|㎡|平方米)$/, ''));
  return unreadable('不是数字', meant === undefined ? `请只填数字，如 ${example}` : `请改为 ${meant}`);
}

// 1,677 and 12,345.6 but not 113.68,34.86: only groups of exactly three digits after the first comma count.
function withoutThousands(text: string): string {
  const grouped = /^[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/.exec(text)?.[0];
  return grouped ? grouped.replaceAll(',', '') + text.slice(grouped.length) : text;
}
