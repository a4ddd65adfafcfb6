// A length is an integer count of centimetres, so that an area is computed from whole numbers.
import { plainFigure } from './typed-number';

/** How long? Integer of centimetres. */
export type Centimetres = number;

/** The longest length accepted: one kilometre, far above any structure. */
const longest: Centimetres = 1_000_00;

/** Reads '5', '5.25', '５.２米', '5m'; undefined when it is not a length of at most two decimals above nothing. */
export function parseMetres(text: string): Centimetres | undefined {
  const clean = plainFigure(text).replace(/(m|米)$/i, '');
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(clean);
  if (!match) return undefined;
  const length = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return length > 0 && length <= longest ? length : undefined;
}

/** How is this length typed back into a field? '5.25', without unit. */
export function metresInput(length: Centimetres): string {
  const fraction = String(length % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.trunc(length / 100);
  return fraction ? `${whole}.${fraction}` : String(whole);
}
