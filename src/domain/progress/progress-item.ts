// A work item as progress counts it: its measure, its planned days, what it comes after, what stops it and what it may be
// weighed by. How it is drawn, posted on and opened is the law of the works; here only its days must hold a working day,
// because the plan is spread over them (field lesson 20).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { Fen } from '../kernel/money';
import type { WorkCalendar } from '../kernel/work-calendar';
import type { Quantity } from '../plan/quantity';
import { BasisPoints, partOf, whole } from './basis-points';
import { StopWindow, Trait, workdaysOf } from './stop-days';

/** What is read of a work item as it stands today. */
export interface ProgressItem {
  id: number;
  /** Its number in the plan. */
  line: number;
  name: string;
  /** Is it told as an amount done so far, or as a share of the whole? */
  measure: 'quantity' | 'share';
  /** Planned quantity in 0.01 of the unit. */
  quantity: Quantity;
  unit: string;
  /** What the contract pays for it; null where it names no amount. */
  contractFen: Fen | null;
  /** The weight set by hand, where weights are. */
  handShare: BasisPoints | null;
  traits: readonly Trait[];
  plannedStartOn: CalendarDate;
  plannedFinishOn: CalendarDate;
  /** The item that must be finished before this one begins. */
  predecessorId: number | null;
  /** Taken out by a change of the plan. */
  isDropped: boolean;
}

/** What speaks against spreading this item over its planned days? `quiet` are the windows known when the plan is made. */
export function itemDaysBlockers(
  item: ProgressItem,
  calendar: WorkCalendar,
  quiet: readonly StopWindow[],
): Blocker[] {
  const { name, plannedStartOn: from, plannedFinishOn: to } = item;
  if (to < from) {
    const text = `「${name}」计划完工不能早于计划开工 ${dayInWords(from)}`;
    return [houseRule('baseline.backwards', text)];
  }
  if (workdaysOf(item, { from, to }, calendar, quiet).length > 0) return [];
  const text = `「${name}」从 ${dayInWords(from)}到 ${dayInWords(to)}没有一天能施工，请改计划日期`;
  return [houseRule('baseline.no-workday', text)];
}

/** A confirmed value: so much of the item was done in all by the end of this day, in 0.01 of the unit or basis points. */
export interface ConfirmedValue {
  itemId: number;
  on: CalendarDate;
  value: number;
}

/** From this day on, this much of an item was done. */
export interface DoneStep {
  on: CalendarDate;
  done: BasisPoints;
}

/** How did an item grow? One step for each day, in order; of several values of a day the last given counts. */
export function doneSteps(
  item: Pick<ProgressItem, 'id' | 'measure' | 'quantity'>,
  values: readonly ConfirmedValue[],
): DoneStep[] {
  const byDay = new Map<CalendarDate, DoneStep>();
  for (const { itemId, on, value } of values) {
    if (itemId !== item.id) continue;
    byDay.set(on, { on, done: partOf(Math.max(0, value), item.measure === 'share' ? whole : item.quantity) });
  }
  return [...byDay.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** How much was done by the end of this day? */
export const doneBy = (steps: readonly DoneStep[], day: CalendarDate): BasisPoints =>
  steps.findLast(({ on }) => on <= day)?.done ?? 0;

/** On which day did it begin? The first with something done; null before. */
export const begunOn = (steps: readonly DoneStep[]): CalendarDate | null =>
  steps.find(({ done }) => done > 0)?.on ?? null;

/** Since which day is all of it done? null while it is not; what fell back has to be finished again. */
export function finishedOn(steps: readonly DoneStep[]): CalendarDate | null {
  const open = steps.findLastIndex(({ done }) => done < whole);
  return steps[open + 1]?.on ?? null;
}
