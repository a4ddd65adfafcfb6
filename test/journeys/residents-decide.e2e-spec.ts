import { In } from 'typeorm';
import { Organisations } from '../../src/access/organisations.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Dwelling } from '../../src/compounds/door.entities';
import { Renovation, RenovationParty } from '../../src/compounds/renovation.entities';
import type { MeetingKind } from '../../src/domain/meeting/meeting-kinds';
import { StoredFile } from '../../src/files/stored-file.entity';
import { Meeting } from '../../src/meetings/meeting.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { OwnerEntry } from '../../src/votes/owner.entities';
import { Vote, VoteBallot, VoteRosterDoor } from '../../src/votes/vote.entities';
import { WishRecord } from '../../src/wishes/wish.entities';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { putUpDoors } from '../support/doors';
import { expectRefused, taken } from '../support/pages';
import { jpeg, paper } from '../support/papers';
import { Fields, Person, Seen } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { refusal } from '../support/refusals';
import { openedRenovation } from '../support/renovation';
import { newest } from '../support/rows';

const yard = '/compounds/fl106';
const desk = `${yard}/stages`;

/** Ground floor rooms that are shops: they vote as owners, and are no households. */
const shops = ['101', '102', '103'];

/** Words of residents, and what the offices noted of them: no firm and no stranger may find one of these. */
const said = {
  call: '等儿子回来再定',
  wish: '老伴坐轮椅，紫藤架下要过得去',
  objection: '充电桩夜里嗡嗡响，我神经衰弱',
};

/** The same as everybody may read it. */
const told = { wish: '老紫藤留下，架下过得去轮椅', objection: '充电桩离窗太近，夜里吵' };

/** What somebody pastes from a word processor, and how it is read. */
const pasted = '一、先清杂物\u000b二、再修\u00a0院路\u00ad；\u200b三、最后粉刷';
const asRead = '一、先清杂物\n二、再修 院路；三、最后粉刷';

