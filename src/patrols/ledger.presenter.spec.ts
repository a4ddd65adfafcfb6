import { ledgerCounts } from '../domain/removal/ledger-totals';
import type { LedgerStanding } from '../domain/removal/living-ledger';
import { ledgerAddress, readLedgerQuery } from './ledger-query';
import type { LedgerLine } from './ledger.list';
import { toLedger } from './ledger.presenter';

const today = '2026-06-10';
const line = (standing: Partial<LedgerStanding>, name = '丰乐路106号院'): LedgerLine => ({
  ...{ code: 'fl106', name, street: '刘寨街道', streetCode: '410108002000', community: null },
  standing: {
    ...{ sign: 'passing', open: 0, lookedOn: null, nextDueOn: null, overdueDays: 0, words: '', advice: '' },
    ...standing,
  },
  counts: ledgerCounts([
    { state: 'verified', count: 9, area: 135_00 },
    { state: 'standing', count: 1, area: 0 },
  ]),
  due: [],
});
const ledger = (lines: LedgerLine[], query = {}) =>
  toLedger({ lines, page: lines }, readLedgerQuery(query), [], today);

describe('the ledger over all compounds', () => {
  it('adds up, and says from what', () => {
    const page = ledger([
      line({}),
      line({ sign: 'failing', overdueDays: 22, nextDueOn: '2026-05-19', lookedOn: '2026-04-19' }),
    ]);
    expect(page.totals).toEqual([
      { term: '达标', value: '1', note: '个楼院' },
      { term: '整改中', value: '0', note: '个楼院' },
      { term: '未达标', value: '1', note: '个楼院', late: true },
      { term: '已销号', value: '90%', note: '18 / 20 处' },
      { term: '拆除面积', value: '270', note: '㎡' },
      { term: '回访逾期', value: '1', note: '个楼院，最长 22 天', late: true },
    ]);
    expect(page.sentence).toContain('您管辖范围内的 2 个楼院：登记 20 处，已销号 18 处（90%），拆除 270 ㎡');
    expect(page.rows[1]).toEqual({
      ...{ link: '/compounds/fl106/patrols', name: '丰乐路106号院', place: '刘寨街道 · 社区待定' },
      sign: { state: 'late', word: '未达标' },
      ...{ open: '1', agreed: '0', removed: '0', verified: '9', kept: '0', area: '135' },
      ...{ looked: '4月19日', due: '5月19日，逾期 22 天', dueLate: true },
    });
    expect(page.rows[0]).toMatchObject({ looked: '还没有回访', due: '—' });
  });

  it('says why it is empty', () => {
    expect(ledger([]).empty?.text).toContain('还没有楼院登记拆除对象或巡查');
    expect(ledger([], { sign: 'failing' }).empty).toEqual({
      ...{ text: '没有符合条件的楼院。', link: '/ledger', label: '清除筛选' },
    });
    expect(ledger([]).totals[3]).toEqual({ term: '已销号', value: '—', note: '0 / 0 处' });
  });

  it.each([
    [{}, '/ledger'],
    [{ sign: 'failing', late: '1', street: '2' }, '/ledger?street=2&sign=failing&late=1'],
    [{ sort: 'sign', order: 'desc' }, '/ledger'],
    [{ sort: 'name', page: '3' }, '/ledger?sort=name&page=3'],
    [{ sort: 'x', sign: 'toString', page: '-1' }, '/ledger'],
  ])('reads %j and writes %s', (read, written) => {
    expect(ledgerAddress(readLedgerQuery(read))).toBe(written);
  });
});
