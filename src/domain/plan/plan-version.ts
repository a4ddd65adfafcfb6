// Which version of a plan may be written to: a draft only. What hangs in the yard and what is fixed never changes; a later
// change is a new version with its reason (domain reference §1.3 G5; the order is a setting of the house).
import { Blocker, houseRule } from '../kernel/blocker';
import { hangs } from '../meeting/notice';
import { onceOverBlockers } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';

/** How far is a version, as it is stored: being written, fixed for good, or given up? */
export type PlanState = 'draft' | 'fixed' | 'dropped';

/** How far is it, seen with its notice? A draft that hangs in the yard is posted. */
export type PlanStanding = PlanState | 'posted';

/** What is said of each? */
export const planStandingNames: Record<PlanStanding, string> = {
  draft: '编制中',
  posted: '公示中',
  fixed: '已定案',
  dropped: '已放弃',
};

/** How far is this version? A notice that was taken down no longer holds it. */
export function standingOf(
  { state }: { state: PlanState },
  notice: { withdrawnOn: string | null } | null | undefined,
): PlanStanding {
  return state === 'draft' && hangs(notice) ? 'posted' : state;
}

/** What speaks against any change once the renovation is over? */
export const planOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('plan.over', state, '方案');

/** What speaks against changing the content of a version that stands so? */
export function planEditBlockers(standing: PlanStanding): Blocker[] {
  switch (standing) {
    case 'draft':
      return [];
    case 'posted':
      return [houseRule('plan.posted', '方案正在公示，内容不能改动。需要修改请先撤下公示，改好后重新公示')];
    case 'fixed':
      return [houseRule('plan.fixed', '这一版方案已定案，内容不再改动。需要变更请新建一版')];
    case 'dropped':
      return [houseRule('plan.dropped', '这一版方案已放弃，内容不再改动')];
  }
}

/** What speaks against beginning the next version? The first needs no reason. */
export function newVersionBlockers(
  latest: { number: number; standing: PlanStanding } | null,
  reason: string,
): Blocker[] {
  if (!latest) return [];
  if (latest.standing === 'draft' || latest.standing === 'posted') {
    const text = `第 ${latest.number} 版还没有定案，请先完成`;
    return [houseRule('plan.unfinished', text)];
  }
  return reason.trim() ? [] : [houseRule('plan.reason', '请写明变更的原因，居民看得到')];
}

/** What speaks against giving a version up? The first is mended, not given up. */
export function dropBlockers(
  { standing, number }: { standing: PlanStanding; number: number },
  hasFixed: boolean,
): Blocker[] {
  if (standing === 'draft') {
    if (hasFixed) return [];
    return [houseRule('plan.only', `第 ${number} 版是唯一的一版，请直接修改，不用放弃`)];
  }
  return planEditBlockers(standing);
}
