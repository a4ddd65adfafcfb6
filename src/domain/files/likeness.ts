// How alike two photos are, so that a photo used twice can be pointed out to a person. It never refuses by itself.
// Source: local; difference hash of 64 bits, near reuse at a distance of 6 or less.

/** The grid the hash is read from: nine columns by eight rows of grey. */
export const likenessGrid = { width: 9, height: 8 } as const;

/** Up to how many differing bits two photos count as perhaps the same. */
const nearReuseDistance = 6;

/** The 64-bit difference hash of a 9 × 8 grid of grey values (0…255), as 16 hexadecimal characters. */
export function differenceHash(grey: ArrayLike<number>): string {
  let bits = '';
  for (let row = 0; row < likenessGrid.height; row++) {
    for (let column = 0; column < likenessGrid.width - 1; column++) {
      const at = row * likenessGrid.width + column;
      bits += grey[at] > grey[at + 1] ? '1' : '0';
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** In how many of the 64 bits do two hashes differ? */
export function hashDistance(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
}

/** Should a person look whether these two photos are the same? */
export const perhapsSamePhoto = (one: string, other: string): boolean =>
  hashDistance(one, other) <= nearReuseDistance;
