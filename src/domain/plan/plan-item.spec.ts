import { itemCodes } from '../renovation/items';
import { PlanItem, hasTreePermit, itemBlockers, mattersOf, removalBlockers } from './plan-item';
import { largestQuantity } from './quantity';

const item: PlanItem = {
  line: 1,
  code: 'I07',
  name: '充电桩',
  note: null,
  quantity: 3000,
  unit: '组',
  place: '车棚内',
  estimatedFen: 3_600_000,
  treeWork: 'none',
  permitNumber: null,
  permitFileId: null,
  matters: [],
};

describe('an item', () => {
  const codes = (change: Partial<PlanItem>) => itemBlockers({ ...item, ...change }).map(({ code }) => code);

  it('may be written down', () => {
    expect(itemBlockers(item)).toEqual([]);
  });

  it('has a quantity above nothing, up to a million', () => {
    expect(codes({ quantity: 0 })).toEqual(['item.quantity']);
    expect(codes({ quantity: 1 })).toEqual([]);
    expect(codes({ quantity: largestQuantity })).toEqual([]);
    expect(codes({ quantity: largestQuantity + 1 })).toEqual(['item.quantity']);
  });

  it('is counted in a unit of the list', () => {
    expect(codes({ unit: '车' })).toEqual(['item.unit']);
  });

  it('names a tree permit only where trees are worked on', () => {
    expect(codes({ permitNumber: '郑绿许〔2026〕12号' })).toEqual(['item.permit']);
    expect(codes({ permitFileId: 5 })).toEqual(['item.permit']);
    expect(codes({ permitNumber: '郑绿许〔2026〕12号', treeWork: 'fell' })).toEqual([]);
  });
});

describe('what only the owners may decide', () => {
  it('is what is ticked', () => {
    expect(mattersOf({ ...item, matters: ['fund-raise', 'change-of-use'] })).toEqual([
      'change-of-use',
      'fund-raise',
    ]);
  });

  it('is in a lift always, in no other item by itself', () => {
    const reserved = itemCodes.filter((code) => mattersOf({ code, matters: [] }).length > 0);
    expect(reserved).toEqual(['I14']);
    expect(mattersOf({ code: 'I14', matters: ['rebuild', 'fund-raise'] })).toEqual(['rebuild', 'fund-raise']);
  });
});

describe('work on trees', () => {
  it.each([
    ['none', null, null, true],
    ['fell', null, null, false],
    ['fell', '郑绿许〔2026〕12号', null, false],
    ['transplant', null, 7, false],
    ['transplant', ' ', 7, false],
    ['fell', '郑绿许〔2026〕12号', 7, true],
    ['transplant', '郑绿许〔2026〕12号', 7, true],
  ] as const)('%s with number %j and file %j: approved %j', (treeWork, permitNumber, permitFileId, has) => {
    expect(hasTreePermit({ treeWork, permitNumber, permitFileId })).toBe(has);
  });
});

describe('taking an item out', () => {
  it('needs a reason where it answers a wish', () => {
    expect(removalBlockers({ wishes: 0, isRemoved: false }, '')).toEqual([]);
    expect(removalBlockers({ wishes: 1, isRemoved: false }, ' ').map(({ code }) => code)).toEqual([
      'item.reason',
    ]);
    expect(removalBlockers({ wishes: 1, isRemoved: false }, '改到二期')).toEqual([]);
  });

  it('is done once', () => {
    expect(removalBlockers({ wishes: 0, isRemoved: true }, '').map(({ code }) => code)).toEqual([
      'item.removed',
    ]);
  });
});
