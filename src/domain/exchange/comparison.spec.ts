import * as fc from 'fast-check';
import { ComparedRow, differencesOf, KnownCompound, ListComparison } from './comparison';
import { addressKeys, nameKey } from './compound-keys';
import { problemInWords } from './import-problem';
import { ListedCompound } from './read-row';
import { RegisterValues } from './register-values';

const locality = ['郑州市', '样例区'];
const street = { id: 1, name: '槐荫街道', districtName: '样例区', communities: [] };

describe('the key of a name', () => {
  it.each([
    ['丰乐路106号院', '丰乐路106号'],
    ['丰乐路１０６号 大院', '丰乐路106号'],
    ['郑州市样例区丰乐路106号', '丰乐路106号'],
    ['一号院', '1号'],
    ['新新小区（东院）', '新新小区东院'],
  ])('of %j is %j', (name, key) => {
    expect(nameKey(name, locality)).toBe(key);
  });

  it.each([
    ['丰乐路106号', '丰乐路107号'],
    ['槐荫路52号', '槐荫路52-1号'],
    ['远方纸业', '远方纸家属院'],
    ['槐荫小区一期', '槐荫小区二期'],
  ])('tells %j from %j', (first, second) => {
    expect(nameKey(first, locality)).not.toBe(nameKey(second, locality));
  });

  it('is never empty for a text that says anything', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fff]{1,20}$/), (name) => {
        expect(nameKey(name, locality)).not.toBe('');
      }),
    );
  });
});

describe('the doors of an address', () => {
  it.each([
    ['郑州市样例区丰乐路106号', ['丰乐路106']],
    ['(样例)丰乐路106号院', ['丰乐路106']],
    ['槐荫路52号,槐荫路52-1号', ['槐荫路52', '槐荫路52-1']],
    ['槐荫路57号院附1号', ['槐荫路57-1']],
    ['柳岸街一号院', ['柳岸街1']],
    ['松涛路北2号楼', []],
    ['刺槐路12号楼', []],
    ['槐荫路与梧桐路交叉口向东300米', []],
  ])('%j names %j', (address, doors) => {
    expect(addressKeys(address, locality)).toEqual(doors);
  });
});

const listed = (
  row: number,
  name: string,
  values: RegisterValues = {},
  over: Partial<ListedCompound> = {},
): ListedCompound => ({
  row,
  name,
  code: '',
  place: { street, communityId: null },
  values,
  sources: {},
  problems: [],
  remarks: [],
  ...over,
});
const known = (id: number, name: string, values: RegisterValues = {}, streetId = 1): KnownCompound => ({
  id,
  code: `k${id}`,
  name,
  streetId,
  values,
});
const compare = (register: KnownCompound[], ...rows: ListedCompound[]): ComparedRow[] => {
  const comparison = new ListComparison(register, locality, '2026-06-01');
  return rows.map((row) => comparison.compare(row));
};

