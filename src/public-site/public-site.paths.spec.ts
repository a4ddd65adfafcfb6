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
});
