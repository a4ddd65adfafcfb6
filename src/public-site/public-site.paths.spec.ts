import { ownPage, publicPaths } from './public-site.paths';

describe('where a reader comes back to', () => {
  it.each([
    ['/c/fl106', '/c/fl106'],
    ['/?stage=survey', '/?stage=survey'],
    ['//example.org/x', '/'],
    ['/\\example.org', '/'],
    ['https://example.org', '/'],
    ['c/fl106', '/'],
    ['/c/a b', '/'],
    ['/中文', '/'],
    ['/c/a\r\nset-cookie: x', '/'],
    ['', '/'],
    [undefined, '/'],
    [`/${'x'.repeat(500)}`, '/'],
  ])('%j leads to %j', (back, page) => {
    expect(ownPage(back)).toBe(page);
  });
});

describe('public addresses', () => {
  it('keep what was looked for', () => {
    expect(publicPaths.search({ q: '丰乐路', page: 2 })).toBe(
      '/?q=%E4%B8%B0%E4%B9%90%E8%B7%AF&page=2#results',
    );
    expect(publicPaths.street('410108002000')).toBe('/s/410108002000');
  });

  it('name the renovation from the second on, so that those of the first stay what they are', () => {
    expect([publicPaths.log('fl106'), publicPaths.log('fl106', { renovation: 1, page: 2 })]).toEqual([
      '/c/fl106/log',
      '/c/fl106/log?page=2',
    ]);
    expect(publicPaths.log('fl106', { renovation: 2, page: 2 })).toBe('/c/fl106/log?renovation=2&page=2');
    expect([publicPaths.bulletin('fl106', 3), publicPaths.bulletin('fl106', 3, 2)]).toEqual([
      '/c/fl106/bulletins/3',
      '/c/fl106/bulletins/3?renovation=2',
    ]);
  });
});
