// Did enough households agree, by the policy that asks for it before works start? Beside the votes of 民法典 §278, and
// counted in households: each one answer, silence is not consent (domain reference §4.6; rule consent.start-share).
import type { CalendarDate } from '../kernel/calendar-date';
import { percent, reaches } from '../kernel/ratio';
import { Rule, ruleOn } from '../rules/rule-book';

/** How does the consent of the households stand to the policy? `needed` households are asked for, the limit included. */
interface PolicyConsent {
  agree: number;
  households: number;
  needed: number;
  passes: boolean;
  rule: Rule;
}

/** Counts agreeing households against the share of this day; undefined where no policy was in force. */
export function policyConsent(
  agree: number,
  households: number,
  day: CalendarDate,
): PolicyConsent | undefined {
  const rule = ruleOn('consent.start-share', day);
  if (!rule) return undefined;
  return {
    agree,
    households,
    needed: Math.floor((households * rule.value + 99) / 100),
    passes: reaches(agree, households, percent(rule.value)),
    rule,
  };
}
