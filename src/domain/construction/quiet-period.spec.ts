import { codesOf } from './given-construction';
import { QuietPeriod, quietDaysOf, quietPeriodBlockers, quietPeriodInWords } from './quiet-period';

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

  it('are said as one day or as a stretch, and counted each once', () => {
    expect(quietPeriodInWords(exam())).toBe('2026年6月7日 至 2026年6月8日');
    expect(quietPeriodInWords(exam({ untilOn: '2026-06-07' }))).toBe('2026年6月7日');
    expect(quietDaysOf([...known, exam(), exam({ fromOn: '2026-06-08' })])).toEqual([
      ...['2026-06-07', '2026-06-08', '2026-06-25', '2026-06-26', '2026-06-27'],
    ]);
  });
});
