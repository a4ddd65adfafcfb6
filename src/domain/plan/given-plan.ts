// For specs only: items as the plan of 丰乐路106号院 has them.
import type { PlanItem } from './plan-item';

/** An item that is counted, placed and estimated; nothing about trees or owners. */
export const givenItem = (line: number, change: Partial<PlanItem> = {}): PlanItem => ({
  line,
  code: 'I07',
  name: '电动自行车充电桩',
  note: null,
  quantity: 3000,
  unit: '组',
  place: '车棚内',
  estimatedFen: 3_600_000,
  treeWork: 'none',
  permitNumber: null,
  permitFileId: null,
  matters: [],
  ...change,
});

/** The works of the case: cleared, painted, a gate, a shed, charging points; close to 200000 yuan. */
export const givenItems: PlanItem[] = [
  givenItem(1, { code: 'B13', name: '飞线规整', quantity: 100, unit: '项', estimatedFen: 1_800_000 }),
  givenItem(2, {
    code: 'B15',
    name: '院墙和走廊粉刷',
    quantity: 62_000,
    unit: '㎡',
    estimatedFen: 4_960_000,
  }),
  givenItem(3, { code: 'B09', name: '电子门禁', quantity: 100, unit: '套', estimatedFen: 1_200_000 }),
  givenItem(4, { code: 'I06', name: '公共车棚', quantity: 4_500, unit: '㎡', estimatedFen: 6_480_000 }),
  givenItem(5, { estimatedFen: 5_360_000 }),
];
