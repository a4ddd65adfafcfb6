// A work item: a piece of the plan that one contract builds, with its amount, its ground, its planned days and what must
// be done before it (domain reference §6.1; issue: items are drawn from the plan). How much it weighs is progress.
import type { CalendarDate } from '../kernel/calendar-date';
import { shareInWords } from '../kernel/ratio';
import { Quantity, quantityInWords } from '../plan/quantity';

/** Is it reported as an amount done so far, or as a share of the whole? */
export type ItemMeasure = 'quantity' | 'share';

/** How is each asked for? */
export const itemMeasureNames: Record<ItemMeasure, string> = {
  quantity: '累计完成数量',
  share: '累计完成比例',
};

/** Where does it stand? */
export type WorkItemState = 'planned' | 'open' | 'finished' | 'accepted' | 'dropped';

/** What is each state called? */
export const workItemStateNames: Record<WorkItemState, string> = {
  planned: '未开工',
  open: '施工中',
  finished: '已完工，待分项验收',
  accepted: '分项验收合格',
  dropped: '不再施工',
};

export const workItemStates = Object.keys(workItemStateNames) as WorkItemState[];

/** What is written down of it; both planned days are worked. */
export interface WorkItemSheet {
  /** Its number in the plan. */
  line: number;
  contractId: number;
  name: string;
  unit: string;
  quantity: Quantity;
  measure: ItemMeasure;
  zones: readonly number[];
  plannedStartOn: CalendarDate;
  plannedFinishOn: CalendarDate;
  /** The item that must be finished before this one begins; null where none must. */
  predecessorId: number | null;
  /** Is something of it covered before it is finished, so that it is accepted before (隐蔽工程)? */
  hasConcealed: boolean;
}

/** An item of a renovation. */
export interface WorkItem extends WorkItemSheet {
  id: number;
  state: WorkItemState;
}

/** Is its own work done, so that the next may begin? */
export const isWorkDone = ({ state }: Pick<WorkItem, 'state'>): boolean =>
  state === 'finished' || state === 'accepted';

/** Does it count at all? */
export const isItemCounted = ({ state }: Pick<WorkItem, 'state'>): boolean => state !== 'dropped';

/** All of it: its amount in 0.01 of the unit, or 10000 basis points. */
export const wholeOf = ({ measure, quantity }: Pick<WorkItem, 'measure' | 'quantity'>): number =>
  measure === 'share' ? 10_000 : quantity;

/** How is a value of it said? '18 组', '65%'. */
export const valueInWords = (value: number, { measure, unit }: Pick<WorkItem, 'measure' | 'unit'>): string =>
  measure === 'share' ? shareInWords(value, 10_000) : quantityInWords(value, unit);

/** How far is that, with the whole beside it? '18 组，共 30 组', '65%'. */
export const valueOfWhole = (value: number, item: Pick<WorkItem, 'measure' | 'unit' | 'quantity'>): string =>
  item.measure === 'share'
    ? valueInWords(value, item)
    : `${valueInWords(value, item)}，共 ${valueInWords(item.quantity, item)}`;

/** Reads a typed share as basis points: '65', '65%', '12.5'; undefined when it is no number of at most two decimals. */
export function parseShare(text: string): number | undefined {
  const clean = text.normalize('NFKC').replace(/\s/g, '').replace(/%$/, '');
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(clean);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}
