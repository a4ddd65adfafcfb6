import * as fc from 'fast-check';
import { squareMetres } from '../kernel/area';
import { rosterDoor } from './given-vote';
import {
  OwnerKind,
  RosterDoor,
  VoteScope,
  doorsInScope,
  electorateBlockers,
  ownersOf,
  parseGroup,
  rosterBlockers,
  rosterWarnings,
  wholeCompound,
} from './vote-roster';

const doors = (count: number, change: Partial<RosterDoor> = {}) =>
  Array.from({ length: count }, (_, index) => rosterDoor(index + 1, change));
const texts = (found: { text: string }[]) => found.map(({ text }) => text);

describe('the owners of a compound', () => {
  it('are one person for each door, where nothing joins them', () => {
    expect(ownersOf(doors(28)).length).toBe(28);
  });

  it('with several doors are one person with all the area', () => {
    const given = [...doors(2), rosterDoor(3, { group: 'A' }), rosterDoor(4, { group: 'A', area: 5_925 })];
    const found = ownersOf(given);
    expect(found.length).toBe(3);
    expect(found[2]).toMatchObject({ area: 11_925, doors: [{ id: 3 }, { id: 4 }] });
  });

  it.each<[OwnerKind, string[], number]>([
    ['developer', ['', '', ''], 1],
    ['developer', ['A', 'B', ''], 1],
    ['origin-unit', ['', '', ''], 1],
    ['origin-unit', ['A', 'A', 'B'], 2],
    ['person', ['', '', ''], 3],
    ['person', ['A', 'A', ''], 2],
  ])('of the kind %s with the groups %j are %i', (kind, groups, persons) => {
    const given = groups.map((group, index) => rosterDoor(index + 1, { kind, group }));
    expect(ownersOf(given).length).toBe(persons);
    expect(ownersOf(given).reduce((sum, { area }) => sum + area, 0)).toBe(squareMetres(60 * 3));
  });

  it('of the same group but different kinds are different persons, and that is said', () => {
    const given = [rosterDoor(1, { group: 'A' }), rosterDoor(2, { group: 'A', kind: 'origin-unit' })];
    expect(texts(rosterBlockers(given))).toEqual([
      '编号 A 的各户业主类别不一样（1号楼 1单元 101、1号楼 1单元 201），同一业主请选同一类别',
    ]);
  });

  it('are the same whatever the order of the doors, and no door is counted twice', () => {
    const door = fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      group: fc.constantFrom('', 'A', 'B'),
      kind: fc.constantFrom<OwnerKind>('person', 'origin-unit', 'developer'),
      area: fc.integer({ min: 1, max: 30_000 }),
    });
    const list = fc.uniqueArray(door, { selector: ({ id }) => id });
    fc.assert(
      fc.property(list, (given) => {
        const made = given.map(({ id, ...change }) => rosterDoor(id, change));
        const weights = (one: RosterDoor[]) =>
          ownersOf(one)
            .map(({ key, area }) => `${key} ${area}`)
            .sort();
        expect(weights([...made].reverse())).toEqual(weights(made));
        expect(ownersOf(made).flatMap((owner) => owner.doors).length).toBe(made.length);
      }),
    );
  });
});

describe('who decides', () => {
  const given = [
    rosterDoor(1),
    rosterDoor(2, { unitNo: 2 }),
    rosterDoor(3, { buildingId: 2, buildingNo: '2号楼' }),
    rosterDoor(4, { use: 'business' }),
    rosterDoor(5, { use: 'garage', area: null }),
    rosterDoor(6, { use: 'storage', area: 800 }),
  ];
  it.each<[VoteScope, number[]]>([
    [wholeCompound, [1, 2, 3, 4, 6]],
    [{ kind: 'building', buildingId: 1, unitNo: null }, [1, 2, 4, 6]],
    [{ kind: 'unit', buildingId: 1, unitNo: 1 }, [1, 4, 6]],
  ])('%j', (scope, ids) => {
    expect(doorsInScope(given, scope).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a roster', () => {
  it('without a door cannot vote', () => {
    expect(texts(electorateBlockers([], wholeCompound))).toEqual([
      '表决范围里还没有门户。请先在「楼栋门户」生成门户，再填业主名册',
    ]);
  });

  it('with doors without area cannot vote, and each is named', () => {
    const given = [...doors(2), rosterDoor(3, { area: null }), rosterDoor(4, { area: 0 })];
    const found = electorateBlockers(given, wholeCompound);
    expect(texts(found)).toEqual([
      '还有 2 户没有面积，不能计算表决结果：1号楼 1单元 301、1号楼 1单元 401。请先补业主名册',
    ]);
    expect(found[0]).toMatchObject({ level: 'law', source: '区分所有权解释 §8' });
    expect(electorateBlockers(doors(2), wholeCompound)).toEqual([]);
  });

  it('names a dozen doors and says how many there are', () => {
    const [text] = texts(electorateBlockers(doors(28, { area: null }), wholeCompound));
    expect(text).toContain('1号楼 1单元 1201 等 28 户');
    expect(text).not.toContain('1301');
  });

  it('may be kept with empty areas, not with an area of 0', () => {
    expect(rosterBlockers(doors(2, { area: null }))).toEqual([]);
    expect(texts(rosterBlockers([rosterDoor(1, { area: 0 })]))).toEqual([
      '1号楼 1单元 101的面积是 0，请填建筑面积，如 59.25',
    ]);
  });

  it.each([
    ['10 % more is allowed', 110_00, 0],
    ['0.01 ㎡ beyond that is asked about', 110_01, 1],
    ['10 % less is allowed', 90_00, 0],
    ['0.01 ㎡ below that is asked about', 89_99, 1],
  ])('%s', (_, area, count) => {
    expect(rosterWarnings([rosterDoor(1, { area })], 100_00, '2026-04-26').length).toBe(count);
  });

  it('is not compared while areas are missing or the register has none', () => {
    expect(rosterWarnings([rosterDoor(1), rosterDoor(2, { area: null })], 1_00, '2026-04-26')).toEqual([]);
    expect(rosterWarnings([rosterDoor(1)], null, '2026-04-26')).toEqual([]);
    expect(texts(rosterWarnings([rosterDoor(1)], 167_700, '2026-04-26'))).toEqual([
      '各户面积合计 60.00 ㎡，楼院资料的建筑面积是 1677.00 ㎡，相差超过 10%，请核对',
    ]);
  });
});

describe('the number of an owner', () => {
  it.each([
    [' a ', 'A'],
    ['Ｂ２', 'B2'],
    ['', ''],
    ['王某', undefined],
    ['ABCDEFGHI', undefined],
    ['A-1', undefined],
  ])('%j is read as %j', (typed, read) => {
    expect(parseGroup(typed)).toBe(read);
  });
});
