import { dayInWords } from '../domain/kernel/calendar-date';
import { PlanStanding, planStandingNames } from '../domain/plan/plan-version';
import type { StatusMark } from '../platform/web/figures';
import type { PlanVersion } from './plan.entities';

const standingStates: Record<PlanStanding, StatusMark['state']> = {
  draft: 'doing',
  posted: 'doing',
  fixed: 'done',
  dropped: 'idle',
};

/** How far a version is. */
export const standingMark = (standing: PlanStanding): StatusMark => ({
  state: standingStates[standing],
  word: planStandingNames[standing],
});

/** '第 1 版方案'. */
export const versionName = ({ number }: Pick<PlanVersion, 'number'>): string => `第 ${number} 版方案`;

/** When it was begun, fixed or given up, in a few words. */
export function versionAbout({ begunOn, fixedOn, droppedOn }: PlanVersion): string {
  if (fixedOn) return `${dayInWords(fixedOn)} 定案`;
  if (droppedOn) return `${dayInWords(droppedOn)} 放弃`;
  return `${dayInWords(begunOn)} 开始编制`;
}
