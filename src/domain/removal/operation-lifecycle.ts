// How does a removal day go on: changed while it is planned, carried out with a result for each structure, or cancelled with
// a reason; what was carried out is not undone (domain reference §3.5; the roles are a setting of the house).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import type { WorkCalendar } from '../kernel/work-calendar';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice } from './blocked';
import { OperationOutcome, operationResultBlockers } from './operation-outcome';
import {
  operationEarlyBlockers,
  OperationPlan,
  operationPlanBlockers,
  operationStartBlockers,
  OperationState,
  operationStateNames,
} from './removal-operation';
import { WeatherCheck, weatherRecordBlockers } from './removal-rules';
import { removalOverBlockers } from './structure';

/** What can be done with a removal day? */
export type OperationStep = 'change' | 'add-safety-plan' | 'check-weather' | 'carry-out' | 'cancel';

/** What a step is judged by. */
export interface OperationFacts {
  renovation: RenovationState;
  plan: OperationPlan;
  weather: WeatherCheck | null;
  outcomes: readonly { structureId: number; outcome: OperationOutcome; note: string }[];
  reason: string;
  today: CalendarDate;
  calendar: WorkCalendar;
}

type Arrows = Lifecycle<OperationStep, OperationState, Role, OperationFacts>;

const arrow = (
  label: string,
  to: OperationState,
  more: (facts: OperationFacts) => Blocker[],
): Arrows[OperationStep] => ({
  label,
  to,
  from: ['planned'],
  by: ['street-manager'],
  blockers: (facts) => [...removalOverBlockers(facts.renovation), ...more(facts)],
});

const nothingDone = byOffice('operation-nothing', '没有一处动手拆除的，请改为「取消行动」并写明原因');

/**
 * What was left alone is not judged by papers and weather: who took the agreement back that morning holds up no result of
 * the others. Null where all were left alone.
 */
function touchedPlan({ plan, outcomes }: OperationFacts): OperationPlan | null {
  const left = outcomes
    .filter(({ outcome }) => outcome === 'not-removed')
    .map(({ structureId }) => structureId);
  const structures = plan.structures.filter(({ id }) => !left.includes(id));
  return structures.length === 0 && plan.structures.length > 0 ? null : { ...plan, structures };
}

/** Every step of a removal day. */
export const operationLifecycle: Arrows = {
  change: arrow('修改安排', 'planned', ({ plan, today, calendar }) =>
    operationPlanBlockers(plan, today, calendar),
  ),
  'carry-out': arrow('登记实施结果', 'carried-out', (facts) => {
    const { plan, weather, outcomes, today, calendar } = facts;
    const touched = touchedPlan(facts);
    return [
      ...(touched ? operationStartBlockers(touched, weather, today, calendar) : [nothingDone]),
      ...operationResultBlockers(plan.structures, outcomes),
    ];
  }),
  'add-safety-plan': arrow('上传安全方案', 'planned', () => []),
  'check-weather': arrow('登记天气', 'planned', ({ weather, plan, today }) =>
    weather ? weatherRecordBlockers(weather, plan.hours.on, today) : [],
  ),
  cancel: arrow('取消行动', 'cancelled', ({ reason }) =>
    reason.trim() ? [] : [byOffice('reason', '请写明取消的原因')],
  ),
};

/** What speaks against this step of a removal day in this state? */
export const operationStepBlockers = (
  step: OperationStep,
  state: OperationState,
  role: Role,
  facts: OperationFacts,
): Blocker[] =>
  stepBlockers(
    operationLifecycle,
    step,
    { state, role, facts },
    { states: operationStateNames, roles: roleNames },
  );

/** What speaks against even opening the form of this step? What is still to be filled in does not, a day to come does. */
export const operationFormBlockers = (
  step: OperationStep,
  state: OperationState,
  role: Role,
  facts: OperationFacts,
): Blocker[] =>
  operationLifecycle[step].from.includes(state)
    ? [
        ...removalOverBlockers(facts.renovation),
        ...(step === 'carry-out' ? operationEarlyBlockers(facts.plan, facts.today) : []),
      ]
    : operationStepBlockers(step, state, role, facts);
