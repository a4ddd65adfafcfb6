import type { Frame } from '../compounds/workspace';
import { fenInTenThousands, fenInWords } from '../domain/kernel/money';
import {
  ItemChange,
  ItemComparison,
  compareItems,
  countChanges,
  itemChangeNames,
} from '../domain/plan/plan-comparison';
import { planTotal } from '../domain/plan/plan-totals';
import { quantityInWords } from '../domain/plan/quantity';
import { itemNames } from '../domain/renovation/items';
import type { NumberFigure, StatusMark } from '../platform/web/figures';
import { totalInWords } from './item-rows.presenter';
import type { LinkedItem, PlanRecords } from './plan-records';
import { versionAbout, versionName } from './plan-words';
import type { PlanVersion } from './plan.entities';
import { plansPaths } from './plans.paths';
import { sheetFacts, sheetTexts } from './sheet.presenter';

/** What one version says of an item; `isOther` where the two differ. */
export interface ComparedCell {
  text: string;
  isOther: boolean;
}

/** Two versions side by side (views/plans/compare). */
export interface ComparePage extends Frame {
  title: string;
  heading: string;
  older: string;
  newer: string;
  reason: string;
  numbers: NumberFigure[];
  rows: {
    name: string;
    catalogue: string;
    status: StatusMark;
    older: ComparedCell[];
    newer: ComparedCell[];
  }[];
  totals: { older: string; newer: string; difference: string };
  sheet: { term: string; older: string; newer: string }[];
  /** Other versions to put beside the newer one, where there are several. */
  others: { label: string; link: string; current: boolean }[];
  backLink: string;
}

const changeStates: Record<ItemChange, StatusMark['state']> = {
  added: 'done',
  removed: 'idle',
  changed: 'doing',
  unchanged: 'idle',
};

/** What changed from the older to the newer version. */
export function toComparison(
  { older, newer, versions }: { older: PlanRecords; newer: PlanRecords; versions: readonly PlanVersion[] },
  frame: Frame,
): ComparePage {
  const rows = compareItems(older.items, newer.items);
  const counts = countChanges(rows);
  const said = ({ version }: PlanRecords) => `${versionName(version)}（${versionAbout(version)}）`;
  return {
    ...frame,
    title: `${versionName(newer.version)}和${versionName(older.version)} · ${newer.compound.name}`,
    heading: `第 ${older.version.number} 版和第 ${newer.version.number} 版比较`,
    older: said(older),
    newer: said(newer),
    reason: newer.version.reason ?? '',
    numbers: (Object.keys(itemChangeNames) as ItemChange[]).map((change) => ({
      term: itemChangeNames[change],
      value: `${counts[change]} 项`,
    })),
    rows: rows.map(toRow),
    totals: {
      older: totalInWords(planTotal(older.items)),
      newer: totalInWords(planTotal(newer.items)),
      difference: differenceInWords(
        planTotal(newer.items).estimatedFen - planTotal(older.items).estimatedFen,
      ),
    },
    sheet: sheetChanges(older.version, newer.version),
    others: (versions.length > 2 ? versions : [])
      .filter(({ id }) => id !== newer.version.id)
      .map((other) => ({
        label: `和第 ${other.number} 版比`,
        link: plansPaths.compare(newer.version.id, other.id),
        current: other.id === older.version.id,
      })),
    backLink: plansPaths.version(newer.version.id),
  };
}

function toRow({ change, before, after }: ItemComparison<LinkedItem>): ComparePage['rows'][number] {
  const item = (after ?? before)!;
  const [old, now] = [before, after].map((one) => (one ? cellsOf(one) : null));
  const wasRenamed = before !== undefined && after !== undefined && before.name !== after.name;
  const marked = (own: string[] | null, other: string[] | null): ComparedCell[] =>
    own
      ? own
          .map((text, at) => ({ text, isOther: change === 'changed' && text !== other?.[at] }))
          .slice(0, wasRenamed ? 4 : 3)
      : [{ text: '没有这一项', isOther: false }];
  return {
    name: item.name,
    catalogue: `${item.code} ${itemNames[item.code]}`,
    status: { state: changeStates[change], word: itemChangeNames[change] },
    older: marked(old, now),
    newer: marked(now, old),
  };
}

/** How much, where, for how much, and under which name. */
const cellsOf = ({ name, quantity, unit, place, estimatedFen }: LinkedItem): string[] => [
  quantityInWords(quantity, unit),
  place ?? '—',
  estimatedFen === null ? '没有估算' : `估算 ${fenInWords(estimatedFen)}`,
  `名称 ${name}`,
];

const differenceInWords = (fen: number): string =>
  fen === 0 ? '估算不变' : `估算${fen > 0 ? '增加' : '减少'} ${fenInTenThousands(Math.abs(fen))} 万元`;

function sheetChanges(older: PlanVersion, newer: PlanVersion): ComparePage['sheet'] {
  const said = (version: PlanVersion) =>
    new Map([
      ...sheetFacts(version).map(({ term, value }) => [term, value] as const),
      ...sheetTexts(version).map(({ label, text }) => [label, text] as const),
    ]);
  const [old, now] = [said(older), said(newer)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((term) => ({ term, older: old.get(term) ?? '—', newer: now.get(term) ?? '—' }))
    .filter((row) => row.older !== row.newer);
}
