// May this version be posted? What is posted has something in it and hangs for the days of the rule book. An objection
// that comes after these days is marked and answered like the others (domain reference §1.3 G5, §7.1).
import { Blocker, houseRule } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { noticeDays } from '../meeting/notice';
import { PlanStanding, planEditBlockers } from './plan-version';

/** What speaks against posting this version from this day for so many days? */
export function postingBlockers(
  plan: { standing: PlanStanding; items: number },
  { postedOn, days }: { postedOn: CalendarDate; days: number },
): Blocker[] {
  if (plan.standing === 'posted') {
    return [houseRule('posting.posted', '方案已经在公示。要重新公示，请先撤下现在这一份')];
  }
  const found = planEditBlockers(plan.standing);
  if (plan.items === 0) found.push(houseRule('posting.items', '方案里还没有改造内容，请先添加再公示'));
  const least = noticeDays('plan', postedOn);
  if (days < least) {
    found.push(houseRule('posting.days', `「公示天数」不能少于 ${least} 天，现在填的是 ${days} 天`));
  }
  return found;
}

/** Did it come after the last day of the notice? */
export const isLate = (notice: { endsOn: CalendarDate }, heardOn: CalendarDate): boolean =>
  heardOn > notice.endsOn;
