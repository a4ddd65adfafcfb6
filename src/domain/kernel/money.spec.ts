import * as fc from 'fast-check';
import {
  fenInTenThousands,
  fenInWords,
  fenInput,
  largestFen,
  parseFen,
  tenThousandYuan,
  yuan,
} from './money';

describe('an amount of money', () => {
  it.each([
    ['800', yuan(800)],
    ['1,980.50元', 198050],
    ['20万', tenThousandYuan(20)],
    ['20.5 万元', tenThousandYuan(20.5)],
    ['19.8765432万', undefined],
    ['￥5', 500],
    ['0.01', 1],
    ['0.001', undefined],
    ['10000000000', largestFen],
    ['10000000000.01', undefined],
    ['二十万', undefined],
    ['-1', undefined],
  ])('%s reads as %s fen', (text, fen) => {
    expect(parseFen(text)).toBe(fen);
  });

  it.each([
    [80000, '800 元'],
    [99_9999, '9,999.99 元'],
    [100_0000, '1.00 万元'],
    [19_800_000, '19.80 万元'],
    [123_456_789_00, '12,345.68 万元'],
  ])('%i fen are said as %s', (fen, words) => {
    expect(fenInWords(fen)).toBe(words);
  });

  it('a column of 万元 rounds half away from zero and says 0 for nothing', () => {
    expect(fenInTenThousands(0)).toBe('0');
    expect(fenInTenThousands(4_999)).toBe('0.00');
    expect(fenInTenThousands(5_000)).toBe('0.01');
    expect(fenInTenThousands(-20_000_000)).toBe('-20.00');
  });

  it('survives being typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestFen }), (fen) => {
        expect(parseFen(fenInput(fen))).toBe(fen);
      }),
    );
  });
});
