import { randomUUID } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Dwelling } from '../../src/compounds/door.entities';
import { DoorLayers } from '../../src/compounds/door-layers';
import { OwnerEntry, OwnerRoster } from '../../src/votes/owner.entities';
import { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from '../../src/votes/vote.entities';
import { VoteTotals } from '../../src/votes/votes.totals';
import { Post, expectEach, pathsOf } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { doorsOf, putUpDoors } from '../support/doors';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { Fields, Person } from '../support/person';
import { write } from '../support/portfolio';
import { closeRenovation, openedRenovation } from '../support/renovation';
import { newest } from '../support/rows';

const tab = '/compounds/fl106/votes';
const ownersPage = '/compounds/fl106/owners';
const sheet = {
  title: '使用维修资金修屋面',
  matter: 'fund-use',
  question: '使用维修资金 3 万元，修 1号楼屋面防水。',
  scope: 'compound',
  form: 'written',
  opensOn: '2026-04-16',
  closesOn: '2026-04-26',
};

describe('the owners of 丰乐路106号院 vote', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    [worker, manager] = await house.people('worker', 'manager');
    await putUpDoors(worker);
  });
  afterAll(() => house.close());

  const doorIds = () => doorsOf(house.rows, ids.compoundId);
  const latest = () => newest(house.rows, Vote);
  const areas = async (area: (roomNo: string) => string): Promise<Fields> =>
    Object.fromEntries([...(await doorIds())].map(([roomNo, id]) => [`area.${id}`, area(roomNo)]));

  describe('the roster', () => {
    it('names every door whose area is 0 or no area, keeps what was typed, and writes nothing', async () => {
      const doors = await doorIds();
      const typed = await areas((room) => (room === '104' ? '0' : room === '202' ? '六十' : '60'));
      const seen = await worker.fill(ownersPage, { ...typed, [`group.${doors.get('101')}`]: '王某' });
      expectRefused(seen, '1号楼 1单元 104：面积不能是 0，请填建筑面积，如 59.25；还不知道的先留空');
      expectRefused(seen, '1号楼 1单元 202：面积只能填数字，最多两位小数，如 59.25');
      expectRefused(seen, '1号楼 1单元 101：业主编号用字母或数字，最多 8 个，如 A，不写姓名');
      const cell = seen.page.querySelector(`[name="area.${doors.get('202')}"]`);
      expect(cell?.getAttribute('value')).toBe('六十');
      expect(await house.rows.count(OwnerEntry)).toBe(0);
    });

    it('is saved at once; two presses are one, and a vote is refused while a door has no area', async () => {
      const typed = await areas((room) => (room === '704' ? '' : room.startsWith('7') ? '59.25' : '60'));
      const { page } = await worker.get(ownersPage);
      const onceKey = onceKeyIn(page);
      const seen = [
        await worker.fill(ownersPage, { ...typed, onceKey }),
        await worker.fill(ownersPage, { ...typed, onceKey }),
      ];
      expect(seen.map(({ status }) => status)).toEqual([303, 303]);
      expect(await house.rows.findOneByOrFail(OwnerRoster, {})).toMatchObject({ version: 2 });
      expect((await worker.get(ownersPage)).text).toContain(
        '还有 1 户没有面积，不能计算表决结果：1号楼 1单元 704。请先补业主名册',
      );
    });

    it('asks about areas that do not fit the register, and says when somebody else was faster', async () => {
      const doors = await doorIds();
      const first = (await worker.get(ownersPage)).page.querySelector('input[name=version]')!;
      const old = first.getAttribute('value')!;
      const seen = await manager.fill(ownersPage, await areas(() => '90'));
      expect(seen.status).toBe(303);
      expect((await worker.get(ownersPage)).text).toContain('相差超过 10%，请核对');
      const late = await worker.fill(ownersPage, { [`area.${doors.get('101')}`]: '61', version: old });
      expectRefused(late, '这条记录刚被别人改过');
      expect(late.text).toContain('现在存的是：90.00 ㎡，登记簿，一般业主');
      expect(late.page.querySelector(`[name="area.${doors.get('101')}"]`)?.getAttribute('value')).toBe('61');
      expect(await house.rows.findOneByOrFail(OwnerEntry, { dwellingId: doors.get('101') })).toMatchObject({
        area: 9000,
      });
    });

    it('refuses the door of another compound, and one group of two kinds', async () => {
      expectRefused(
        await worker.fill(ownersPage, { 'area.99999': '60', 'source.99999': 'register' }),
        '有一行不是本院的门户',
      );
      const doors = await doorIds();
      const mixed = {
        [`group.${doors.get('101')}`]: 'A',
        [`group.${doors.get('102')}`]: 'A',
        [`kind.${doors.get('102')}`]: 'origin-unit',
      };
      expectRefused(
        await worker.fill(ownersPage, mixed),
        '编号 A 的各户业主类别不一样（1号楼 1单元 101、1号楼 1单元 102）',
      );
    });

    it('counts one owner of two doors as one person', async () => {
      const doors = await doorIds();
      const typed = await areas((room) => (room.startsWith('7') ? '59.25' : '60'));
      const group = { [`group.${doors.get('703')}`]: 'a', [`group.${doors.get('704')}`]: ' A ' };
      await taken(worker.fill(ownersPage, { ...typed, ...group }));
      const { text } = await worker.get(ownersPage);
      expect(text).toContain('28 户');
      expect(text).toContain('27 人');
      expect(text).toContain('1677.00 ㎡');
      await worker.fill(ownersPage, { [`group.${doors.get('703')}`]: '', [`group.${doors.get('704')}`]: '' });
      expect((await worker.get(ownersPage)).text).toContain('28 人');
    });
  });

  describe('preparing', () => {
    it('says of every matter what it takes to pass', async () => {
      const { text } = await worker.get(`${tab}/new`);
      expect(text).toContain('其中人数和面积都四分之三以上同意。民法典 §278 第一款第（七）项');
      expect(text).toContain('表决范围内的业主全部同意。民法典 §279');
      expect(text).toContain('全院表决要在开始前 15 天张贴（物业管理条例 §14）');
    });

    it.each<[string, Fields, string]>([
      [
        'an end before the start',
        { closesOn: '2026-04-15' },
        '截止日期 2026年4月15日 早于开始日期 2026年4月16日',
      ],
      [
        'a notice 14 days before',
        { noticePostedOn: '2026-04-02' },
        '满 15 天后才能开始表决，最早 2026年4月17日',
      ],
      ['a manager chosen by one unit', { matter: 'manager', scope: 'building:1' }, '表决范围请选「全院」'],
      ['a scope that is none', { scope: 'unit:99:9' }, '请从列出的范围里选「表决范围」'],
      ['a meeting that is none', { meetingId: '77' }, '请从列出的会议里选「会议」'],
      [
        'days no rule is known for',
        { opensOn: '2001-01-01', closesOn: '2001-01-02' },
        '规则库里没有 2001年1月1日 施行的表决规则',
      ],
      ['no question', { question: ' ' }, '请填写「表决内容」'],
      ['5,000 characters', { question: '字'.repeat(5000) }, '「表决内容」最多 2000 个字，现在是 5000 个'],
    ])('refuses %s and keeps the rest', async (_, change, sentence) => {
      const seen = await worker.fill(`${tab}/new`, { ...sheet, ...change }, tab);
      expectRefused(seen, sentence);
      expect(seen.page.querySelector('#f-title')?.getAttribute('value')).toBe(sheet.title);
      expect(await house.rows.count(Vote)).toBe(0);
    });

    it('two presses prepare one vote', async () => {
      const onceKey = 'a'.repeat(20);
      await worker.get(`${tab}/new`);
      const seen = [
        await worker.post(tab, { ...sheet, onceKey }),
        await worker.post(tab, { ...sheet, onceKey }),
      ];
      const { id } = await latest();
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `/votes/${id}`],
        [303, `/votes/${id}`],
      ]);
      expect(await house.rows.count(Vote)).toBe(1);
    });

    it('a vote is not opened before its notice hangs; the notice is looked at before it is posted', async () => {
      const { id } = await latest();
      const page = await worker.get(`/votes/${id}/open`);
      expect(page.text).toContain('业主共同决定要先张贴通知，满 15 天再表决');
      expectRefused(
        await worker.post(`/votes/${id}/openings`, { version: '1', onceKey: randomUUID() }),
        '请先张贴表决公告',
      );
      const form = { places: ['gate-board', 'unit-door'], step: 'preview' };
      const preview = await worker.fill(`/votes/${id}/notices/new`, form, `/votes/${id}/notices`);
      expect([preview.status, preview.text.includes('居民将看到')]).toEqual([200, true]);
      expect(preview.text).toContain('没有交回的不算同意');
      await worker.fill(`/votes/${id}/notices/new`, { ...form, step: 'post' }, `/votes/${id}/notices`);
      expect((await worker.get(`/votes/${id}`)).text).toContain('关于「使用维修资金修屋面」的表决公告');
    });

    it('what hangs in the yard is not changed behind it, nor posted twice', async () => {
      const { id, version } = await latest();
      const refused = await worker.post(`/votes/${id}`, { ...sheet, version: String(version) });
      expectRefused(refused, '表决公告已张贴。要改事项或日期，请先撤下公告');
      expect((await worker.open(`/votes/${id}/edit`)).text).toContain('表决公告已张贴');
      const again = { places: 'gate-board', step: 'post' };
      expectRefused(
        await worker.fill(`/votes/${id}/notices/new`, again, `/votes/${id}/notices`),
        '公告已张贴。要改请先在公告页撤下',
      );
    });

    it('prints ballots and the list to sign on before it opens', async () => {
      const { id } = await latest();
      const papers = await worker.get(`/votes/${id}/paper`);
      expect(papers.page.querySelectorAll('.ballot-paper').length).toBe(28);
      expect(papers.text).toContain('业主（或受托人）签名');
      expect((await worker.get(`/votes/${id}/sign-sheet`)).page.querySelectorAll('tbody tr').length).toBe(33);
    });

    it('does not open while a door has no area, and names it', async () => {
      const { id, version } = await latest();
      const cell = `area.${(await doorIds()).get('704')}`;
      await worker.fill(ownersPage, { [cell]: '' });
      const refused = await worker.post(`/votes/${id}/openings`, {
        version: String(version),
        onceKey: randomUUID(),
      });
      expectRefused(refused, '还有 1 户没有面积，不能计算表决结果：1号楼 1单元 704。请先补业主名册');
      expect(await house.rows.count(VoteOwner)).toBe(0);
      await worker.fill(ownersPage, { [cell]: '59.25' });
    });

    it('opens with the roster of the moment, which later changes do not touch', async () => {
      const { id, version } = await latest();
      const stale = await worker.post(`/votes/${id}/openings`, {
        version: String(version + 1),
        onceKey: randomUUID(),
      });
      expectRefused(stale, '这条记录刚被别人改过');
      const opening = { version: String(version), onceKey: randomUUID() };
      const twice = [
        await worker.post(`/votes/${id}/openings`, opening),
        await worker.post(`/votes/${id}/openings`, opening),
      ];
      expect(twice.map(({ status }) => status)).toEqual([303, 303]);
      expect(await house.rows.countBy(VoteOwner, { voteId: id })).toBe(28);
      await worker.fill(ownersPage, await areas(() => '10'));
      const doors = await house.rows.findBy(VoteRosterDoor, { voteId: id });
      expect(doors.reduce((sum, { area }) => sum + area, 0)).toBe(167_700);
      await worker.fill(ownersPage, await areas((room) => (room.startsWith('7') ? '59.25' : '60')));
      expectRefused(
        await worker.post(`/votes/${id}/openings`, { version: '2', onceKey: 'b'.repeat(20) }),
        '现在是「正在表决」，不能「开始表决」',
      );
    });

    it('a door of a roster is not taken off the register', async () => {
      const id = (await doorIds()).get('101')!;
      const seen = await worker.fill(`/dwellings/${id}`, { step: 'remove' });
      expectRefused(seen, '这一户已有表决名册，不能删除');
    });
  });

  describe('typing ballots', () => {
    /** The line of a door: '<owner>-1'. */
    const lineOf = async (roomNo: string, n = 1) => {
      const { id } = await latest();
      const dwellingId = (await doorIds()).get(roomNo)!;
      const { ownerId } = await house.rows.findOneByOrFail(VoteRosterDoor, { voteId: id, dwellingId });
      return `${ownerId}-${n}`;
    };
    const marks = async (rooms: string[], mark: string): Promise<Fields> =>
      Object.fromEntries(await Promise.all(rooms.map(async (room) => [`mark.${await lineOf(room)}`, mark])));
    const ballots = async () => `/votes/${(await latest()).id}/ballots`;
    const type = async (person: Person, fields: Fields) => person.fill(await ballots(), fields);
    const held = async () =>
      (await house.rows.findBy(VoteBallot, { voteId: (await latest()).id })).filter(
        ({ endedAt }) => !endedAt,
      );

    it('begins on the first day', async () => {
      const seen = await type(worker, { ...(await marks(['101'], 'yes')), batchOn: '2026-04-01' });
      expectRefused(seen, '1号楼 1单元 101：收到日期 2026年4月1日 早于表决开始的 2026年4月16日，请核对');
      await house.goOn('2026-04-18T09:00:00+08:00', worker, manager);
    });

    it('writes a choice for each door, with the day of the batch', async () => {
      const fields = { ...(await marks(['101', '102', '103'], 'yes')), ...(await marks(['104'], 'no')) };
      expect((await type(worker, fields)).status).toBe(303);
      const written = await held();
      expect(written.map(({ mark, receivedOn }) => [mark, receivedOn])).toEqual([
        ['yes', '2026-04-18'],
        ['yes', '2026-04-18'],
        ['yes', '2026-04-18'],
        ['no', '2026-04-18'],
      ]);
      const again = await type(worker, {});
      expect([again.status, (await held()).length]).toEqual([303, 4]);
      expect(await house.rows.countBy(AuditEntry, { action: 'ballots.typed' })).toBe(1);
    });

    it.each<[string, (line: string) => Fields, string]>([
      [
        'an invalid one without a reason',
        (line) => ({ [`mark.${line}`]: 'invalid' }),
        '选了「无效」请选原因',
      ],
      [
        'a day that is none',
        (line) => ({ [`mark.${line}`]: 'yes', [`receivedOn.${line}`]: '2026-02-30' }),
        '「收到日期」不是一个日期',
      ],
      [
        'a day to come',
        (line) => ({ [`mark.${line}`]: 'yes', [`receivedOn.${line}`]: '2026-04-19' }),
        '收到日期不能晚于今天',
      ],
      ['a proxy without a choice', (line) => ({ [`proxy.${line}`]: 'yes' }), '请选择同意、反对、弃权或无效'],
      [
        'a paper without a proxy',
        (line) => ({ [`mark.${line}`]: 'yes', [`authorisedOn.${line}`]: '2026-04-17' }),
        '请同时勾「代理」',
      ],
      [
        'no day at all',
        (line) => ({ [`mark.${line}`]: 'yes', batchOn: '' }),
        '请填写收到日期，或在上面填这批票的收到日期',
      ],
    ])('refuses %s beside its door, and keeps the other lines', async (_, fields, sentence) => {
      const line = await lineOf('201');
      const other = await lineOf('202');
      const seen = await type(worker, { ...fields(line), [`mark.${other}`]: 'abstain' });
      expectRefused(seen, `1号楼 1单元 201：`);
      expect(seen.text).toContain(sentence);
      const kept = seen.page.querySelector(`[name="mark.${other}"][value=abstain]`);
      expect(kept?.hasAttribute('checked')).toBe(true);
      expect((await held()).length).toBe(4);
    });

    it('refuses a ballot of a door that does not vote here, and loses nothing', async () => {
      const seen = await type(worker, { 'mark.99999-1': 'yes', ...(await marks(['201'], 'no')) });
      expectRefused(seen, '有一行不在这次表决的业主名册里，别的楼院、别的表决的票不能录在这里');
      const kept = seen.page.querySelector(`[name="mark.${await lineOf('201')}"][value=no]`);
      expect(kept?.hasAttribute('checked')).toBe(true);
      expect((await held()).length).toBe(4);
    });

    it('says which door two people typed at once, and what is stored; other doors do not collide', async () => {
      const line = await lineOf('201');
      const page = await manager.get(await ballots());
      const onceKey = onceKeyIn(page.page);
      expect((await type(worker, await marks(['201'], 'yes'))).status).toBe(303);
      const late = { [`seen.${line}`]: '', [`mark.${line}`]: 'no', batchOn: '2026-04-18', onceKey };
      const seen = await manager.post(await ballots(), late);
      expectRefused(seen, '1号楼 1单元 201 的票刚被别人录过。您的内容还在下面');
      expect(seen.text).toContain('现在存的是：同意，2026年4月18日 收到');
      expect(seen.page.querySelector(`[name="mark.${line}"][value=no]`)?.hasAttribute('checked')).toBe(true);
      const other = await lineOf('202');
      const free = { [`seen.${other}`]: '', [`mark.${other}`]: 'yes', batchOn: '2026-04-18', onceKey };
      await taken(manager.post(await ballots(), free));
    });

    it('corrects a ballot by a new one and takes one back; what was typed before stays', async () => {
      const line = await lineOf('201');
      await type(worker, { [`mark.${line}`]: 'no' });
      const all = await house.rows.findBy(VoteBallot, { ownerId: Number(line.split('-')[0]) });
      expect(all.map(({ mark, endedAt, replacesId }) => [mark, endedAt !== null, replacesId])).toEqual([
        ['yes', true, null],
        ['no', false, all[0].id],
      ]);
      await type(worker, { [`mark.${line}`]: undefined });
      expect((await held()).some(({ ownerId }) => ownerId === all[0].ownerId)).toBe(false);
      await type(worker, await marks(['201'], 'yes'));
    });

    it('a second ballot of an owner: the same counts once, a contradicting one spoils both', async () => {
      const next = await type(worker, { again: (await lineOf('101')).split('-')[0] });
      expect(next.location).toContain('again=');
      const line = await lineOf('101', 2);
      const page = `${await ballots()}?again=${line.split('-')[0]}`;
      const second = await worker.fill(page, { [`mark.${line}`]: 'yes' });
      expect(second.status).toBe(303);
      expect((await worker.get(await ballots())).text).toContain('不计：重复投票');
      await type(worker, { [`mark.${line}`]: 'no' });
      const { text } = await worker.get(await ballots());
      expect(text.match(/不计：重复投票/g)?.length).toBe(2);
      await type(worker, { [`mark.${line}`]: undefined });
      expect((await worker.get(await ballots())).text).not.toContain('重复投票');
    });

    it('a proxy without a written authorisation does not count, with one it does', async () => {
      const line = await lineOf('203');
      await type(worker, { [`mark.${line}`]: 'yes', [`proxy.${line}`]: 'yes' });
      expect((await worker.get(await ballots())).text).toContain('不计：代理没有书面委托');
      await type(worker, { [`authorisedOn.${line}`]: '2026-04-17' });
      expect((await worker.get(await ballots())).text).not.toContain('没有书面委托');
    });

    it('what is missing to which threshold is said at every moment', async () => {
      await type(worker, await marks(['204', '301', '302', '303', '304', '401', '402'], 'no'));
      // So far 6 say yes and 8 say no.
      const { id } = await latest();
      expect((await worker.get(`/votes/${id}`)).text).toContain(
        '参与还差 5 人、278.00 ㎡ 同意还差 3 人、120.01 ㎡',
      );
      await type(worker, await marks(['403', '404', '501', '502'], 'yes'));
      expect((await worker.get(`/votes/${id}`)).text).toContain('参与还差 1 人、38.00 ㎡');
      await type(worker, await marks(['503'], 'yes'));
      const { text } = await worker.get(`/votes/${id}`);
      expect(text).toContain('3×19 人 = 57 ≥ 2×28 人 = 56');
      expect(text).toContain('2×660.00 ㎡ = 1320 > 1140.00 ㎡');
      expect(text).toContain('现在的票已达到各项要求，到截止日以后才计票');
    });

    it('is not counted before its last day, and not with ballots nobody looked at', async () => {
      const { id } = await latest();
      const early = await worker.post(`/votes/${id}/closings`, {
        watchers: 'owner',
        counters: 'community-worker',
        version: '1',
        onceKey: randomUUID(),
      });
      expectRefused(early, '还有 9 个业主没有交回，截止日是 2026年4月26日，到那天才能计票');
      await house.goOn('2026-04-27T09:00:00+08:00', worker, manager);
      expect((await worker.get('/work')).text).toContain('「使用维修资金修屋面」已截止，该计票了');
      const { page } = await worker.get(`/votes/${id}/close`);
      const version = page.querySelector('input[name=version]')!.getAttribute('value')!;
      const late = await lineOf('504');
      expect(
        (await type(manager, { [`mark.${late}`]: 'yes', [`receivedOn.${late}`]: '2026-04-27' })).status,
      ).toBe(303);
      expect((await manager.get(await ballots())).text).toContain('不计：截止后收到');
      const counted = { watchers: 'owner', counters: ['community-worker', 'building-lead'] };
      const form = { ...counted, version, onceKey: randomUUID() };
      expectRefused(await worker.post(`/votes/${id}/closings`, form), '这条记录刚被别人改过');
      expectRefused(await worker.fill(`/votes/${id}/close`, { watchers: [] }), '请选择「监票人」，至少一项');
    });

    it('is counted, sealed and frozen', async () => {
      const { id } = await latest();
      const form = { watchers: 'owner', counters: ['community-worker', 'building-lead'] };
      await taken(worker.fill(`/votes/${id}/close`, form));
      const vote = await latest();
      expect(vote).toMatchObject({ state: 'closed', outcome: 'passed', ruleCode: 'civil-code-ordinary' });
      expect(vote.digest).toMatch(/^[0-9a-f]{64}$/);
      expect((await worker.get(`/votes/${id}`)).text).toContain('与计票时一致');
      const line = await lineOf('601');
      const writes: [string, Fields][] = [
        [`/votes/${id}`, { ...sheet, version: String(vote.version) }],
        [`/votes/${id}/openings`, { version: String(vote.version), onceKey: randomUUID() }],
        [`/votes/${id}/closings`, { ...form, version: String(vote.version), onceKey: randomUUID() }],
        [
          `/votes/${id}/cancellations`,
          { reason: '重来', version: String(vote.version), onceKey: randomUUID() },
        ],
        [
          `/votes/${id}/ballots`,
          { [`seen.${line}`]: '', [`mark.${line}`]: 'no', batchOn: '2026-04-27', onceKey: 'z'.repeat(20) },
        ],
      ];
      for (const [path, fields] of writes)
        expect([path, (await worker.post(path, fields)).status]).toEqual([path, 422]);
      expect((await latest()).version).toBe(vote.version);
      expect(await held()).toHaveLength(20);
    });

    it('a change behind its back is seen', async () => {
      const { id } = await latest();
      const [ballot] = await held();
      const forge = (mark: 'yes' | 'no') =>
        write(house.app, (tx) => tx.update(VoteBallot, { id: ballot.id }, { mark }));
      await forge('no');
      expect((await worker.get(`/votes/${id}`)).text).toContain('与计票时不一致，请报系统管理员核查');
      await forge('yes');
      expect((await worker.get(`/votes/${id}`)).text).toContain('与计票时一致');
    });
  });

  describe('afterwards', () => {
    it('the computation is printed line by line, without a door', async () => {
      const { id } = await latest();
      const { text, html } = await worker.get(`/votes/${id}/computation`);
      for (const line of [
        '民法典 §278，2021年1月1日 起施行',
        '28 户，一个业主有多户的按 1 人计，共 28 人、1677.00 ㎡',
        '参与表决的人数占 67.85%，要求三分之二以上：3×19 人 = 57 ≥ 2×28 人 = 56',
        '通过',
      ])
        expect(text).toContain(line);
      expect(text).toContain((await latest()).digest!);
      expect(html).not.toContain('1单元 101');
    });

    it('each ballot is read by the office alone, for owners who inspect the record', async () => {
      const { id } = await latest();
      expect((await worker.get(`/votes/${id}/inspection`)).text).toContain(
        '1号楼 1单元 104 60.00 ㎡ 登记簿 反对',
      );
      const auditor = await house.person('auditor');
      expect((await auditor.get(`/votes/${id}/inspection`)).status).toBe(403);
      const list = await auditor.get(`/votes/${id}/ballots`);
      expect(list.text).toContain('已交回');
      expect(list.page.querySelectorAll('input[type=radio]').length).toBe(0);
      expect(list.text).not.toContain('反对');
    });

    it('the result waits to be posted within three days, then is posted', async () => {
      const { id } = await latest();
      expect((await worker.get('/work')).text).toContain('「使用维修资金修屋面」的结果还没有公示');
      const form = { places: 'gate-board', step: 'post' };
      await worker.fill(`/votes/${id}/notices/new`, form, `/votes/${id}/notices`);
      expect((await worker.get('/work')).text).not.toContain('结果还没有公示');
      const { text } = await worker.get(`/votes/${id}`);
      expect(text).toContain('「使用维修资金修屋面」表决结果公示');
      expect(text).toContain('结果已公示');
    });

    it('residents read totals, and nothing of a door', async () => {
      const votes = await house.app.get(VoteTotals).publicVotes(ids.renovationId);
      expect(votes).toMatchObject([
        {
          title: '使用维修资金修屋面',
          part: null,
          total: { persons: 28, area: 167_700 },
          taken: { persons: 19, area: 114_000 },
          result: { passed: true, counts: { yes: { persons: 11 }, no: { persons: 8 } } },
        },
      ]);
      expect(JSON.stringify(votes)).not.toMatch(/单元|10[1-4]/);
      const passed = await house.app.get(VoteTotals).passedMatters(ids.renovationId);
      expect(passed).toMatchObject([
        { matter: 'fund-use', closedOn: '2026-04-27', scope: { kind: 'compound' } },
      ]);
    });

    it('the layer and the history of a door say that it voted, never how', async () => {
      const layer = house.app
        .get(DoorLayers)
        .all()
        .find(({ key }) => key === 'vote')!;
      const marks = await layer.marks(ids.compoundId, ids.renovationId);
      const doors = await doorIds();
      expect(marks.get(doors.get('101')!)).toEqual({ state: 'done', word: '已投' });
      expect(marks.get(doors.get('701')!)).toEqual({ state: 'idle', word: '未投' });
      const history = await layer.history!(doors.get('104')!);
      expect(history).toMatchObject([{ on: '2026-04-18', what: expect.stringContaining('表决票已交回') }]);
      expect(JSON.stringify(history)).not.toContain('反对');
    });

    it('the record names no choice', async () => {
      const entries = await house.rows.findBy(AuditEntry, { subjectKind: 'vote' });
      expect(entries.length).toBeGreaterThan(8);
      expect(JSON.stringify(entries)).not.toMatch(/"(yes|no|abstain)"|同意|反对|弃权/);
    });
  });

  it('a vote of 2018 is judged by the rule of 2018', async () => {
    const old = {
      ...sheet,
      title: '2018年使用维修资金',
      noticePostedOn: '2018-05-10',
      opensOn: '2018-06-01',
      closesOn: '2018-06-08',
    };
    await taken(worker.fill(`${tab}/new`, old, tab));
    const { id } = await latest();
    await taken(worker.fill(`/votes/${id}/open`, {}));
    const doors = await house.rows.find(VoteRosterDoor, { where: { voteId: id }, order: { id: 'ASC' } });
    const yes = (count: number): Fields =>
      Object.fromEntries(doors.slice(0, count).map(({ ownerId }) => [`mark.${ownerId}-1`, 'yes']));
    await worker.fill(`/votes/${id}/ballots`, { ...yes(18), batchOn: '2018-06-08' });
    const running = await worker.get(`/votes/${id}`);
    expect(running.text).toContain('全部业主的人数和面积都三分之二以上同意（物权法 §76（待核））');
    expect(running.text).toContain('同意还差 1 人、38.00 ㎡');
    await worker.fill(`/votes/${id}/ballots`, { ...yes(19), batchOn: '2018-06-08' });
    await worker.fill(`/votes/${id}/close`, { watchers: 'owner', counters: 'community-worker' });
    expect(await latest()).toMatchObject({ outcome: 'passed', ruleCode: 'property-law-two-thirds' });
  });

  it('a vote that is called off keeps its reason and counts nowhere', async () => {
    const { buildingId } = await house.rows.findOneByOrFail(Dwelling, { compoundId: ids.compoundId });
    const lift = { ...sheet, title: '1单元加装电梯', matter: 'rebuild', scope: `unit:${buildingId}:1` };
    await worker.fill(`${tab}/new`, lift, tab);
    const { id } = await latest();
    await worker.fill(`/votes/${id}/open`, {});
    expect((await worker.get(`/votes/${id}`)).text).toContain('河南省物业管理条例 §59');
    expectRefused(await worker.fill(`/votes/${id}/cancel`, { reason: '' }), '请填写「取消原因」');
    await taken(worker.fill(`/votes/${id}/cancel`, { reason: '方案有变，另行表决' }));
    expect((await worker.get(`/votes/${id}`)).text).toContain('取消：方案有变，另行表决');
    expect((await house.app.get(VoteTotals).publicVotes(ids.renovationId)).length).toBe(2);
  });

  it('the database knows no ballot of an owner of another vote, and no count without its digest', async () => {
    const [first, other] = await house.rows.find(Vote, { order: { id: 'ASC' }, take: 2 });
    const owner = await house.rows.findOneByOrFail(VoteOwner, { voteId: other.id });
    const ballot = {
      ...{ voteId: first.id, ownerId: owner.id, mark: 'yes' as const, receivedOn: '2026-04-18' },
      ...{ recordedBy: 1, recordedAt: '2026-04-18T01:00:00Z' },
    };
    const forgeries: ((tx: EntityManager) => Promise<unknown>)[] = [
      (tx) => tx.insert(VoteBallot, ballot),
      (tx) => tx.update(Vote, { id: first.id }, { digest: null }),
      (tx) => tx.update(Vote, { id: first.id }, { state: 'open' }),
      (tx) => tx.update(Vote, { id: first.id }, { closesOn: '2026-01-01' }),
      (tx) => tx.update(OwnerEntry, { compoundId: ids.compoundId }, { area: 0 }),
      (tx) => tx.delete(Dwelling, { compoundId: ids.compoundId }),
    ];
    for (const forge of forgeries) await expect(write(house.app, forge)).rejects.toThrow(/constraint/i);
  });

  describe('who may come', () => {
    const everyPath = async () => {
      const { id } = (await house.rows.find(Vote, { order: { id: 'ASC' }, take: 1 }))[0];
      const [version, onceKey] = ['1', 'k'.repeat(20)];
      const notice = {
        title: 'a',
        body: 'b',
        places: 'online',
        postedOn: '2026-04-27',
        endsOn: '2026-04-28',
      };
      return {
        reads: [
          ownersPage,
          tab,
          `${tab}/new`,
          ...['', '/edit', '/open', '/close', '/cancel', '/ballots', '/notices/new'].map(
            (end) => `/votes/${id}${end}`,
          ),
          ...['computation', 'inspection', 'paper', 'sign-sheet'].map((print) => `/votes/${id}/${print}`),
        ],
        writes: [
          [ownersPage, { version, onceKey }],
          [tab, { ...sheet, onceKey }],
          [`/votes/${id}`, { ...sheet, version }],
          [`/votes/${id}/openings`, { version, onceKey }],
          [`/votes/${id}/closings`, { watchers: 'owner', counters: 'owner', version, onceKey }],
          [`/votes/${id}/cancellations`, { reason: 'a', version, onceKey }],
          [`/votes/${id}/ballots`, { onceKey }],
          [`/votes/${id}/notices`, { ...notice, step: 'post', onceKey }],
        ] as Post[],
      };
    };
    it.each(['foreign-manager', 'foreign-worker', 'neighbour'])(
      'for %s nothing of it is there',
      async (login) => {
        const { reads, writes } = await everyPath();
        const person = await house.person(login);
        await expectEach(person, 404, { reads, writes });
        await expectEach(person, 404, { writes: pathsOf(writes) });
      },
    );

    it.each(['builder', 'watcher', 'admin'])('%s sees no door, no ballot, no vote', async (login) => {
      await expectEach(await house.person(login), 403, await everyPath());
    });

    it.each(['officer', 'auditor'])('%s reads and writes nothing', async (login) => {
      const person = await house.person(login);
      const { writes } = await everyPath();
      expect((await person.get(tab)).page.querySelectorAll('main form').length).toBe(0);
      expect((await person.get(ownersPage)).page.querySelectorAll('main input').length).toBe(0);
      await expectEach(person, 403, { writes });
    });
  });

  it('once the renovation is over nothing is voted on any more', async () => {
    await closeRenovation(house.app, ids.renovationId, '2026-04-27');
    expectRefused(await worker.post(tab, { ...sheet, onceKey: 'q'.repeat(20) }), '改造已办结，表决不能再改');
    expect((await worker.open(`${tab}/new`)).text).toContain('改造已办结，表决不能再改');
  });
});
