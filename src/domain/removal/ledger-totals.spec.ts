import { addedCounts, ledgerCounts, ledgerInWords, putRight, putRightPercent } from './ledger-totals';
import { structureStates } from './structure-states';

describe('what a line of the ledger counts', () => {
  it('has a column for every state but what was registered by mistake', () => {
    const all = structureStates.map((state) => ({ state, count: 1, area: 10_00 }));
    expect(ledgerCounts(all)).toEqual({
      ...{ total: 8, open: 2, agreed: 1, removed: 1, verified: 1, kept: 3, removedArea: 20_00 },
    });
  });

  it('adds up', () => {
    const one = ledgerCounts([{ state: 'verified', count: 600, area: 2_000_00 }]);
    const other = ledgerCounts([
      { state: 'retained-rectified', count: 6, area: 0 },
      { state: 'standing', count: 67, area: 0 },
    ]);
    const sum = addedCounts([one, other]);
    expect([putRight(sum), putRightPercent(sum)]).toEqual([606, 90]);
    expect(ledgerInWords(sum)).toBe('登记 673 处，已销号 606 处（90%），拆除 2,000 ㎡');
  });

  it.each([
    [[], '还没有登记拆除对象'],
    [[{ state: 'standing', count: 1, area: 0 }], '登记 1 处，已销号 0 处（0%）'],
    [
      [
        { state: 'verified', count: 199, area: 0 },
        { state: 'agreed', count: 1, area: 0 },
      ],
      '登记 200 处，已销号 199 处（99%）',
    ],
  ] as const)('never says more than is done: %j', (sums, expected) => {
    expect(ledgerInWords(ledgerCounts(sums))).toBe(expected);
  });
});
