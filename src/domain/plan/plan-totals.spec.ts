import fc from 'fast-check';
import { itemCodes } from '../renovation/items';
import { givenItem, givenItems } from './given-plan';
import { byClass, planTotal } from './plan-totals';

describe('what a plan comes to', () => {
  it('adds up class by class, the class of the catalogue first', () => {
    const groups = byClass(givenItems);
    expect(groups.map((group) => [group.class, group.total])).toEqual([
      ['basic', { items: 3, estimatedFen: 7_960_000, withoutEstimate: 0 }],
      ['improve', { items: 2, estimatedFen: 11_840_000, withoutEstimate: 0 }],
    ]);
    expect(groups[0].items.map(({ code }) => code)).toEqual(['B09', 'B13', 'B15']);
    expect(planTotal(givenItems)).toEqual({ items: 5, estimatedFen: 19_800_000, withoutEstimate: 0 });
  });

  it('names what is not estimated instead of taking it for nothing', () => {
    const items = [givenItem(1), givenItem(2, { estimatedFen: null }), givenItem(3, { estimatedFen: 0 })];
    expect(planTotal(items)).toEqual({ items: 3, estimatedFen: 3_600_000, withoutEstimate: 1 });
  });

  it('of no items is nothing', () => {
    expect([planTotal([]), byClass([])]).toEqual([{ items: 0, estimatedFen: 0, withoutEstimate: 0 }, []]);
  });

  it('is the same whole, however it is split into classes', () => {
    const one = fc.record({
      code: fc.constantFrom(...itemCodes),
      line: fc.integer({ min: 1, max: 500 }),
      estimatedFen: fc.option(fc.integer({ min: 0, max: 10_000_000_000_00 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (items) => {
        const whole = planTotal(items);
        const parts = byClass(items).map(({ total }) => total);
        const sum = (of: 'items' | 'estimatedFen' | 'withoutEstimate') =>
          parts.reduce((all, part) => all + part[of], 0);
        expect([sum('items'), sum('estimatedFen'), sum('withoutEstimate')]).toEqual([
          whole.items,
          whole.estimatedFen,
          whole.withoutEstimate,
        ]);
      }),
    );
  });
});
