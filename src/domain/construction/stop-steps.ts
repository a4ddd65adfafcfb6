// The word to go on after an order to stop (复工): by the rank that stopped or a higher one, once what was found is mended;
// and what is due while works with a permit are stopped (建筑法 §10; domain reference §6.5).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { addMonths } from '../removal/periods';
import type { RenovationState } from '../renovation/stages';
import { ruleOn } from '../rules/rule-book';
import { byOffice, remark, wordsBlockers, worksOverBlockers } from './blocked';
import { stoppingRoles, StopState, stopStateNames } from './stop-order';

/** What can be done with an order? */
export type StopStep = 'resume' | 'withdraw';

/** What a step is judged by; `orderedBy` is the role that gave the order. */
export interface StopStepFacts {
  renovation: RenovationState;
  role: Role;
  orderedBy: Role;
  stoppedOn: CalendarDate;
  resumedOn: CalendarDate;
  today: CalendarDate;
  /** Findings the order rests on that are not closed. */
  openFindings: number;
  reason: string;
}

/** Every step of an order. */
export const stopLifecycle: Lifecycle<StopStep, StopState, Role, StopStepFacts> = {
  resume: {
    label: '复工',
    from: ['stopped'],
    to: 'resumed',
    by: stoppingRoles,
    blockers: (facts) => [
      ...worksOverBlockers(facts.renovation),
      ...rankBlockers(facts),
      ...resumeDayBlockers(facts),
      ...(facts.openFindings > 0
        ? [byOffice('resume-findings', `还有 ${facts.openFindings} 个问题没有复查通过，复查通过后再复工`)]
        : []),
      ...wordsBlockers('resume-reason', facts.reason, '检查的情况和可以复工的理由'),
    ],
  },
  withdraw: {
    label: '撤销停工令',
    from: ['stopped'],
    to: 'withdrawn',
    by: stoppingRoles,
    blockers: (facts) => [
      ...worksOverBlockers(facts.renovation),
      ...rankBlockers(facts),
      ...wordsBlockers('stop-withdrawn', facts.reason, '登记有误的情况'),
    ],
  },
};

const rank: Partial<Record<Role, number>> = { supervisor: 1, 'street-manager': 2, 'district-officer': 3 };

// An order is lifted by its own rank or a higher one.
function rankBlockers({ role, orderedBy }: StopStepFacts): Blocker[] {
  if ((rank[role] ?? 0) >= (rank[orderedBy] ?? 0)) return [];
  return [byOffice('stop-rank', `这份停工令由${roleNames[orderedBy]}下达，请由${roleNames[orderedBy]}办理`)];
}

function resumeDayBlockers({ resumedOn, stoppedOn, today }: StopStepFacts): Blocker[] {
  const found: Blocker[] = [];
  if (resumedOn > today) found.push(byOffice('resume-future', '「复工日期」不能晚于今天'));
  if (resumedOn < stoppedOn) {
    found.push(byOffice('resume-early', `「复工日期」不能早于停工日期 ${dayInWords(stoppedOn)}`));
  }
  return found;
}

/** What speaks against this step of an order in this state? */
export const stopStepBlockers = (
  step: StopStep,
  state: StopState,
  role: Role,
  facts: StopStepFacts,
): Blocker[] =>
  stepBlockers(stopLifecycle, step, { state, role, facts }, { states: stopStateNames, roles: roleNames });

/** What is due while works with a permit are stopped? Told from the first day on, with the day until it is due. */
export function stopReportWarnings(
  { stoppedOn, reportedOn }: { stoppedOn: CalendarDate; reportedOn: CalendarDate | null },
  hasPermit: boolean,
  today: CalendarDate,
): Blocker[] {
  const rule = ruleOn('works.stop-report-months', stoppedOn);
  if (!hasPermit || reportedOn !== null || !rule) return [];
  const dueOn = addMonths(stoppedOn, rule.value);
  const said =
    today > dueOn ? `已过期 ${daysBetween(dueOn, today)} 天，请立即报告` : `请在 ${dayInWords(dueOn)}前报告`;
  return [remark('stop-report', `领有施工许可证的工程中止施工，要向发证机关报告，${said}`, rule.source)];
}

/** What speaks against this day of the report? */
export function stopReportBlockers(
  { stoppedOn, state }: { stoppedOn: CalendarDate; state: StopState },
  reportedOn: CalendarDate,
  today: CalendarDate,
): Blocker[] {
  if (state === 'withdrawn') return [byOffice('stop-report-state', '停工令已撤销，不用再报告')];
  if (reportedOn > today) return [byOffice('stop-report-future', '「报告日期」不能晚于今天')];
  if (reportedOn >= stoppedOn) return [];
  return [byOffice('stop-report-early', `「报告日期」不能早于停工日期 ${dayInWords(stoppedOn)}`)];
}
