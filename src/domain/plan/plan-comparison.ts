// How two versions of a plan differ, item by item: what came, what went, what changed and what stayed. An item keeps its
// number in every later version, so that a new name does not make it another one (domain reference §1.3 G5).
import { fenInWords } from '../kernel/money';
import { ItemCode, itemNames } from '../renovation/items';
import { PlanItem, mattersOf, planMatterNames, treeWorkNames } from './plan-item';
import { inOrder } from './plan-totals';
import { quantityInWords } from './quantity';

/** What happened to an item from one version to the other? */
export type ItemChange = 'added' | 'removed' | 'changed' | 'unchanged';

export const itemChangeNames: Record<ItemChange, string> = {
  added: '新增',
  removed: '取消',
  changed: '有变化',
  unchanged: '不变',
};

/** One thing that is said differently; in words, 「—」 for nothing. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** One item in both versions; `before` is missing for a new one, `after` for one that went. */
export interface ItemComparison<Item extends ComparedItem = ComparedItem> {
  change: ItemChange;
  before?: Item;
  after?: Item;
  fields: FieldChange[];
}

/** What of an item is compared. */
export type ComparedItem = Omit<PlanItem, 'permitFileId'>;

const dash = (text: string | null): string => text?.trim() || '—';

/** What an item says, field by field. */
const said: Record<string, (item: ComparedItem) => string> = {
  目录: ({ code }) => `${code} ${itemNames[code as ItemCode]}`,
  名称: ({ name }) => name,
  数量: ({ quantity, unit }) => quantityInWords(quantity, unit),
  位置: ({ place }) => dash(place),
  估算: ({ estimatedFen }) => (estimatedFen === null ? '—' : fenInWords(estimatedFen)),
  说明: ({ note }) => dash(note),
  树木: ({ treeWork, permitNumber }) =>
    treeWork === 'none' ? '—' : `${treeWorkNames[treeWork]}，${permitNumber ?? '还没有许可'}`,
  业主共同决定: (item) =>
    mattersOf(item)
      .map((matter) => planMatterNames[matter])
      .join('；') || '—',
};

/** The fields in which two sayings of one item differ. */
function fieldChanges(before: ComparedItem, after: ComparedItem): FieldChange[] {
  return Object.entries(said)
    .map(([field, words]) => ({ field, before: words(before), after: words(after) }))
    .filter((one) => one.before !== one.after);
}

/** Every item of both versions once, in the order of the catalogue. */
export function compareItems<Item extends ComparedItem>(
  older: readonly Item[],
  newer: readonly Item[],
): ItemComparison<Item>[] {
  const lines = new Set([...newer, ...older].map(({ line }) => line));
  const pairs = [...lines].map((line) => ({
    before: older.find((item) => item.line === line),
    after: newer.find((item) => item.line === line),
  }));
  return inOrder(pairs.map((pair) => ({ ...pair, ...placeOf((pair.after ?? pair.before)!) }))).map(
    ({ before, after }) => {
      if (!before) return { change: 'added', after, fields: [] };
      if (!after) return { change: 'removed', before, fields: [] };
      const fields = fieldChanges(before, after);
      return { change: fields.length ? 'changed' : 'unchanged', before, after, fields };
    },
  );
}

const placeOf = ({ code, line, estimatedFen }: ComparedItem) => ({ code, line, estimatedFen });

/** How many items came, went, changed and stayed? */
export function countChanges(rows: readonly { change: ItemChange }[]): Record<ItemChange, number> {
  const counts: Record<ItemChange, number> = { added: 0, removed: 0, changed: 0, unchanged: 0 };
  for (const { change } of rows) counts[change] += 1;
  return counts;
}
