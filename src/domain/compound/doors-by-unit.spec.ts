import { byFloor, byUnit, fromTop } from './doors-by-unit';

const door = (buildingNo: string, unitNo: number, floorNo: number, roomNo: string) => ({
  ...{ buildingNo, unitNo, floorNo, roomNo },
});
const doors = [
  door('1号楼', 1, -1, 'B01'),
  door('1号楼', 1, 1, '101'),
  door('1号楼', 1, 2, '201'),
  door('1号楼', 2, 1, '101'),
  door('2号楼', 1, 1, '101'),
];

describe('doors as they are shown', () => {
  it('unit by unit in walking order', () => {
    expect(byUnit(doors).map(({ name, doors: own }) => `${name}：${own.length}`)).toEqual([
      '1号楼 1单元：3',
      '1号楼 2单元：1',
      '2号楼 1单元：1',
    ]);
  });

  it('floor by floor from below, or from the top as one looks at the house', () => {
    const [{ doors: unit }] = byUnit(doors);
    expect(byFloor(unit).map(({ floorNo }) => floorNo)).toEqual([-1, 1, 2]);
    expect(fromTop(unit).map(({ floorNo, doors: own }) => [floorNo, own[0].roomNo])).toEqual([
      [2, '201'],
      [1, '101'],
      [-1, 'B01'],
    ]);
  });
});
