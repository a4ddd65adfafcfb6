import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { noticePlaceNames } from '../domain/meeting/notice';
import type { Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { versionName } from './plan-words';
import type { PlanVersion } from './plan.entities';
import { plansPaths } from './plans.paths';

/** The notice of a plan before it is posted (views/plans/notice). */
export interface PlanNoticePage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  places: Option[];
  daysHint: string;
  backLink: string;
}

/** The form of the notice. */
export function toPlanNotice(
  { compound, version, leastDays }: { compound: Compound; version: PlanVersion; leastDays: number },
  form: FormState,
  frame: Frame,
): PlanNoticePage {
  return {
    ...frame,
    title: `公示方案 · ${compound.name}`,
    heading: `公示${versionName(version)}`,
    form,
    action: plansPaths.notices(compound.code),
    places: toOptions(noticePlaceNames),
    daysHint: `不少于 ${leastDays} 天，从张贴的第二天算起`,
    backLink: plansPaths.index(compound.code),
  };
}
