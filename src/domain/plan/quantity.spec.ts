import { parseQuantity, planUnits, quantityInWords, quantityInput } from './quantity';

describe('a typed quantity', () => {
  it.each([
    ['30', 3000],
    ['30组', 3000],
    ['３０ 组', 3000],
    ['1,677.5 ㎡', 167_750],
    ['12.05平方米', 1205],
    ['0.01', 1],
    ['0', 0],
  ])('%s is read', (text, quantity) => {
    expect(parseQuantity(text)).toBe(quantity);
  });

  it.each(['', '-3', '15,5', '1.234', '三十', '近30', '30组左右', '1e3', '1234567890'])(
    '%j is not a quantity',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it('is read back as it was typed, whatever the unit', () => {
    for (const unit of planUnits) expect(parseQuantity(`12.5 ${unit}`)).toBe(1250);
    expect([3000, 1250, 1205].map(quantityInput)).toEqual(['30', '12.5', '12.05']);
  });

  it('is said with its unit', () => {
    expect(quantityInWords(167_750, '㎡')).toBe('1,677.5 ㎡');
    expect(quantityInWords(3000, '组')).toBe('30 组');
  });
});
