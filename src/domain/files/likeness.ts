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

/** A hash in four parts of sixteen bits, by which the photos that may be near it are found without reading all others. */
export interface LikenessBands {
  band0: number;
  band1: number;
  band2: number;
  band3: number;
}

export const likenessBandNames = ['band0', 'band1', 'band2', 'band3'] as const;

/** The parts of a hash. */
export const likenessBands = (hash: string): LikenessBands => ({
  ...{ band0: partOf(hash, 0), band1: partOf(hash, 1), band2: partOf(hash, 2), band3: partOf(hash, 3) },
});

const partOf = (hash: string, at: number): number => Number.parseInt(hash.slice(4 * at, 4 * at + 4), 16);

/** A part itself and all that differ from it in one bit: whoever is near a hash has one of them in one of its four parts. */
export const nearParts = (part: number): number[] => [
  part,
  ...Array.from({ length: 16 }, (_, bit) => part ^ (1 << bit)),
];
