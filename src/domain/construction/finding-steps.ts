// How a finding goes on: the contractor mends it and shows it, somebody of another firm looks again and closes it or sends it
// back, a due day is moved only with a reason (domain reference §6.4 整改通知/回复; field lessons §3.6 B29: no self-approval).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice, wordsBlockers, worksOverBlockers } from './blocked';
import type { Confirmer, Doer } from './confirming';
import { FindingState, findingStateNames } from './finding';

/** What can be done with a finding? */
export type FindingStep = 'mend' | 'pass' | 'send-back' | 'move-due' | 'reopen' | 'strike-out';

/** What a step is judged by. */
export interface FindingStepFacts {
  renovation: RenovationState;
  today: CalendarDate;
  foundOn: CalendarDate;
  dueOn: CalendarDate;
  /** The day it was mended or looked at again. */
  happenedOn: CalendarDate;
  /** When and by whom it was mended; null while it was not. */
  mended: { on: CalendarDate; by: Doer } | null;
  actor: Confirmer;
  /** Pictures of the place as it is now. */
  photosAfter: number;
  /** The next due day, where the step gives one. */
  nextDueOn: CalendarDate | null;
  reason: string;
}

/** Who may look again, move the day, and strike out what was written by mistake? */
export const inspectingRoles: readonly Role[] = ['supervisor', 'street-manager', 'district-officer'];

const arrow = (
  label: string,
  by: readonly Role[],
  [from, to]: [readonly FindingState[], FindingState],
  more: (facts: FindingStepFacts) => Blocker[],
) => ({
  label,
  by,
  from,
  to,
  blockers: (facts: FindingStepFacts) => [...worksOverBlockers(facts.renovation), ...more(facts)],
});

/** Every step of a finding. */
export const findingLifecycle: Lifecycle<FindingStep, FindingState, Role, FindingStepFacts> = {
  mend: arrow('提交整改', ['contractor', 'street-manager'], [['open'], 'mended'], (facts) => [
    ...dayBlockers(facts, facts.foundOn, '发现日期'),
    ...wordsBlockers('finding-mended', facts.reason, '怎样整改的'),
    ...photoBlockers(facts),
  ]),
  pass: arrow('复查通过', inspectingRoles, [['mended'], 'closed'], (facts) => [
    ...dayBlockers(facts, facts.mended?.on ?? facts.foundOn, '整改日期'),
    ...somebodyElseBlockers(facts),
    ...photoBlockers(facts),
  ]),
  'send-back': arrow('复查不通过', inspectingRoles, [['mended'], 'open'], (facts) => [
    ...somebodyElseBlockers(facts),
    ...wordsBlockers('finding-back', facts.reason, '没有改到位的地方'),
    ...nextDueBlockers(facts),
  ]),
  'move-due': arrow('调整期限', inspectingRoles, [['open'], 'open'], (facts) => [
    ...wordsBlockers('finding-moved', facts.reason, '调整期限的原因'),
    ...nextDueBlockers(facts),
    ...(facts.nextDueOn === facts.dueOn
      ? [byOffice('finding-same-due', '新的期限和原来一样，请改成别的日期')]
      : []),
  ]),
  reopen: arrow('重新打开', inspectingRoles, [['closed'], 'open'], (facts) => [
    ...wordsBlockers('finding-reopened', facts.reason, '重新打开的原因'),
    ...nextDueBlockers(facts),
  ]),
  'strike-out': arrow('撤销登记', inspectingRoles, [['open'], 'struck-out'], ({ reason }) =>
    wordsBlockers('finding-struck-out', reason, '登记有误的情况'),
  ),
};

function dayBlockers(
  { happenedOn, today }: FindingStepFacts,
  earliest: CalendarDate,
  what: string,
): Blocker[] {
  if (happenedOn > today) return [byOffice('finding-future', '「日期」不能晚于今天')];
  if (happenedOn >= earliest) return [];
  return [byOffice('finding-before', `「日期」不能早于${what} ${dayInWords(earliest)}`)];
}

const photoBlockers = ({ photosAfter }: FindingStepFacts): Blocker[] =>
  photosAfter < 1 ? [byOffice('finding-photo-after', '请在同一位置拍整改后的照片，至少一张')] : [];

function somebodyElseBlockers({ mended, actor }: FindingStepFacts): Blocker[] {
  if (!mended) return [];
  const { userId, firmId } = mended.by;
  const isSame = userId !== null && userId === actor.userId;
  const isSameFirm = firmId !== null && firmId === actor.firmId;
  return isSame || isSameFirm
    ? [byOffice('finding-own', '整改和复查不能是同一个人或同一家单位，请换一个人复查')]
    : [];
}

function nextDueBlockers({ nextDueOn, today }: FindingStepFacts): Blocker[] {
  if (nextDueOn === null) return [byOffice('finding-next-due', '请填写新的「整改期限」')];
  return nextDueOn < today ? [byOffice('finding-next-due', '新的期限不能早于今天')] : [];
}

/** What speaks against this step of a finding in this state? */
export const findingStepBlockers = (
  step: FindingStep,
  state: FindingState,
  role: Role,
  facts: FindingStepFacts,
): Blocker[] =>
  stepBlockers(
    findingLifecycle,
    step,
    { state, role, facts },
    { states: findingStateNames, roles: roleNames },
  );
