import * as fc from 'fast-check';
import { exceeds, percent, reaches, shareInWords, exactShare } from './ratio';

describe('a share', () => {
  const twoThirds = { numerator: 2, denominator: 3 };
  it.each([
    ['18 of 28 persons do not make two thirds', 18, 28, twoThirds, false],
    ['19 of 28 persons do', 19, 28, twoThirds, true],
    ['640 of 960 ㎡ are just two thirds', 640, 960, twoThirds, true],
    ['22 of 28 households are below 80 %', 22, 28, percent(80), false],
    ['23 of 28 households are above 80 %', 23, 28, percent(80), true],
    ['nothing of nothing reaches nothing', 0, 0, percent(0), false],
  ])('%s', (_, part, whole, share, expected) => {
    expect(reaches(part, whole, share)).toBe(expected);
  });

  it('half is not more than half', () => {
    expect(exceeds(4, 8, percent(50))).toBe(false);
    expect(exceeds(5, 8, percent(50))).toBe(true);
    expect(exceeds(1, 0, percent(50))).toBe(false);
  });

  it.each([
    [2, 3, '66.66%'],
    [1, 2, '50%'],
    [1, 1000, '0.1%'],
    [1999, 2000, '99.95%'],
    [3, 3, '100%'],
    [0, 5, '0%'],
    [1, 0, '—'],
  ])('%i of %i is said as %s', (part, whole, words) => {
    expect(shareInWords(part, whole)).toBe(words);
  });

  it.each([
    [1, 27, '3.70%'],
    [1677, 1999, '83.89%'],
    [3, 3, '100.00%'],
    [0, 5, '0.00%'],
    [1, 0, '—'],
  ])('%i of %i stands in a column as %s', (part, whole, words) => {
    expect(exactShare(part, whole)).toBe(words);
  });

  it('that is exceeded is also reached', () => {
    const whole = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 100 }), (part, all, share) => {
        if (exceeds(part, all, percent(share))) expect(reaches(part, all, percent(share))).toBe(true);
      }),
    );
  });
});
