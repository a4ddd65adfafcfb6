// How much of something is done: an integer of 0.01 of its unit, so that 12.5 ㎡ adds up exactly and nothing is lost by
// rounding (house rule, as for areas and money).
import { plainFigure } from '../kernel/typed-number';

/** How many, or how much? Integer of 0.01 of the unit. */
export type Quantity = number;

/** The largest quantity accepted: one million of any unit. */
export const largestQuantity: Quantity = 1_000_000_00;

/** In which units may an item be counted? */
export const planUnits = [
  '项',
  '组',
  '套',
  '个',
  '处',
  '台',
  '盏',
  '根',
  '棵',
  '樘',
  '块',
  '间',
  '部',
  '户',
  '层',
  '米',
  '㎡',
] as const;

const typedUnit = new RegExp(`(${planUnits.join('|')}|m2|平方米|平米|m)$`, 'i');

/** Reads '30', '30组', '1,677.5 ㎡'; undefined when it is not a number of at most two decimals. */
export function parseQuantity(text: string): Quantity | undefined {
  const clean = plainFigure(text).replace(typedUnit, '');
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(clean);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** How is this quantity typed back into a field? '12.5', without unit. */
export function quantityInput(quantity: Quantity): string {
  const fraction = String(quantity % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.trunc(quantity / 100);
  return fraction ? `${whole}.${fraction}` : String(whole);
}

/** How is it said? '30 组', '1,677.5 ㎡'. */
export function quantityInWords(quantity: Quantity, unit: string): string {
  const [whole, fraction] = quantityInput(quantity).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fraction ? `${grouped}.${fraction}` : grouped} ${unit}`;
}
