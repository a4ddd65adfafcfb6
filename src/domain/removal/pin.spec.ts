import { parseThousandths, pickerBoxes, pickerSize, pinInWords, pressedPin, thousandthsInWords } from './pin';

describe('a place on the sketch', () => {
  it('the sketch is shown as large as its box lets it, wide ones by width and tall ones by height', () => {
    expect(pickerSize({ width: 1360, height: 680 }, pickerBoxes.wide)).toEqual({ width: 680, height: 340 });
    expect(pickerSize({ width: 560, height: 1680 }, pickerBoxes.narrow)).toEqual({ width: 140, height: 420 });
    expect(pickerSize({ width: 68, height: 34 }, pickerBoxes.wide)).toEqual({ width: 680, height: 340 });
    expect(pickerSize({ width: 9000, height: 1 }, pickerBoxes.narrow)).toEqual({ width: 280, height: 1 });
  });

  it.each([
    ['the middle', { x: 140, y: 105 }, { across: 500, down: 500 }],
    ['the left edge', { x: 0, y: 21 }, { across: 0, down: 100 }],
    ['the upper edge', { x: 28, y: 0 }, { across: 100, down: 0 }],
    ['the last corner', { x: 280, y: 210 }, { across: 1000, down: 1000 }],
    ['rounded to the nearest', { x: 1, y: 1 }, { across: 4, down: 5 }],
    ['the corner the keyboard sends', { x: 0, y: 0 }, null],
    ['one too far right', { x: 281, y: 10 }, null],
    ['one too far down', { x: 10, y: 211 }, null],
    ['left of it', { x: -1, y: 10 }, null],
    ['no whole pixel', { x: 1.5, y: 10 }, null],
    ['nothing that is a number', { x: Number.NaN, y: 10 }, null],
  ])('pressed at %s', (_where, point, pin) => {
    expect(pressedPin(point, { width: 280, height: 210 })).toEqual(pin);
  });

  it.each([
    ['0', 0],
    ['100', 1000],
    ['100.0', 1000],
    ['12.5', 125],
    ['12.5%', 125],
    ['１２．５％', 125],
    [' 64 ', 640],
    ['0.1', 1],
    ['33.3', 333],
    ['100.1', undefined],
    ['101', undefined],
    ['-1', undefined],
    ['12.55', undefined],
    ['左边', undefined],
    ['', undefined],
  ])('typed as %p', (text, value) => {
    expect(parseThousandths(text)).toBe(value);
  });

  it('reads as it is typed', () => {
    expect(thousandthsInWords(125)).toBe('12.5');
    expect(parseThousandths(thousandthsInWords(999))).toBe(999);
    expect(pinInWords({ across: 125, down: 640 })).toBe('左起 12.5%、上起 64%');
  });
});
