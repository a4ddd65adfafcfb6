// How a post goes on: sent, then confirmed or returned with a reason by somebody else; a returned one is answered by a new
// row that opens on the reason with the old values; what was confirmed is never changed, only replaced (issue: nothing is
// public before it is confirmed; field lessons §2.1 9; who confirms: domain reference §6.3).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { addWorkdays, WorkCalendar } from '../kernel/work-calendar';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';
import { byOffice, wordsBlockers, worksOverBlockers } from './blocked';
import { Confirmer, confirmerBlockers, confirmingRoles, Doer, Supervision } from './confirming';
import { PostState, postStateNames } from './daily-post';

/** What can be done with a post? */
export type PostStep = 'send' | 'confirm' | 'return' | 'correct';

/** What a step is judged by; `wrong` is what speaks against the post itself, asked again when it is confirmed. */
export interface PostStepFacts {
  renovation: RenovationState;
  supervision: Supervision;
  confirmer: Confirmer | null;
  postedBy: Doer;
  wrong: readonly Blocker[];
  /** A newer post of the same day waits; the older one is not confirmed over it. */
  isReplaced: boolean;
  reason: string;
}

const posting: readonly Role[] = ['contractor', 'street-manager'];

const arrow = (
  label: string,
  by: readonly Role[],
  [from, to]: [readonly PostState[], PostState],
  more: (facts: PostStepFacts) => Blocker[],
) => ({
  label,
  by,
  from,
  to,
  blockers: (facts: PostStepFacts) => [...worksOverBlockers(facts.renovation), ...more(facts)],
});

const somebodyElse = ({ supervision, confirmer, postedBy }: PostStepFacts): Blocker[] =>
  confirmer ? confirmerBlockers(supervision, confirmer, postedBy) : [];

const notReplaced = ({ isReplaced }: PostStepFacts): Blocker[] =>
  isReplaced ? [byOffice('post-replaced', '这一天有更新的日报，请打开新的一份办理')] : [];

/** Every step of a post. */
export const postLifecycle: Lifecycle<PostStep, PostState, Role, PostStepFacts> = {
  send: arrow('提交日报', posting, [['draft'], 'sent'], ({ wrong }) => [...wrong]),
  confirm: arrow('确认', confirmingRoles, [['sent'], 'confirmed'], (facts) => [
    ...somebodyElse(facts),
    ...notReplaced(facts),
    ...facts.wrong,
  ]),
  return: arrow('退回', confirmingRoles, [['sent'], 'returned'], (facts) => [
    ...somebodyElse(facts),
    ...notReplaced(facts),
    ...wordsBlockers('post-return', facts.reason, '退回的原因，施工方打开就能看到'),
  ]),
  correct: arrow('更正', posting, [['sent', 'returned', 'confirmed'], 'corrected'], (facts) => [
    ...notReplaced(facts),
    ...facts.wrong,
  ]),
};

/** What speaks against this step of a post in this state? A phone that came by invitation posts as the contractor. */
export const postStepBlockers = (
  step: PostStep,
  state: PostState,
  role: Role,
  facts: PostStepFacts,
): Blocker[] =>
  stepBlockers(postLifecycle, step, { state, role, facts }, { states: postStateNames, roles: roleNames });

/** Until which day should somebody answer a post that came, or was sent back, on this day? A setting of the office. */
export const postAnswerDueOn = (cameOn: CalendarDate, calendar: WorkCalendar): CalendarDate =>
  addWorkdays(calendar, cameOn, valueOn('works.post-answer-days', cameOn));

/** Reasons a post is returned for, one tap each. */
export const returnReasons = [
  '数量和现场不一致',
  '照片看不清或不是今天的',
  '缺少照片',
  '部位没有写清',
  '请补充停工原因',
] as const;
