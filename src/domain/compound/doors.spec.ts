import * as fc from 'fast-check';
import {
  compareDoors,
  Door,
  doorBlockers,
  doorInWords,
  doorsOf,
  doorWarnings,
  newDoors,
  patternBlockers,
} from './doors';

const seed = { buildingNo: '1号楼', units: 1, floors: 7, doorsPerFloor: 4, firstFloor: 1 };
const door: Door = { buildingNo: '1号楼', unitNo: 1, floorNo: 1, roomNo: '101' };
const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('doors by pattern', () => {
  it('丰乐路106号院 has 28 doors, 101 to 704', () => {
    const doors = doorsOf(seed);
    expect(doors).toHaveLength(28);
    expect(doors[0]).toEqual(door);
    expect(doors.at(-1)).toEqual({ buildingNo: '1号楼', unitNo: 1, floorNo: 7, roomNo: '704' });
  });

  it('begin above the shops when told so', () => {
    expect(
      doorsOf({ ...seed, firstFloor: 3, floors: 1, doorsPerFloor: 2 }).map(({ roomNo }) => roomNo),
    ).toEqual(['301', '302']);
  });

  it.each([
    ['the seed', {}, []],
    ['thirty units', { units: 30 }, []],
    ['thirty-one units', { units: 31 }, ['doors.pattern']],
    ['no unit', { units: 0 }, ['doors.pattern']],
    ['half a floor', { floors: 0.5 }, ['doors.pattern']],
    ['sixty floors', { floors: 60 }, []],
    ['sixty-one floors', { floors: 61 }, ['doors.pattern']],
    ['up to floor sixty', { floors: 58, firstFloor: 3 }, []],
    ['beyond floor sixty', { floors: 59, firstFloor: 3 }, ['doors.pattern']],
    ['thirty doors', { doorsPerFloor: 30 }, []],
    ['thirty-one doors', { doorsPerFloor: 31 }, ['doors.pattern']],
    ['3000 doors', { units: 10, floors: 10, doorsPerFloor: 30 }, []],
    ['3030 doors', { units: 10, floors: 11, doorsPerFloor: 30 }, ['doors.too-many']],
    ['no building', { buildingNo: ' ' }, ['doors.building']],
  ])('%s', (_, change, expected) => {
    expect(codes(patternBlockers({ ...seed, ...change }))).toEqual(expected);
  });

  it('says how high the pattern would reach', () => {
    const [found] = patternBlockers({ ...seed, floors: 59, firstFloor: 3 });
    expect(found.text).toBe('最高楼层不能超过 60 层，现在是 61 层');
  });

  it('leave alone what is on the list', () => {
    expect(newDoors(seed, [door])).toHaveLength(27);
    expect(newDoors(seed, doorsOf(seed))).toEqual([]);
    expect(newDoors(seed, [{ ...door, buildingNo: '2号楼' }])).toHaveLength(28);
  });

  it('are never two of one kind, and all as many as the pattern says', () => {
    const small = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(small(5), small(12), small(12), (units, floors, doorsPerFloor) => {
        const doors = doorsOf({ ...seed, units, floors, doorsPerFloor });
        expect(doors).toHaveLength(units * floors * doorsPerFloor);
        expect(new Set(doors.map(doorInWords)).size).toBe(doors.length);
        expect(doors.flatMap(doorWarnings)).toEqual([]);
        expect([...doors].reverse().sort(compareDoors)).toEqual(doors);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a door by hand', () => {
  it.each<[string, Partial<Door>, string[]]>([
    ['right', {}, []],
    ['in Chinese words', { roomNo: '东户' }, []],
    ['without room', { roomNo: '' }, ['door.room']],
    ['with a blank inside', { roomNo: '1 01' }, ['door.room']],
    ['of twenty signs', { roomNo: '1'.repeat(20) }, []],
    ['of twenty-one signs', { roomNo: '1'.repeat(21) }, ['door.room']],
    ['on floor 0', { floorNo: 0 }, ['door.floor']],
    ['on floor -3', { floorNo: -3 }, []],
    ['on floor -4', { floorNo: -4 }, ['door.floor']],
    ['on floor 60', { floorNo: 60 }, []],
    ['on floor 61', { floorNo: 61 }, ['door.floor']],
    ['in unit 0', { unitNo: 0 }, ['door.unit']],
    ['in unit 30', { unitNo: 30 }, []],
    ['in unit 31', { unitNo: 31 }, ['door.unit']],
    ['without building', { buildingNo: '' }, ['door.building']],
  ])('%s', (_, change, expected) => {
    expect(codes(doorBlockers({ ...door, ...change }, []))).toEqual(expected);
  });

  it('is not put on the list twice, in whatever case it is written', () => {
    const again = doorBlockers({ ...door, roomNo: 'a1' }, [{ ...door, roomNo: 'A1', floorNo: 2 }]);
    expect(again.map(({ text }) => text)).toEqual(['1号楼 1单元 a1 已在名册里，请核对']);
    expect(doorBlockers(door, [{ ...door, unitNo: 2 }])).toEqual([]);
  });

  it.each([
    ['101', 1, []],
    ['101', 2, ['door.floor-odd']],
    ['1203', 12, []],
    ['1203', 1, ['door.floor-odd']],
    ['东户', 3, []],
  ])('room %s on floor %i', (roomNo, floorNo, expected) => {
    expect(codes(doorWarnings({ ...door, roomNo, floorNo }))).toEqual(expected);
  });

  it('comes in walking order', () => {
    const later = { ...door, buildingNo: '10号楼' };
    expect([later, { ...door, buildingNo: '2号楼' }].sort(compareDoors).at(-1)).toBe(later);
    expect(compareDoors(door, { ...door, unitNo: 2 })).toBeLessThan(0);
  });
});
