import { codesOf } from './given-construction';
import {
  keepsQuietDays,
  QuietPeriod,
  quietDaysOf,
  quietPeriodBlockers,
  quietPeriodInWords,
  quietWithdrawalBlockers,
} from './quiet-period';

const exam = (change: Partial<QuietPeriod> = {}): QuietPeriod => ({
  ...{ name: '高考', fromOn: '2026-06-07', untilOn: '2026-06-08', source: '市里的通知', ...change },
});
const known = [exam({ name: '中考', fromOn: '2026-06-25', untilOn: '2026-06-27' })];

describe('quiet days of an examination', () => {
  it.each<[string, Partial<QuietPeriod>, string[]]>([
    ['with the paper that says so', {}, []],
    ['without that paper', { source: ' ' }, ['quiet-source']],
    ['without a name', { name: '' }, ['quiet-name']],
    ['of one day', { untilOn: '2026-06-07' }, []],
    ['that end before they begin', { untilOn: '2026-06-06' }, ['quiet-order']],
    ['of seven days', { untilOn: '2026-06-13' }, []],
    ['of eight days', { untilOn: '2026-06-14' }, ['quiet-long']],
    ['until the day before another examination', { fromOn: '2026-06-23', untilOn: '2026-06-24' }, []],
    ['that touch another examination', { fromOn: '2026-06-24', untilOn: '2026-06-25' }, ['quiet-twice']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(quietPeriodBlockers(exam(change), known))).toEqual(expected);
  });

  it.each<[string, string | null, string, string[]]>([
    ['with a reason', null, '日期有调整', []],
    ['without one', null, ' ', ['quiet-withdraw-reason']],
    ['once more', '2026-06-01', '日期有调整', ['quiet-withdrawn']],
  ])('are struck out %s', (_, withdrawnOn, reason, expected) => {
    expect(codesOf(quietWithdrawalBlockers({ withdrawnOn }, reason))).toEqual(expected);
  });

  it('are struck out by the office they hold for and by the one above it', () => {
    const street = { id: 2, parentId: 1 };
    expect([1, 2, 3].map((officeId) => keepsQuietDays(officeId, street))).toEqual([true, true, false]);
  });

  it('are said as one day or as a stretch, and counted each once', () => {
    expect(quietPeriodInWords(exam())).toBe('2026年6月7日 至 2026年6月8日');
    expect(quietPeriodInWords(exam({ untilOn: '2026-06-07' }))).toBe('2026年6月7日');
    expect(quietDaysOf([...known, exam(), exam({ fromOn: '2026-06-08' })])).toEqual([
      ...['2026-06-07', '2026-06-08', '2026-06-25', '2026-06-26', '2026-06-27'],
    ]);
  });
});
