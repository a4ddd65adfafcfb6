import { nearDay, nearDays } from './near-day';

describe('a day in a sentence', () => {
  it.each([
    ['the running year is not named', '2026-06-18', '2026-01-01', '6月18日'],
    ['the last day of the year before is named with its year', '2025-12-31', '2026-01-01', '2025年12月31日'],
    ['the first day of the next year too', '2027-01-01', '2026-12-31', '2027年1月1日'],
  ])('%s', (_, day, today, words) => {
    expect(nearDay(day, today)).toBe(words);
  });
});

describe('a stretch of days in a sentence', () => {
  it.each([
    ['within the running year no year is named', '2026-03-02', '2026-03-20', '3月2日 至 3月20日'],
    ['within another year it is named once', '2027-01-21', '2027-03-11', '2027年1月21日 至 3月11日'],
    ['into the next year the end has its year', '2026-12-31', '2027-01-01', '12月31日 至 2027年1月1日'],
    [
      'out of the year before, both have theirs',
      '2025-12-31',
      '2026-01-01',
      '2025年12月31日 至 2026年1月1日',
    ],
  ])('%s', (_, from, to, words) => {
    expect(nearDays(from, to, '2026-06-08')).toBe(words);
  });
});
