import * as fc from 'fast-check';
import { yuan } from '../kernel/money';
import { whole } from './basis-points';
import { progressItem, sevenItems } from './given-progress';
import { heldWork, itemWeights, Weighing, weighingBlockers } from './item-weights';
import type { ProgressItem } from './progress-item';

const items = (...changes: Partial<ProgressItem>[]) =>
  changes.map((change, index) => progressItem(index + 1, change));

describe('the table of weights', () => {
  it('of 丰乐路106号院 comes from the amounts of the contract', () => {
    const weights = itemWeights('money', sevenItems);
    expect(weights.map(({ share }) => share)).toEqual([833, 1722, 778, 667, 3111, 2556, 333]);
    expect(weights[4].words).toBe('5.60 万元，共 18.00 万元');
  });

  it('comes from quantities, or from what was set by hand', () => {
    expect(itemWeights('quantity', items({ quantity: 1_00 }, { quantity: 2_00 }))).toEqual([
      { id: 1, share: 3333, words: '1 ㎡，共 3 ㎡' },
      { id: 2, share: 6667, words: '2 ㎡，共 3 ㎡' },
    ]);
    expect(itemWeights('hand', items({ handShare: 2500 }, { handShare: 7500 }))).toEqual([
      { id: 1, share: 2500, words: '人工填写' },
      { id: 2, share: 7500, words: '人工填写' },
    ]);
  });

  it('of one item is the whole, of none is empty, and of nothing says nothing', () => {
    expect(itemWeights('money', items({})).map(({ share }) => share)).toEqual([whole]);
    expect(itemWeights('money', [])).toEqual([]);
    expect(
      itemWeights('money', items({ contractFen: 0 }, { contractFen: null })).map(({ share }) => share),
    ).toEqual([0, 0]);
  });

  it('always adds up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: yuan(10_000_000) }), { minLength: 1, maxLength: 30 }),
        (fen) => {
          const weights = itemWeights('money', items(...fen.map((contractFen) => ({ contractFen }))));
          expect(weights.reduce((sum, { share }) => sum + share, 0)).toBe(whole);
        },
      ),
    );
  });
});

describe('weighing is refused', () => {
  it.each<[string, Weighing, Partial<ProgressItem>[], string[]]>([
    ['where there is no item', 'money', [], ['weight.none']],
    ['not where every item has an amount', 'money', [{}, {}], []],
    ['where an item has no amount', 'money', [{}, { contractFen: null }], ['weight.missing']],
    ['where an amount is below nothing', 'money', [{}, { contractFen: -1 }], ['weight.missing']],
    ['where no item weighs anything', 'money', [{ contractFen: 0 }, { contractFen: 0 }], ['weight.nothing']],
    ['not, but said, where one weighs nothing', 'money', [{}, { contractFen: 0 }], ['weight.zero']],
    [
      'not, but said, where one is too small',
      'money',
      [{ contractFen: yuan(1_000_000) }, { contractFen: 1 }],
      ['weight.zero'],
    ],
    ['where units differ', 'quantity', [{}, { unit: '组' }], ['weight.units']],
    ['not where all are of one unit', 'quantity', [{}, {}], []],
    ['where a weight is not set', 'hand', [{ handShare: whole }, {}], ['weight.missing']],
    ['where weights are just below the whole', 'hand', [{ handShare: 9999 }], ['weight.hand']],
    ['not where they are the whole', 'hand', [{ handShare: 1 }, { handShare: 9999 }], []],
    ['where they are just above', 'hand', [{ handShare: 2 }, { handShare: 9999 }], ['weight.hand']],
  ])('%s', (_, weighing, changes, codes) => {
    expect(weighingBlockers(weighing, items(...changes)).map(({ code }) => code)).toEqual(codes);
  });

  it('with how much is missing', () => {
    const [found] = weighingBlockers('hand', items({ handShare: 9800 }));
    expect(found.text).toBe('各项权重合计 98.00%，要正好是 100%，还差 2.00%');
  });
});

describe('work on ground that is not cleared', () => {
  const weights = itemWeights('money', sevenItems);
  const ground = (line: number, isBlocked: boolean) => ({
    line,
    isBlocked,
    by: [3],
    words: '受阻：3号还没有拆除复核',
  });

  it('keeps its weight and is said', () => {
    expect(heldWork(sevenItems, weights, [ground(5, true), ground(2, false)])).toEqual({
      ...{ ids: [5], share: 3111 },
      words: '1 项场地没有腾出，占总量 31.11%：公共车棚（占 31.11%）受阻：3号还没有拆除复核',
    });
  });

  it('is not said where all ground is free', () => {
    expect(heldWork(sevenItems, weights, [ground(5, false)])).toBeNull();
    expect(heldWork([{ ...sevenItems[4], isDropped: true }], weights, [ground(5, true)])).toBeNull();
  });
});
