import { House, openHouse } from '../support/app';
import { givenYard } from '../support/portfolio';

const base = '/portal/yuanxin';

describe('under the portal of a district', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({
      at: '2026-06-08T10:00:00+08:00',
      env: { BASE_URL: `http://127.0.0.1${base}` },
    });
    await givenYard(house.app, { code: 'fl106', name: '丰乐路106号院' });
  });
  afterAll(() => house.close());

  it.each(['/', '/c/fl106', '/s/410108002000', '/?q=106', '/c/none'])(
    'every link of %s begins with the path of the portal',
    async (path) => {
      const { page } = await (await house.person()).get(path);
      const links = page
        .querySelectorAll('a[href], link[href], script[src], img[src], form[action], source[srcset]')
        .map((one) =>
          ['href', 'src', 'action', 'srcset'].map((name) => one.getAttribute(name)).find(Boolean)!,
        )
        .filter((link) => !/^(#|tel:)/.test(link));
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((link) => link !== base && !link.startsWith(`${base}/`))).toEqual([]);
    },
  );

  it.each(['/work', '/board', '/compounds/fl106', '/compounds/fl106/log', '/audit'])(
    'every link of the staff page %s does too',
    async (path) => {
      const { page, status } = await (await house.person('manager')).get(path);
      expect(status).toBe(200);
      const links = page
        .querySelectorAll('a[href], link[href], script[src], form[action], use[href]')
        .map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action')!)
        .filter((link) => !link.startsWith('#'));
      expect(links.filter((link) => !link.startsWith(`${base}/`))).toEqual([]);
    },
  );

  it('keeps a page under its whole address, and the letter size for this site only', async () => {
    const visitor = await house.person();
    const first = await visitor.get('/c/fl106');
    expect((await visitor.get('/c/fl106', { 'if-none-match': first.headers.get('etag')! })).status).toBe(304);
    const chosen = await visitor.get('/prefs/font?v=xl&back=/c/fl106');
    expect(chosen.location).toBe(`${base}/c/fl106`);
    expect(chosen.headers.get('set-cookie')).toContain(`Path=${base}/`);
  });
});
