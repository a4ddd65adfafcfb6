import { toComparison } from './comparison.presenter';
import { givenFrame, givenLinkedItem, givenRecords, givenVersion } from './given-plan-records';

const older = {
  ...givenRecords,
  items: [givenLinkedItem(1), givenLinkedItem(2, { code: 'B09', name: '电子门禁' })],
};
const newer = {
  ...givenRecords,
  version: { ...givenVersion, id: 4, number: 2, basedOnId: 3, reason: '居民要求', durationDays: 45 },
  items: [
    givenLinkedItem(1, { name: '充电柜', quantity: 4000, estimatedFen: 4_000_000 }),
    givenLinkedItem(3, { code: 'I02', name: '紫藤架', estimatedFen: null }),
  ],
};
const page = (versions = [newer.version, older.version]) =>
  toComparison({ older, newer, versions }, givenFrame);

describe('two versions on one page', () => {
  it('marks what is said differently, the name only where it changed', () => {
    const rows = page().rows.map(({ name, status, older: old, newer: now }) => [
      name,
      status.word,
      old.map(({ text }) => text),
      now.filter(({ isOther }) => isOther).map(({ text }) => text),
    ]);
    expect(rows).toEqual([
      ['电子门禁', '取消', ['30 组', '1号楼2单元301室窗下', '估算 3.60 万元'], []],
      ['紫藤架', '新增', ['没有这一项'], []],
      [
        '充电柜',
        '有变化',
        ['30 组', '1号楼2单元301室窗下', '估算 3.60 万元', '名称 电动自行车充电桩'],
        ['40 组', '估算 4.00 万元', '名称 充电柜'],
      ],
    ]);
  });

  it('sums add up, and the sheet is compared', () => {
    expect(page().totals).toEqual({
      older: '2 项，估算 7.20 万元',
      newer: '2 项，估算 4.00 万元，1 项还没有估算',
      difference: '估算减少 3.20 万元',
    });
    expect(page().sheet).toEqual([{ term: '工期', older: '30 天', newer: '45 天' }]);
    expect(page().numbers.map(({ term, value }) => `${term} ${value}`)).toEqual([
      '新增 1 项',
      '取消 1 项',
      '有变化 1 项',
      '不变 0 项',
    ]);
  });

  it('offers other versions where there are several', () => {
    expect(page().others).toEqual([]);
    const third = { ...givenVersion, id: 5, number: 3 };
    expect(page([third, newer.version, older.version]).others).toEqual([
      { label: '和第 3 版比', link: '/plan-versions/4/compare?with=5', current: false },
      { label: '和第 1 版比', link: '/plan-versions/4/compare?with=3', current: true },
    ]);
  });
});
