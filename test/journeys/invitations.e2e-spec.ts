import { DataSource } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Organisations } from '../../src/access/organisations.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { InvitationRecord, PhoneRecord } from '../../src/invitations/invitation.entities';
import { ContractRecord } from '../../src/works/work.entities';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { Invited, inviteTo } from '../support/inviting';
import { toMend } from '../support/pages';
import { Person, Seen } from '../support/person';
import { write } from '../support/portfolio';
import { openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { runningContract } from '../support/site-rows';

describe('a foreman is invited to one contract', () => {
  let house: House;
  let db: DataSource;
  let manager: Person;
  let contractId: number;
  let page: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
    db = house.db;
    const ids = await openedRenovation(house.app);
    contractId = await runningContract(house.app, ids);
    page = `/contracts/${contractId}/invitations`;
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  const invite = (label = '现场负责人') => inviteTo(manager, contractId, label);
  const enter = (phone: Person, { link }: Invited, pin: string) => phone.fill(link, { pin }, '/m/enter');
  const wrongOf = ({ pin }: Invited) => (pin === '731904' ? '731905' : '731904');
  const entered = async (invited: Invited): Promise<Person> => {
    const phone = await house.person();
    expect((await enter(phone, invited, invited.pin)).location).toBe('/m');
    return phone;
  };
  const row = () => newest(db.manager, InvitationRecord);
  const revoke = async (id: number, person = manager) => {
    const { version } = await db.manager.findOneByOrFail(InvitationRecord, { id });
    await person.get('/account');
    return person.post(`/invitations/${id}/revocations`, { version: String(version) });
  };

  describe('the invitation', () => {
    let invited: Invited;

    it('is reached from the contract', async () => {
      expect((await manager.get(`/contracts/${contractId}`)).html).toContain(`href="${page}"`);
    });

    it('shows link, QR and PIN once', async () => {
      const before = await db.manager.countBy(InvitationRecord, { contractId });
      invited = await invite();
      expect(invited.pin).toMatch(/^\d{6}$/);
      expect(invited.link).toMatch(/^\/m\/enter\?i=[\w-]{43}$/);
      expect(invited.seen.page.querySelector('svg.qr path')?.getAttribute('d')).toMatch(/^M/);
      expect(await db.manager.countBy(InvitationRecord, { contractId })).toBe(before + 1);
      const again = await manager.get(page);
      expect(again.text).toContain('可用');
      expect(again.html).not.toContain(invited.pin);
      expect(again.html).not.toContain(invited.link.slice(-43));
    });

    it('keeps neither secret nor PIN in the database', async () => {
      const kept = JSON.stringify(await row());
      expect(kept).not.toContain(invited.pin);
      expect(kept).not.toContain(invited.link.slice(-43));
    });

    it('sent twice is one, and the second answer opens nothing', async () => {
      const { page: form } = await manager.get(page);
      const onceKey = form.querySelector('input[name=onceKey]')!.getAttribute('value')!;
      const send = () => manager.post(page, { label: '资料员', onceKey });
      expect((await send()).text).toContain('PIN');
      const second = await untouched(db, send);
      expect([second.status, second.location]).toEqual([303, page]);
    });

    it('is for somebody', async () => {
      const seen = await untouched(db, () => manager.fill(page, { label: ' ' }, page));
      expect([seen.status, toMend(seen)]).toEqual([422, ['请填写「邀请谁」']]);
    });

    it('has a name in the records that no page of accounts lists and no password opens', async () => {
      const { userId } = await row();
      const account = await db.manager.findOneByOrFail(UserAccount, { id: userId });
      expect(account).toMatchObject({ role: 'contractor', passwordHash: '' });
      const admin = await house.person('admin');
      expect((await admin.get('/admin/users')).html).not.toContain(account.login);
      expect((await admin.get(`/admin/users/${userId}`)).status).toBe(404);
      const guesser = await house.person();
      await guesser.get('/sign-in');
      for (const password of ['', ' ', 'Tian-gao-yun-dan-77']) {
        expect((await guesser.post('/sign-in', { login: account.login, password })).status).toBe(422);
      }
    });

    it('no more than five at once', async () => {
      const open = await db.manager.countBy(InvitationRecord, { contractId });
      for (let count = open; count < 5; count += 1) await invite();
      const seen = await manager.get(page);
      expect(seen.text).toContain('这份合同已有 5 个可用的邀请，请先撤销不用的');
      expect(seen.page.querySelector('main form input[name=label]')).toBeNull();
      const typed = { label: '现场负责人', onceKey: 'a-key-of-our-own-0001' };
      const refused = await untouched(db, () => manager.post(page, typed));
      expect(refused.status).toBe(422);
      for (const { id } of await db.manager.findBy(InvitationRecord, { contractId })) await revoke(id);
    });

    it.each(['foreign-manager', 'builder', 'watcher', 'worker', 'officer', 'auditor'])(
      '%s gives none',
      async (login) => {
        const person = await house.person(login);
        const expected = login === 'foreign-manager' ? 404 : 403;
        expect((await person.get(page)).status).toBe(expected);
        await person.get('/account');
        const typed = { label: '我', onceKey: 'a-key-of-our-own-0002' };
        const answer = await untouched(db, () => person.post(page, typed));
        expect(answer.status).toBe(expected);
        const { id } = await row();
        expect((await untouched(db, () => revoke(id, person))).status).toBe(expected);
      },
    );
  });

  describe('the PIN', () => {
    let invited: Invited;
    beforeAll(async () => {
      invited = await invite();
    });

    it('opens the contract and leaves a cookie that other pages never get', async () => {
      const phone = await house.person();
      const seen = await enter(phone, invited, invited.pin.replace(/^(\d{3})/, '$1 '));
      expect([seen.status, seen.location]).toEqual([303, '/m']);
      const cookie = seen.headers.getSetCookie().find((one) => one.startsWith('phone='))!;
      expect(cookie).toMatch(/Path=\/m;/);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
    });

    it('that is wrong is told how many tries are left, then costs waiting, then locks', async () => {
      const guesser = await house.person();
      const wrong = wrongOf(invited);
      const texts: string[] = [];
      let at = Date.parse('2026-06-08T10:00:00+08:00');
      for (let count = 1; count <= 10; count += 1) {
        house.setClock(new Date(at).toISOString());
        texts.push(toMend(await enter(guesser, invited, wrong)).join());
        at += 901_000;
      }
      expect(texts[0]).toBe('PIN 不对，还可以试 9 次');
      expect(texts[2]).toBe('PIN 不对，还可以试 7 次，请等 30 秒再试');
      expect(texts[5]).toBe('PIN 不对，还可以试 4 次，请等 4 分钟再试');
      expect(texts[9]).toBe('PIN 输错太多，邀请已锁定，请向街道项目负责人要新的链接');
      await manager.signInAgain();
      const right = await untouched(db, () =>
        guesser.post('/m/enter', { i: invited.link.slice(-43), pin: invited.pin }),
      );
      expect([right.status, right.text]).toEqual([422, expect.stringContaining('已锁定')]);
      expect((await manager.get(page)).text).toContain('PIN 输错太多，已锁定');
    });

    it('is not looked at while the wait lasts, even when it is right, and the try does not count', async () => {
      const other = await invite();
      const guesser = await house.person();
      for (let count = 0; count < 3; count += 1) await enter(guesser, other, wrongOf(other));
      const early = await untouched(db, () => enter(guesser, other, other.pin));
      expect(toMend(early)).toEqual(['PIN 输错次数较多，请等 30 秒再试']);
      expect((await row()).wrongPins).toBe(3);
      const { triedAt } = await row();
      house.setClock(new Date(Date.parse(triedAt!) + 30_000).toISOString());
      expect((await enter(guesser, other, other.pin)).status).toBe(303);
      expect((await row()).wrongPins).toBe(0);
    });

    it('twenty at once are not looked at together', async () => {
      const other = await invite();
      const guesser = await house.person();
      await guesser.get(other.link);
      const typed = { i: other.link.slice(-43), pin: wrongOf(other) };
      const answers = await Promise.all(Array.from({ length: 20 }, () => guesser.post('/m/enter', typed)));
      const counted = answers.filter(({ text }) => text.includes('PIN 不对'));
      expect(counted).toHaveLength(3);
      expect((await row()).wrongPins).toBe(3);
    });

    it.each([
      ['', '请填写「PIN」'],
      ['12', 'PIN 应为 6 位数字'],
      ['abcdef', 'PIN 应为 6 位数字'],
    ])('%j is no PIN, and no try', async (pin, text) => {
      const other = await inviteOrNewest();
      const seen = await untouched(db, async () => enter(await house.person(), other, pin));
      expect([seen.status, toMend(seen)]).toEqual([422, [text]]);
      expect((await row()).wrongPins).toBe(0);
    });
    let shared: Invited | undefined;
    const inviteOrNewest = async () => (shared ??= await invite());

    it('of a link that does not exist is answered like any, and nothing is told', async () => {
      const guesser = await house.person();
      const link = `/m/enter?i=${'x'.repeat(43)}`;
      const sentence = '这个邀请链接不能用，请向街道项目负责人要新的链接';
      expect((await guesser.get(link)).text).toContain(sentence);
      await guesser.get((await inviteOrNewest()).link);
      const typed = { i: 'x'.repeat(43), pin: '738291' };
      const seen = await untouched(db, () => guesser.post('/m/enter', typed));
      expect([seen.status, toMend(seen)]).toEqual([422, [sentence]]);
      expect((await guesser.get('/m/enter')).text).toContain(sentence);
    });

    it('leads only to pages of the phone', async () => {
      const other = await inviteOrNewest();
      for (const next of ['/work', 'https://evil.example/m', '//evil.example', '/m/enter?i=x', '/mad']) {
        const phone = await house.person();
        const link = `${other.link}&next=${encodeURIComponent(next)}`;
        expect((await phone.fill(link, { pin: other.pin }, '/m/enter')).location).toBe('/m');
      }
    });

    it('is recorded without who and which', async () => {
      const actions = (await db.manager.findBy(AuditEntry, { subjectKind: 'invitation' })).map(
        ({ action }) => action,
      );
      expect(new Set(actions)).toEqual(
        new Set(['invitation.given', 'invitation.revoked', 'invitation.entered', 'invitation.pin-refused']),
      );
    });
  });

  it('a phone is told apart from that of another invitation to somebody of the same title', async () => {
    const whoOf = async (phone: Person) =>
      (JSON.parse((await phone.get('/m/session')).html) as { who: string }).who;
    const invited = await invite();
    const [one, same] = [await entered(invited), await entered(invited)];
    const first = await row();
    const other = await entered(await invite());
    const [mine, again, theirs] = await Promise.all([one, same, other].map(whoOf));
    expect(again).toBe(mine);
    expect(theirs).not.toBe(mine);
    for (const { id } of [first, await row()]) await revoke(id);
  });

  it('opens nothing more, to phones inside neither, once the contract was given to another firm', async () => {
    const { organisationId } = await db.manager.findOneByOrFail(ContractRecord, { id: contractId });
    const giveTo = (id: number) =>
      write(house.app, (tx) => tx.update(ContractRecord, { id: contractId }, { organisationId: id }));
    const invited = await invite();
    const inside = await entered(invited);
    await giveTo((await house.app.get(Organisations).byCode(places.foreignBuilder))!.id);
    expect((await inside.get(`/m/report?contract=${contractId}`)).location).toMatch(/^\/m\/enter/);
    const unknown = '这个邀请链接不能用，请向街道项目负责人要新的链接';
    expect((await inside.get('/m/enter')).text).toContain(unknown);
    expect((await (await house.person()).get(invited.link)).text).toContain(unknown);
    await giveTo(organisationId);
    expect((await inside.get('/m')).status).toBe(200);
    await revoke((await row()).id);
  });

  describe('a phone that came by it', () => {
    let invited: Invited;
    let phone: Person;
    beforeAll(async () => {
      house.setClock('2026-06-09T09:00:00+08:00');
      await manager.signInAgain();
      for (const one of await db.manager.findBy(InvitationRecord, { contractId })) {
        if (one.revokedOn === null) await revoke(one.id);
      }
      invited = await invite();
      phone = await entered(invited);
    });

    it.each(['/work', '/board', '/compounds', '/compounds/fl106', '/account', '/audit', '/files/1/480.webp'])(
      'does not open %s',
      async (path) => {
        const seen = await phone.get(path);
        expect([seen.status, seen.location]).toEqual([303, expect.stringMatching(/^\/sign-in\?next=/)]);
      },
    );

    it('does not open a page of the staff with the cookie renamed or sent anyway', async () => {
      const thief = await house.person();
      thief.setCookie('session', phone.cookie('phone')!);
      expect((await thief.get('/work')).status).toBe(303);
      expect((await thief.get('/m')).status).toBe(303);
    });

    it('is five at most, the oldest goes', async () => {
      const { id: invitationId } = await row();
      for (let count = 0; count < 5; count += 1) await entered(invited);
      expect(await db.manager.countBy(PhoneRecord, { invitationId })).toBe(5);
      expect((await phone.get('/m')).location).toMatch(/^\/sign-in/);
      phone = await entered(invited);
    });

    it('is turned away once it is revoked, and told that nothing on it is lost', async () => {
      expect((await phone.get('/m/enter')).location).toBe('/m');
      const { id } = await row();
      expect((await revoke(id)).location).toBe(page);
      const seen = await phone.get('/m');
      expect([seen.status, seen.location]).toEqual([303, '/m/enter?next=%2Fm']);
      expect((await phone.get('/m/enter?next=%2Fm')).text).toContain(
        '邀请已撤销，请向街道项目负责人要新的链接，手机里的日报不会丢',
      );
      const json = await phone.get('/m/session', { accept: 'application/json' });
      expect([json.status, JSON.parse(json.html)]).toEqual([
        401,
        { signIn: '/m/enter?next=%2Fm', text: '登录已过期，刚才填的内容已保存，登录后继续' },
      ]);
      expect((await untouched(db, () => revoke(id))).status).toBe(422);
    });

    it('gives its PIN again after thirty days, by the link it came by or without it, with the same form token', async () => {
      const again = await invite();
      const trusted = await entered(again);
      const { csrf } = await newest(db.manager, PhoneRecord);
      house.setClock('2026-07-09T23:00:00+08:00');
      expect((await trusted.get('/m/enter')).location).toBe('/m');
      house.setClock('2026-07-10T00:30:00+08:00');
      expect((await trusted.get('/m')).location).toBe('/m/enter?next=%2Fm');
      const seen = await trusted.fill('/m/enter?next=%2Fm%2Fhistory', { pin: again.pin }, '/m/enter');
      expect([seen.status, seen.location]).toEqual([303, '/m/history']);
      expect((await newest(db.manager, PhoneRecord)).csrf).toBe(csrf);
    });

    it('is turned away when the invitation ends, and when the contract does', async () => {
      house.setClock('2026-09-07T09:00:00+08:00');
      const lastDay: Seen = await (await house.person()).get((await reopened()).link);
      expect(lastDay.text).toContain('PIN（6 位数字）');
      const { endsOn } = await row();
      expect(endsOn).toBe('2026-12-06');
      house.setClock('2026-12-07T09:00:00+08:00');
      expect((await (await house.person()).get(last.link)).text).toContain(
        '邀请 2026年12月6日 到期，请向街道项目负责人要新的链接，手机里的日报不会丢',
      );
      house.setClock('2026-12-01T09:00:00+08:00');
      const inside = await entered(last);
      await write(house.app, (tx) => tx.update(ContractRecord, { id: contractId }, { state: 'finished' }));
      expect((await inside.get('/m')).location).toMatch(/^\/m\/enter/);
      expect((await inside.get('/m/enter')).text).toContain('合同已履行完，不用再报日报');
    });
    let last: Invited;
    const reopened = async () => {
      await manager.signInAgain();
      return (last = await invite());
    };
  });
});
