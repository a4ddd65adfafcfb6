import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { People } from '../../src/access/people.service';
import { House, openHouse } from '../support/app';
import { testPassword } from '../support/cast';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { Fields, Person } from '../support/person';

describe('coming in', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
  });
  afterEach(() => house.close());

  const attempt = async (login: string, password: string, person?: Person) => {
    const someone = person ?? (await house.person());
    await someone.get('/sign-in');
    return someone.post('/sign-in', { login, password });
  };

  it('a page that needs a person leads to the sign-in and back', async () => {
    const visitor = await house.person();
    const seen = await visitor.get('/compounds?q=fl106');
    expect([seen.status, seen.location]).toEqual([303, '/sign-in?next=%2Fcompounds%3Fq%3Dfl106']);
    await visitor.get(seen.location!);
    const after = await visitor.fill(seen.location!, { login: 'manager', password: testPassword });
    expect([after.status, after.location]).toEqual([303, '/compounds?q=fl106']);
  });

  it.each([
    '//evil.example/x',
    'https://evil.example',
    '/\\evil.example',
    '/sign-out',
    'javascript:alert(1)',
    '/中文',
  ])('does not lead to %s afterwards', async (next) => {
    const visitor = await house.person();
    await visitor.get('/sign-in');
    const seen = await visitor.post('/sign-in', { login: 'manager', password: testPassword, next });
    expect([seen.status, seen.location]).toEqual([303, '/work']);
  });

  it('the same sentence for an unknown login and a wrong password, with the login kept', async () => {
    const wrong = await attempt('manager', 'Xiang-bu-qi-lai-1');
    const unknown = await attempt('nobody', 'Xiang-bu-qi-lai-1');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const sentence = '账号或密码不对，请核对后再试。忘记密码请联系系统管理员重设';
    expect(wrong.text).toContain(sentence);
    expect(unknown.text).toContain(sentence);
    expect(wrong.page.querySelector('#f-login')?.getAttribute('value')).toBe('manager');
  });

  it('guessing is slowed down, and the owner still comes in after the wait', async () => {
    for (let index = 0; index < 5; index += 1) await attempt('manager', `Cai-yi-cai-mi-ma-${index}`);
    const slowed = await attempt('manager', testPassword);
    expect(slowed.status).toBe(422);
    expect(slowed.text).toContain('密码输错次数较多，请 30 秒后再试');
    house.setClock('2026-06-08T09:00:31+08:00');
    expect((await attempt('manager', testPassword)).status).toBe(303);
  });

  it('guesses sent all at once are heard no more often than one after the other', async () => {
    const guesses = Array.from({ length: 20 }, (_, index) => attempt('manager', `Yi-qi-cai-mi-ma-${index}`));
    const heard = (await Promise.all(guesses)).filter(({ text }) => text.includes('账号或密码不对'));
    expect(heard).toHaveLength(5);
  });

  it('a wrong try and a session that a wrong clock put into the future bind nobody until then', async () => {
    house.setClock('2036-06-08T09:00:00+08:00');
    for (let index = 0; index < 6; index += 1) await attempt('manager', `Cai-yi-cai-mi-ma-${index}`);
    const worker = await house.person('worker');
    house.setClock('2026-06-08T09:00:00+08:00');
    expect((await attempt('manager', testPassword)).status).toBe(303);
    expect((await worker.get('/work')).location).toMatch(/^\/sign-in/);
  });

  it('one address guessing many accounts is slowed down too', async () => {
    for (let index = 0; index < 30; index += 1) await attempt(`someone-${index}`, 'Cai-yi-cai-mi-ma-1');
    expect((await attempt('somebody-else', 'Cai-yi-cai-mi-ma-1')).text).toContain('后再试');
  });

  it('the session gets a new cookie at sign-in, and an old or invented one opens nothing', async () => {
    const person = await house.person();
    person.setCookie('session', 'A'.repeat(43));
    await attempt('manager', testPassword, person);
    const first = person.cookie('session')!;
    expect(first).not.toBe('A'.repeat(43));
    await attempt('manager', testPassword, person).catch(() => undefined);
    await person.fill('/account', {}, '/sign-out');
    const thief = await house.person();
    thief.setCookie('session', first);
    expect((await thief.get('/account')).status).toBe(303);
  });

  it('ends after 30 minutes without a page, and after 8 hours however busy', async () => {
    const person = await house.person('manager');
    house.setClock('2026-06-08T09:30:00+08:00');
    expect((await person.get('/account')).status).toBe(200);
    house.setClock('2026-06-08T10:00:01+08:00');
    expect((await person.get('/account')).status).toBe(303);
    const busy = await house.person('manager2');
    for (let minute = 20; minute <= 480; minute += 20) {
      house.setClock(new Date(Date.parse('2026-06-08T10:00:01+08:00') + minute * 60_000).toISOString());
      expect((await busy.get('/account')).status).toBe(200);
    }
    house.setClock('2026-06-08T18:00:02+08:00');
    expect((await busy.get('/account')).status).toBe(303);
  });

  it('an expired session sends a form to a page that says so, and changes nothing', async () => {
    const person = await house.person('manager');
    house.setClock('2026-06-08T12:00:00+08:00');
    const seen = await person.post('/compounds', { name: '丢不了院' });
    expect(seen.status).toBe(401);
    expect(seen.text).toContain('登录');
  });

  it('at most three browsers at once: the one unused longest is signed out', async () => {
    const browsers: Person[] = [];
    for (let index = 0; index < 4; index += 1) {
      house.setClock(`2026-06-08T09:0${index}:00+08:00`);
      browsers.push(await house.person('manager'));
    }
    expect(await Promise.all(browsers.map(async (one) => (await one.get('/account')).status))).toEqual([
      303, 200, 200, 200,
    ]);
    await browsers[3].fill('/account', { handle: 'others' }, '/account/sessions/endings');
    expect((await browsers[1].get('/account')).status).toBe(303);
    expect((await browsers[3].get('/account')).status).toBe(200);
  });

  it('a new password needs the present one, is judged, and ends the other sessions', async () => {
    const [here, there] = [await house.person('worker'), await house.person('worker')];
    const change = (current: string, wanted: string, repeated = wanted) =>
      here.fill('/account', { current, wanted, repeated }, '/account/password');
    expect((await change('bu-dui-de-mi-ma-1A', 'Hao-ji-de-yi-ju-2026')).text).toContain('现在的密码不对');
    expect((await change(testPassword, 'duan')).text).toContain('密码至少 12 个字符，现在是 4 个');
    expect((await change(testPassword, 'worker-Worker-2026')).text).toContain('不要有自己的账号');
    expect((await change(testPassword, 'Hao-ji-de-yi-ju-2026', 'x')).text).toContain(
      '两次输入的新密码不一样',
    );
    expect((await change(testPassword, 'Hao-ji-de-yi-ju-2026')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
    expect((await there.get('/account')).status).toBe(303);
    expect((await attempt('worker', 'Hao-ji-de-yi-ju-2026')).status).toBe(303);
    expect((await attempt('worker', testPassword)).status).toBe(422);
  });

  it('no form works without its token, with a foreign one, or sent from another site', async () => {
    const person = await house.person('manager');
    const other = await house.person('worker');
    const foreign = (await other.get('/account')).page
      .querySelector('input[name=_csrf]')!
      .getAttribute('value')!;
    await person.get('/account');
    const form = { current: testPassword, wanted: 'Hao-ji-de-yi-ju-2026', repeated: 'Hao-ji-de-yi-ju-2026' };
    for (const token of ['', 'x', foreign]) {
      const seen = await person.post('/account/password', { ...form, _csrf: token });
      expect([seen.status, seen.text.includes('页面')]).toEqual([403, true]);
    }
    expect((await person.post('/account/password', form, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await person.post('/account/password', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await attempt('manager', testPassword)).status).toBe(303);
  });

  it('the administrator makes an account; its start password is shown once, good for a day, and must be changed', async () => {
    const admin = await house.person('admin');
    const { page } = await admin.get('/admin/users/new');
    const organisation = page
      .querySelectorAll('#f-organisationId option')
      .find((one) => one.textContent.includes('粮运社区'))!;
    const fields = {
      login: 'xinren',
      name: '新来的社工',
      role: 'community-worker',
      organisationId: organisation.getAttribute('value')!,
    };
    const form = { ...fields, onceKey: onceKeyIn(page) };
    const shown = await admin.post('/admin/users', form);
    const password = shown.page.querySelector('code')!.textContent;
    const again = await admin.post('/admin/users', form);
    expect([shown.status, again.status, again.text.includes(password)]).toEqual([200, 303, false]);

    const person = await house.person();
    expect((await attempt('xinren', password, person)).status).toBe(303);
    expect((await person.get('/compounds')).status).toBe(403);
    const changed = await person.fill(
      '/account',
      { current: password, wanted: 'Wo-zi-ji-de-mi-ma-9', repeated: 'Wo-zi-ji-de-mi-ma-9' },
      '/account/password',
    );
    expect(changed.status).toBe(303);
    expect((await person.get('/compounds')).status).toBe(200);

    house.setClock('2026-06-10T09:00:00+08:00');
    expect((await attempt('xinren', password)).status).toBe(422);
  });

  it('a disabled account is out at once, and cannot come back', async () => {
    const worker = await house.person('worker');
    const admin = await house.person('admin');
    const link = (await admin.get('/admin/users')).page
      .querySelectorAll('a')
      .find((one) => one.textContent === 'worker')!;
    const path = admin.pathOf(link.getAttribute('href')!);
    await taken(admin.fill(path, { reason: '调离' }, `${path}/disablings`));
    expect((await worker.get('/account')).status).toBe(303);
    expect((await attempt('worker', testPassword)).status).toBe(422);
  });

  it('records who came in and who was refused, never with a password or a login that was typed', async () => {
    await attempt('manager', testPassword);
    await attempt('typed-by-mistake', 'a-password-typed-as-login');
    const entries = await house.rows.find(AuditEntry);
    expect(entries.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['access.signed-in', 'access.sign-in-refused']),
    );
    expect(JSON.stringify(entries)).not.toMatch(/typed-by-mistake|a-password|Tian-gao/);
  });

  it('every answer carries the security headers, errors too', async () => {
    const person = await house.person('manager');
    for (const path of ['/account', '/sign-in', '/no-such-page', '/healthz', '/compounds/nowhere']) {
      const { headers } = await person.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await person.get('/account')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('under a portal', () => {
  it('all addresses carry the base path, and cookies are strict behind TLS', async () => {
    const house = await openHouse({ env: { BASE_URL: 'https://portal.example/huiji/yuanxin' } });
    const visitor = await house.person();
    const seen = await visitor.get('/compounds');
    expect(seen.location).toBe('/huiji/yuanxin/sign-in?next=%2Fcompounds');
    await visitor.get('/sign-in');
    const signedIn = await visitor.post('/sign-in', { login: 'manager', password: testPassword });
    expect(signedIn.location).toBe('/huiji/yuanxin/work');
    expect(signedIn.headers.getSetCookie().find((line) => line.startsWith('__Host-session='))).toMatch(
      /HttpOnly.*Secure.*SameSite=Lax|Secure.*HttpOnly/,
    );
    expect(signedIn.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const { html } = await visitor.get('/compounds');
    const links = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1]);
    expect(links.filter((link) => !/^(\/huiji\/yuanxin\/|#|tel:)/.test(link))).toEqual([]);
    await house.close();
  });
});

describe('the administrator of one district', () => {
  it('sees and changes no account of another, and cannot put anybody into it', async () => {
    const house = await openHouse();
    const admin = await house.person('admin');
    const { page, text } = await admin.get('/admin/users');
    expect(text).toContain('刘寨街道项目负责人');
    expect(text).not.toContain('淮河路街道项目负责人');
    const accounts = await house.app.get(People).all();
    const foreign = accounts.find((one) => one.login === 'foreign-manager')!;
    expect((await admin.get(`/admin/users/${foreign.id}`)).status).toBe(404);
    const organisationId = String(foreign.organisationId);
    const attempts: [string, Fields][] = [
      ['', { name: '改名', role: 'auditor', organisationId, version: '1' }],
      ['/disablings', { step: 'disable', reason: '无', version: '1' }],
      ['/passwords', { version: '1' }],
    ];
    for (const [step, fields] of attempts) {
      expect((await admin.post(`/admin/users/${foreign.id}${step}`, fields)).status).toBe(404);
    }
    const onceKey = onceKeyIn((await admin.get('/admin/users/new')).page);
    const seen = await admin.post('/admin/users', {
      login: 'jieru',
      name: '介入',
      role: 'street-manager',
      organisationId,
      onceKey,
    });
    expectRefused(seen, '所属单位要选一个街道');
    expect(page.querySelectorAll('tbody tr').length).toBeGreaterThan(5);
    await house.close();
  });
});
