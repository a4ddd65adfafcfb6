import { addHours, isWallMoment, minutesBetween, momentInWords, typedMoment } from './wall-moment';

describe('a moment by the clock on the wall', () => {
  it.each<[string, boolean]>([
    ['2026-06-08 00:00', true],
    ['2026-06-08 23:59', true],
    ['2026-06-08 24:00', false],
    ['2026-06-31 08:00', false],
    ['2026-06-08T08:00', false],
    ['2026-06-08 8:00', false],
    ['2026-06-08', false],
  ])('%s exists: %s', (text, expected) => {
    expect(isWallMoment(text)).toBe(expected);
  });

  it.each([
    ['2026-06-08', '08:05', '2026-06-08 08:05'],
    ['2026-06-08', ' 8：05 ', '2026-06-08 08:05'],
    ['2026-06-08', '8', '2026-06-08 8'],
    [undefined, undefined, ' '],
  ])('typed as %s and %s is %j', (day, time, moment) => {
    expect(typedMoment(day, time)).toBe(moment);
  });

  it('counts minutes over midnight and back', () => {
    expect(minutesBetween('2026-06-08 23:59', '2026-06-09 00:01')).toBe(2);
    expect(minutesBetween('2026-06-09 00:01', '2026-06-08 23:59')).toBe(-2);
  });

  it('forty-eight hours later is the same time two days on, also over the end of a month', () => {
    expect(addHours('2026-05-30 16:30', 48)).toBe('2026-06-01 16:30');
    expect(addHours('2026-06-08 01:00', -2)).toBe('2026-06-07 23:00');
  });

  it('is said with day and time', () => {
    expect(momentInWords('2026-06-08 08:00')).toBe('2026年6月8日 08:00');
  });
});
