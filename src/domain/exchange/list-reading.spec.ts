import { findHeader, headerSearchRows } from './header';
import { ListReader } from './list-reader';
import { headerSignature, mappingBlockers, mappingFrom, proposeColumns, sureMapping } from './mapping';
import { ReadingContext } from './read-row';
import { Cell, Merge, Sheet } from './sheet';

const sheet = (rows: Cell[][], merges: Merge[] = []): Sheet => ({ name: '清单', rows, merges });
const merge = (top: number, left: number, bottom: number, right: number): Merge => ({
  top,
  left,
  bottom,
  right,
});

const huai = {
  id: 1,
  name: '槐荫街道',
  districtName: '样例区',
  communities: [
    { id: 11, name: '梧桐社区' },
    { id: 12, name: '杨柳社区' },
  ],
};
const song = { id: 2, name: '松涛街道', districtName: '样例区', communities: [{ id: 21, name: '松林社区' }] };
const context: ReadingContext = { today: '2026-06-01', placing: { streets: [huai] }, locality: ['样例区'] };

function readerOf(list: Sheet, over: Partial<ReadingContext> = {}): ListReader {
  const header = findHeader(list);
  if (!header) throw new Error('no header');
  return new ListReader(list, header, sureMapping(proposeColumns(header)), { ...context, ...over });
}
const rowsOf = (list: Sheet, over?: Partial<ReadingContext>) => {
  const reader = readerOf(list, over);
  return reader.dataRows.map((row) => reader.read(row));
};

describe('the header of a list', () => {
  it('is found below a title, a source and a unit row', () => {
    const header = findHeader(
      sheet([['某街道楼院清单'], ['单位：栋、户'], [], ['序号', '小区名称', '户数'], [1, '梧桐里1号院', 28]]),
    );
    expect(header).toMatchObject({ top: 3, bottom: 3 });
  });

  it.each([
    [headerSearchRows - 1, true],
    [headerSearchRows, false],
  ])('with %d rows above it is found: %s', (above, found) => {
    const rows: Cell[][] = Array.from({ length: above }, () => ['说明文字']);
    rows.push(['小区名称', '户数']);
    expect(findHeader(sheet(rows)) !== undefined).toBe(found);
  });

  it('may have two rows, joined as group and leaf with merged cells filled', () => {
    const list = sheet(
      [
        ['清单', null, null, null, null],
        ['序号', '基本信息', null, '规模', null],
        [null, '小区名称', '地址', '楼栋数', '户数'],
        [1, '梧桐里1号院', '槐荫路1号', 2, 60],
      ],
      [merge(1, 0, 2, 0), merge(1, 1, 1, 2), merge(1, 3, 1, 4), merge(0, 0, 0, 4)],
    );
    const header = findHeader(list);
    expect(header).toMatchObject({ top: 1, bottom: 2 });
    expect(header?.columns.map((column) => column.path)).toEqual([
      '序号',
      '基本信息/小区名称',
      '基本信息/地址',
      '规模/楼栋数',
      '规模/户数',
    ]);
  });

  it('may have two rows without merges, as a CSV has them', () => {
    const header = findHeader(
      sheet([
        ['序号', '基本信息', null, '面积（㎡）', null],
        [null, '小区名称', '地址', '占地', '建筑'],
        [1, '梧桐里1号院', null, 490, 1677],
      ]),
    );
    expect(header).toMatchObject({ top: 0, bottom: 1 });
    expect(header?.columns.map((column) => column.match?.field)).toEqual([
      'sequence',
      'name',
      'address',
      'siteArea',
      'floorArea',
    ]);
  });

  it('of one row never swallows the first compound', () => {
    const header = findHeader(
      sheet([
        ['小区名称', '地址', '户数'],
        ['街道', '社区', 3],
        ['梧桐里2号院', '槐荫路2号', 20],
      ]),
    );
    expect(header).toMatchObject({ top: 0, bottom: 0 });
  });

  it('is not there when nothing in the sheet is a known label', () => {
    expect(
      findHeader(
        sheet([
          ['甲', '乙'],
          [1, 2],
        ]),
      ),
    ).toBeUndefined();
    expect(findHeader(sheet([]))).toBeUndefined();
  });
});

