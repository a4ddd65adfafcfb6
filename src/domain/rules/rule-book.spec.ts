import { addDays, isCalendarDate } from '../kernel/calendar-date';
import { ruleInWords, ruleOn, valueOn, withRules } from './rule-book';
import { localSource, RuleCode, rules } from './rules';

describe('the rule book', () => {
  it('names a source for every number, and says 本地设定 exactly where the office sets it', () => {
    for (const rule of rules) {
      expect(rule.source).not.toBe('');
      expect(rule.local).toBe(rule.source === localSource);
      expect(Number.isInteger(rule.value) && rule.value > 0).toBe(true);
      expect(isCalendarDate(rule.validFrom)).toBe(true);
      expect(rule.unit === 'days').toBe(rule.dayType !== null);
    }
  });

  it('never holds two rules of one code on one day', () => {
    for (const rule of rules) {
      const others = rules.filter((other) => other !== rule && other.code === rule.code);
      for (const other of others) {
        expect((other.validTo ?? '9999') < rule.validFrom || (rule.validTo ?? '9999') < other.validFrom).toBe(
          true,
        );
      }
    }
  });

  it.each<[RuleCode, number]>([
    ['permit.exempt-investment', 30_000_000],
    ['permit.exempt-area', 30_000],
    ['consent.start-share', 80],
    ['acceptance.filing-days', 15],
    ['notice.days', 7],
    ['survey.count-deviation', 10],
    ['page.stale-days', 7],
  ])('%s is %i today', (code, value) => {
    expect(valueOn(code, '2026-06-08')).toBe(value);
  });

  it.each(rules.filter((rule) => !rule.local).map((rule) => [rule.code, rule.validFrom] as const))(
    '%s holds from %s on and not the day before',
    (code, validFrom) => {
      expect(ruleOn(code, validFrom)?.code).toBe(code);
      expect(ruleOn(code, addDays(validFrom, -1))).toBeUndefined();
      expect(() => valueOn(code, addDays(validFrom, -1))).toThrow(RangeError);
    },
  );

  it('changes a number from one day to the next, and keeps the old one for old days', () => {
    const first = { ...ruleOn('notice.days', '2026-06-08')!, validFrom: '2026-01-01', validTo: '2026-06-30' };
    const next = { ...first, value: 10, validFrom: '2026-07-01', validTo: undefined };
    const on = (day: string) => ruleOn('notice.days', day, [first, next])?.value;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([undefined, 7, 7, 10]);
  });

  it.each<[RuleCode, string]>([
    ['permit.exempt-investment', '30 万元'],
    ['permit.exempt-area', '300 ㎡'],
    ['consent.start-share', '80%'],
    ['notice.days', '7 天'],
    ['hazard.control-hours', '24 小时'],
    ['final-account.months', '3 个月'],
    ['eligible.built-before', '2002 年'],
  ])('%s is said as %s', (code, words) => {
    expect(ruleInWords(ruleOn(code, '2026-06-08')!)).toBe(words);
  });

  it('says working days as such', () => {
    const rule = { ...ruleOn('notice.days', '2026-06-08')!, value: 5, dayType: 'working' as const };
    expect(ruleInWords(rule)).toBe('5 个工作日');
  });

  it('writes its numbers into a sentence, by the day of the case', () => {
    expect(withRules('公示满 {notice.days}', '2026-06-08')).toBe('公示满 7 天');
    expect(withRules('征得 {consent.start-share} 以上同意', '2021-12-31')).toBe('征得 规定数 以上同意');
  });
});
