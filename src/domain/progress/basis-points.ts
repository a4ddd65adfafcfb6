// How far something is, in whole numbers: ten thousand parts make the whole, so that parts add up exactly. A page shows
// whole percents (ux §4.6), rounded down, so that 100% is read only of what is done, and a difference is the difference
// of what is shown, so that everybody can subtract it again (field lesson 18: two screens never show different numbers).
import { exactShare } from '../kernel/ratio';

/** Which share of a whole? Integer of 0.01 %, 0 to 10000. */
export type BasisPoints = number;

/** All of it. */
export const whole: BasisPoints = 10_000;

/** Which share of all is this part? Rounded down, never more than the whole; nothing of nothing is nothing. */
export const partOf = (part: number, all: number): BasisPoints =>
  all <= 0 ? 0 : Math.min(whole, Math.floor((part * whole) / all));

/** The whole percents a page shows; a bar is drawn with the same number. */
export const percentOf = (share: BasisPoints): number => Math.floor(share / 100);

/** How is a share said on a page? '66%'. */
export const percentInWords = (share: BasisPoints): string => `${percentOf(share)}%`;

/** How is it said where weights stand in a column? '28.28%', always two decimals. */
export const exactPercent = (share: BasisPoints): string => exactShare(share, whole);

/** Shares out a whole number by these amounts so that the parts add up to it exactly: largest remainder, then order. */
export function apportion(amounts: readonly number[], among: number): number[] {
  const all = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  if (all <= 0n) return amounts.map(() => 0);
  const exact = amounts.map((amount) => BigInt(amount) * BigInt(among));
  const parts = exact.map((product) => Number(product / all));
  const missing = among - parts.reduce((sum, part) => sum + part, 0);
  exact
    .map((product, index) => ({ index, rest: product % all }))
    .sort(
      (one, other) =>
        Number(other.rest > one.rest) - Number(other.rest < one.rest) || one.index - other.index,
    )
    .slice(0, missing)
    .forEach(({ index }) => (parts[index] += 1));
  return parts;
}
