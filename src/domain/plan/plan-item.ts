// What an item of the plan (一院一案) may say: how much, where, which work on trees, and which of its effects only the
// owners may decide. Sources: 郑州市城市园林绿化条例 §38, §40 (no felling, no transplanting without approval), 民法典 §278
// (domain reference §2.2, §2.4, §4.2).
import { Blocker, houseRule } from '../kernel/blocker';
import type { OwnersMatter } from '../meeting/matters';
import type { ItemCode } from '../renovation/items';
import { Quantity, largestQuantity, planUnits, quantityInput } from './quantity';

/** What is done to trees? */
export type TreeWork = 'none' | 'fell' | 'transplant';

/** What is each work on trees called? */
export const treeWorkNames: Record<TreeWork, string> = {
  none: '不涉及',
  fell: '砍伐树木',
  transplant: '移植树木',
};

/** The source of the rule on trees, as quoted beside a refusal. */
export const treeSource = '郑州市城市园林绿化条例 §38、§40';

/** An effect of an item that is reserved to the owners. */
export type PlanMatter = Extract<OwnersMatter, 'rebuild' | 'change-of-use' | 'fund-raise'>;

/** How is each asked for on the form? */
export const planMatterNames: Record<PlanMatter, string> = {
  rebuild: '改建、重建建筑物及其附属设施（加装电梯一律属于）',
  'change-of-use': '改变共有部分用途，或利用共有部分经营',
  'fund-raise': '居民出资',
};

/** What is written down of one item. */
export interface PlanItem {
  /** Its number in the renovation; the same thing keeps it in every later version. */
  line: number;
  code: ItemCode;
  name: string;
  note: string | null;
  quantity: Quantity;
  unit: string;
  place: string | null;
  /** Expected cost in fen; null where it is not estimated. */
  estimatedFen: number | null;
  treeWork: TreeWork;
  permitNumber: string | null;
  permitFileId: number | null;
  matters: readonly PlanMatter[];
}

/** What speaks against writing this item down? */
export function itemBlockers(
  item: Pick<PlanItem, 'quantity' | 'unit' | 'treeWork' | 'permitNumber' | 'permitFileId'>,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(houseRule(`item.${code}`, text));
  if (item.quantity <= 0) against('quantity', '「数量」要大于 0，最多两位小数，如 30 或 12.5');
  if (item.quantity > largestQuantity) {
    const largest = quantityInput(largestQuantity);
    against('quantity', `「数量」不能超过 ${largest}，请核对单位`);
  }
  if (!(planUnits as readonly string[]).includes(item.unit)) against('unit', '请从列出的单位里选「单位」');
  if (item.treeWork === 'none' && (item.permitNumber !== null || item.permitFileId !== null)) {
    against('permit', '填了树木许可，请为「树木」选砍伐或移植；不涉及树木的请清空许可文号');
  }
  return found;
}

/** Which of its effects are the owners' to decide? A lift is always one of them, whether or not it is ticked. */
export function mattersOf({ code, matters }: Pick<PlanItem, 'code' | 'matters'>): PlanMatter[] {
  const all: PlanMatter[] = ['rebuild', 'change-of-use', 'fund-raise'];
  return all.filter((matter) => matters.includes(matter) || (matter === 'rebuild' && code === 'I14'));
}

/** Is the approval for its work on trees on file, with its number? Nothing is needed where no tree is touched. */
export function hasTreePermit({
  treeWork,
  permitNumber,
  permitFileId,
}: Pick<PlanItem, 'treeWork' | 'permitNumber' | 'permitFileId'>): boolean {
  return treeWork === 'none' || (!!permitNumber?.trim() && permitFileId !== null);
}

/** What speaks against taking an item out? Residents whose wish it answers are owed the reason. */
export function removalBlockers(item: { wishes: number; isRemoved: boolean }, reason: string): Blocker[] {
  if (item.isRemoved) return [houseRule('item.removed', '这一项已经移出方案')];
  if (item.wishes > 0 && !reason.trim()) {
    const text = `这一项回应了 ${item.wishes} 条居民意见，请写明移出的原因，意见会重新打开`;
    return [houseRule('item.reason', text)];
  }
  return [];
}
