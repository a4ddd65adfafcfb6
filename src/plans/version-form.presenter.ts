import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import type { EmptyNote, Tab } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { versionName } from './plan-words';
import { plansPaths } from './plans.paths';

/** Before the first version, or before a renovation: what the page is for, and how it begins. */
export interface PlanStartPage extends Frame {
  title: string;
  renovations: Tab[];
  start: { sentence: string; action: string; empty?: EmptyNote };
  form: FormState;
}

/** The page of a compound without a plan; `renovation` says whether one was opened. */
export function toPlanStart(
  view: { compound: Compound; renovations: Tab[]; hasRenovation: boolean; mayBegin: boolean },
  form: FormState,
  frame: Frame,
): PlanStartPage {
  const { compound, hasRenovation, mayBegin } = view;
  return {
    ...frame,
    title: `方案 · ${compound.name}`,
    renovations: view.renovations,
    start: {
      sentence: '一院一案：改什么、在哪里、多少钱、多长时间、以后谁来管，公示后定案。',
      action: hasRenovation && mayBegin ? plansPaths.versions(compound.code) : '',
      ...(!hasRenovation && { empty: toNotOpened(compound.code, '从这里编制一院一案') }),
    },
    form,
  };
}

/** Beginning the next version, with its reason (views/plans/version-form). */
export interface NewVersionPage extends Frame {
  title: string;
  heading: string;
  note: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** The form that begins the version after this one. */
export function toNewVersion(
  { compound, number }: { compound: Compound; number: number },
  form: FormState,
  frame: Frame,
): NewVersionPage {
  return {
    ...frame,
    title: `新建一版方案 · ${compound.name}`,
    heading: '新建一版方案',
    note: `从${versionName({ number })}复制全部内容接着改。新的一版定案以前，第 ${number} 版仍然有效。`,
    form,
    action: plansPaths.versions(compound.code),
    backLink: plansPaths.index(compound.code),
  };
}
