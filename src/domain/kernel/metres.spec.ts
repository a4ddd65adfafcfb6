import { metresInput, parseMetres } from './metres';

describe('a length', () => {
  it.each([
    ['5', 500],
    ['5.2', 520],
    ['5.25米', 525],
    ['５．２', 520],
    [' 3 m', 300],
    ['0.01', 1],
    ['1000', 1_000_00],
  ])('%s is read', (text, expected) => expect(parseMetres(text)).toBe(expected));

  it.each(['', '0', '-5', '5.255', '五米', '1000.01', '5x3', '1e3', '5,2', '5，25'])('%j is none', (text) =>
    expect(parseMetres(text)).toBeUndefined(),
  );

  it.each([
    [500, '5'],
    [520, '5.2'],
    [525, '5.25'],
    [1, '0.01'],
  ])('%i centimetres are typed back as %s', (length, text) => expect(metresInput(length)).toBe(text));
});
