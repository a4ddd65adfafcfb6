// What the items of a plan come to, class by class in the order of the catalogue (三类, 国办发〔2020〕23号). Items without
// an estimate are counted and named, never taken for nothing (domain reference §2.4, §5.2).
import type { Fen } from '../kernel/money';
import { ItemClass, itemClassOf, itemCodes } from '../renovation/items';
import type { PlanItem } from './plan-item';

/** What is each class called? */
export const itemClassNames: Record<ItemClass, string> = {
  basic: '基础类',
  improve: '完善类',
  upgrade: '提升类',
};

/** The classes in the order of the catalogue. */
export const itemClasses: readonly ItemClass[] = ['basic', 'improve', 'upgrade'];

/** So many items, so much money, and how many of them are not estimated. */
export interface PlanTotal {
  items: number;
  estimatedFen: Fen;
  withoutEstimate: number;
}

type Counted = Pick<PlanItem, 'code' | 'line' | 'estimatedFen'>;

/** What do these items come to? */
export function planTotal(items: readonly Pick<Counted, 'estimatedFen'>[]): PlanTotal {
  return {
    items: items.length,
    estimatedFen: items.reduce((sum, { estimatedFen }) => sum + (estimatedFen ?? 0), 0),
    withoutEstimate: items.filter(({ estimatedFen }) => estimatedFen === null).length,
  };
}

/** The items of each class that has some, with what they come to. */
export function byClass<Item extends Counted>(
  items: readonly Item[],
): { class: ItemClass; items: Item[]; total: PlanTotal }[] {
  return itemClasses
    .map((one) => ({ class: one, items: inOrder(items.filter(({ code }) => itemClassOf(code) === one)) }))
    .filter((group) => group.items.length > 0)
    .map((group) => ({ ...group, total: planTotal(group.items) }));
}

/** In the order of the catalogue, then as they were written down. */
export const inOrder = <Item extends Counted>(items: readonly Item[]): Item[] =>
  [...items].sort(
    (one, other) => itemCodes.indexOf(one.code) - itemCodes.indexOf(other.code) || one.line - other.line,
  );
