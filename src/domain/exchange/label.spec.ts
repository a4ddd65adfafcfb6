import * as fc from 'fast-check';
import { knownLabels, fieldKnownAs } from './known-labels';
import { readLabel } from './label';
import { likenessBound, matchLabel, relativeDistance } from './label-matching';

const fieldOf = (label: string, group?: string) =>
  matchLabel(readLabel(label), group === undefined ? undefined : readLabel(group));

describe('a column label', () => {
  it.each([
    ['户数', '户数', ''],
    ['户　数：', '户数', ''],
    ['户\n数', '户数', ''],
    ['戶數', '户数', ''],
    ['户数（户）', '户数', '户'],
    ['楼栋数(栋)', '楼栋数', '栋'],
    ['建筑面积(万平方米)', '建筑面积', '万平方米'],
    ['占地面积㎡', '占地面积', 'm2'],
    ['＊小区名称（必填）', '小区名称', ''],
    ['小区名称（plot_name）', '小区名称', ''],
    ['物业费（单位：元/㎡·月）', '物业费', '元/m2·月'],
    ['（栋）', '栋', '栋'],
    ['', '', ''],
  ])('%j is read as %j with the unit %j', (text, key, unit) => {
    expect(readLabel(text)).toMatchObject({ key, unit });
  });

  it('can be any text at all without stopping the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof readLabel(text).key).toBe('string');
        matchLabel(readLabel(text));
      }),
    );
  });
});

describe('the table of known labels', () => {
  const all = Object.values(knownLabels).flat();

  it('holds every label in comparable form and under one field only', () => {
    for (const label of all) expect(readLabel(label)).toMatchObject({ key: label });
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['小区名字', 'name'],
    ['案　名', 'name'],
    ['总 幢 数：', 'buildingCount'],
    ['房屋数', 'householdCount'],
    ['戶數', 'householdCount'],
    ['縣\n市', 'district'],
    ['县(市、区)', 'district'],
    ['所在街道及社区', 'streetAndCommunity'],
    ['栋建成年代', 'builtYear'],
    ['竣工日期', 'builtYear'],
    ['預定開工\n日期', 'plannedStart'],
    ['實際完工\n日期', 'actualFinish'],
    ['門牌', 'address'],
    ['建物管理機關', 'management'],
    ['物 业 费', 'propertyFee'],
    ['備註', 'remark'],
  ])('knows %j', (label, field) => {
    expect(fieldOf(label)).toMatchObject({ field, sure: true });
  });
});

describe('likeness of labels', () => {
  it('is only ever a suggestion', () => {
    expect(fieldOf('小区总建筑面积')).toMatchObject({ field: 'floorArea', sure: false });
    expect(fieldOf('居民户总数')).toMatchObject({ field: 'householdCount', sure: false });
  });

  it('is no likeness when more than a third of the label differs', () => {
    expect(relativeDistance('案名', '地址')).toBe(1);
    expect(relativeDistance('abc', 'abd')).toBeLessThanOrEqual(likenessBound);
    expect(relativeDistance('abcde', 'abcxy')).toBeGreaterThan(likenessBound);
    expect(fieldOf('天气')).toBeUndefined();
  });

  it.each([
    ['計劃開工期', ['actualStart', 'actualFinish', 'plannedFinish']],
    ['预定完工期', ['actualFinish', 'actualStart', 'plannedStart']],
    ['实际开工期', ['plannedStart', 'plannedFinish', 'actualFinish']],
    ['总占地面', ['floorArea']],
    ['总建筑面', ['siteArea']],
    ['总户数量', ['buildingCount', 'unitCount']],
    ['总栋数量', ['householdCount', 'unitCount']],
    ['单元数量', ['buildingCount', 'householdCount']],
    ['计划户数', ['householdCount']],
    ['小区数', ['name']],
    ['所属街道办事处社区', ['street']],
  ])('never takes %j for the opposite', (label, forbidden) => {
    const match = fieldOf(label);
    expect(forbidden).not.toContain(match?.field);
  });

  it('finds a known label under its group, and lets the group turn it to the other side', () => {
    expect(fieldOf('计划', '开工日期')).toMatchObject({ field: 'plannedStart', sure: true });
    expect(fieldOf('开工日期', '计划')).toMatchObject({ field: 'plannedStart', sure: true });
    expect(fieldOf('建筑', '面积（㎡）')).toMatchObject({ field: 'floorArea', sure: true });
    expect(fieldOf('占地', '面积（㎡）')).toMatchObject({ field: 'siteArea', sure: true });
    expect(fieldOf('小区名称', '基本信息')).toMatchObject({ field: 'name', sure: true });
  });

  it('needs no likeness for a known label', () => {
    expect(fieldKnownAs('户数')).toBe('householdCount');
    expect(fieldKnownAs('没有的栏')).toBeUndefined();
  });
});
