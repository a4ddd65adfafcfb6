// Reads the year a compound was built. 80年代 stays what it says: a decade is kept as text, never turned into a year.
import { blank, figureText, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';

/** When built: the year if one is stated, and the words of the list where they say more or less than a year. */
export interface BuiltYear {
  year: number | null;
  words: string;
  approximate: boolean;
}

const earliest = 1900;
const decade =
  /^(?:上世纪|20世纪|二十世纪|19)?(?:[0-9]0|[一二三四五六七八九]十)年代(?:初期?|中期?|末期?|后期|前期)?(?:建成?|修建)?$/;
const stated =
  /^(大约|约|大概|建于)?([0-9]{4})(?:年|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(前后|左右|以前|之前|以后)?(?:建成?|修建|竣工|建造)?(?:[(].*[)])?$/;
const span = /^([0-9]{4})年?(?:[-~至到、,/]+)([0-9]{4})年?(?:建成?)?$/;

/** When was it built? `thisYear` bounds what can be true. */
export function readBuiltYear(text: string, thisYear: number): Reading<BuiltYear> {
  const comparable = figureText(text);
  if (saysNothing(comparable)) return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  if (decade.test(comparable)) return roughly(text);
  const years = span.exec(comparable);
  if (years)
    return [years[1], years[2]].every((year) => plausible(Number(year), thisYear))
      ? roughly(text)
      : outside(thisYear);
  const match = stated.exec(comparable);
  if (!match) return notAYear(comparable);
  const year = Number(match[2]);
  if (!plausible(year, thisYear)) return outside(thisYear);
  const side = match[3] ?? '';
  if (side === '以前' || side === '之前' || side === '以后') return roughly(text);
  const approximate = match[1] === '约' || match[1] === '大约' || match[1] === '大概' || side !== '';
  return read(
    { year, words: approximate ? text : '', approximate },
    { note: approximate ? `原表写作「${text}」` : undefined },
  );
}

const roughly = (text: string): Reading<BuiltYear> =>
  read(
    { year: null, words: text, approximate: true },
    { note: `「${text}」不是确切年份，按原文记，年份留空` },
  );

const plausible = (year: number, thisYear: number): boolean => year >= earliest && year <= thisYear;

const outside = (thisYear: number): Reading<never> =>
  unreadable(`不在 ${earliest} 年到 ${thisYear} 年之间`, '请核对后改正');

function notAYear(comparable: string): Reading<never> {
  const short = /^([5-9][0-9])年?$/.exec(comparable)?.[1];
  return unreadable(
    '不是年份',
    short ? `请写成四位，如 19${short}` : '请填四位年份，如 1989，或写成「80年代」',
  );
}
