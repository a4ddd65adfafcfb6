import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { AuditTrail } from '../../src/audit/audit.service';
import { CompoundContact } from '../../src/compounds/contact.entity';
import { StageMove } from '../../src/stages/stage-move.entity';
import { House, openHouse } from '../support/app';
import { taken } from '../support/pages';
import { Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';

const yard = {
  code: 'fl106',
  name: '丰乐路106号院',
  renovation: { stage: 'construction' as const, removal: 'finished' as const, summary: '街道自筹近 20 万元' },
  schedule: [
    { stage: 'survey' as const, plannedEndOn: '2026-03-20', endedOn: '2026-03-20' },
    { stage: 'construction' as const, plannedEndOn: '2026-06-18', startedOn: '2026-05-19' },
    { stage: 'handover' as const, plannedEndOn: '2026-07-11' },
  ],
};

describe('the public site', () => {
  let house: House;
  let visitor: Person;
  let compoundId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T17:42:00+08:00' });
    ({ compoundId } = await givenYard(house.app, yard));
    await givenYard(house.app, { code: 'rh6', name: '人和路6号院', foreign: true, renovation: null });
    await write(house.app, (tx) =>
      tx.insert(CompoundContact, {
        ...{
          compoundId,
          kind: 'building-lead',
          title: '楼栋长',
          personName: '张三丰',
          workPhone: '037100000001',
        },
        ...{ mayPublish: true, consentOn: '2026-03-01' },
      }),
    );
    visitor = await house.person();
  });
  afterAll(() => house.close());

  /** The status, headers and raw bytes, as they come over the wire. */
  const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request(house.url + path, { headers, method }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('says of a compound what it is, where it stands, what comes and whom to call', async () => {
    const seen = await visitor.get('/c/fl106');
    expect(seen.status).toBe(200);
    expect(seen.page.querySelector('title')!.textContent).toBe(
      '丰乐路106号院 · 正在施工，预计6月18日完工 — 楼院改造公示',
    );
    for (const words of [
      '刘寨街道 · 粮运社区',
      '1989 年建',
      '还有 10 天',
      '街道自筹近 20 万元',
      '0371-0000 0001',
    ])
      expect(seen.text).toContain(words);
    expect(seen.page.querySelector('a[href="tel:037100000001"]')).not.toBeNull();
    expect(seen.text).not.toContain('张三丰');
  });

  it('gives the district in one sentence, its stages as links, and every compound by street', async () => {
    const seen = await visitor.get('/');
    expect(seen.text).toContain('一共 2 个楼院：1 个在施工，0 个已经移交，没有比计划慢的。');
    expect(seen.page.querySelectorAll('.funnel a').map((link) => link.getAttribute('href'))).toContain(
      '/?stage=construction#results',
    );
    expect(seen.page.querySelectorAll('.folds summary').map((one) => one.textContent)).toEqual([
      '淮河路街道1 个楼院',
      '刘寨街道1 个楼院',
    ]);
    expect(seen.text).toContain('今天 17:42 更新');
  });

  it.each([
    ['the name', '丰乐路', ['/c/fl106']],
    ['the number', '106', ['/c/fl106']],
    ['the initials', 'flj', []],
    ['the initials of the pinyin', 'fll106', ['/c/fl106']],
    ['the code', 'rh6', ['/c/rh6']],
    ['a sign that stands for anything in a database', '%', []],
    ['nothing that is there', '天堂路', []],
  ])('finds by %s, without JavaScript', async (_, q, links) => {
    const seen = await visitor.get(`/?q=${encodeURIComponent(q)}`);
    expect(seen.page.querySelectorAll('#results .yard').map((one) => one.getAttribute('href'))).toEqual(
      links,
    );
    if (!links.length) expect(seen.text).toContain(`没有找到「${q}」`);
  });

  it('narrows to one stage and to one street', async () => {
    const stage = await visitor.get('/?stage=construction');
    expect(stage.page.querySelectorAll('#results .yard')).toHaveLength(1);
    const street = await visitor.get('/s/410108002000');
    expect(street.page.querySelectorAll('.yard').map((one) => one.getAttribute('href'))).toEqual([
      '/c/fl106',
    ]);
    expect((await visitor.get('/s/410108002003')).status).toBe(404);
  });

  it.each(['/c/none', '/c/fl106/photos/none', '/s/none', '/c/%E4%B8%B0a', '/nothing'])(
    'says of %s that it is not there',
    async (path) => {
      const seen = await (await house.person()).get(path);
      expect(seen.status).toBe(404);
      expect(seen.headers.get('set-cookie')).toBeNull();
    },
  );

  it('takes the code as it is typed from the board', async () => {
    const seen = await visitor.get('/c/FL106');
    expect([seen.status, seen.location]).toEqual([301, '/c/fl106']);
  });

  it('gives no cookie and no form token, to visitors and signed-in staff alike', async () => {
    const manager = await house.person('manager');
    for (const path of ['/', '/c/fl106', '/s/410108002000', '/?q=106']) {
      const [one, other] = [await (await house.person()).get(path), await manager.get(path)];
      expect(one.headers.get('set-cookie')).toBeNull();
      expect(one.html).not.toMatch(/_csrf|sign-out/);
      expect(other.html).toBe(one.html);
    }
  });

  it('comes compressed, with a tag that saves the second visit', async () => {
    const plain = await raw('/c/fl106');
    for (const [accepts, unpack] of [
      ['gzip', gunzipSync],
      ['gzip, deflate, br', brotliDecompressSync],
    ] as const) {
      const packed = await raw('/c/fl106', { 'accept-encoding': accepts });
      expect(unpack(packed.body).equals(plain.body)).toBe(true);
      expect(packed.headers.etag).toBe(plain.headers.etag);
      expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    }
    expect(plain.headers.vary).toBe('accept-encoding, cookie');
    const again = await raw('/c/fl106', { 'if-none-match': String(plain.headers.etag) });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, plain.headers.etag]);
    expect((await raw('/c/fl106', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answers a HEAD like the GET, without the body', async () => {
    for (const path of ['/', '/c/fl106']) {
      const [head, get] = [await raw(path, {}, 'HEAD'), await raw(path)];
      expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, get.headers.etag]);
    }
  });

  it('weighs less than 30 KB with its styles and script', async () => {
    const { page } = await visitor.get('/c/fl106');
    const own = [
      ...page.querySelectorAll('link[rel=stylesheet]').map((link) => link.getAttribute('href')!),
      ...page.querySelectorAll('script[src]').map((script) => script.getAttribute('src')!),
    ];
    expect(own.length).toBeLessThanOrEqual(3);
    const sizes = await Promise.all(
      ['/c/fl106', ...own].map(async (path) => (await raw(path, { 'accept-encoding': 'gzip' })).body.length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
    expect(page.querySelectorAll('[style], style, [onclick]')).toHaveLength(0);
  });

  it('keeps the chosen letter size in a cookie and goes back to this site only', async () => {
    const reader = await house.person();
    const chosen = await reader.get('/prefs/font?v=l&back=/c/fl106');
    expect([chosen.status, chosen.location, reader.cookie('font')]).toEqual([303, '/c/fl106', 'l']);
    const large = await reader.get('/c/fl106');
    expect(large.page.querySelector('html')!.getAttribute('data-font')).toBe('l');
    expect((await visitor.get('/c/fl106')).page.querySelector('html')!.getAttribute('data-font')).toBeFalsy();
    expect(large.headers.get('etag')).not.toBe((await visitor.get('/c/fl106')).headers.get('etag'));
    expect((await reader.get('/prefs/font?v=x&back=//example.org')).location).toBe('/');
    expect(reader.cookie('font')).toBe('');
  });

  it('comes back to a search with the chosen size', async () => {
    const { page } = await visitor.get(`/?q=${encodeURIComponent('丰乐路&x')}&stage=survey`);
    const link = page.querySelector('.size a[data-font=xl]')!.getAttribute('href')!;
    const back = await (await house.person()).get(link);
    const query = new URL(back.location!, 'http://x').searchParams;
    expect([query.get('q'), query.get('stage')]).toEqual(['丰乐路&x', 'survey']);
  });

  it('tells robots what is for them', async () => {
    const robots = await visitor.get('/robots.txt');
    expect(robots.headers.get('content-type')).toContain('text/plain');
    expect(robots.html).toContain('Disallow: /compounds');
  });

  it('follows a step of the staff at once', async () => {
    const before = await visitor.get('/c/fl106');
    const manager = await house.person('manager');
    await taken(manager.fill('/compounds/fl106/stage-moves/new?move=pause', { reason: '连续降雨' }));
    const after = await visitor.get('/c/fl106');
    expect(after.text).toContain('已暂停');
    expect(after.text).toContain('连续降雨');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect((await visitor.get('/')).text).toContain('连续降雨');
    await manager.fill('/compounds/fl106/stage-moves/new?move=resume', {});
    expect((await visitor.get('/c/fl106')).text).not.toContain('已暂停');
  });

  it('is made once after a change, however many ask, and then answered from memory without a query', async () => {
    const subject = { kind: 'compound', id: compoundId };
    const step = { actor: null, action: 'compound.changed', subject, compoundId };
    await write(house.app, (tx) => house.app.get(AuditTrail).record(tx, step));
    const asked = Array.from({ length: 30 }, () => '/c/fl106');
    const first = await countQueries(house.app, () => Promise.all(asked.map((path) => raw(path))));
    const many = first.answer;
    expect(new Set(many.map(({ status, headers }) => `${status} ${String(headers.etag)}`)).size).toBe(1);
    // One look at the revision each, and the page itself once.
    expect(first.queries).toBeGreaterThan(10);
    expect(first.queries).toBeLessThan(30 + 50);
    expect((await countQueries(house.app, () => raw('/c/fl106'))).queries).toBe(0);
  });

  it('changes its words at midnight in Zhengzhou, though nothing was done', async () => {
    house.setClock('2026-06-08T23:59:30+08:00');
    expect((await visitor.get('/c/fl106')).text).toContain('还有 10 天');
    house.setClock('2026-06-09T00:00:30+08:00');
    const seen = await visitor.get('/c/fl106');
    expect(seen.text).toContain('还有 9 天');
    expect(seen.text).toContain('6月8日 17:42 更新');
  });

  it('says after more than 7 days that nobody has told anything, and no longer once somebody has', async () => {
    house.setClock('2026-06-15T09:00:00+08:00');
    expect((await visitor.get('/c/fl106')).text).not.toContain('没有更新');
    house.setClock('2026-06-16T09:00:00+08:00');
    expect((await visitor.get('/c/fl106')).text).toContain('超过 7 天没有更新');
    await write(house.app, (tx) =>
      house.app.get(AuditTrail).record(tx, {
        ...{ actor: null, action: 'file.original-read', subject: { kind: 'file', id: 1 }, compoundId },
      }),
    );
    expect((await visitor.get('/c/fl106')).text).toContain('超过 7 天没有更新');
    const manager = await house.person('manager');
    await manager.fill('/compounds/fl106/stage-moves/new?move=pause', { reason: '中考期间停工' });
    expect((await visitor.get('/c/fl106')).text).not.toContain('没有更新');
    expect(await house.rows.count(StageMove)).toBe(3);
  });
});
