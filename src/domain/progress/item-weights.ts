// What does each work item weigh in the whole? One table for every page, from the amounts of the contract (domain reference
// §6.1), from quantities where all are counted in one unit, or by hand; shares add up to the whole exactly (largest
// remainder). Items on ground that is not cleared keep their weight and are said (§1.3 G9; field lesson 18).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import { fenInWords } from '../kernel/money';
import { quantityInWords } from '../plan/quantity';
import type { ItemGround } from '../removal/work-zones';
import { apportion, BasisPoints, exactPercent, whole } from './basis-points';
import type { ProgressItem } from './progress-item';

/** What are weights taken from? */
export type Weighing = 'money' | 'quantity' | 'hand';

/** What is each way called? */
export const weighingNames: Record<Weighing, string> = {
  money: '按合同金额',
  quantity: '按工程量',
  hand: '人工填写',
};

/** What is read of an item to weigh it. */
export type Weighed = Pick<ProgressItem, 'id' | 'name' | 'contractFen' | 'quantity' | 'unit' | 'handShare'>;

/** What an item weighs, and from what: '5.60 万元，共 19.80 万元'. */
export interface ItemWeight {
  id: number;
  share: BasisPoints;
  words: string;
}

/** What speaks against weighing these items in this way? */
export function weighingBlockers(weighing: Weighing, items: readonly Weighed[]): Blocker[] {
  if (items.length === 0) return [against('none', '还没有施工项目，请先从方案里列出施工项目')];
  const found = items
    .filter((item) => (amountOf(weighing, item) ?? -1) < 0)
    .map(({ name }) => against('missing', `「${name}」${missing[weighing]}`));
  if (weighing === 'quantity' && new Set(items.map(({ unit }) => unit)).size > 1) {
    found.push(against('units', '各项单位不同，工程量不能相加，请按合同金额计，或人工填写权重'));
  }
  if (found.length > 0) return found;
  const total = items.reduce((sum, item) => sum + (amountOf(weighing, item) ?? 0), 0);
  if (weighing === 'hand' && total !== whole) {
    const gap = total < whole ? `还差 ${exactPercent(whole - total)}` : `多了 ${exactPercent(total - whole)}`;
    return [against('hand', `各项权重合计 ${exactPercent(total)}，要正好是 100%，${gap}`)];
  }
  if (total === 0) return [against('nothing', '各项权重都是 0，算不出总进度，请填写金额，或人工填写权重')];
  return itemWeights(weighing, items)
    .filter(({ share }) => share === 0)
    .map(({ id }) => {
      const { name } = items.find((item) => item.id === id)!;
      return warning('weight.zero', `「${name}」权重是 0，做多少都不改变总进度`);
    });
}

/** The table of weights, in the order of the items; its shares add up to the whole, or all are 0 where nothing weighs. */
export function itemWeights(weighing: Weighing, items: readonly Weighed[]): ItemWeight[] {
  const amounts = items.map((item) => Math.max(0, amountOf(weighing, item) ?? 0));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const said = (amount: number, unit: string): string => {
    if (weighing === 'money') return fenInWords(amount);
    return weighing === 'quantity' ? quantityInWords(amount, unit) : exactPercent(amount);
  };
  return apportion(amounts, whole).map((share, index) => {
    const { id, unit } = items[index];
    const words = weighing === 'hand' ? '人工填写' : `${said(amounts[index], unit)}，共 ${said(total, unit)}`;
    return { id, share, words };
  });
}

/** What of the whole lies on ground that is not cleared? */
export interface HeldWork {
  ids: number[];
  share: BasisPoints;
  words: string;
}

/** Which items are held back by their ground, with what they weigh? null where none is. */
export function heldWork(
  items: readonly Pick<ProgressItem, 'id' | 'line' | 'name' | 'isDropped'>[],
  weights: readonly Pick<ItemWeight, 'id' | 'share'>[],
  grounds: readonly ItemGround[],
): HeldWork | null {
  const shareOf = (id: number) => weights.find((weight) => weight.id === id)?.share ?? 0;
  const held = items.flatMap(({ id, line, name, isDropped }) => {
    const ground = grounds.find((one) => !isDropped && one.line === line && one.isBlocked);
    return ground
      ? [{ id, share: shareOf(id), said: `${name}（占 ${exactPercent(shareOf(id))}）${ground.words}` }]
      : [];
  });
  if (held.length === 0) return null;
  const share = held.reduce((sum, one) => sum + one.share, 0);
  const lead = `${held.length} 项场地没有腾出，占总量 ${exactPercent(share)}`;
  return {
    ids: held.map(({ id }) => id),
    share,
    words: `${lead}：${held.map(({ said }) => said).join('；')}`,
  };
}

const missing: Record<Weighing, string> = {
  money: '还没有合同金额，请填写，或人工填写权重',
  quantity: '还没有计划数量，请填写，或人工填写权重',
  hand: '还没有权重，请填写',
};

function amountOf(weighing: Weighing, item: Weighed): number | null {
  if (weighing === 'money') return item.contractFen;
  return weighing === 'quantity' ? item.quantity : item.handShare;
}

const against = (code: string, text: string): Blocker => houseRule(`weight.${code}`, text);
