import type { DoorHistoryLine } from '../compounds/door-layers';
import { dayInWords } from '../domain/kernel/calendar-date';
import { callOutcomeNames, householdBlockers } from '../domain/meeting/household-call';
import { HouseholdAnswers, answersInWords } from '../domain/meeting/household-questions';
import { inOrder } from '../domain/meeting/household-standing';
import { visitorsInWords } from '../surveys/survey-words';
import { outcomeMarks } from './household-words';
import type { PastCall } from './households.desk';
import { householdPaths } from './households.paths';

/** Every call at a door as lines of its history, the latest first; each tells what changed since the call before. */
export function toCallHistory(
  calls: readonly PastCall[],
  names: ReadonlyMap<number, string>,
): DoorHistoryLine[] {
  const said = new Map<number, HouseholdAnswers>();
  return inOrder(calls)
    .map((call) => {
      const before = said.get(call.renovationId) ?? {};
      if (!call.withdrawnOn) said.set(call.renovationId, { ...before, ...call.answers });
      return toCallLine(call, before, names.get(call.recordedBy) ?? '');
    })
    .reverse();
}

function toCallLine(call: PastCall, before: HouseholdAnswers, recordedBy: string): DoorHistoryLine {
  const { renovation, withdrawnOn } = call;
  const what = answersInWords(call.answers, before) || callOutcomeNames[call.outcome];
  return {
    on: call.calledOn,
    status: outcomeMarks[call.outcome],
    what: renovation.isCurrent ? what : `${what}（${renovation.name}）`,
    by: `${visitorsInWords(call.callers)}走访，${recordedBy}登记`,
    note: call.note || undefined,
    ...(withdrawnOn
      ? { withdrawn: `${dayInWords(withdrawnOn)} 作废：${call.withdrawnReason}` }
      : !householdBlockers(renovation.state).length && {
          withdrawLink: householdPaths.withdrawCall(call.id),
        }),
  };
}
