import { givenItem, givenItems } from './given-plan';
import { VersionToTell, toPublicPlan } from './plan-disclosure';

const told: VersionToTell = {
  number: 1,
  fixedOn: '2026-05-06',
  reason: null,
  sheet: {
    managementMode: 'self-managed',
    managementNote: '楼栋长牵头，电话 13800001234',
    durationDays: 30,
    plannedFromOn: null,
    plannedUntilOn: null,
    impact: null,
    measures: null,
  },
  notice: { postedOn: '2026-04-28', endsOn: '2026-05-05' },
  items: givenItems.map((item) => ({ ...item, wishes: item.line === 5 ? [7] : [] })),
  drawings: [{ publicId: 'x', caption: '1号楼2单元301室门前', width: 4, height: 3 }],
  before: null,
};
const posted = (change: Partial<VersionToTell> = {}): VersionToTell => ({
  ...told,
  number: 2,
  fixedOn: null,
  reason: '301室居民要求加装',
  notice: { postedOn: '2026-06-01', endsOn: '2026-06-08' },
  before: givenItems,
  ...change,
});

describe('what residents read of a plan', () => {
  it('is nothing while nothing is fixed and nothing hangs', () => {
    expect(toPublicPlan(null, null)).toBeNull();
  });

  it('is what was fixed, in the order of the catalogue, with what it costs', () => {
    const plan = toPublicPlan(told, null)!;
    expect(plan).toMatchObject({
      version: 1,
      fixedOn: '2026-05-06',
      durationDays: 30,
      estimatedFen: 19_800_000,
      changes: [],
      proposed: null,
    });
    expect(plan.items.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['电子门禁', '1 套'],
      ['飞线规整', '1 项'],
      ['院墙和走廊粉刷', '620 ㎡'],
      ['公共车棚', '45 ㎡'],
      ['电动自行车充电桩', '30 组'],
    ]);
    expect(plan.items.at(-1)!.wishes).toEqual([7]);
  });

  it('names no door and no phone', () => {
    const items = [{ ...givenItem(1, { name: '301室门口坡道', place: '1号楼2单元301室' }), wishes: [] }];
    expect(JSON.stringify(toPublicPlan({ ...told, items }, posted({ items })))).not.toMatch(
      /301|13800001234/,
    );
  });

  it('tells no cost while it only hangs, nor a part for the whole', () => {
    expect(toPublicPlan(null, posted({ before: null }))).toMatchObject({ version: null, estimatedFen: null });
    const items = [...told.items, { ...givenItem(9, { estimatedFen: null }), wishes: [] }];
    expect(toPublicPlan({ ...told, items }, null)!.estimatedFen).toBeNull();
  });

  it('says how much and where an item was before; a new estimate alone is no change', () => {
    const [wires, paint, ...others] = givenItems;
    const items = [
      { ...wires, estimatedFen: 1 },
      { ...paint, quantity: 70_000, place: '院墙' },
      ...others.slice(1),
      givenItem(6, { code: 'I02', name: '紫藤架', quantity: 100, unit: '处', place: null }),
    ].map((item) => ({ ...item, wishes: [] }));
    const { changes } = toPublicPlan(told, posted({ items }))!.proposed!;
    expect(changes).toEqual([
      { change: 'removed', name: '电子门禁', before: '1 套，车棚内', after: null },
      { change: 'changed', name: '院墙和走廊粉刷', before: '620 ㎡，车棚内', after: '700 ㎡，院墙' },
      { change: 'added', name: '紫藤架', before: null, after: '1 处' },
    ]);
  });

  it('a newer version that hangs stands beside the fixed one', () => {
    const plan = toPublicPlan(told, posted())!;
    expect([plan.version, plan.notice, plan.proposed?.version, plan.proposed?.notice.endsOn]).toEqual([
      1,
      { postedOn: '2026-04-28', endsOn: '2026-05-05' },
      2,
      '2026-06-08',
    ]);
  });
});
