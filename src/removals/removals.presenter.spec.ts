import { planningCase } from '../domain/removal/given-removal';
import { removalSums } from '../domain/removal/removal-sums';
import type { WorkZone } from '../zones/zone.entities';
import {
  givenCalendar,
  givenCompound,
  givenFrame,
  givenPlaced,
  givenStanding,
  givenToday,
} from './given-cases';
import { RemovalsView, sumsInWords, toRemovals } from './removals.presenter';

const none = { state: '', zone: 0, attitude: '' };
const structures = [
  givenPlaced({ id: 1, number: 1, zoneIds: [7] }),
  givenPlaced({ id: 2, number: 2, state: 'agreed', way: 'assisted', removeByOn: '2026-05-17' }),
  givenPlaced({
    id: 3,
    number: 3,
    state: 'verified',
    way: 'assisted',
    removedArea: 1520,
    closedOn: '2026-05-16',
  }),
  givenPlaced({ id: 4, number: 4, state: 'scoped-out', closedOn: '2026-05-10' }),
  givenPlaced({ id: 5, number: 5, state: 'struck-out', closedOn: '2026-05-10' }),
];
const view = (change: Partial<RemovalsView> = {}): RemovalsView => ({
  compound: givenCompound,
  renovation: { sequence: 1, isCurrent: true, state: 'active' },
  ...{ renovations: [], structures, before: new Map(), today: givenToday, calendar: givenCalendar },
  persuasion: new Map(
    structures.map(({ id }) => [
      id,
      id === 1
        ? givenStanding()
        : givenStanding({ attitude: 'agree', visits: 2, nextDueOn: null, overdueDays: 0 }),
    ]),
  ),
  statutory: new Map(structures.map(({ id }) => [id, planningCase({ steps: [], conclusion: null })])),
  zones: [{ id: 7, number: 1, name: '院门东侧' } as WorkZone],
  mayEdit: true,
  ...change,
});

describe('the list of structures', () => {
  const page = toRemovals(view(), none, givenFrame);

  it('its sums add up, in words and in its last line', () => {
    expect(page.sums).toBe('登记 4 处 60 ㎡ = 已拆除 1 处 15 ㎡ + 保留或划出 1 处 15 ㎡ + 待处理 2 处 30 ㎡');
    expect(page.total).toEqual({ label: '合计 4 处（另有 1 处已撤销，不计）', area: '60 ㎡' });
    expect(sumsInWords(removalSums([]))).toContain('登记 0 处 0 ㎡');
  });

  it('its numbers say what was measured, and how many visits are late', () => {
    expect(page.numbers.map(({ term, value, note }) => [term, value, note])).toEqual([
      ['登记', '4 处', '60 ㎡'],
      ['已拆除', '1 处', '15 ㎡，实测 15.2 ㎡'],
      ['待处理', '2 处', '30 ㎡'],
      ['已同意', '1 处', '签了承诺书或申请书'],
      ['走访逾期', '1 处', '今晚去一趟'],
    ]);
  });

  it('each row says zone, attitude and what comes next', () => {
    expect(
      page.rows.map(({ number, zones, attitude, next }) => [number, zones, attitude.word, next.words]),
    ).toEqual([
      ['第 1 处', 'A区', '还没有走访', '首次走访逾期 66 天'],
      ['第 2 处', '—', '同意，2 次', '约定 2026年5月17日拆除，已过 1 天'],
      ['第 3 处', '—', '同意，2 次', '2026年5月16日处理完'],
      ['第 4 处', '—', '同意，2 次', '2026年5月10日处理完'],
      ['第 5 处', '—', '同意，2 次', '—'],
    ]);
  });

  it('is narrowed by links that keep the other choices', () => {
    const narrowed = toRemovals(view(), { state: 'agreed', zone: 0, attitude: 'agree' }, givenFrame);
    expect(narrowed.rows.map(({ number }) => number)).toEqual(['第 2 处']);
    const [states, zones] = narrowed.filters;
    expect(states.links[0]).toEqual({
      ...{ label: '全部', link: '/compounds/fl106/removals?attitude=agree', current: false, count: 4 },
    });
    expect(zones.links[1]).toEqual({
      ...{ label: 'A区', link: '/compounds/fl106/removals?state=agreed&zone=1&attitude=agree' },
      ...{ current: false, count: 0 },
    });
  });

  it('an earlier renovation keeps its number in every link, and offers nothing to write', () => {
    const renovation = { sequence: 1, isCurrent: false, state: 'closed' } as const;
    const earlier = toRemovals(view({ renovation }), none, givenFrame);
    expect(earlier.filters[0].links[0].link).toBe('/compounds/fl106/removals?renovation=1');
    expect(earlier.actions.map(({ label }) => label)).toEqual(['今晚走访', '作战图', '集中行动']);
  });

  it('says what to do where nothing is written down, and where no renovation is', () => {
    const empty = toRemovals(view({ structures: [] }), none, givenFrame);
    expect(empty.empty).toMatchObject({ link: '/compounds/fl106/structures/new', label: '登记一处' });
    const before = toRemovals(view({ structures: [], renovation: null }), none, givenFrame);
    expect(before.empty?.text).toContain('还没有立项');
    expect(before.actions).toEqual([]);
  });
});
