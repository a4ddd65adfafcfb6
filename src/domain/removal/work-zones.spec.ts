import * as fc from 'fast-check';
import { isClosedState, StructureState, structureStates } from './structure-states';
import { freedGrounds, isZoneClear, itemGrounds, ZoneItem, ZoneStructure } from './work-zones';

const at = (id: number, zones: number[], state: StructureState = 'standing'): ZoneStructure => ({
  ...{ id, number: id, zones, state },
});
const items = [
  { line: 1, zones: [1] },
  { line: 2, zones: [1, 2] },
  { line: 3, zones: [] },
];

const freedItems = (on: ZoneItem[], before: ZoneStructure[], after: ZoneStructure[]) =>
  freedGrounds(itemGrounds(on, before), itemGrounds(on, after));
const heldItems = (on: ZoneItem[], before: ZoneStructure[], after: ZoneStructure[]) =>
  freedItems(on, after, before);

describe('the ground of an item', () => {
  it.each(structureStates)('with a structure that is %s', (state) => {
    const [{ isBlocked }] = itemGrounds(items, [at(1, [1], state)]);
    expect(isBlocked).toBe(!isClosedState(state));
    expect(isZoneClear(1, [at(1, [1], state)])).toBe(isClosedState(state));
  });

  it('removed but not verified still holds it back', () => {
    expect(itemGrounds(items, [at(1, [1], 'removed')])[0]).toMatchObject({ isBlocked: true, by: [1] });
  });

  it('is told by the numbers of what stands there, never by place', () => {
    const words = (structures: ZoneStructure[]) => itemGrounds(items, structures)[1].words;
    expect(words([at(1, [1]), at(4, [2], 'agreed'), at(5, [3])])).toBe(
      '受阻：第 1 处、第 4 处还没有拆除复核',
    );
    expect(words([at(1, [1], 'verified')])).toBe('可开工');
    expect(words([at(1, [1], 'retained-legal')])).toBe('可开工，第 1 处保留，施工时避让');
    expect(words([at(1, [1], 'struck-out')])).toBe('可开工');
  });

  it('drawn nowhere is held back by none', () => {
    expect(itemGrounds(items, [at(1, [1]), at(2, [2])])[2].isBlocked).toBe(false);
  });
});

describe('giving the ground back', () => {
  it('the last structure of the zones of an item frees it, not the first', () => {
    const both = [at(1, [1]), at(2, [2])];
    const one = [at(1, [1], 'verified'), at(2, [2])];
    const none = [at(1, [1], 'verified'), at(2, [2], 'verified')];
    expect(freedItems(items, both, one)).toEqual([1]);
    expect(freedItems(items, one, none)).toEqual([2]);
    expect(heldItems(items, none, both)).toEqual([1, 2]);
  });

  it('an item taken off the zone is freed, one drawn onto it is held back', () => {
    const standing = [at(1, [1])];
    const drawn = itemGrounds([{ line: 1, zones: [1] }], standing);
    expect(freedGrounds(drawn, [])).toEqual([1]);
    expect(freedGrounds([], drawn)).toEqual([]);
    expect(freedGrounds(drawn, itemGrounds([{ line: 1, zones: [2] }], standing))).toEqual([1]);
  });

  it('closing one more structure never holds an item back', () => {
    const zones = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 });
    const structure = fc.tuple(zones, fc.constantFrom(...structureStates));
    fc.assert(
      fc.property(fc.array(structure, { minLength: 1, maxLength: 6 }), fc.nat(), (drawn, pick) => {
        const before = drawn.map(([where, state], index) => at(index, where, state));
        const after = before.map((one, index) =>
          index === pick % before.length ? { ...one, state: 'verified' as const } : one,
        );
        expect(heldItems(items, before, after)).toEqual([]);
      }),
    );
  });
});
