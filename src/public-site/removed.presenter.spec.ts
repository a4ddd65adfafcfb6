import type { PublicRemovals } from '../domain/disclosure/removals';
import { toRemoved } from './removed.presenter';

const about = { code: 'fl106', today: '2026-07-10' };
const picture = (publicId: string) => ({
  publicId,
  width: 1600,
  height: 1200,
  caption: '疑似私搭房屋、棚屋，拆除前',
});
const group = {
  kind: '疑似私搭房屋、棚屋',
  count: 7,
  area: 102_50,
  way: '助拆（申请拆除）',
  on: '2026-05-18',
};
const given = (change: Partial<PublicRemovals> = {}): PublicRemovals => ({
  ...{ count: 9, area: 102_50, pairs: [], ...change },
  groups: [group, { ...group, kind: '疑似私设广告牌', count: 1, area: null, way: '自行拆除' }],
});

describe('what was removed, for residents', () => {
  it('says how much, then kind, ㎡, way and day', () => {
    expect(toRemoved(given(), null, about)).toEqual({
      sentence: '一共拆了 9 处，102.5 ㎡。',
      rows: [
        { what: '疑似私搭房屋、棚屋 7 处', area: '102.5 ㎡', way: '助拆（申请拆除）', when: '5月18日' },
        { what: '疑似私设广告牌', area: '—', way: '自行拆除', when: '5月18日' },
      ],
    });
  });

  it('says whether it stays that way, with the day of the last look', () => {
    const keeping = { word: '达标', on: '2026-07-03' };
    expect(toRemoved(given(), keeping, about)!.keeping).toBe('拆后保持：达标，最近查看 7月3日。');
  });

  it('shows before and after side by side, each leading to its own page', () => {
    const pair = { kind: group.kind, on: group.on, before: picture('one'), after: picture('two') };
    const [shown] = toRemoved(given({ pairs: [pair] }), null, about)!.pairs!;
    expect(shown.before).toMatchObject({
      tag: '拆除前',
      link: '/c/fl106/photos/one',
      width: 480,
      height: 360,
    });
    expect(shown.after).toMatchObject({ tag: '拆除后', tagDone: true });
    expect(shown.caption).toBe('疑似私搭房屋、棚屋，5月18日 拆除。');
    expect(
      toRemoved(given({ pairs: [{ ...pair, after: null }] }), null, about)!.pairs![0].after,
    ).toBeUndefined();
  });

  it('four pairs stand on the page at most', () => {
    const pair = { kind: group.kind, on: group.on, before: picture('one'), after: null };
    expect(
      toRemoved(given({ pairs: Array(6).fill(pair) as (typeof pair)[] }), null, about)!.pairs,
    ).toHaveLength(4);
  });

  it('is left out where nothing was removed, and says no area of kinds that cover none', () => {
    expect(toRemoved(null, { word: '达标', on: '2026-07-03' }, about)).toBeUndefined();
    expect(toRemoved(given({ area: 0 }), null, about)!.sentence).toBe('一共拆了 9 处。');
  });
});
