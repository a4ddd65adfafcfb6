// A share is decided with whole numbers only: 2/3 and 80 % are compared by cross multiplication, never as floats.
// '以上' includes the number, '超过' does not (民法典 §1259).

/** Which share? numerator of denominator, both whole numbers. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/** So many of a hundred. */
export const percent = (numerator: number): Ratio => ({ numerator, denominator: 100 });

/** Is the part at least this share of the whole (以上)? Nothing of nothing does not reach any share. */
export function reaches(part: number, whole: number, share: Ratio): boolean {
  return whole > 0 && part * share.denominator >= whole * share.numerator;
}

/** Is the part more than this share of the whole (超过)? */
export function exceeds(part: number, whole: number, share: Ratio): boolean {
  return whole > 0 && part * share.denominator > whole * share.numerator;
}

/** How is this share said? Rounded down to two decimals, so that 66.66…% never reads as 66.67%; '—' of nothing. */
export function shareInWords(part: number, whole: number): string {
  return exactShare(part, whole).replace(/\.?0+%$/, '%');
}

/** How is it said where shares stand in a column? Also rounded down, always with two decimals: '3.70%', '75.00%'. */
export function exactShare(part: number, whole: number): string {
  if (whole <= 0) return '—';
  const hundredths = Math.floor((part * 10_000) / whole);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}
