import { GroundNews, latestNews, newsInWords, unreadNews } from './ground-news';

const freed = (id: number, line = 1): GroundNews => ({ id, line, change: 'freed' });
const held = (id: number, line = 1): GroundNews => ({ id, line, change: 'held' });
const ids = (news: readonly GroundNews[]) => news.map(({ id }) => id);

describe('what the firms are told of the ground', () => {
  it('freed and held again before anybody looked is told once, as it is now', () => {
    expect(unreadNews([freed(1), held(2)], new Set())).toEqual([held(2)]);
  });

  it('every item is told by itself', () => {
    expect(ids(latestNews([freed(4, 2), freed(1), held(2)]))).toEqual([2, 4]);
  });

  it('what a firm has read is not told again, what came after is', () => {
    expect(unreadNews([freed(1)], new Set([1]))).toEqual([]);
    expect(unreadNews([freed(1), held(2)], new Set([1]))).toEqual([held(2)]);
    expect(unreadNews([freed(1), held(2)], new Set([2]))).toEqual([]);
  });

  it('is one sentence', () => {
    expect(newsInWords('公共车棚', 'freed')).toBe('公共车棚：场地已清，可以开工');
    expect(newsInWords('公共车棚', 'held')).toBe('公共车棚：场地受阻，暂不能开工');
  });
});
