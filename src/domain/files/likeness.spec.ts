import { differenceHash, hashDistance, perhapsSamePhoto } from './likeness';

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
