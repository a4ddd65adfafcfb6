import * as fc from 'fast-check';
import { apportion, exactPercent, partOf, percentInWords, whole } from './basis-points';

describe('a share of the whole', () => {
  it.each([
    [0, 30, 0],
    [18, 30, 6000],
    [1, 3, 3333],
    [29_99, 30_00, 9996],
    [30, 30, whole],
    [31, 30, whole],
    [1, 0, 0],
  ])('%i of %i is %i', (part, all, share) => {
    expect(partOf(part, all)).toBe(share);
  });

  it('is shown rounded down, so that 100% is read only of all of it', () => {
    expect([9999, whole, 6699].map(percentInWords)).toEqual(['99%', '100%', '66%']);
    expect(exactPercent(833)).toBe('8.33%');
  });
});

describe('sharing out by largest remainder', () => {
  it.each([
    ['three alike', [1, 1, 1], [3334, 3333, 3333]],
    ['the largest remainder first', [15, 31, 14, 12, 56, 46, 6], [833, 1722, 778, 667, 3111, 2556, 333]],
    ['one', [7], [whole]],
    ['one that weighs nothing beside another', [0, 5], [0, whole]],
    ['amounts as large as money can be', [10_000_000_000_00, 1], [whole, 0]],
    ['none', [], []],
    ['nothing', [0, 0], [0, 0]],
  ])('%s', (_, amounts, parts) => {
    expect(apportion(amounts, whole)).toEqual(parts);
  });

  it('always adds up exactly, and no part is off by one or more', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000_000_00 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, (given) => {
        const all = given.reduce((sum, amount) => sum + amount, 0);
        fc.pre(all > 0);
        const parts = apportion(given, whole);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (given[index] / all) * whole)).toBeLessThan(1);
        });
      }),
    );
  });
});