describe('the columns of a list', () => {
  const header = findHeader(
    sheet([['小区名称', '居民户总数', '户数', '总户数', '占地面积', '天气', '备注']]),
  )!;
  const proposals = proposeColumns(header);

  it('are known, only suggested, doubled, left or unmatched, and every one is reported', () => {
    expect(proposals.map(({ state }) => state)).toEqual([
      'known',
      'suggested',
      'known',
      'doubled',
      'known',
      'unmatched',
      'left',
    ]);
  });

  it('are mapped without a person only where the label is known', () => {
    expect(sureMapping(proposals)).toEqual({ 0: 'name', 2: 'householdCount', 4: 'siteArea' });
  });

  it('need no person the second time', () => {
    const remembered = proposeColumns(header, { 0: 'name', 1: 'householdCount' });
    expect(remembered.map(({ state }) => state)).not.toContain('suggested');
    expect(sureMapping(remembered)).toEqual({ 0: 'name', 1: 'householdCount' });
  });

  it('have one signature however the labels are spaced, and another once a column is added', () => {
    const again = findHeader(
      sheet([['小区　名称', '居民户总数：', '户 数', '总户数', '占地面积', '天气', '备注']]),
    )!;
    const other = findHeader(sheet([['小区名称', '户数']]))!;
    expect(headerSignature(again)).toBe(headerSignature(header));
    expect(headerSignature(other)).not.toBe(headerSignature(header));
  });

  it('refuse a mapping without a name, with a doubled field, with half a position', () => {
    expect(mappingBlockers({ 0: 'address' }).map(({ code }) => code)).toEqual(['import.no-name-column']);
    expect(mappingBlockers({ 0: 'name', 1: 'householdCount', 2: 'householdCount' })[0].text).toBe(
      'B、C 栏都对到了「户数」，请只留一栏',
    );
    expect(mappingBlockers({ 0: 'name', 1: 'longitude' })).toHaveLength(1);
    expect(mappingBlockers({ 0: 'name', 1: 'longitude', 2: 'latitude' })).toEqual([]);
  });

  it('come back from storage only as columns and fields that exist', () => {
    const entries: [string, unknown][] = [
      ['0', 'name'],
      ['99', 'address'],
      ['2', '__proto__'],
      ['x', 'name'],
      ['4', 7],
    ];
    expect(mappingFrom(entries, header.columns)).toEqual({ 0: 'name' });
  });
});

describe('the rows of a list', () => {
  const list = sheet(
    [
      ['楼院清单', null, null],
      ['单位：户', null, null],
      ['序号', '小区名称', '户数'],
      ['一、槐荫街道（2个）', null, null],
      [1, '梧桐里1号院', 28],
      [2, '梧桐里2号院', 32],
      ['小计', null, 60],
      ['序 号', '小区名称', '户数'],
      ['二、松涛街道', null, null],
      [3, '松涛里3号院', 40],
      ['小计', null, 41],
      [null, null, null],
      ['合  计', '3个', 100],
      ['注：1.本表由社区填报。', null, null],
      ['2.户数以登记为准。', null, null],
      ['填表人：', '审核人：', null],
      ['第1页 共1页', null, null],
    ],
    [merge(0, 0, 0, 2), merge(3, 0, 3, 2), merge(8, 0, 8, 2), merge(13, 0, 13, 2), merge(14, 0, 14, 2)],
  );
  const reader = readerOf(list, { placing: { streets: [huai, song] } });

  it('are told apart: only data rows are compounds', () => {
    expect(reader.kinds.map(({ kind }) => kind).join(' ')).toBe(
      'title unit header section data data subtotal header section data subtotal blank total note note footer footer',
    );
  });

  it('take the street from their section', () => {
    expect(reader.dataRows.map((row) => reader.read(row).place?.street.name)).toEqual([
      '槐荫街道',
      '槐荫街道',
      '松涛街道',
    ]);
  });

  it('are checked against the totals the list states', () => {
    expect(reader.totals()).toEqual([
      { row: 7, column: 'C', field: 'householdCount', stated: 60, counted: 60, agrees: true },
      { row: 11, column: 'C', field: 'householdCount', stated: 41, counted: 40, agrees: false },
      { row: 13, column: 'C', field: 'householdCount', stated: 100, counted: 100, agrees: true },
      { row: 13, column: 'B', field: 'rows', stated: 3, counted: 3, agrees: true },
    ]);
  });

  it('may begin with the total', () => {
    const first = readerOf(
      sheet([
        ['小区名称', '户数'],
        ['全市合计', 60],
        ['梧桐里1号院', 28],
        ['梧桐里2号院', 32],
      ]),
    );
    expect(first.dataRows).toEqual([2, 3]);
    expect(first.totals()).toMatchObject([{ stated: 60, counted: 60, agrees: true }]);
  });

  it('may be a bare list of names', () => {
    expect(
      readerOf(
        sheet([
          ['小区名称', '户数'],
          ['梧桐里1号院', null],
          ['梧桐里2号院', null],
        ]),
      ).dataRows,
    ).toEqual([1, 2]);
  });
});

