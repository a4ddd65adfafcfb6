// Who signs a survey, and when may it no longer be changed? The community signs first, the street after, two different
// persons, and nobody while something is missing; a signed survey is frozen and a later look is a new version (domain
// reference §1.1 stage 1, §2.1; the order is a setting of the house).
import { Blocker, houseRule } from '../kernel/blocker';
import { Lifecycle, allowedSteps, Step, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { MissingPart, surveyPartNames } from './completeness';

/** How far has a survey been signed? */
export type SurveyState = 'draft' | 'community-signed' | 'signed';

export const surveyStateNames: Record<SurveyState, string> = {
  draft: '调查中',
  'community-signed': '社区已签字',
  signed: '已签字',
};

/** What can be done with the signatures? */
export type SignStep = 'sign-for-community' | 'sign-for-street' | 'withdraw' | 'return';

/** What signing is judged by: what is missing, who signs now, who signed for the community, and the reason given. */
export interface SignFacts {
  missing: readonly MissingPart[];
  signerId: number;
  communitySignerId: number | null;
  reason: string;
}

const signing: Lifecycle<SignStep, SurveyState, Role, SignFacts> = {
  'sign-for-community': {
    from: ['draft'],
    to: 'community-signed',
    by: ['community-worker'],
    label: '社区签字',
    blockers: ({ missing }) => missingBlockers(missing),
  },
  'sign-for-street': {
    from: ['community-signed'],
    to: 'signed',
    by: ['street-manager'],
    label: '街道签字',
    blockers: ({ missing, signerId, communitySignerId }) => [
      ...(signerId === communitySignerId
        ? [houseRule('sign.same-person', '社区和街道要由两个人分别签字')]
        : []),
      ...missingBlockers(missing),
    ],
  },
  withdraw: {
    from: ['community-signed'],
    to: 'draft',
    by: ['community-worker'],
    label: '撤回签字，继续调查',
  },
  return: {
    from: ['community-signed'],
    to: 'draft',
    by: ['street-manager'],
    label: '退回社区补充',
    blockers: ({ reason }) => (reason.trim() ? [] : [houseRule('sign.reason', '请写明退回的原因')]),
  },
};

/** To which state does a step lead? */
export const signedStateAfter = (step: SignStep): SurveyState => signing[step].to;

/** What is the step called? */
export const signStepLabel = (step: SignStep): string => signing[step].label;

/** Everything that speaks against this step by this role now. */
export const signBlockers = (step: SignStep, state: SurveyState, role: Role, facts: SignFacts): Blocker[] =>
  stepBlockers(signing, step, { state, role, facts }, { states: surveyStateNames, roles: roleNames });

/** Which steps are offered to this role? The reason of a return is typed on the page and not counted yet. */
export const allowedSignSteps = (
  state: SurveyState,
  role: Role,
  facts: SignFacts,
): Step<SignStep, SurveyState>[] =>
  allowedSteps(signing, state, role, facts).map((step) => ({
    ...step,
    blockers: step.blockers.filter(({ code }) => code !== 'sign.reason'),
  }));

/** What speaks against changing a survey in this state? */
export function surveyEditBlockers(state: SurveyState): Blocker[] {
  if (state === 'draft') return [];
  const text =
    state === 'signed'
      ? '这次摸底已签字，内容不再改动。情况有变化请开始复查'
      : '社区已签字，内容不再改动。需要补充请先撤回签字';
  return [houseRule('survey.frozen', text)];
}

/** What speaks against starting a new version beside the latest survey? */
export function resurveyBlockers(latest: { version: number; state: SurveyState }): Blocker[] {
  if (latest.state === 'signed') return [];
  return [houseRule('survey.unfinished', `第 ${latest.version} 次摸底还没有签完字，请先完成`)];
}

function missingBlockers(missing: readonly MissingPart[]): Blocker[] {
  return missing.map(({ code, part, text }) =>
    houseRule(`sign.${code}`, `${surveyPartNames[part]}：${text}`),
  );
}