describe('a row compared with the register', () => {
  it('is new when nothing there has its name, alias or address', () => {
    expect(compare([known(1, '梧桐里1号院')], listed(2, '梧桐里2号院'))[0]).toMatchObject({
      verdict: 'new',
      fills: [],
      conflicts: [],
    });
  });

  it('differs, and shows both values side by side, when the register knows something else', () => {
    const [row] = compare(
      [known(1, '丰乐路106号院', { householdCount: 28, buildingCount: 1 })],
      listed(28, '丰乐路106号', { householdCount: 4, buildingCount: 1 }),
    );
    expect(row).toMatchObject({
      verdict: 'differs',
      known: { id: 1, code: 'k1', name: '丰乐路106号院', by: 'name' },
      conflicts: [{ field: 'householdCount', known: 28, listed: 4 }],
      fills: [],
    });
  });

  it('fills what the register leaves open, and a blank of the list takes nothing away', () => {
    const [row] = compare(
      [known(1, '梧桐里1号院', { householdCount: 28 })],
      listed(2, '梧桐里1号院', { builtYear: 1989 }),
    );
    expect(row).toMatchObject({
      verdict: 'differs',
      conflicts: [],
      fills: [{ field: 'builtYear', known: null, listed: 1989 }],
    });
  });

  it('is the same when only the spelling differs', () => {
    const register = [
      known(1, '梧桐里1号院', { address: '槐荫路1号', longitude: '113.637', residentCount: 0 }),
    ];
    const [row] = compare(
      register,
      listed(2, '梧桐里１号', {
        address: '郑州市样例区槐荫路1号院',
        longitude: '113.63704',
        residentCount: 0,
      }),
    );
    expect(row.verdict).toBe('same');
  });

  it('is recognised by code, alias or address as well, within its street', () => {
    const register = [known(1, '纺机家属院', { alias: '老纺机院', address: '槐荫路8号' })];
    const by = (row: ListedCompound) => compare(register, row)[0].known?.by;
    expect(by(listed(2, '别的名字', {}, { code: 'k1' }))).toBe('code');
    expect(by(listed(2, '老纺机院'))).toBe('alias');
    expect(by(listed(2, '纺织机械厂家属楼', { address: '样例区槐荫路8号院' }))).toBe('address');
    expect(by(listed(2, '槐荫路8号院'))).toBe('address');
    expect(compare([known(1, '纺机家属院', {}, 2)], listed(2, '纺机家属院'))[0].verdict).toBe('new');
  });

  it('that is a compound of another community is a problem that tells nothing of it', () => {
    const other = { ...known(1, '梧桐里1号院', { householdCount: 28 }), outside: true };
    const [row] = compare([other], listed(2, '梧桐里1号院', { householdCount: 4 }));
    expect(row).toMatchObject({ verdict: 'problem', conflicts: [], fills: [] });
    expect(row.known).toBeUndefined();
  });

  it('of a code nobody here knows is a problem, not a new compound', () => {
    const [row] = compare([], listed(2, '梧桐里1号院', {}, { code: 'zz9' }));
    expect(row.verdict).toBe('problem');
    expect(problemInWords(row.problems[0])).toBe(
      '第 2 行「楼院名称」：值「梧桐里1号院」的编码「zz9」不在您管辖的楼院里，请核对编码，新楼院请把编码留空',
    );
  });

  it('that fits two compounds of the register asks which one is meant', () => {
    const [row] = compare(
      [known(1, '甲院', { address: '槐荫路8号' }), known(2, '乙院', { address: '槐荫路8号' })],
      listed(2, '丙院', { address: '槐荫路8号' }),
    );
    expect(row.problems[0].why).toContain('2 个楼院');
  });

  it('that stands in the list twice is a problem the second time', () => {
    const rows = compare([], listed(5, '梧桐里1号院'), listed(9, '梧桐里 1号'));
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'problem']);
    expect(rows[1].problems[0].why).toBe('与第 5 行是同一个楼院');
  });

  it('with the address of an earlier row is only pointed out', () => {
    const rows = compare(
      [],
      listed(5, '甲院', { address: '槐荫路8号' }),
      listed(9, '乙院', { address: '槐荫路8号' }),
    );
    expect(rows[1]).toMatchObject({ verdict: 'new', remarks: [{ row: 9, doubtful: true }] });
  });

  it('that cannot be true, alone or beside what is known, is a problem', () => {
    const values = { buildingCount: 3, unitCount: 2 };
    const sources = { unitCount: { column: 4, label: '单元数', text: '2' } };
    const alone = compare([], listed(2, '梧桐里1号院', values, { sources }))[0];
    expect(problemInWords(alone.problems[0])).toBe(
      '第 2 行「单元数」：值「2」对不上：「楼栋数」3 不能多于「单元数」2，请核对后改正',
    );
    const beside = compare(
      [known(1, '梧桐里1号院', { buildingCount: 3 })],
      listed(2, '梧桐里1号院', { unitCount: 2 }),
    )[0];
    expect(beside.verdict).toBe('problem');
    const equal = compare([], listed(2, '梧桐里1号院', { buildingCount: 3, unitCount: 3 }))[0];
    expect(equal.verdict).toBe('new');
  });

  it('with a bad cell stays out whatever the register says', () => {
    const problem = {
      row: 2,
      column: 'C',
      label: '户数',
      value: '二十八',
      why: '不是数字',
      mend: '请改为 28',
    };
    const [row] = compare([known(1, '梧桐里1号院')], listed(2, '梧桐里1号院', {}, { problems: [problem] }));
    expect(row.verdict).toBe('problem');
    expect(problemInWords(problem)).toBe('第 2 行「户数」：值「二十八」不是数字，请改为 28');
  });
});

describe('differences', () => {
  it('are none between a compound and itself', () => {
    const values = fc.record(
      { address: fc.string({ minLength: 1 }), householdCount: fc.nat(), floorArea: fc.nat() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (facts) => {
        expect(differencesOf(facts, facts).filter(({ known: value }) => value !== null)).toEqual([]);
      }),
    );
  });
});
