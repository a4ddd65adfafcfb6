import { GroundNews, latestNews, newsInWords } from './ground-news';

const freed = (id: number, line = 1): GroundNews => ({ id, line, change: 'freed' });
const held = (id: number, line = 1): GroundNews => ({ id, line, change: 'held' });
const ids = (news: readonly GroundNews[]) => news.map(({ id }) => id);

describe('what the firms are told of the ground', () => {
  it('freed and held again before anybody looked is told once, as it is now', () => {
    expect(latestNews([freed(1), held(2)])).toEqual([held(2)]);
  });

  it('every item is told by itself', () => {
    expect(ids(latestNews([freed(4, 2), freed(1), held(2)]))).toEqual([2, 4]);
  });

  it('is one sentence', () => {
    expect(newsInWords('公共车棚', 'freed')).toBe('公共车棚：场地已清，可以开工');
    expect(newsInWords('公共车棚', 'held')).toBe('公共车棚：场地受阻，暂不能开工');
  });
});
