import type { Frame } from '../compounds/workspace';
import { ItemCode, itemClassOf, itemCodes, itemNames } from '../domain/renovation/items';
import { localTagNames, localTagOf } from '../domain/plan/local-set';
import { planMatterNames, treeWorkNames } from '../domain/plan/plan-item';
import { itemClassNames, itemClasses } from '../domain/plan/plan-totals';
import { planUnits, quantityInput, quantityInWords } from '../domain/plan/quantity';
import { fenInput, fenInWords } from '../domain/kernel/money';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { hazardLine, wishName } from './item-rows.presenter';
import type { Answerable } from './plan-links';
import type { LinkedItem } from './plan-records';
import { plansPaths } from './plans.paths';

/** The form of an item (views/plans/item-form). */
export interface ItemFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  groups: { name: string; codes: Option[] }[];
  units: Option[];
  hazards: Option[];
  wishes: Option[];
  matters: Option[];
  trees: Option[];
  /** Files kept from a refused try. */
  kept: { id: string; name: string }[];
  /** The approval on file. */
  permit?: { id: number; name: string; link: string; isDropped: boolean };
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  removeLink: string;
  backLink: string;
}

interface ItemFormView {
  code: string;
  compoundName: string;
  /** null for a new one. */
  item: LinkedItem | null;
  answerable: Answerable;
  permit?: StoredFile;
  kept: { id: string; name: string }[];
  wasStale: boolean;
}

/** The form of an item, new or to be corrected. */
export function toItemForm(view: ItemFormView, form: FormState, frame: Frame): ItemFormPage {
  const { code, item, answerable, permit } = view;
  const heading = item ? `修改改造内容：${item.name}` : '添加改造内容';
  const dropped = typedList(form.values.drop);
  return {
    ...frame,
    title: `${item ? '修改' : '添加'}改造内容 · ${view.compoundName}`,
    heading,
    action: item ? plansPaths.item(item.id) : plansPaths.createItem(code),
    isNew: !item,
    form,
    groups: toCodeGroups(form.values.code),
    units: planUnits.map((unit) => ({ value: unit, label: unit })),
    hazards: answerable.hazards.map((hazard) => ({
      value: String(hazard.id),
      label: hazardLine(hazard),
    })),
    wishes: answerable.wishes.map((wish) => ({
      value: String(wish.id),
      label: `${wishName(wish)}：${wish.text}`,
    })),
    matters: toOptions(planMatterNames),
    trees: toOptions(treeWorkNames),
    kept: view.kept,
    ...(permit && {
      permit: {
        id: permit.id,
        name: permit.originalName,
        link: filesPaths.download(permit.id),
        isDropped: dropped.includes(String(permit.id)),
      },
    }),
    latest: view.wasStale && item ? itemFacts(item) : [],
    removeLink: item ? plansPaths.removeItem(item.id) : '',
    backLink: plansPaths.items(code),
  };
}

function toCodeGroups(chosen: unknown): ItemFormPage['groups'] {
  return itemClasses.map((one) => ({
    name: itemClassNames[one],
    codes: itemCodes
      .filter((code) => itemClassOf(code) === one)
      .map((code) => ({ value: code, label: codeLine(code), selected: code === chosen })),
  }));
}

function codeLine(code: ItemCode): string {
  const tag = localTagOf(code);
  return `${code} ${itemNames[code]}${tag ? `（${localTagNames[tag]}）` : ''}`;
}

/** An item as the form shows it again. */
export const itemInForm = (item: LinkedItem): Record<string, unknown> => ({
  code: item.code,
  name: item.name,
  quantity: quantityInput(item.quantity),
  unit: item.unit,
  place: item.place,
  estimated: item.estimatedFen === null ? null : fenInput(item.estimatedFen),
  note: item.note,
  hazards: item.hazardIds,
  wishes: item.wishIds,
  matters: item.matters,
  treeWork: item.treeWork,
  permitNumber: item.permitNumber,
  version: item.version,
});

/** What is written down of an item, line by line. */
const itemFacts = (item: LinkedItem): FactLine[] => [
  { term: '目录', value: codeLine(item.code) },
  { term: '名称', value: item.name },
  { term: '数量', value: quantityInWords(item.quantity, item.unit) },
  { term: '位置', value: item.place ?? '—' },
  { term: '估算造价', value: item.estimatedFen === null ? '—' : fenInWords(item.estimatedFen) },
  { term: '做法说明', value: item.note ?? '—' },
  {
    term: '树木',
    value: treeWorkNames[item.treeWork],
    ...(item.permitNumber && { note: item.permitNumber }),
  },
];

/** Taking an item out of the draft (views/plans/remove). */
export interface RemoveItemPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  needsReason: boolean;
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before an item is taken out. */
export function toRemoveItem(
  { item, compoundName }: { item: LinkedItem; compoundName: string },
  form: FormState,
  frame: Frame,
): RemoveItemPage {
  const wishes = item.wishIds.length;
  return {
    ...frame,
    title: `移出改造内容 · ${compoundName}`,
    heading: `移出改造内容：${item.name}`,
    note: wishes
      ? `这一项回应了 ${wishes} 条居民意见。移出后这些意见重新打开，要另行答复；请写明原因。`
      : '移出后不再计入方案，记录仍可查看。',
    facts: itemFacts(item),
    needsReason: wishes > 0,
    form,
    action: plansPaths.removals(item.id),
    backLink: plansPaths.editItem(item.id),
  };
}
