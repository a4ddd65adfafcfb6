import { plainFigure } from './typed-number';

describe('a typed number', () => {
  it.each([
    ['１，６７７．５', '1677.5'],
    [' 1,234,567 ', '1234567'],
    ['12 000', '12000'],
    ['15,5', '15,5'],
    ['1,2345', '1,2345'],
    ['1,23', '1,23'],
  ])('%j reads %j', (text, figure) => expect(plainFigure(text)).toBe(figure));
});
