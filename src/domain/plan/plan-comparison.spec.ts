import fc from 'fast-check';
import { itemCodes } from '../renovation/items';
import { givenItem, givenItems } from './given-plan';
import { compareItems, countChanges } from './plan-comparison';
import { planTotal } from './plan-totals';

describe('two versions side by side', () => {
  it('what is the same is unchanged', () => {
    const rows = compareItems(givenItems, givenItems);
    expect(countChanges(rows)).toEqual({ added: 0, removed: 0, changed: 0, unchanged: 5 });
    expect(rows.every(({ fields }) => fields.length === 0)).toBe(true);
  });

  it('says what came, what went, and what it was before', () => {
    const [wires, paint, gate, shed, charging] = givenItems;
    const wisteria = givenItem(6, { code: 'I02', name: '紫藤架', quantity: 100, unit: '处' });
    const more = { ...charging, quantity: 4000, place: '新车棚内', estimatedFen: 6_160_000 };
    const rows = compareItems([wires, paint, gate, shed, charging], [wires, paint, gate, more, wisteria]);
    expect(rows.map(({ change, before, after }) => [(after ?? before)!.name, change])).toEqual([
      ['电子门禁', 'unchanged'],
      ['飞线规整', 'unchanged'],
      ['院墙和走廊粉刷', 'unchanged'],
      ['紫藤架', 'added'],
      ['公共车棚', 'removed'],
      ['电动自行车充电桩', 'changed'],
    ]);
    expect(rows[5].fields).toEqual([
      { field: '数量', before: '30 组', after: '40 组' },
      { field: '位置', before: '车棚内', after: '新车棚内' },
      { field: '估算', before: '5.36 万元', after: '6.16 万元' },
    ]);
  });

  it('a new name is a change of the same item', () => {
    const [row] = compareItems(
      [givenItem(1)],
      [givenItem(1, { name: '充电柜', matters: ['change-of-use'] })],
    );
    expect(row.change).toBe('changed');
    expect(row.fields.map(({ field }) => field)).toEqual(['名称', '业主共同决定']);
  });

  it('what is not said reads as a dash', () => {
    const [row] = compareItems([givenItem(1)], [givenItem(1, { place: null, estimatedFen: null })]);
    expect(row.fields).toEqual([
      { field: '位置', before: '车棚内', after: '—' },
      { field: '估算', before: '3.60 万元', after: '—' },
    ]);
  });

  const items = fc.uniqueArray(
    fc
      .record({
        line: fc.integer({ min: 1, max: 30 }),
        code: fc.constantFrom(...itemCodes),
        estimatedFen: fc.option(fc.integer({ min: 0, max: 1_000_000_00 }), { nil: null }),
        quantity: fc.integer({ min: 1, max: 10_000 }),
      })
      .map(({ line, ...change }) => givenItem(line, change)),
    { selector: ({ line }) => line, maxLength: 20 },
  );

  it('sums add up: old total, plus what came, minus what went, plus the differences, is the new total', () => {
    fc.assert(
      fc.property(items, items, (older, newer) => {
        const rows = compareItems(older, newer);
        const moved = rows.reduce(
          (sum, { before, after }) => sum + (after?.estimatedFen ?? 0) - (before?.estimatedFen ?? 0),
          planTotal(older).estimatedFen,
        );
        const { added, removed, changed, unchanged } = countChanges(rows);
        expect([moved, removed + changed + unchanged, added + changed + unchanged]).toEqual([
          planTotal(newer).estimatedFen,
          older.length,
          newer.length,
        ]);
      }),
    );
  });

  it('read backwards, what came went, and what changed changed back', () => {
    fc.assert(
      fc.property(items, items, (older, newer) => {
        const [there, back] = [
          countChanges(compareItems(older, newer)),
          countChanges(compareItems(newer, older)),
        ];
        expect(back).toEqual({ ...there, added: there.removed, removed: there.added });
      }),
    );
  });
});
