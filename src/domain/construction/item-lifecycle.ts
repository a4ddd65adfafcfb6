// How a work item goes on: opened when nothing holds it back, finished when all of it is confirmed, accepted by somebody
// else than who built it, reopened with a reason (domain reference §1.3 G10, G11; 建设工程质量管理条例 §37).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byLaw, byOffice, remark, wordsBlockers, worksOverBlockers } from './blocked';
import { ConcealedWork, concealedSource, isConcealedAccepted } from './concealed-work';
import { Confirmer, confirmerBlockers, confirmingRoles, Doer, Supervision } from './confirming';
import { itemOpenBlockers, ItemSurroundings } from './item-holds';
import { valueInWords, wholeOf, WorkItem, WorkItemState, workItemStateNames } from './work-item';

/** What can be done with an item? */
export type WorkItemStep = 'open' | 'finish' | 'accept' | 'reopen' | 'drop' | 'restore';

/** What a step is judged by. */
export interface WorkItemStepFacts {
  renovation: RenovationState;
  today: CalendarDate;
  item: WorkItem;
  surroundings: ItemSurroundings;
  supervision: Supervision;
  confirmer: Confirmer;
  /** Who declared it finished; null while nobody has. */
  finishedBy: Doer | null;
  /** What is confirmed of it so far, in its measure. */
  confirmed: number;
  /** Findings about it that are not closed. */
  openFindings: number;
  /** Items that wait for it and have begun. */
  begunAfter: number;
  reason: string;
}

type Reasons = (facts: WorkItemStepFacts) => Blocker[];

const arrow = (
  label: string,
  by: readonly Role[],
  [from, to]: [readonly WorkItemState[], WorkItemState],
  more: Reasons,
) => ({
  label,
  by,
  from,
  to,
  blockers: (facts: WorkItemStepFacts) => [...worksOverBlockers(facts.renovation), ...more(facts)],
});

const why =
  (what: string): Reasons =>
  ({ reason }) =>
    wordsBlockers('item-reason', reason, what);

/** Every step of an item. */
export const workItemLifecycle: Lifecycle<WorkItemStep, WorkItemState, Role, WorkItemStepFacts> = {
  open: arrow('开工', confirmingRoles, [['planned'], 'open'], ({ item, surroundings, today }) =>
    itemOpenBlockers(item, surroundings, today),
  ),
  finish: arrow('完工自检', ['contractor', 'street-manager'], [['open'], 'finished'], (facts) => [
    ...wholeBlockers(facts),
    ...concealedDoneBlockers(facts.item, facts.surroundings.concealed),
  ]),
  accept: arrow('分项验收合格', confirmingRoles, [['finished'], 'accepted'], (facts) => [
    ...confirmerBlockers(
      facts.supervision,
      facts.confirmer,
      facts.finishedBy ?? { userId: null, firmId: null },
    ),
    ...concealedDoneBlockers(facts.item, facts.surroundings.concealed),
    ...findingsBlockers(facts),
  ]),
  reopen: arrow(
    '退回施工',
    confirmingRoles,
    [['finished', 'accepted'], 'open'],
    why('没有做好的地方，或重新施工的原因'),
  ),
  drop: arrow('不再施工', ['street-manager'], [['planned', 'open'], 'dropped'], why('不再施工的原因')),
  restore: arrow('恢复', ['street-manager'], [['dropped'], 'planned'], why('恢复的原因')),
};

function wholeBlockers({ item, confirmed }: WorkItemStepFacts): Blocker[] {
  const whole = wholeOf(item);
  if (confirmed >= whole) return [];
  const text = `「${item.name}」已确认 ${valueInWords(confirmed, item)}，共 ${valueInWords(whole, item)}。请报满并经确认后再办完工`;
  return [byOffice('item-not-whole', text)];
}

/** What of the concealed work of an item still speaks against calling it finished? */
function concealedDoneBlockers(item: WorkItem, concealed: readonly ConcealedWork[]): Blocker[] {
  const own = concealed.filter(({ itemId, state }) => itemId === item.id && state !== 'withdrawn');
  if (item.hasConcealed && own.length === 0) {
    const text = `「${item.name}」有隐蔽部位，还没有验收记录。请先通知检查，验收合格后再办`;
    return [byLaw('item-concealed', text, concealedSource)];
  }
  const open = own.filter((one) => !isConcealedAccepted(one)).map(({ part }) => part);
  if (open.length === 0) return [];
  const text = `「${item.name}」的${open.join('、')}还没有隐蔽验收合格，请验收后再办`;
  return [byLaw('item-concealed', text, concealedSource)];
}

const findingsBlockers = ({ item, openFindings }: WorkItemStepFacts): Blocker[] =>
  openFindings > 0
    ? [
        byOffice(
          'item-findings',
          `「${item.name}」还有 ${openFindings} 个问题没有复查通过，请整改复查后再验收`,
        ),
      ]
    : [];

/** What should be said along with a step? */
export const workItemStepWarnings = (
  step: WorkItemStep,
  { begunAfter }: Pick<WorkItemStepFacts, 'begunAfter'>,
): Blocker[] =>
  (step === 'reopen' || step === 'drop') && begunAfter > 0
    ? [remark('item-begun-after', `有 ${begunAfter} 项后道工序已经开工，请一并核对`)]
    : [];

/** What speaks against this step of an item in this state? */
export const workItemStepBlockers = (
  step: WorkItemStep,
  state: WorkItemState,
  role: Role,
  facts: WorkItemStepFacts,
): Blocker[] =>
  stepBlockers(
    workItemLifecycle,
    step,
    { state, role, facts },
    { states: workItemStateNames, roles: roleNames },
  );
