// An area is an integer count of 0.01 ㎡, because votes and caps are decided on areas and floats would round them.
import { plainFigure } from './typed-number';

/** How large? Integer of 0.01 ㎡. */
export type Area = number;

/** The largest area accepted: one million ㎡, far above any compound (the largest seen is 75900 ㎡). */
export const largestArea: Area = 1_000_000_00;

/** Whole square metres as an area. */
export const squareMetres = (metres: number): Area => Math.round(metres * 100);

/** Reads '490', '1,677.5', '1677㎡', '490平方米'; undefined when it is not an area of at most two decimals. A comma that
 * does not stand before three digits may have been meant as a point, so it is not read at all. */
export function parseArea(text: string): Area | undefined {
  const clean = plainFigure(text).replace(/(m2|平方米|平米)$/i, '');
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(clean);
  if (!match) return undefined;
  const area = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return area <= largestArea ? area : undefined;
}

/** How is this area typed back into a field? '1677.5', without unit or separators. */
export function areaInput(area: Area): string {
  const fraction = String(Math.abs(area % 100))
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.trunc(area / 100);
  return fraction ? `${whole}.${fraction}` : String(whole);
}

/** How is this area said? '1,677.5 ㎡', exactly as recorded. */
export function areaInWords(area: Area): string {
  const [whole, fraction] = areaInput(area).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fraction ? `${grouped}.${fraction}` : grouped} ㎡`;
}

/** How is it said where areas are compared or stand in a column? '1677.00 ㎡', always two decimals. */
export const exactArea = (area: Area): string =>
  `${Math.trunc(area / 100)}.${String(area % 100).padStart(2, '0')} ㎡`;
