// Reads a property fee: one price or a range, per ㎡ or per household and month, in whole fen.
import { blank, figureText, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';
import { unitNamed } from './units';

/** What is charged a month: from, to (fen), per ㎡ or per household. */
export interface PropertyFee {
  leastFen: number;
  mostFen: number;
  per: 'area' | 'household';
}

const price =
  /^(?:约)?([0-9]{1,6}(?:\.[0-9]{1,4})?)(?:元)?(?:(?:-|~|至|到|—|–)([0-9]{1,6}(?:\.[0-9]{1,4})?))?(.*)$/;
const dearest = 100_000; // 1000 元 a month, far above any fee seen in a list

/** How much is charged? `columnUnit` is the unit the header names. */
export function readFee(text: string, columnUnit = ''): Reading<PropertyFee> {
  const comparable = figureText(text);
  if (saysNothing(comparable) || comparable === '无' || comparable === '不收费' || comparable === '未收费')
    return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  const match = price.exec(comparable);
  if (!match) return unreadable('不是收费标准', '请写成如「0.5元/㎡·月」');
  const per = perOf(match[3], columnUnit);
  if (!per)
    return unreadable(`的单位「${match[3].slice(0, 20)}」认不出`, '请写成如「0.5元/㎡·月」或「20元/户·月」');
  const fen = [match[1], match[2] ?? match[1]].map((figure) => Math.round(Number(figure) * 100));
  const [leastFen, mostFen] = fen.sort((first, second) => first - second);
  if (mostFen > dearest) return unreadable('超过 1000 元', '请核对数字和单位');
  const wide = leastFen > 0 && mostFen >= leastFen * 10;
  return read(
    { leastFen, mostFen, per },
    { doubt: wide ? `物业费「${text}」高低相差 10 倍以上，请核对` : undefined },
  );
}

function perOf(tail: string, columnUnit: string): PropertyFee['per'] | undefined {
  const unit = tail === '' || tail === '元' ? columnUnit : tail.startsWith('元') ? tail : `元${tail}`;
  if (unit === '' || unit === '元') return 'area';
  return unitNamed(unit)?.per;
}
