// The plan of a compound (一院一案) as everybody may read it: what is done, how much and where, in which version it was
// fixed and what changed since the one before. What it is estimated to cost is known once it is fixed (domain reference §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import type { ItemClass } from '../renovation/items';
import type { ItemChange } from './plan-comparison';

/** One thing that is done; `class` as in the national catalogue. */
export interface PublicPlanItem {
  class: ItemClass;
  name: string;
  /** '30 组', '1,677 ㎡'; null where it is not counted. */
  quantity: string | null;
  place: string | null;
  /** Numbers of the wishes it answers. */
  wishes: readonly number[];
}

/** How an item differs from the version before. */
export interface PublicPlanChange {
  change: Exclude<ItemChange, 'unchanged'>;
  /** The name of the item. */
  name: string;
  /** What it was and what it is, in words; null where it is all new or gone. */
  before: string | null;
  after: string | null;
}

/** The plan that residents read: the one being posted, or the last fixed one. */
export interface PublicPlan {
  /** null while no version is fixed. */
  version: number | null;
  fixedOn: CalendarDate | null;
  /** While it hangs: the days of its notice. */
  notice: { postedOn: CalendarDate; endsOn: CalendarDate } | null;
  items: readonly PublicPlanItem[];
  /** Published drawings and views, by their public id. */
  drawings: readonly { publicId: string; caption: string; width: number | null; height: number | null }[];
  /** How the compound is managed after the works; null while nothing is proposed. */
  management: string | null;
  /** What the fixed version changed, with its reason; empty for the first. */
  changes: readonly PublicPlanChange[];
  changeReason: string | null;
  /** How many days the works take. */
  durationDays?: number | null;
  /** What it is estimated to cost, in fen; told once it is fixed and every item is estimated. */
  estimatedFen?: number | null;
  /** A newer version that hangs in the yard while the fixed one stands. */
  proposed?: PublicProposal | null;
}

/** A version that is posted beside a fixed one: what it would change. */
export interface PublicProposal {
  version: number;
  notice: { postedOn: CalendarDate; endsOn: CalendarDate };
  items: readonly PublicPlanItem[];
  changes: readonly PublicPlanChange[];
  changeReason: string | null;
}
