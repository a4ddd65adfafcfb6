import fc from 'fast-check';
import {
  differenceHash,
  hashDistance,
  likenessBandNames,
  likenessBands,
  nearParts,
  perhapsSamePhoto,
} from './likeness';

const falling = Array.from({ length: 72 }, (_, at) => 255 - (at % 9) * 20);
const rising = Array.from({ length: 72 }, (_, at) => (at % 9) * 20);

describe('the likeness of two photos', () => {
  it('a picture that darkens to the right has every bit, one that brightens none', () => {
    expect(differenceHash(falling)).toBe('ffffffffffffffff');
    expect(differenceHash(rising)).toBe('0000000000000000');
  });

  it('the first bit is the top left pair, the last the bottom right', () => {
    const first = [...rising];
    first[0] = 255;
    expect(differenceHash(first)).toBe('8000000000000000');
    const last = [...rising];
    last[71] = 0;
    expect(differenceHash(last)).toBe('0000000000000001');
  });

  it('distance counts differing bits', () => {
    expect(hashDistance('ffffffffffffffff', '0000000000000000')).toBe(64);
    expect(hashDistance('000000000000000f', '0000000000000000')).toBe(4);
  });

  it('six differing bits are pointed out, seven are not', () => {
    expect(perhapsSamePhoto('000000000000003f', '0000000000000000')).toBe(true);
    expect(perhapsSamePhoto('000000000000007f', '0000000000000000')).toBe(false);
  });
});

describe('finding near photos without reading all others', () => {
  it('a hash has four parts of sixteen bits', () => {
    expect(likenessBands('0001ffff8000abcd')).toEqual({
      ...{ band0: 1, band1: 0xffff, band2: 0x8000, band3: 0xabcd },
    });
    expect(nearParts(0).length).toBe(17);
    expect(nearParts(0)).toContain(0x8000);
  });

  const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const inHex = (value: bigint) => value.toString(16).padStart(16, '0');

  it('whoever is near shares a part up to one bit, wherever the six bits fall', () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.nat(63), { maxLength: 6 }), (value, bits) => {
        const other = bits.reduce((sum, bit) => sum ^ (1n << BigInt(bit)), value);
        const [one, two] = [likenessBands(inHex(value)), likenessBands(inHex(other))];
        expect(likenessBandNames.some((name) => nearParts(one[name]).includes(two[name]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