describe('the residents of 丰乐路106号院 decide', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let visitor: Person;
  const doors = new Map<string, number>();
  const doorsBeside = new Map<string, number>();

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01T09:00:00+08:00' });
    ids = await openedRenovation(house.app, { stage: 'consultation', track: 'district' });
    const renovation = { stage: 'consultation', track: 'micro' } as const;
    const beside = await givenYard(house.app, { code: 'fl108', name: '丰乐路108号院', renovation });
    const { id: organisationId } = (await house.app.get(Organisations).byCode(places.watcher))!;
    const supervisor = { organisationId, role: 'supervisor', fromOn: '2026-03-01' } as const;
    await write(house.app, (tx) =>
      tx.insert(RenovationParty, { ...supervisor, renovationId: ids.renovationId }),
    );
    [worker, manager, visitor] = await Promise.all([
      house.person('worker'),
      house.person('manager'),
      house.person(),
    ]);
    for (const code of ['fl106', 'fl108']) await putUpDoors(worker, code);
    await note(ids.compoundId, doors);
    await note(beside.compoundId, doorsBeside);
    for (const room of shops)
      await taken(worker.fill(`/dwellings/${doors.get(room)}`, { use: 'business', step: 'change' }));
  });
  afterAll(() => house.close());

  const note = async (compoundId: number, rooms: Map<string, number>) => {
    for (const { id, roomNo } of await house.rows.findBy(Dwelling, { compoundId })) rooms.set(roomNo, id);
  };
  const refuse = <Typed extends Fields>(typed: Typed, post: (typed: Typed) => Promise<Seen>) =>
    refusal(house.db, typed, post);
  /** What everybody reads about the compound. */
  const publicText = async () => (await visitor.get('/c/fl106')).text;
  const latest = <Row extends { id: number }>(table: new () => Row) => newest(house.rows, table);
  const hang = async (noticeId: number) =>
    taken(
      worker.fill(`/notices/${noticeId}`, { near: await jpeg('近景.jpg') }, `/notices/${noticeId}/photos`),
    );
  /** The gates of a compound at its stage desk: text of the gate, and its word. */
  const gates = async (code = 'fl106') => {
    const lines = (await manager.get(`/compounds/${code}/stages`)).page.querySelectorAll('.gates li');
    return lines.map(
      (line) =>
        `${line.querySelector('.st')!.textContent.trim()} ${line.querySelector('.gate-text')!.textContent}`,
    );
  };
  const meeting = (kind: MeetingKind) => house.rows.findOneByOrFail(Meeting, { kind });
  const item = (name: string) =>
    house.rows.findOneOrFail(PlanItemRecord, { where: { name }, order: { id: 'DESC' } });
  const fixPage = async () =>
    (await manager.get(`/plan-versions/${(await latest(PlanVersion)).id}/fix`)).text;

  it('at the beginning every matter of the residents is missing, and everybody reads that opinions are asked', async () => {
    const missing = (await gates()).filter((line) => line.startsWith('缺'));
    for (const matter of [
      ...['居民代表会议已召开', '意愿征询到户比例达到', '三项意愿分别记录', '征询结果已在院内公布'],
      ...['征得 80% 以上居民同意', '改造内容清单已选定', '方案图或改造效果图', '工期、施工影响'],
      ...['后续管理模式草案', '公示满 7 天', '异议都有答复'],
    ])
      expect(missing).toContainEqual(expect.stringContaining(matter));
    expect(await publicText()).toContain('意见还在征询');
  });

  describe('the meetings', () => {
    const planned = {
      ...{ title: '商议改造内容', plannedFrom: '19:00', plannedTo: '20:30', place: 'yard' },
      ...{ chair: '社区书记', recorder: '社区工作人员', own: '看效果图', postedOn: '2026-04-01' },
      ...{ places: ['gate-board', 'unit-door'] },
    };
    const plan = (kind: string) => (typed: Fields) => worker.fill(`${yard}/meetings/new?kind=${kind}`, typed);
    /** The thirteen rows of who came: 24 of 28 representatives. */
    const came: Fields = {
      attendanceExpected: ['28', ...Array<string>(12).fill('')],
      attendancePresent: ['24', ...Array<string>(12).fill('')],
      attendanceWho: ['各层居民代表', ...Array<string>(12).fill('')],
    };
    const record = async (typed: Fields, kind: MeetingKind = 'representatives') =>
      worker.fill(`/meetings/${(await meeting(kind)).id}/minutes`, typed);

    it('of all owners: before the notice period it is told the earliest day; an end before the start too', async () => {
      const early = { ...planned, plannedOn: '2026-04-15' };
      expect(await refuse(early, plan('owners'))).toContain('最早 2026年4月16日召开');
      const backwards = { ...planned, plannedOn: '2026-04-16', plannedTo: '18:30' };
      expect(await refuse(backwards, plan('owners'))).toContain('「结束时间」要晚于「开始时间」');
      expect(await publicText()).not.toContain('业主共同决定通知');
      const owners = { ...planned, title: '表决改建车棚', plannedOn: '2026-04-16' };
      await taken(plan('owners')(owners));
      expect(await publicText()).toContain('业主共同决定通知：表决改建车棚');
    });

    it('of representatives: three days of notice, and no minutes before it was held', async () => {
      const early = { ...planned, plannedOn: '2026-04-03' };
      expect(await refuse(early, plan('representatives'))).toContain('最早 2026年4月4日召开');
      await taken(plan('representatives')({ ...planned, plannedOn: '2026-04-04' }));
      const future = { ...came, minutes: pasted, decisionText: ['先清杂物', ''], press: 'finish' };
      const sentence = await refuse({ ...future, minutes: '提前写好的纪要' }, record);
      expect(sentence).toContain('会议 2026年4月4日 19:00 才开始，开过以后再记纪要');
    });

    it('representatives carry no matter of the owners, nor a decision of 5,000 characters', async () => {
      await house.goOn('2026-04-05T09:00:00+08:00', worker, manager);
      const owners = {
        ...came,
        ...{ decisionText: ['北墙绿地改成车棚，装经营性充电桩', '先清杂物'], decisionYes: ['24', '24'] },
        ...{ decisionMatter: ['change-of-use', 'consultation'], minutes: '都同意', press: 'finish' },
      };
      const sentence = await refuse(owners, record);
      expect(sentence).toContain('第 1 条议定事项「改变共有部分用途');
      expect(sentence).toContain('由业主共同决定，居民代表会议不能决定。请到「表决」发起业主共同决定');
      const long = { ...came, decisionText: ['议'.repeat(5000), ''], minutes: '太长', press: 'save' };
      expect(await refuse(long, record)).toContain('「议定内容」最多 2000 个字，现在是 5000 个');
    });

    it('nor do the four parties, who never count', async () => {
      const joint = { ...planned, title: '四方碰面', plannedOn: '2026-04-05', plannedFrom: '08:00' };
      await taken(plan('four-party')({ ...joint, plannedTo: '08:40' }));
      const fund = {
        ...{ attendancePresent: ['3', '2', '1', '5', ...Array<string>(9).fill('')], press: 'finish' },
        ...{ decisionText: ['用维修资金修屋面', ''], decisionMatter: ['fund-use', 'consultation'] },
        minutes: '四方都同意',
      };
      const sentence = await refuse(fund, (typed) => record(typed, 'four-party'));
      expect(sentence).toContain('由业主共同决定，四方联席会不能决定');
    });

    it('what was pasted from a word processor is kept as it reads, and published after a last look', async () => {
      const typed: Fields = {
        ...came,
        ...{ decisionText: [pasted, ''], decisionMatter: ['consultation', 'consultation'] },
        ...{ decisionYes: ['22', ''], decisionNo: ['2', ''], decisionAbstain: ['0', ''] },
        ...{ pointText: ['量车棚尺寸', ''], pointAnswers: ['community', 'community'] },
        ...{ pointDueOn: ['2026-04-10', ''], minutes: `${pasted}\n联系人电话 138 0000 1234，201室不同意` },
        ...{ press: 'finish', signIn: await jpeg('签到表.jpg') },
      };
      await taken(record(typed));
      const { id, minutes } = await meeting('representatives');
      expect(minutes).toBe(`${asRead}\n联系人电话 138 0000 1234，201室不同意`);
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.html).toContain('二、再修 院路；三、最后粉刷');
      const publication = `/meetings/${id}/publication`;
      const preview = await worker.fill(publication, { step: 'preview' });
      expect(preview.text).toContain('已隐去 1 处电话、1 处门牌');
      expect((await visitor.get('/c/fl106')).html).not.toContain('先清杂物');
      await taken(worker.fill(publication, { step: 'post' }));
      const read = await visitor.get('/c/fl106');
      expect(read.page.querySelector('#decided')!.structuredText).toContain('一、先清杂物');
      expect((await visitor.get('/c/fl106/meetings/2')).text).not.toMatch(/138|201室/);
      expect(await gates()).toContainEqual(expect.stringMatching(/^已具备 居民代表会议已召开/));
    });
  });

  describe('the vote', () => {
    const sheet = {
      ...{
        title: '北墙绿地改建车棚',
        question: '北墙绿地改建为公共车棚，装 30 组充电桩。',
        scope: 'compound',
      },
      ...{ matter: 'change-of-use', form: 'meeting', opensOn: '2026-04-16', closesOn: '2026-04-16' },
    };
    const roster = (typed: Fields) => worker.fill(`${yard}/owners`, typed);
    /** 24 dwellings of 60 ㎡, four of 59.25 ㎡: 1677 ㎡. */
    const areas = (change: Record<string, string> = {}): Fields =>
      Object.fromEntries(
        [...doors].map(([room, id]) => [
          `area.${id}`,
          change[room] ?? (room.startsWith('7') ? '59.25' : '60'),
        ]),
      );
    const vote = async () => `/votes/${(await latest(Vote)).id}`;
    /** The line of the first ballot of a door. */
    const lineOf = async (room: string) => {
      const at = { voteId: (await latest(Vote)).id, dwellingId: doors.get(room)! };
      return `${(await house.rows.findOneByOrFail(VoteRosterDoor, at)).ownerId}-1`;
    };
    const marks = async (mark: string, rooms: string[]): Promise<Fields> =>
      Object.fromEntries(await Promise.all(rooms.map(async (room) => [`mark.${await lineOf(room)}`, mark])));
    const type = async (typed: Fields) => worker.fill(`${await vote()}/ballots`, typed);
    const held = () => house.rows.count(VoteBallot);

    it('is prepared on a roster without a door of elsewhere and without an area of 0', async () => {
      expect(await refuse(areas({ 104: '0' }), roster)).toContain('1号楼 1单元 104：面积不能是 0');
      const stranger = { [`area.${doorsBeside.get('101')}`]: '60' };
      const seen = await worker.fill(`${yard}/owners`, {
        ...areas(),
        ...stranger,
        [`source.${doorsBeside.get('101')}`]: 'register',
      });
      expectRefused(seen, '有一行不是本院的门户');
      expect(await house.rows.count(OwnerEntry)).toBe(0);
      await taken(roster(areas()));
      expect((await worker.get(`${yard}/owners`)).text).toContain('1677.00 ㎡');
    });

    it('does not end before it begins, and is announced after a last look', async () => {
      const add = (typed: Fields) => worker.fill(`${yard}/votes/new`, typed, `${yard}/votes`);
      const { id: meetingId } = await meeting('owners');
      const linked = { ...sheet, meetingId: String(meetingId), noticePostedOn: '2026-04-01' };
      const backwards = { ...linked, closesOn: '2026-04-15' };
      expect(await refuse(backwards, add)).toContain('截止日期 2026年4月15日 早于开始日期 2026年4月16日');
      await taken(add(linked));
      expect(await publicText()).not.toContain(sheet.title);
      await house.goOn('2026-04-16T19:00:00+08:00', worker, manager);
      await taken(worker.fill(`${await vote()}/open`, {}));
      expect(await publicText()).toContain(`请交表决票：${sheet.title}`);
    });

    it('at 14 of 19 it is not passed; one more yes makes exactly three quarters of persons and of area', async () => {
      const floors = ['1', '2', '3', '4', '5'].flatMap((floor) =>
        [1, 2, 3, 4].map((door) => `${floor}0${door}`),
      );
      const [yes, last, no] = [floors.slice(0, 14), floors.slice(14, 15), floors.slice(15)];
      await taken(type({ ...(await marks('yes', yes)), ...(await marks('no', no)), batchOn: '2026-04-16' }));
      const short = (await worker.get(await vote())).text;
      expect(short).toContain('4×14 人 = 56 < 3×19 人 = 57');
      expect(short).toContain('同意还差 1 人');
      await taken(type({ ...(await marks('yes', last)), batchOn: '2026-04-16' }));
      const exact = (await worker.get(await vote())).text;
      expect(exact).toContain('4×15 人 = 60 ≥ 3×20 人 = 60');
      expect(exact).toContain('4×900.00 ㎡ = 3600 ≥ 3×1200.00 ㎡ = 3600');
      expect(exact).toContain('现在的票已达到各项要求');
      expect(await publicText()).not.toMatch(/15 人|900 ㎡/);
    });

    it('a ballot of another compound is refused, and the one typed beside it stays', async () => {
      const typed = { ...(await marks('abstain', ['601'])), batchOn: '2026-04-16' };
      const sentence = await refuse(typed, (own) => type({ ...own, 'mark.99999-1': 'yes' }));
      expect(sentence).toContain('别的楼院、别的表决的票不能录在这里');
    });

    it('is counted and frozen: every later write is refused', async () => {
      const counted = { watchers: ['owner'], counters: ['community-worker', 'building-lead'] };
      await taken(worker.fill(`${await vote()}/close`, counted));
      const { id, version, outcome, digest } = await latest(Vote);
      expect([outcome, digest?.length]).toEqual(['passed', 64]);
      const ballots = await held();
      const version1 = String(version);
      const writes: [string, Fields][] = [
        ['', { ...sheet, version: version1 }],
        ['/openings', { version: version1 }],
        ['/closings', { ...counted, version: version1 }],
        ['/cancellations', { reason: '重新表决', version: version1 }],
        ['/ballots', { [`mark.${await lineOf('601')}`]: 'no', batchOn: '2026-04-16' }],
      ];
      const onceKey = 'f'.repeat(20);
      for (const [path, typed] of writes) {
        const seen = await worker.post(`/votes/${id}${path}`, { ...typed, ...(path && { onceKey }) });
        expect([path, seen.status, /已计票/.test(seen.text)]).toEqual([path, 422, true]);
      }
      expect([await held(), (await latest(Vote)).version]).toEqual([ballots, version]);
    });

    it('its computation is printed line by line, and everybody reads totals, nobody a ballot', async () => {
      const sheetText = (await worker.get(`${await vote()}/computation`)).text;
      for (const line of ['4×15 人 = 60 ≥ 3×20 人 = 60', '4×900.00 ㎡ = 3600 ≥ 3×1200.00 ㎡ = 3600', '通过'])
        expect(sheetText).toContain(line);
      expect(sheetText).not.toMatch(/单元/);
      const notice = `${await vote()}/notices`;
      const form = { places: ['gate-board', 'unit-door'], step: 'preview' };
      const preview = await worker.fill(`${notice}/new`, form, notice);
      expect(preview.text).toContain('居民将看到');
      await taken(worker.fill(`${notice}/new`, { ...form, step: 'post' }, notice));
      const read = await visitor.get('/c/fl106');
      const rows = read.page.querySelectorAll('.tally tbody tr').map(({ textContent }) => textContent);
      expect(rows).toEqual([
        '同意15 人 75.00%900 ㎡ 75.00%',
        '反对5 人 25.00%300 ㎡ 25.00%',
        '弃权0 人 0.00%0 ㎡ 0.00%',
      ]);
    });
  });

  describe('the households', () => {
    const sheet = `${yard}/evening-sheet`;
    const publication = `${yard}/households/publication`;
    const callers = ['community-worker', 'building-lead'];
    const homes = () => [...doors.keys()].filter((room) => !shops.includes(room)).sort();
    const agree = (rooms: string[]): Fields =>
      Object.fromEntries(
        rooms.flatMap((room) =>
          ['renovation', 'removal', 'fee'].map((question) => [`${question}.${doors.get(room)}`, 'agree']),
        ),
      );

    it('answer on an evening sheet: what is wrong in one row keeps all others', async () => {
      await house.goOn('2026-04-17T21:00:00+08:00', worker, manager);
      const typed = { callers, ...agree(['201', '202']), [`note.${doors.get('203')}`]: said.call };
      const sentence = await refuse(typed, (own) => worker.fill(sheet, own, sheet));
      expect(sentence).toContain('1号楼 1单元 203：写了备注，请选「到户结果」');
      const foreign = { callers, [`fee.${doorsBeside.get('101')}`]: 'agree' };
      const seen = await worker.fill(sheet, foreign, sheet);
      expectRefused(seen, '不在这个楼院的名册里');
    });

    it('19 of 25 are one too few for 80 %; the twentieth makes it exactly', async () => {
      await taken(worker.fill(sheet, { callers, ...agree(homes().slice(0, 19)) }, sheet));
      const lines = (await manager.get(desk)).text;
      expect(lines).toContain('住宅 25 户，改造方案同意 19 户（76%）');
      expect(lines).toContain('每项要 80% 以上，即 20 户');
      expect(await gates()).toContainEqual(expect.stringMatching(/^缺 意愿征询到户比例/));
      await taken(worker.fill(sheet, { callers, ...agree(homes().slice(19, 20)) }, sheet));
      const met = await gates();
      for (const gate of ['意愿征询到户比例', '改造、拆违、物业费三项意愿', '改造方案和物业管理模式征得'])
        expect(met).toContainEqual(expect.stringMatching(`^已具备 ${gate}`));
      expect(await publicText()).not.toContain('20 户同意');
    });

    it('the meeting of the owners is written down: what it decides stands by the vote, not by hands', async () => {
      const { id } = await meeting('owners');
      const record = {
        ...{ attendancePresent: ['20', '1', ...Array<string>(11).fill('')], heldTo: '20:30' },
        ...{ decisionText: ['北墙绿地改建车棚', ''], decisionMatter: ['change-of-use', 'consultation'] },
        ...{ minutes: '当场发票、收票，唱票见计算过程。', press: 'finish', signIn: await jpeg('签到表.jpg') },
      };
      await taken(worker.fill(`/meetings/${id}/minutes`, record));
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.text).toContain('以表决为准');
    });

    it('the result is posted with a photo; then it is read, as it was posted', async () => {
      const typed = { endsOn: '2026-04-16', places: ['gate-board'], title: '征询结果（改过的标题）' };
      const post = (own: Fields) => worker.fill(publication, { ...own, step: 'post' }, publication);
      expect(await refuse(typed, post)).toContain('早于张贴日期');
      await taken(post({ places: ['gate-board'] }));
      expect(await gates()).toContainEqual(expect.stringMatching(/^缺 征询结果已在院内公布/));
      await hang((await latest(NoticeRecord)).id);
      expect(await gates()).toContainEqual(expect.stringMatching(/^已具备 征询结果已在院内公布/));
      expect(await publicText()).toContain('20 户同意（80%）');
      const refused = { outcome: 'refused', callers: 'street', note: said.call };
      await taken(worker.fill(`/dwellings/${doors.get('704')}/history`, refused));
      expect(await publicText()).toContain('20 户同意（80%）');
    });

    it('a door wishes for its wisteria', async () => {
      const answers = { renovation: 'agree', removal: 'undecided', fee: 'undecided' };
      const long = { ...answers, outcome: 'met', callers: ['street'], wishText: '盼'.repeat(5000) };
      const door = `/dwellings/${doors.get('703')}/history`;
      expect(await refuse(long, (typed) => worker.fill(door, typed))).toContain('现在是 5000 个');
      await taken(worker.fill(door, { ...long, wishText: said.wish, wishKind: 'wish' }));
      expect(await latest(WishRecord)).toMatchObject({ text: said.wish, state: 'open' });
      const wish = `/wishes/${(await latest(WishRecord)).id}`;
      expect(await publicText()).not.toContain('心愿落实了没有');
      await taken(worker.fill(wish, { publicText: told.wish }, `${wish}/public-texts`));
      expect(await publicText()).toContain(told.wish);
    });
  });

  describe('the plan', () => {
    const tab = `${yard}/plan`;
    const add = (typed: Fields) => worker.fill(`${tab}/items/new`, typed);
    const shed = {
      ...{ code: 'I06', name: '公共车棚', quantity: '45', unit: '㎡', place: '北墙', estimated: '36000' },
      ...{ matters: ['change-of-use'], treeWork: 'none' },
    };
    const road = {
      ...{ code: 'B05', name: '院路拓宽', quantity: '40', unit: '米', place: '院门到北墙' },
      treeWork: 'fell',
    };
    const notice = (typed: Fields) => worker.fill(`${tab}/notice`, typed);

    it('is begun; a wish from the door becomes an item of it, and everybody reads its answer', async () => {
      await house.goOn('2026-04-18T09:00:00+08:00', worker, manager);
      await taken(worker.fill(tab, {}, `${tab}/versions`));
      const bad = { ...shed, quantity: '0', note: '院'.repeat(5000) };
      const sentence = await refuse(bad, add);
      expect(sentence).toContain('「数量」只能填大于 0 的数字');
      expect(sentence).toContain('「做法说明」最多 2000 个字，现在是 5000 个');
      const wisteria = { code: 'I02', name: '紫藤架和座椅', quantity: '1', unit: '处', place: '院中' };
      const { id } = await latest(WishRecord);
      await taken(
        add({ ...wisteria, note: pasted, wishes: String(id), answer: '老紫藤保留，架下放两把椅子' }),
      );
      expect((await item(wisteria.name)).note).toBe(asRead);
      expect(await publicText()).toContain('老紫藤保留，架下放两把椅子');
      expect(await publicText()).not.toContain(wisteria.name);
    });

    it('needs a drawing, its sheet, what the owners decide, and the permit for trees', async () => {
      await taken(add(shed));
      await taken(add({ ...shed, name: '加装电梯', code: 'I14', unit: '部', quantity: '1', matters: [] }));
      await taken(add(road));
      const lacking = await fixPage();
      for (const reason of [
        ...['方案还没有公示', '还没有效果图或方案图', '方案说明还缺', '还没有选「改造后怎么管」'],
        ...['「加装电梯」属于', '「院路拓宽」要砍伐树木，还缺许可文号和文件'],
      ])
        expect(lacking).toContain(reason);
      expect(lacking).not.toContain('「公共车棚」属于');
      const { id, contentVersion } = await latest(PlanVersion);
      const fixing = { version: String(contentVersion), onceKey: 't'.repeat(20) };
      const refused = await manager.post(`/plan-versions/${id}/fixings`, fixing);
      expectRefused(refused, '未经批准不得砍伐');
      await taken(worker.fill(`/plan-items/${(await item('加装电梯')).id}/remove`, { reason: '二期再议' }));
      const edit = `/plan-items/${(await item('院路拓宽')).id}/edit`;
      const permit = { permitNumber: '郑绿许〔2026〕12号', permit: paper('许可.pdf') };
      await taken(worker.fill(edit, permit));
      await taken(
        worker.fill(`/plan-versions/${id}/drawings`, {
          drawings: await jpeg('效果图.jpg'),
          caption: '北墙车棚',
        }),
      );
      const backwards = { plannedFromOn: '2026-06-17', plannedUntilOn: '2026-05-19', impact: '白天有噪声' };
      const sheet = (typed: Fields) => worker.fill(`${tab}/edit`, typed, `/plan-versions/${id}`);
      expect(await refuse(backwards, sheet)).toContain('「计划完工」不能早于计划开工日期');
      const days = { plannedFromOn: '2026-05-19', plannedUntilOn: '2026-06-17', durationDays: '30' };
      await taken(
        sheet({ ...days, impact: '白天有噪声', measures: '午间停工', managementMode: 'self-managed' }),
      );
      const waiting = await fixPage();
      expect(waiting).toContain('方案还没有公示');
      expect(waiting).not.toMatch(/还缺许可|还没有效果图|方案说明还缺/);
    });

    it('hangs seven days: everybody reads it from the first, and the day before the end it is not fixed', async () => {
      const typed = { days: '6', places: ['gate-board', 'online'], title: '方案公示' };
      expect(await refuse(typed, (own) => notice({ ...own, step: 'preview' }))).toContain('不能少于 7 天');
      expect(await publicText()).not.toContain('公共车棚');
      await taken(notice({ places: ['gate-board', 'online'], step: 'post' }));
      await hang((await latest(NoticeRecord)).id);
      const read = await publicText();
      expect(read).toContain('公共车棚');
      expect(read).toContain('正在公示，还没有定');
      await house.goOn('2026-04-24T09:00:00+08:00', worker, manager);
      expect(await fixPage()).toContain('还剩 1 天');
      const { id, contentVersion } = await latest(PlanVersion);
      const fixing = { version: String(contentVersion), onceKey: 'd'.repeat(20) };
      const early = await manager.post(`/plan-versions/${id}/fixings`, fixing);
      expectRefused(early, '还剩 1 天');
      expect((await latest(PlanVersion)).state).toBe('draft');
    });

    it('an objection holds it until it is answered', async () => {
      const { id: noticeId } = await latest(NoticeRecord);
      const objection = {
        ...{ kind: 'objection', noticeId: String(noticeId), text: said.objection, source: 'door' },
        ...{ publicText: told.objection, dwellingId: String(doors.get('401')), heardOn: '2026-04-24' },
      };
      const path = `${yard}/wishes`;
      const foreign = { ...objection, dwellingId: String(doorsBeside.get('401')) };
      const seen = await worker.fill(`${path}/new`, { ...foreign, step: 'post' }, path);
      expectRefused(seen, '这一户不在本楼院的名册里');
      await taken(worker.fill(`${path}/new`, { ...objection, step: 'post' }, path));
      await house.goOn('2026-04-25T09:00:00+08:00', worker, manager);
      expect(await fixPage()).toContain('还有 1 条异议没有答复');
      expect(await gates()).toContainEqual(expect.stringMatching(/^缺 公示期内的异议都有答复/));
      const { id } = await latest(WishRecord);
      const answer = {
        outcome: 'otherwise',
        answer: '充电桩移到北墙，离窗 6 米，夜里 11 点断电',
        step: 'post',
      };
      const silent = { outcome: 'otherwise', answer: '' };
      const conclude = (typed: Fields) => worker.fill(`/wishes/${id}`, typed, `/wishes/${id}/conclusions`);
      expect(await refuse(silent, conclude)).toContain('请填写「答复」');
      await taken(conclude(answer));
      expect(await publicText()).toContain('充电桩移到北墙');
      expect(await fixPage()).toContain('定案要的都已具备');
    });

    it('is fixed by the street as version 1, and everybody reads that it stands', async () => {
      expect((await worker.get(`/plan-versions/${(await latest(PlanVersion)).id}/fix`)).status).toBe(403);
      await taken(manager.fill(`/plan-versions/${(await latest(PlanVersion)).id}/fix`, {}));
      expect(await latest(PlanVersion)).toMatchObject({ number: 1, state: 'fixed', fixedOn: '2026-04-25' });
      expect(await publicText()).toContain('4月25日 定下第 1 版');
    });

    it('version 2 begins with its reason and is compared side by side; the fixed one stands meanwhile', async () => {
      const begin = (typed: Fields) => worker.fill(`${tab}/versions/new`, typed, `${tab}/versions`);
      expect(await refuse({ reason: ' ' }, begin)).toContain('请写明变更的原因');
      await taken(begin({ reason: '车棚加长，电表箱一并移位' }));
      const edit = `/plan-items/${(await item('公共车棚')).id}/edit`;
      await taken(worker.fill(edit, { quantity: '52', estimated: '42000' }));
      const { id, number } = await latest(PlanVersion);
      expect(number).toBe(2);
      const compared = await worker.get(`/plan-versions/${id}/compare`);
      for (const words of ['车棚加长', '45 ㎡', '52 ㎡', '估算增加 0.60 万元'])
        expect(compared.text).toContain(words);
      expect(await publicText()).not.toContain('52 ㎡');
    });
  });

  describe('the stage', () => {
    it('lacks only papers of the street and the district; with them it moves on', async () => {
      const lacking = (await gates()).filter((line) => line.startsWith('缺'));
      expect(lacking.length).toBeGreaterThan(0);
      expect(lacking.filter((line) => !/联合审查|年度改造计划|房屋安全鉴定/.test(line))).toEqual([]);
      const papers = ['building-safety', 'plan-listed', 'joint-review'];
      const document = paper('区指挥部会议纪要.pdf');
      await taken(manager.fill(`${yard}/milestones/new?gate=${papers[0]}`, { gates: papers, document }));
      expect((await gates()).filter((line) => line.startsWith('缺'))).toEqual([]);
      await taken(manager.fill(`${yard}/stage-moves/new?move=advance`, {}));
      const renovation = { id: ids.renovationId };
      expect((await house.rows.findOneByOrFail(Renovation, renovation)).stage).toBe('removal');
      expect(await publicText()).toContain('拆违清障');
    });

    it('in a micro renovation more than half of the households are enough, and fourteen of 28 are not', async () => {
      const path = '/compounds/fl108/evening-sheet';
      const answers = (rooms: string[]): Fields =>
        Object.fromEntries(rooms.map((room) => [`renovation.${doorsBeside.get(room)}`, 'agree']));
      const rooms = [...doorsBeside.keys()].sort();
      const callers = 'building-lead';
      await taken(worker.fill(path, { callers, ...answers(rooms.slice(0, 14)) }, path));
      expect(await gates('fl108')).toContainEqual(expect.stringMatching(/^缺 多数住户同意改造内容/));
      await taken(worker.fill(path, { callers, ...answers(rooms.slice(14, 15)) }, path));
      const met = await gates('fl108');
      expect(met).toContainEqual(expect.stringMatching(/^已具备 多数住户同意改造内容/));
      expect(met.filter((line) => /80%/.test(line) && line.startsWith('缺'))).toEqual([]);
      // A notice that never hung and a plan nobody drew are reminders here; three papers open the gate.
      const papers = ['building-safety', 'representatives-met', 'self-funded', 'items-chosen'];
      const document = paper('街道办公会纪要.pdf');
      const milestone = `/compounds/fl108/milestones/new?gate=${papers[0]}`;
      await taken(manager.fill(milestone, { gates: papers, document }));
      expect((await gates('fl108')).filter((line) => /^提醒.*公示满 7 天/.test(line)).length).toBe(1);
      await taken(manager.fill('/compounds/fl108/stage-moves/new?move=advance', {}));
    });
  });

  describe('who sees what', () => {
    /** Everything these pages lead to, page by page: a person who clicks on every link there is. */
    async function everyPage(person: Person, from: string[]): Promise<Map<string, string>> {
      const pages = new Map<string, string>();
      const ahead = [...from];
      for (let path = ahead.shift(); path; path = ahead.shift()) {
        if (pages.has(path) || pages.size > 400) continue;
        const { status, html, page } = await person.get(path);
        if (status >= 400) throw new Error(`${path}, to which a link leads, answered ${status}`);
        pages.set(path, html);
        const links = page.querySelectorAll('a[href]').map((link) => link.getAttribute('href')!);
        const own = links.filter((link) => link.startsWith('/') && !/^\/(files\/\d+|p\/|prefs\/)/.test(link));
        ahead.push(...own.map((link) => link.split('#')[0]));
      }
      return pages;
    }
    const marks = [
      ...Object.values(said),
      ...['1号楼 1单元 ', '1号楼1单元', '表决票', '商议改造内容', '量车棚尺寸', '签到表', '心愿', '异议'],
    ];
    const staffDoors = ['/work', '/board', '/compounds', '/compounds?q=106', yard, `${yard}/plan`];

    it.each(['builder', 'watcher'])(
      '%s clicks everywhere and finds no door, ballot or wish',
      async (login) => {
        const pages = await everyPage(await house.person(login), staffDoors);
        expect(pages.size).toBeGreaterThan(15);
        // What everybody reads, a firm reads too.
        const inside = [...pages].filter(([path]) => !path.startsWith('/c/'));
        const found = inside.flatMap(([path, html]) =>
          marks.filter((mark) => html.includes(mark)).map((mark) => `${path}: ${mark}`),
        );
        expect(found).toEqual([]);
      },
    );

    it.each(['foreign-manager', 'foreign-worker', 'foreign-builder', 'neighbour'])(
      'for %s there is no trace of the compound in lists, work, board and search',
      async (login) => {
        const person = await house.person(login);
        const lists = ['/work', '/board', '/compounds', '/compounds?q=106', '/compounds?q=fl106'];
        for (const path of lists) {
          const { html } = await person.get(path);
          expect([path, /丰乐路106|fl106/.exec(html.replace(/value="[^"]*"/g, ''))]).toEqual([path, null]);
        }
      },
    );

    it('by address the rooms are not there for strangers, and forbidden to firms', async () => {
      const [vote, met, version, wish, notice] = await Promise.all([
        latest(Vote),
        meeting('representatives'),
        latest(PlanVersion),
        latest(WishRecord),
        latest(NoticeRecord),
      ]);
      const door = doors.get('401');
      const inside = [
        ...['/households', '/evening-sheet', '/evening-sheet/print', '/wishes', '/owners', '/votes'].map(
          (path) => yard + path,
        ),
        ...[`/dwellings/${door}/history`, `/wishes/${wish.id}`, `/notices/${notice.id}`],
        ...['', '/ballots', '/computation', '/inspection'].map((path) => `/votes/${vote.id}${path}`),
      ];
      const shared = [
        `${yard}/meetings`,
        `/meetings/${met.id}`,
        `${yard}/plan`,
        `/plan-versions/${version.id}`,
      ];
      for (const stranger of await house.people('foreign-manager', 'foreign-worker', 'neighbour'))
        await expectEach(stranger, 404, { reads: [...inside, ...shared] });
      const [builder, watcher, elsewhere] = await house.people('builder', 'watcher', 'foreign-builder');
      await expectEach(elsewhere, 404, { reads: shared });
      for (const firm of [builder, watcher, elsewhere]) await expectEach(firm, 403, { reads: inside });
      const papers = await house.rows.findBy(StoredFile, { purpose: In(['sign-in', 'notice']) });
      expect(papers.map(({ originalName }) => originalName).sort()).toEqual([
        '签到表.jpg',
        '签到表.jpg',
        '近景.jpg',
        '近景.jpg',
      ]);
      const closed = papers.map(({ id }) => `/files/${id}`);
      await expectEach(builder, 404, { reads: [...closed, `/meetings/${met.id}`] });
      expect((await builder.get(`${yard}/plan`)).status).toBe(200);
    });

    it('a visitor clicks everywhere and finds no door, no ballot, no name of whoever said it', async () => {
      const pages = await everyPage(visitor, ['/c/fl106']);
      const words = [...pages.values()].join('\n').replace(/<[^>]*>/g, ' ');
      expect(words).not.toMatch(/1号楼|1单元|138\s*0000|201室/);
      for (const one of Object.values(said)) expect(words).not.toContain(one);
      for (const one of Object.values(told)) expect(words).toContain(one);
      expect(words).toContain('一共 28 位业主');
    });

    it('the record of who did what carries no word of a resident and no choice', async () => {
      const entries = await house.rows.find(AuditEntry);
      expect(entries.length).toBeGreaterThan(60);
      const record = JSON.stringify(entries);
      for (const one of Object.values(said)) expect(record).not.toContain(one);
      expect(record).not.toMatch(/138\s?0000|"(agree|against|undecided|yes|no|abstain)"/);
    });
  });

  describe('once the next renovation is open', () => {
    beforeAll(async () => {
      const closed = { state: 'closed', closedOn: '2026-04-25', isCurrent: false } as const;
      const next = { sequence: 2, name: '二期改造', stage: 'consultation', state: 'active' } as const;
      await write(house.app, async (tx) => {
        const first = await tx.findOneByOrFail(Renovation, { id: ids.renovationId });
        await tx.update(Renovation, { id: first.id }, closed);
        await tx.insert(Renovation, { ...first, ...next, id: undefined, openedOn: '2026-04-25' });
      });
    });

    it.each([
      ['households', '问到业主 21 户'],
      ['wishes', said.wish],
      ['meetings', '商议改造内容'],
      ['votes', '北墙绿地改建车棚'],
      ['plan', '紫藤架和座椅'],
    ])(
      'the tab %s shows the earlier one when asked, with nothing to change, and begins anew',
      async (tab, mark) => {
        const earlier = await manager.get(`${yard}/${tab}?renovation=1`);
        expect([earlier.status, earlier.text.includes(mark)]).toEqual([200, true]);
        const ways = earlier.page.querySelectorAll(
          'main form[method=post], main a.btn-p, main a[href*="/new"]',
        );
        expect(ways.map(({ outerHTML }) => outerHTML)).toEqual([]);
        const now = await manager.get(`${yard}/${tab}`);
        expect([now.status, now.text.includes(mark)]).toEqual([200, false]);
      },
    );

    it('nothing of the earlier one is written any more', async () => {
      const [wish, { id: meetingId }, { id, version }] = await Promise.all([
        latest(WishRecord),
        meeting('representatives'),
        latest(PlanVersion),
      ]);
      const onceKey = 'e'.repeat(20);
      const writes: [string, Fields][] = [
        [`/plan-versions/${id}`, { managementMode: 'community', version: String(version) }],
        [`/plan-versions/${id}/fixings`, { version: String(version), onceKey }],
        [`/wishes/${wish.id}/reopenings`, { reason: '再议', version: String(wish.version) }],
        [`/meetings/${meetingId}/steps`, { step: 'withdraw', reason: '再议', version: '9' }],
      ];
      for (const [path, typed] of writes) {
        const seen = await manager.post(path, typed);
        expect([path, seen.status, /已办结/.test(seen.text)]).toEqual([path, 422, true]);
      }
      expect(await house.rows.countBy(PlanVersion, { state: 'fixed' })).toBe(1);
    });
  });
});
