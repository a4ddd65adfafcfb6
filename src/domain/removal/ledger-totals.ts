// How much of what was registered is put right, counted for one compound, a street or a district (case C7: 673 shops, 606
// put right, 90 %). What was registered by mistake counts nowhere; what is retained or left out with its document is put
// right. The sums are what they say: nothing is estimated, and the share is rounded down.
import { Area, areaInWords } from '../kernel/area';
import { StateCount } from './living-ledger';
import { isGone, StructureState } from './structure-states';

/** So many structures in this state; `area` is the measured area of those that were removed, 0.01 ㎡. */
export interface StateSum extends StateCount {
  area: Area;
}

/** What a line of the ledger counts. */
export interface LedgerCounts {
  /** All that count. */
  total: number;
  /** Nothing is agreed on yet. */
  open: number;
  agreed: number;
  /** Removed, waits for the second person. */
  removed: number;
  verified: number;
  /** Retained, or left out of the works. */
  kept: number;
  /** Measured area of what was removed. */
  removedArea: Area;
}

const columnOf: Record<Exclude<StructureState, 'struck-out'>, keyof LedgerCounts> = {
  standing: 'open',
  'ownership-check': 'open',
  agreed: 'agreed',
  removed: 'removed',
  verified: 'verified',
  'retained-legal': 'kept',
  'retained-rectified': 'kept',
  'scoped-out': 'kept',
};

const nothing: LedgerCounts = {
  ...{ total: 0, open: 0, agreed: 0, removed: 0, verified: 0, kept: 0, removedArea: 0 },
};

/** How many stand where? */
export function ledgerCounts(sums: readonly StateSum[]): LedgerCounts {
  const counts = { ...nothing };
  for (const { state, count, area } of sums) {
    if (state === 'struck-out') continue;
    counts.total += count;
    counts[columnOf[state]] += count;
    if (isGone(state)) counts.removedArea += area;
  }
  return counts;
}

/** Several lines added up. */
export function addedCounts(lines: readonly LedgerCounts[]): LedgerCounts {
  const keys = Object.keys(nothing) as (keyof LedgerCounts)[];
  return Object.fromEntries(
    keys.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)]),
  ) as unknown as LedgerCounts;
}

/** How many are put right: verified as removed, retained or left out. */
export const putRight = ({ verified, kept }: LedgerCounts): number => verified + kept;

/** Which whole percent of them is put right? Rounded down; null of nothing. */
export const putRightPercent = (counts: LedgerCounts): number | null =>
  counts.total === 0 ? null : Math.floor((putRight(counts) * 100) / counts.total);

/** How is it said? '登记 673 处，已销号 606 处（90%），拆除 2,310 ㎡'. */
export function ledgerInWords(counts: LedgerCounts): string {
  const { total, removedArea } = counts;
  if (total === 0) return '还没有登记拆除对象';
  const said = `登记 ${total} 处，已销号 ${putRight(counts)} 处（${putRightPercent(counts)}%）`;
  return removedArea > 0 ? `${said}，拆除 ${areaInWords(removedArea)}` : said;
}
