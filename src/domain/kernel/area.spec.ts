import * as fc from 'fast-check';
import { areaInWords, areaInput, largestArea, parseArea, squareMetres, exactArea } from './area';

describe('an area', () => {
  it.each([
    ['490', 49000],
    ['1677.5', 167750],
    ['１６７７㎡', 167700],
    ['1,677.05 平方米', 167705],
    ['0', 0],
    ['1000000', largestArea],
    ['1000000.01', undefined],
    ['12.345', undefined],
    ['约60', undefined],
    ['-5', undefined],
    ['1，677，000.5', undefined],
    ['1，000，000', largestArea],
    ['15,5', undefined],
    ['15，52', undefined],
    ['1,6775', undefined],
    ['', undefined],
  ])('%s reads as %s hundredths of a square metre', (text, area) => {
    expect(parseArea(text)).toBe(area);
  });

  it('is said as recorded, with separators from a thousand', () => {
    expect(areaInWords(squareMetres(1677))).toBe('1,677 ㎡');
    expect(areaInWords(59250)).toBe('592.5 ㎡');
    expect(areaInWords(5)).toBe('0.05 ㎡');
  });

  it.each([
    [167_700, '1677.00 ㎡'],
    [5_925, '59.25 ㎡'],
    [5, '0.05 ㎡'],
  ])('%i is counted with as %s', (area, words) => {
    expect(exactArea(area)).toBe(words);
  });

  it('survives being typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestArea }), (area) => {
        expect(parseArea(areaInput(area))).toBe(area);
        expect(parseArea(areaInWords(area))).toBe(area);
      }),
    );
  });
});
