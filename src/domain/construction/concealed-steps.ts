// How concealed work goes on: accepted in front of witnesses with pictures, sent back with a reason, covered only after that
// (建设工程质量管理条例 §30, §37; 民法典 §798; who stands by is a setting of the house).
import type { Blocker } from '../kernel/blocker';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byLaw, byOffice, wordsBlockers, worksOverBlockers } from './blocked';
import {
  concealedSource,
  ConcealedState,
  concealedStateNames,
  Witness,
  witnessNames,
} from './concealed-work';
import { noticingRoles } from './concealed-notice';
import { Confirmer, confirmerBlockers, confirmingRoles, Doer, Supervision } from './confirming';
import { isWallMoment, momentInWords, WallMoment } from './wall-moment';

/** What can be done with it? */
export type ConcealedStep = 'accept' | 'reject' | 'notice-again' | 'cover' | 'withdraw';

/** What a step is judged by. */
export interface ConcealedStepFacts {
  renovation: RenovationState;
  now: WallMoment;
  noticedAt: WallMoment;
  /** When somebody looked, or when it was covered. */
  happenedAt: WallMoment;
  /** When it was accepted; null while it was not. */
  acceptedAt: WallMoment | null;
  supervision: Supervision;
  confirmer: Confirmer;
  noticedBy: Doer;
  witnesses: readonly Witness[];
  photos: number;
  reason: string;
}

const arrow = (
  label: string,
  by: readonly Role[],
  [from, to]: [readonly ConcealedState[], ConcealedState],
  more: (facts: ConcealedStepFacts) => Blocker[],
) => ({
  label,
  by,
  from,
  to,
  blockers: (facts: ConcealedStepFacts) => [...worksOverBlockers(facts.renovation), ...more(facts)],
});

/** Every step of it. What was covered is not undone: who doubts it has it opened and gives notice anew. */
export const concealedLifecycle: Lifecycle<ConcealedStep, ConcealedState, Role, ConcealedStepFacts> = {
  accept: arrow('检查合格', confirmingRoles, [['noticed'], 'accepted'], (facts) => [
    ...checkBlockers(facts),
    ...witnessBlockers(facts),
    ...(facts.photos < 1 ? [byOffice('concealed-photo', '请上传覆盖前的照片，至少一张')] : []),
  ]),
  reject: arrow('检查不合格', confirmingRoles, [['noticed'], 'rejected'], (facts) => [
    ...checkBlockers(facts),
    ...wordsBlockers('concealed-reason', facts.reason, '不合格的地方和怎样整改'),
  ]),
  'notice-again': arrow('整改后再通知', noticingRoles, [['rejected'], 'noticed'], ({ reason }) =>
    wordsBlockers('concealed-mended', reason, '怎样整改的'),
  ),
  cover: arrow('登记覆盖', noticingRoles, [['accepted'], 'covered'], (facts) =>
    facts.acceptedAt !== null && facts.happenedAt < facts.acceptedAt
      ? [
          byLaw(
            'concealed-covered',
            '「覆盖时间」不能早于检查合格的时间，先覆盖的请剥开重新检查',
            concealedSource,
          ),
        ]
      : timeBlockers(facts),
  ),
  withdraw: arrow('撤回通知', noticingRoles, [['noticed', 'rejected'], 'withdrawn'], ({ reason }) =>
    wordsBlockers('concealed-withdrawn', reason, '撤回的原因'),
  ),
};

function timeBlockers({ happenedAt, now, noticedAt }: ConcealedStepFacts): Blocker[] {
  if (!isWallMoment(happenedAt)) {
    return [byOffice('concealed-time', '时间请按 24 小时制填写，如 08:00')];
  }
  const found: Blocker[] = [];
  if (happenedAt > now) found.push(byOffice('concealed-future', '时间不能晚于现在，办过以后再登记'));
  if (happenedAt < noticedAt) {
    found.push(byOffice('concealed-before', `时间不能早于通知时间 ${momentInWords(noticedAt)}`));
  }
  return found;
}

const checkBlockers = (facts: ConcealedStepFacts): Blocker[] => [
  ...timeBlockers(facts),
  ...confirmerBlockers(facts.supervision, facts.confirmer, facts.noticedBy),
];

function witnessBlockers({ witnesses, supervision }: ConcealedStepFacts): Blocker[] {
  const watching: Witness = supervision.supervisorFirmId === null ? 'street' : 'supervisor';
  const missing = (['contractor', watching] as const).filter((one) => !witnesses.includes(one));
  if (missing.length === 0) return [];
  const who = missing.map((one) => witnessNames[one]).join('、');
  return [byOffice('concealed-witness', `隐蔽验收要有${who}在场，请补选到场的单位`)];
}

/** What speaks against this step of concealed work in this state? */
export const concealedStepBlockers = (
  step: ConcealedStep,
  state: ConcealedState,
  role: Role,
  facts: ConcealedStepFacts,
): Blocker[] => {
  if (step === 'cover' && (state === 'noticed' || state === 'rejected')) {
    return [byLaw('concealed-cover', '检查合格以后才能覆盖，请先请监理检查', concealedSource)];
  }
  return stepBlockers(
    concealedLifecycle,
    step,
    { state, role, facts },
    { states: concealedStateNames, roles: roleNames },
  );
};
