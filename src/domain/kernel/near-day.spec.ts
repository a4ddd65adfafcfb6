import { nearDay } from './near-day';

describe('a day in a sentence', () => {
  it.each([
    ['the running year is not named', '2026-06-18', '2026-01-01', '6月18日'],
    ['the last day of the year before is named with its year', '2025-12-31', '2026-01-01', '2025年12月31日'],
    ['the first day of the next year too', '2027-01-01', '2026-12-31', '2027年1月1日'],
  ])('%s', (_, day, today, words) => {
    expect(nearDay(day, today)).toBe(words);
  });
});
