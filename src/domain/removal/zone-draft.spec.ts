import { structureStates } from './structure-states';
import {
  zoneCountBlockers,
  zoneDraftBlockers,
  zoneGivingUpBlockers,
  zoneLetter,
  zoneLimits,
  zoneName,
} from './zone-draft';

const around = { others: [{ number: 2, name: '南墙根' }], planLines: [1, 2] };
const codes = (name: string, lines: number[] = [], surroundings = around) =>
  zoneDraftBlockers({ name, lines }, surroundings).map(({ code }) => code);

describe('a zone of the works', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('number %i is called %s', (number, letter) => {
    expect(zoneLetter(number)).toBe(letter);
  });

  it('is shown by its letter and its name', () => {
    expect(zoneName({ number: 1, name: '院门东侧' })).toBe('A区 院门东侧');
  });

  it('has a name of 1 to 40 characters', () => {
    expect(codes('东')).toEqual([]);
    expect(codes('院'.repeat(zoneLimits.name))).toEqual([]);
    expect(codes('院'.repeat(zoneLimits.name + 1))).toEqual(['removal.zone-name']);
    expect(codes('  ')).toEqual(['removal.zone-name']);
  });

  it('has a name no other zone of the renovation has', () => {
    expect(codes(' 南墙根 ')).toEqual(['removal.zone-name-taken']);
    expect(zoneDraftBlockers({ name: '南墙根', lines: [] }, around)[0].text).toBe(
      'B区已经叫「南墙根」，请换一个名称',
    );
    expect(codes('南墙根', [], { ...around, others: [] })).toEqual([]);
  });

  it('takes items of the fixed plan only', () => {
    expect(codes('院门东侧', [1, 2])).toEqual([]);
    expect(codes('院门东侧', [1, 3])).toEqual(['removal.zone-item']);
    expect(zoneDraftBlockers({ name: '东', lines: [1] }, { others: [], planLines: null })).toHaveLength(1);
    expect(zoneDraftBlockers({ name: '东', lines: [] }, { others: [], planLines: null })).toEqual([]);
  });

  it('is one of 26 at most', () => {
    expect(zoneCountBlockers(25)).toEqual([]);
    expect(zoneCountBlockers(26).map(({ text }) => text)).toEqual([
      '一个项目最多划 26 个施工区域，请合并相邻的区域，或先取消不用的区域',
    ]);
  });
});

describe('giving a zone up', () => {
  const zone = { id: 7, number: 1 };

  it.each(structureStates)('with a structure that is %s', (state) => {
    const found = zoneGivingUpBlockers(zone, [{ id: 1, number: 4, state, zones: [7] }], []);
    expect(found.map(({ text }) => text)).toEqual(
      state === 'struck-out' ? [] : ['A区登记着第 4 处，请先在这些对象的页面改选施工区域'],
    );
  });

  it('is refused for everything in it at once, and says what to do', () => {
    const structures = [
      { id: 1, number: 1, state: 'standing' as const, zones: [7, 8] },
      { id: 2, number: 2, state: 'standing' as const, zones: [8] },
      { id: 3, number: 3, state: 'verified' as const, zones: [7] },
    ];
    expect(zoneGivingUpBlockers(zone, structures, ['公共车棚', '充电桩']).map(({ text }) => text)).toEqual([
      'A区登记着第 1 处、第 3 处，请先在这些对象的页面改选施工区域',
      '「公共车棚」、「充电桩」还落在A区，请先在修改页改到别的区域',
    ]);
    expect(zoneGivingUpBlockers(zone, [], [])).toEqual([]);
  });
});
