import { takenAtOf } from './taken-at';

describe('when a photo was taken, as the phone read it', () => {
  it.each<[string | undefined, string | null]>([
    ['2026-06-08T09:30:00', '2026-06-08T01:30:00.000Z'],
    ['2026-06-08T09:30:00.5', '2026-06-08T01:30:00.500Z'],
    ['2026-06-08T01:30:00Z', '2026-06-08T01:30:00.000Z'],
    ['2026-06-08T09:30:00+08:00', '2026-06-08T01:30:00.000Z'],
    ['1990-01-01T00:00:00Z', '1990-01-01T00:00:00.000Z'],
    ['1989-12-31T23:59:59Z', null],
    ['2026-06-08', null],
    ['2026-13-08T09:30:00', null],
    ['2026:06:08 09:30:00', null],
    ['yesterday', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (text, expected) => {
    expect(takenAtOf(text)).toBe(expected);
  });
});
