// Reads an area into integers of 0.01 ㎡, whatever unit stands behind the number or in the header.
import { Area, areaInput, largestArea } from '../kernel/area';
import { blank, figureText, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';
import { notANumber, readAmount } from './read-amount';
import { areaIn, unitNamed } from './units';

/** How large? `columnUnit` is the unit the header names; without any unit a number is ㎡. */
export function readArea(text: string, columnUnit = ''): Reading<Area> {
  const comparable = figureText(text);
  if (saysNothing(comparable)) return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  const amount = readAmount(comparable);
  if (!amount) return notANumber(comparable, '1677.5');
  const unit = amount.unit || (unitNamed(columnUnit)?.kind === 'area' ? columnUnit : 'm2');
  const area = areaIn(amount.number, unit);
  if (area === undefined) {
    return unreadable(`的单位「${amount.unit.slice(0, 20)}」不是面积`, '请改为平方米数，如 1677.5');
  }
  if (area <= 0) return unreadable('不大于 0', '不知道面积时请留空');
  if (area > largestArea)
    return unreadable(`合 ${areaInput(area)} ㎡，超过 ${areaInput(largestArea)} ㎡`, '请核对数字和单位');
  const converted = areaIn(1, unit) !== 100;
  const said = amount.approximate || converted;
  return read(area, {
    note: said
      ? `原表写作「${text}」${converted && amount.unit === '' ? `（${unit}）` : ''}，按 ${areaInput(area)} ㎡ 记`
      : undefined,
  });
}
