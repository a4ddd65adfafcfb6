// The dated rule book: every threshold, day count and share with its source, so that no number of the law stands in
// code and a renovation can be judged by the rule that was in force on its day. The numbers are in rules.ts.
import { areaInWords } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';
import { fenInTenThousands } from '../kernel/money';
import type { DayType } from '../kernel/work-calendar';
import { RuleCode, rules } from './rules';

/** What does the value of a rule count? `area` is 0.01 ㎡, `fen` 0.01 元. */
export type RuleUnit = 'percent' | 'days' | 'hours' | 'months' | 'fen' | 'area' | 'year';

/** One number in force from a day on. `local` marks a setting of the house or the office, which no law text states. */
export interface Rule<Code extends string = RuleCode> {
  code: Code;
  value: number;
  unit: RuleUnit;
  dayType: DayType | null;
  source: string;
  validFrom: CalendarDate;
  validTo?: CalendarDate;
  local: boolean;
}

/** Which rule was in force on this day? undefined when none was; both days of a period belong to it. */
export function ruleOn(code: RuleCode, day: CalendarDate, book: readonly Rule[] = rules): Rule | undefined {
  return book.find(
    (rule) =>
      rule.code === code && rule.validFrom <= day && (rule.validTo === undefined || day <= rule.validTo),
  );
}

/** The number in force on this day; a day before the book begins is a mistake of the caller. */
export function valueOn(code: RuleCode, day: CalendarDate): number {
  const rule = ruleOn(code, day);
  if (!rule) throw new RangeError(`no rule ${code} on ${day}`);
  return rule.value;
}

/** How is the number of a rule said? '80%', '7 天', '5 个工作日', '30 万元', '300 ㎡'. */
export function ruleInWords(rule: Rule): string {
  switch (rule.unit) {
    case 'percent':
      return `${rule.value}%`;
    case 'days':
      return rule.dayType === 'working' ? `${rule.value} 个工作日` : `${rule.value} 天`;
    case 'hours':
      return `${rule.value} 小时`;
    case 'months':
      return `${rule.value} 个月`;
    case 'fen':
      return `${fenInTenThousands(rule.value).replace(/\.00$/, '')} 万元`;
    case 'area':
      return areaInWords(rule.value);
    case 'year':
      return `${rule.value} 年`;
  }
}

/** Writes the numbers of a day into a sentence: '满 {notice.days}' becomes '满 7 天'. */
export function withRules(sentence: string, day: CalendarDate): string {
  return sentence.replace(/\{([a-z.-]+)\}/g, (_, code: RuleCode) => {
    const rule = ruleOn(code, day);
    return rule ? ruleInWords(rule) : '规定数';
  });
}
