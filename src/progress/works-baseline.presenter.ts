import type { Frame } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import { nearDays } from '../domain/kernel/near-day';
import { plannedFinish, WorksDraft } from '../domain/progress/baseline';
import { exactPercent } from '../domain/progress/basis-points';
import { itemWeights, weighingNames } from '../domain/progress/item-weights';
import { againstPlanInWords } from '../domain/progress/progress-on';
import type { Tab } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { WorksAtPlace } from './progress.desk';
import type { WorksBaselineRecord } from './progress.entities';
import { progressPaths } from './progress.paths';

/** The form of a plan of the works (views/progress/baseline): what would be frozen, by which weights. */
export interface WorksBaselinePage extends Frame {
  title: string;
  heading: string;
  about: string;
  form: FormState;
  weighings: Tab[];
  rows: { name: string; days: string; share: string; basis: string }[];
  /** What is to be said of it though it stops nothing. */
  remarks: Blocker[];
  asksReason: boolean;
  button: string;
  action: string;
  backLink: string;
}

/** Every plan side by side (views/progress/baselines). */
export interface WorksBaselinesPage extends Frame {
  title: string;
  versions: {
    name: string;
    on: string;
    finish: string;
    shift: string;
    weighing: string;
    reason: string;
    by: string;
  }[];
  columns: string[];
  rows: { name: string; cells: { text: string; isChanged: boolean }[] }[];
  backLink: string;
}

/** The form of the first plan, or of one that replaces the plan in force. */
export function toBaselineForm(
  { works, draft, remarks }: { works: WorksAtPlace; draft: WorksDraft; remarks: Blocker[] },
  form: FormState,
  { frame, today }: { frame: Frame; today: CalendarDate },
): WorksBaselinePage {
  const last = works.baselines.at(-1);
  const { code } = works.compound;
  const items = draft.items.filter(({ isDropped }) => !isDropped);
  const weights = itemWeights(draft.weighing, items);
  return {
    ...frame,
    title: last ? '调整施工计划' : '定施工计划',
    heading: last ? `调整施工计划：第 ${last.number} 版之后的新版` : '定第 1 版施工计划',
    about: last
      ? '原来的计划原样保留。已经完成的施工项目，日期不能再改；新增的施工项目从新版起计入进度。'
      : '施工项目的日期、权重和已知的静音日就此固定，以后的快慢都和它比。要改日期或金额，请先在「合同和项目」里改好。',
    form,
    weighings: toOptions(weighingNames).map(({ value, label }) => ({
      ...{ label, link: progressPaths.newBaseline(code, value), current: value === draft.weighing },
    })),
    rows: items.map(({ name, plannedStartOn, plannedFinishOn }, index) => ({
      ...{ name, days: nearDays(plannedStartOn, plannedFinishOn, today) },
      ...{ share: exactPercent(weights[index].share), basis: weights[index].words },
    })),
    remarks,
    asksReason: last !== undefined,
    button: last ? '确定新版计划' : '确定计划',
    action: progressPaths.baselines(code),
    backLink: progressPaths.index(code),
  };
}

/** Every plan with its days and weights; what differs from the plan before is marked. */
export function toBaselines(
  { code, baselines }: { code: string; baselines: readonly WorksBaselineRecord[] },
  names: ReadonlyMap<number, string>,
  { frame, today, sequence }: { frame: Frame; today: CalendarDate; sequence?: number },
): WorksBaselinesPage {
  const ids = [...new Set(baselines.flatMap(({ items }) => items.map(({ id }) => id)))];
  const first = baselines[0] && plannedFinish(baselines[0]);
  const cellOf = (baseline: WorksBaselineRecord | undefined, id: number): string => {
    const item = baseline?.items.find((one) => one.id === id);
    if (!item) return '—';
    return `${nearDays(item.plannedStartOn, item.plannedFinishOn, today)}，${exactPercent(item.share)}`;
  };
  return {
    ...frame,
    title: '各版施工计划',
    versions: baselines.map((baseline) => {
      const finish = plannedFinish(baseline);
      const days = first && finish ? daysBetween(first, finish) : 0;
      return {
        name: `第 ${baseline.number} 版`,
        on: dayInWords(baseline.setOn),
        finish: finish ? dayInWords(finish) : '—',
        shift: baseline.number === 1 ? '—' : againstPlanInWords(days).replace('计划', '第 1 版'),
        weighing: weighingNames[baseline.weighing],
        reason: baseline.reason ?? '—',
        by: names.get(baseline.setBy) ?? '',
      };
    }),
    columns: baselines.map(({ number }) => `第 ${number} 版`),
    rows: ids.map((id) => ({
      name: baselines.flatMap(({ items }) => items.filter((one) => one.id === id)).at(-1)!.name,
      cells: baselines.map((baseline, index) => {
        const text = cellOf(baseline, id);
        return { text, isChanged: index > 0 && text !== cellOf(baselines[index - 1], id) };
      }),
    })),
    backLink: progressPaths.index(code, sequence),
  };
}
