// Reads how many of something a compound has: a whole number, with its measure word or without, never of another thing.
import { blank, figureText, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';
import { notANumber, readAmount } from './read-amount';
import { unitNamed } from './units';

/** What is counted in a column, its largest plausible number, and an example for messages. */
export interface Counted {
  of: 'building' | 'unit' | 'floor' | 'household' | 'person';
  name: string;
  most: number;
  example: string;
}

// The largest real compound seen in sources has 75900 ㎡; the bounds leave room for a whole estate.
export const countedBuildings: Counted = { of: 'building', name: '楼栋数', most: 500, example: '3' };
export const countedUnits: Counted = { of: 'unit', name: '单元数', most: 2_000, example: '6' };
const countedFloors: Counted = { of: 'floor', name: '层数', most: 60, example: '7' };
export const countedHouseholds: Counted = { of: 'household', name: '户数', most: 20_000, example: '28' };
export const countedPersons: Counted = { of: 'person', name: '人口数', most: 100_000, example: '86' };

/** How many? A whole number of what the column counts. */
export function readCount(text: string, counted: Counted): Reading<number> {
  const comparable = figureText(text);
  if (saysNothing(comparable)) return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  if (/^[0-9]+[-~至到][0-9]+/.test(comparable))
    return unreadable('是一个范围', `请改为一个数，如 ${counted.example}`);
  if (/^-[0-9]/.test(comparable)) return unreadable('小于 0', '请核对后改正');
  const amount = readAmount(comparable);
  if (!amount) return notANumber(comparable, counted.example);
  const wrong = wrongUnit(amount.unit, counted);
  if (wrong) return wrong;
  if (!Number.isInteger(amount.number)) return unreadable('不是整数', `请改为整数，如 ${counted.example}`);
  if (amount.number === 0 && counted.of !== 'person') return unreadable('是 0', '请填实际数，不知道就留空');
  if (amount.number > counted.most) return unreadable(`超过 ${counted.most}`, '请核对后改正');
  return read(amount.number, {
    note: amount.approximate ? `原表写作「${text}」，按 ${amount.number} 记` : undefined,
  });
}

/** The lowest and highest number of floors: 7, 7层, 6-7层. */
export function readFloors(text: string): Reading<{ least: number; most: number }> {
  const comparable = figureText(text);
  const range = /^([0-9]{1,3})(?:层)?[-~至到、,/]([0-9]{1,3})(?:层)?$/.exec(comparable);
  if (!range) {
    const single = readCount(text, countedFloors);
    return single.kind === 'value'
      ? { ...single, value: { least: single.value, most: single.value } }
      : single;
  }
  const [least, most] = [Number(range[1]), Number(range[2])].sort((first, second) => first - second);
  if (most > countedFloors.most) return unreadable(`超过 ${countedFloors.most}`, '请核对后改正');
  return read({ least, most });
}

function wrongUnit(unit: string, counted: Counted): Reading<never> | undefined {
  if (unit === '') return undefined;
  const named = unitNamed(unit);
  if (!named)
    return unreadable(`在数字后面还有「${unit.slice(0, 20)}」`, `请只填数字，如 ${counted.example}`);
  if (named.kind === 'count' && (named.of === undefined || named.of === counted.of)) return undefined;
  return unreadable(`的单位是「${unit}」，这一栏是${counted.name}`, '请核对是不是填错了栏');
}