describe('merged cells', () => {
  it('fill a text down inside the merge only', () => {
    const rows = rowsOf(
      sheet(
        [
          ['街道', '小区名称'],
          ['槐荫街道', '梧桐里1号院'],
          [null, '梧桐里2号院'],
          [null, '梧桐里3号院'],
        ],
        [merge(1, 0, 2, 0)],
      ),
      { placing: { streets: [huai, song] } },
    );
    expect(rows.map((row) => row.place?.street.name)).toEqual(['槐荫街道', '槐荫街道', undefined]);
    expect(rows[2].problems[0]).toMatchObject({ row: 4, why: '没有写明街道' });
  });

  it('do not give one figure to several compounds', () => {
    const rows = rowsOf(
      sheet(
        [
          ['小区名称', '户数'],
          ['梧桐里1号院', 60],
          ['梧桐里2号院', null],
        ],
        [merge(1, 1, 2, 1)],
      ),
    );
    expect(rows.map((row) => row.problems[0]?.why)).toEqual(
      Array(2).fill('是第 2 到 3 行合并成的一格，分不清各是多少'),
    );
  });

  it('go on after a page break whose first cell is empty', () => {
    const rows = rowsOf(
      sheet(
        [
          ['社区', '小区名称'],
          ['梧桐社区', '梧桐里1号院'],
          [null, '梧桐里2号院'],
          ['社区', '小区名称'],
          [null, '梧桐里3号院'],
          [null, '梧桐里4号院'],
        ],
        [merge(1, 0, 2, 0), merge(4, 0, 5, 0)],
      ),
    );
    expect(rows.map((row) => row.place?.communityId)).toEqual([11, 11, 11, 11]);
  });
});

describe('a row', () => {
  const one = (labels: string[], cells: Cell[], over?: Partial<ReadingContext>) =>
    rowsOf(sheet([labels, cells]), over)[0];

  it('is placed by its own street before the one chosen for the file', () => {
    const placing = { streets: [huai, song], defaultStreetId: 1 };
    expect(one(['小区名称', '街道'], ['松涛里1号院', '松涛街道办事处'], { placing }).place?.street.id).toBe(
      2,
    );
    expect(one(['小区名称', '街道'], ['松涛里1号院', '暂无'], { placing }).place?.street.id).toBe(1);
    expect(
      one(['小区名称', '社区'], ['松涛里1号院', '松林社区居委会'], { placing: { streets: [huai, song] } })
        .place,
    ).toMatchObject({ street: song, communityId: 21 });
    expect(one(['小区名称', '所在街道及社区'], ['杨柳院', '槐荫街道杨柳社区']).place?.communityId).toBe(12);
  });

  it('of a foreign street is a problem that says whose rows may be imported', () => {
    const row = one(['小区名称', '街道'], ['松涛里1号院', '松涛街道']);
    expect(row.problems[0]).toMatchObject({
      row: 2,
      column: 'B',
      value: '松涛街道',
      why: '不在您的管辖范围（槐荫街道）',
    });
  });

  it('of a foreign district or community is a problem', () => {
    expect(one(['小区名称', '地址'], ['梧桐里1号院', '(别处)槐荫路1号']).problems[0]).toMatchObject({
      column: 'B',
      why: '不在样例区',
    });
    expect(one(['小区名称', '地址'], ['梧桐里1号院', '(样例)槐荫路1号'])).toMatchObject({
      problems: [],
      values: { address: '槐荫路1号' },
    });
    expect(one(['小区名称', '社区'], ['梧桐里1号院', '松林社区']).problems[0].why).toBe(
      '不是槐荫街道里您管辖的社区',
    );
  });

  it('may leave its community open', () => {
    expect(one(['小区名称', '户数'], ['梧桐里1号院', 3]).place).toMatchObject({ communityId: null });
  });

  it('needs a name a compound can have', () => {
    expect(one(['小区名称', '户数'], [null, 3]).problems[0].why).toBe('没有楼院名称');
    expect(one(['小区名称', '户数'], ['12', 3]).problems[0].why).toBe('不像楼院名称');
    expect(one(['小区名称', '户数'], ['院'.repeat(60), 3]).problems).toEqual([]);
    expect(one(['小区名称', '户数'], ['院'.repeat(61), 3]).problems[0].why).toBe('超过 60 个字');
  });

  it('keeps the unit of its header', () => {
    expect(one(['小区名称', '建筑面积(万平方米)'], ['梧桐里1号院', 0.35]).values.floorArea).toBe(350_000);
  });

  it('says when a fee stands beside no management at all', () => {
    const row = one(['小区名称', '物业公司', '物业费'], ['梧桐里1号院', '无物业', '0.2元/㎡·月']);
    expect(row.values).toEqual({ managementStatus: 'none', feeLevel: '0.2 元/㎡·月' });
    expect(row.remarks).toEqual([
      { row: 2, label: '物业费', text: '没有物业却写了物业费，请核对', doubtful: true },
    ]);
  });

  it('refuses a text that is too long instead of cutting it', () => {
    expect(one(['小区名称', '地址'], ['梧桐里1号院', '路'.repeat(120)]).problems).toEqual([]);
    expect(one(['小区名称', '地址'], ['梧桐里1号院', '路'.repeat(121)]).problems[0].why).toBe(
      '超过 120 个字',
    );
  });
});
