import type { Compound } from '../compounds/compound.entity';
import { digConflicts } from '../domain/construction/dig-conflicts';
import { dig, dug, everyoneAsked, request } from '../domain/construction/given-dig';
import { toDigTable } from './dig-table.presenter';
import { DigsView, toDigs } from './digs.presenter';

const today = '2026-03-20';
const gasLate = dig({ items: dug({ 燃气管改造: { fromOn: '2026-06-10', untilOn: '2026-06-16' } }) });

describe('the ground by zone and week', () => {
  const table = toDigTable(gasLate, digConflicts(gasLate, today))!;
  const [roads, courts] = table.zones;

  it('begins on the Monday of the first dig and says each week in a word', () => {
    expect([table.weeks[0].label, table.weeks.at(-1)?.label]).toEqual(['3/30', '6/15']);
    expect(roads.rows.map(({ name }) => name)).toEqual(['雨污分流', '供水管改造', '沥青路面', '燃气管改造']);
    expect(roads.rows[0].cells.map(({ word }) => word).join('')).toBe('挖挖挖挖');
    expect(roads.rows[2].cells.filter(({ mark }) => mark === 'cover')).toHaveLength(2);
  });

  it('marks what a conflict names, in its zone alone', () => {
    expect(roads.rows.map(({ isWrong }) => isWrong)).toEqual([true, true, true, true]);
    expect(courts.rows.map(({ isWrong }) => isWrong)).toEqual([false, false, false, false]);
  });

  it('draws a utility that digs by itself beside the items', () => {
    const own = request('gas', {
      answer: 'digs-itself',
      fromOn: '2026-06-10',
      untilOn: '2026-06-12',
      zones: [1],
    });
    const record = dig({ items: dug({ 燃气管改造: { zones: [2] } }), requests: [own] });
    const [zone] = toDigTable(record, digConflicts(record, today))!.zones;
    const line = zone.rows.find(({ name }) => name === '燃气单位自己开挖');
    expect([line?.isWrong, line?.cells.at(-1)?.word]).toEqual([true, '自挖']);
  });

  it('is not there where nothing touches the ground, and ends after half a year', () => {
    expect(toDigTable(dig({ items: [], requests: [] }), [])).toBeUndefined();
    const long = dig({ items: dug({ 沥青路面: { untilOn: '2027-05-12' } }) });
    const drawn = toDigTable(long, [])!;
    expect([drawn.weeks.length, drawn.note]).toEqual([26, '只画前 26 周，后面的看各项日期']);
  });
});

describe('the tab of the dig', () => {
  const view = (change: Partial<DigsView> = {}): DigsView => ({
    ...{ compound: { code: 'ruhe', name: '汝河小区' } as Compound, renovations: [], hasRenovation: true },
    ...{ hasGround: true, conflicts: [], requests: [], zones: [], mayEdit: true, linksOf: () => [], today },
    ...change,
  });
  const placed = everyoneAsked.map(
    (one, at) => ({ ...one, id: at + 1, reference: null, note: null }) as never,
  );

  it('before a renovation and before a dig it says what comes first', () => {
    expect(toDigs(view({ hasRenovation: false }), {}).empty?.text).toContain('还没有立项');
    expect(toDigs(view({ hasGround: false }), {}).empty?.text).toContain('还没有开挖或铺装地面的');
  });

  it('offers to ask as long as somebody was not asked', () => {
    const labels = (change: Partial<DigsView>) => toDigs(view(change), {}).actions.map(({ label }) => label);
    expect(labels({})).toEqual(['登记征询管线单位', '打印']);
    expect(labels({ requests: placed })).toEqual(['打印']);
    expect(labels({ mayEdit: false })).toEqual(['打印']);
  });

  it('says what each utility answered, and for how long one has not', () => {
    const waiting = {
      ...request('gas', { answer: null, answeredOn: null }),
      id: 9,
      reference: '3号',
      note: null,
    };
    const page = toDigs(view({ requests: [waiting as never] }), {});
    const gas = page.utilities.find(({ name }) => name === '燃气单位');
    expect(gas).toMatchObject({
      ...{ status: { state: 'late', word: '18 天没有答复' }, askedOn: '2026年3月2日，3号' },
      link: '/utility-requests/9',
    });
    const soon = toDigs(view({ requests: [waiting as never], today: '2026-03-17' }), {});
    expect(soon.utilities.find(({ name }) => name === '燃气单位')?.status).toEqual({
      ...{ state: 'doing', word: '等答复，3月17日到期' },
    });
    expect(page.utilities[0].status.word).toBe('没有征询');
    expect(toDigs(view({ requests: placed }), {}).utilities[0].status.word).toBe('一起开挖');
  });
});
