// The plan that progress is measured against: frozen when the contract begins, with weights, days and the quiet days known
// then; every new one keeps the old one and says why, and what is finished keeps its days (field lesson 16: baseline
// against actual). What a change of the plan added or took out is said and counts from the next baseline on.
import { Blocker, houseRule, warning } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import type { BasisPoints } from './basis-points';
import { itemWeights, Weighing, weighingBlockers } from './item-weights';
import { StopWindow, Trait, unpublishedInWords } from './stop-days';
import { itemDaysBlockers, ProgressItem } from './progress-item';

/** An item as it was frozen. */
export interface BaselineItem {
  id: number;
  name: string;
  share: BasisPoints;
  traits: readonly Trait[];
  plannedStartOn: CalendarDate;
  plannedFinishOn: CalendarDate;
  predecessorId: number | null;
}

/** A frozen plan of the works: its number, why it replaced the one before (null for the first), and what it holds. */
export interface WorksBaseline {
  version: number;
  reason: string | null;
  setOn: CalendarDate;
  weighing: Weighing;
  items: readonly BaselineItem[];
  quiet: readonly StopWindow[];
}

/** What is about to be frozen; dropped items are left out. */
export interface WorksDraft {
  reason: string;
  weighing: Weighing;
  items: readonly ProgressItem[];
  quiet: readonly StopWindow[];
}

/** What speaks against freezing this? `doneIds` are the items that are finished. */
export function worksBaselineBlockers(
  current: WorksBaseline | undefined,
  draft: WorksDraft,
  doneIds: readonly number[],
  calendar: WorkCalendar,
): Blocker[] {
  const items = draft.items.filter(({ isDropped }) => !isDropped);
  const found = [
    ...weighingBlockers(draft.weighing, items),
    ...items.flatMap((item) => itemDaysBlockers(item, calendar, draft.quiet)),
  ];
  const days = items.flatMap((item) => [item.plannedStartOn, item.plannedFinishOn]);
  const unpublished = days.length ? unpublishedInWords(calendar, earliest(days), plannedLast(days)) : '';
  if (unpublished) found.push(warning('baseline.unpublished', unpublished));
  return current ? [...found, ...renewalBlockers(current, draft, doneIds)] : found;
}

/** Freezes the plan; asked only when nothing stops it. */
export function freezeWorks(
  current: WorksBaseline | undefined,
  draft: WorksDraft,
  setOn: CalendarDate,
): WorksBaseline {
  const items = draft.items.filter(({ isDropped }) => !isDropped);
  const weights = itemWeights(draft.weighing, items);
  return {
    version: (current?.version ?? 0) + 1,
    reason: current ? draft.reason.trim() : null,
    ...{ setOn, weighing: draft.weighing, quiet: draft.quiet },
    items: items.map(({ id, name, traits, plannedStartOn, plannedFinishOn, predecessorId }, index) => ({
      ...{ id, name, traits, predecessorId, share: weights[index].share },
      ...{ plannedStartOn, plannedFinishOn },
    })),
  };
}

/** When shall everything be finished? null where the baseline holds no item. */
export const plannedFinish = ({ items }: Pick<WorksBaseline, 'items'>): CalendarDate | null =>
  items.length ? plannedLast(items.map(({ plannedFinishOn }) => plannedFinishOn)) : null;

/** What changed since the baseline: items added and not counted yet, items dropped and still counted. */
export interface BaselineDrift {
  addedIds: number[];
  droppedIds: number[];
  words: string;
}

/** What did changes of the plan add or take out since this baseline? null where nothing. */
export function baselineDrift(
  baseline: Pick<WorksBaseline, 'items'>,
  items: readonly Pick<ProgressItem, 'id' | 'name' | 'isDropped'>[],
): BaselineDrift | null {
  const frozen = new Set(baseline.items.map(({ id }) => id));
  const added = items.filter(({ id, isDropped }) => !frozen.has(id) && !isDropped);
  const dropped = items.filter(({ id, isDropped }) => frozen.has(id) && isDropped);
  if (added.length + dropped.length === 0) return null;
  const named = (list: readonly { name: string }[]) => list.map(({ name }) => `「${name}」`).join('');
  const said = [
    ...(added.length ? [`新增 ${added.length} 项${named(added)}还没有计入进度`] : []),
    ...(dropped.length ? [`取消 ${dropped.length} 项${named(dropped)}还占着权重`] : []),
  ];
  return {
    addedIds: added.map(({ id }) => id),
    droppedIds: dropped.map(({ id }) => id),
    words: `计划有变更：${said.join('，')}。重新定计划后按新权重计算，原计划会保留`,
  };
}

function renewalBlockers(current: WorksBaseline, draft: WorksDraft, doneIds: readonly number[]): Blocker[] {
  const found: Blocker[] = [];
  const next = freezeWorks(current, draft, current.setOn);
  const isSame =
    JSON.stringify([current.weighing, current.items, current.quiet]) ===
    JSON.stringify([next.weighing, next.items, next.quiet]);
  if (isSame) found.push(houseRule('baseline.same', '计划没有变化，不需要重新定计划'));
  if (!draft.reason.trim()) found.push(houseRule('baseline.reason', '请写明调整计划的原因，原计划会保留'));
  for (const old of current.items.filter(({ id }) => doneIds.includes(id))) {
    const item = next.items.find(({ id }) => id === old.id);
    if (item && item.plannedStartOn === old.plannedStartOn && item.plannedFinishOn === old.plannedFinishOn)
      continue;
    found.push(houseRule('baseline.done', `「${old.name}」已经完成，计划日期不能再改，也不能取消`));
  }
  return found;
}

const earliest = (days: readonly CalendarDate[]): CalendarDate => [...days].sort()[0];
const plannedLast = (days: readonly CalendarDate[]): CalendarDate => [...days].sort()[days.length - 1];
