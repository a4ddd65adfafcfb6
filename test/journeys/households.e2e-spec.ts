import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Dwelling } from '../../src/compounds/door.entities';
import { StageFacts } from '../../src/compounds/stage-facts';
import { ConsentResult } from '../../src/households/consent-result.entities';
import { HouseholdAnswerRecord, HouseholdCallRecord } from '../../src/households/household-call.entities';
import { HouseholdTotals } from '../../src/households/households.totals';
import { WishRecord } from '../../src/wishes/wish.entities';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Person, Seen } from '../support/person';
import { closeRenovation, openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/households';
const sheet = '/compounds/fl106/evening-sheet';
const publication = `${tab}/publication`;

describe('the households of 丰乐路106号院 are asked', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  const rooms = new Map<string, number>();

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T21:00:00+08:00' });
    ids = await openedRenovation(house.app, { stage: 'consultation' });
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const door = (roomNo: string) => `/dwellings/${rooms.get(roomNo)}/history`;
  const calls = () => house.rows.find(HouseholdCallRecord, { order: { id: 'ASC' } });
  const answersOf = (callId: number) =>
    house.rows.find(HouseholdAnswerRecord, { where: { callId }, order: { id: 'ASC' } });
  const factStates = async () =>
    Object.fromEntries(
      (await house.app.get(StageFacts).gather(ids))
        .filter(({ code }) => code.startsWith('meeting.'))
        .map(({ code, state }) => [code, state]),
    );
  const cellOf = (seen: Seen, roomNo: string) =>
    seen.page.querySelectorAll('.doors a').find((one) => one.textContent.startsWith(roomNo))!.textContent;
  const said = ({ page }: Seen) => page.querySelector('.mend-summary')?.textContent ?? '';

  it('without a renovation or without doors the tab says what comes first', async () => {
    const before = await worker.get(tab);
    expect(before.text).toContain('门户名册还是空的');
    const building = { buildingNo: '1号楼', units: '1', floors: '7', doorsPerFloor: '4' };
    await worker.fill('/compounds/fl106/doors', building, '/compounds/fl106/buildings');
    for (const { id, roomNo } of await house.rows.findBy(Dwelling, { compoundId: ids.compoundId }))
      rooms.set(roomNo, id);
    const seen = await worker.get(tab);
    expect(seen.page.querySelectorAll('.doors a').length).toBe(28);
    expect(seen.page.querySelectorAll('.doors tr')[0].textContent).toContain('701');
    expect(cellOf(seen, '101')).toContain('未问');
    expect(seen.text).toContain('还有 28 户没有问到业主');
    expect(await factStates()).toEqual({});
  });

  it('28 households nobody has reached wait for the community worker', async () => {
    const work = await worker.get('/work');
    expect(work.text).toContain('28 户还没有到户');
    expect(
      work.page.querySelectorAll('a').some((one) => one.getAttribute('href')?.includes('show=unreached')),
    ).toBe(true);
    expect((await manager.get('/work')).text).not.toContain('户还没有到户');
  });

  describe('at the doors', () => {
    const callers = ['community-worker', 'building-lead'];
    const pasted = '“棚屋”用了二十年——\t先看图\r\n第二行';

    it('a call is written down with three separate answers, and the form goes on to the next door', async () => {
      const form = {
        ...{ outcome: 'met', renovation: 'agree', removal: 'against', fee: 'undecided' },
        callers,
        note: pasted,
        next: 'yes',
      };
      const seen = await worker.fill(door('101'), form);
      expect([seen.status, seen.location]).toEqual([303, door('102')]);
      const next = await worker.open(seen.location!);
      expect(next.text).toContain('1号楼 1单元 101 已保存');
      const ticked = next.page.querySelectorAll('input[name=callers][checked]');
      expect(ticked.map((one) => one.getAttribute('value'))).toEqual(callers);
      const [call] = await calls();
      expect(call).toMatchObject({
        outcome: 'met',
        calledOn: '2026-04-20',
        note: pasted.replace('\r\n', '\n'),
      });
      expect((await answersOf(call.id)).map(({ question, answer }) => `${question} ${answer}`)).toEqual([
        'renovation agree',
        'removal against',
        'fee undecided',
      ]);
    });

    it('each layer shows its own answer with a word, and the choice of layer is in the address', async () => {
      const [renovation, removal] = [await worker.get(tab), await worker.get(`${tab}?layer=consent-removal`)];
      expect(cellOf(renovation, '101')).toContain('同意');
      expect(cellOf(removal, '101')).toContain('反对');
      expect(removal.text).toContain('同意率 0%（往下取整）');
      expect(removal.page.querySelector('.layers [aria-current]')!.textContent).toBe('拆违');
      expect((await worker.get(`${tab}?layer=nowhere`)).page.querySelectorAll('.doors a').length).toBe(28);
    });

    it.each([
      ['a day to come', { otherOn: '2026-04-21' }, '「走访日期」不能晚于今天 2026年4月20日'],
      ['a day before the renovation', { otherOn: '2026-02-28' }, '「走访日期」不能早于立项日期 2026年3月1日'],
      ['a day that is none', { otherOn: '2026-02-30' }, '「别的日期」不是一个日期'],
      ['nobody went', { callers: [] }, '请选择「走访人」，至少一项'],
      [
        'no outcome and no answer',
        { outcome: undefined, renovation: '', removal: '', fee: '' },
        '请选择「到户结果」',
      ],
      ['a tenant who answers for the owner', { outcome: 'tenant' }, '租户不代业主表态'],
      ['answers where nobody was at home', { outcome: 'not-home' }, '「不在家」的没有人回答'],
      ['an answer nobody offered', { fee: 'maybe' }, '请为「物业费和管理模式」选一项'],
      ['5,000 characters', { note: '记'.repeat(5000) }, '「情况记录」最多 1000 个字，现在是 5000 个'],
      [
        'a wish of 5,000 characters',
        { wishText: '盼'.repeat(5000) },
        '「心愿或异议」最多 1000 个字，现在是 5000 个',
      ],
    ])('%s is refused with a sentence, and what was typed is still there', async (_, change, sentence) => {
      const typed = { outcome: 'met', renovation: 'agree', callers, note: '第二次上门', ...change };
      const seen = await worker.fill(door('102'), typed as never);
      expect([seen.status, said(seen).includes(sentence)]).toEqual([422, true]);
      expect(seen.page.querySelector('#f-note')!.textContent.trim()).toBe(typed.note);
      expect((await calls()).length).toBe(1);
    });

    it('a tenant may say whether they are content', async () => {
      const form = { outcome: 'tenant', satisfaction: 'fair', callers: 'building-lead' };
      await taken(worker.fill(door('103'), form));
      const seen = await worker.get(`${tab}?layer=satisfaction`);
      expect(cellOf(seen, '103')).toContain('一般');
      expect(cellOf(await worker.get(tab), '103')).toContain('租户');
    });

    it('a double press makes one call', async () => {
      const { page } = await worker.get(door('104'));
      const onceKey = onceKeyIn(page);
      const form = { outcome: 'not-home', callers: 'street', calledOn: '2026-04-20', onceKey };
      const path = `/dwellings/${rooms.get('104')}/calls`;
      const seen = await Promise.all([worker.post(path, form), worker.post(path, form)]);
      expect(seen.map(({ status }) => status)).toEqual([303, 303]);
      expect((await calls()).filter(({ dwellingId }) => dwellingId === rooms.get('104')).length).toBe(1);
    });

    it('an answer changes on a second visit: the latest counts, the history stays', async () => {
      house.setClock('2026-04-22T20:30:00+08:00');
      worker = await house.person('worker');
      const form = {
        removal: 'agree',
        callers: ['street', 'building-lead'],
        note: '带效果图上门',
        calledOn: '2026-04-21',
      };
      await taken(worker.fill(door('101'), form));
      const lines = (await worker.get(door('101'))).page.querySelectorAll('.log li');
      expect(lines.map((one) => one.textContent.replace(/\s+/g, ' '))).toEqual([
        expect.stringContaining('2026年4月21日'),
        expect.stringContaining('2026年4月20日'),
      ]);
      expect(lines[0].textContent).toContain('拆违 反对 → 同意');
      expect(lines[0].textContent).toContain('街道干部、楼栋长走访，粮运社区工作人员登记');
      expect(cellOf(await worker.get(`${tab}?layer=consent-removal`), '101')).toContain('同意');
      expect((await calls()).at(-1)).toMatchObject({ outcome: 'met', calledOn: '2026-04-21' });
    });

    it('a wish heard at the door goes to the wishes with its door', async () => {
      const form = { outcome: 'met', callers: 'building-lead', wishText: '想留住老紫藤', wishKind: 'wish' };
      await taken(worker.fill(door('102'), form));
      const [wish] = await house.rows.find(WishRecord);
      expect(wish).toMatchObject({ text: '想留住老紫藤', source: 'door', dwellingId: rooms.get('102') });
      expect((await worker.get(door('102'))).text).toContain('想留住老紫藤');
    });

    it('one made at the wrong door is taken back with a reason, stays readable, and the answer before counts', async () => {
      await worker.fill(door('101'), { renovation: 'against', callers: 'volunteer' });
      expect(cellOf(await worker.get(tab), '101')).toContain('反对');
      const call = (await calls()).at(-1)!;
      const path = `/calls/${call.id}/withdraw`;
      expect((await worker.get(path)).text).toContain('改造 反对');
      expect((await worker.fill(path, {})).text).toContain('请填写「作废原因」');
      const stale = await worker.fill(path, { reason: '记到了隔壁', version: '9' });
      expect([stale.status, said(stale).includes('刚被别人改过')]).toEqual([422, true]);
      expect((await worker.fill(path, { reason: '记到了隔壁' })).location).toBe(door('101'));
      const seen = await worker.get(door('101'));
      expect(seen.text).toContain('2026年4月22日 作废：记到了隔壁');
      expect(cellOf(await worker.get(tab), '101')).toContain('同意');
      const twice = await worker.post(`/calls/${call.id}/withdrawals`, { reason: '再来', version: '2' });
      expect([twice.status, said(twice).includes('已经作废')]).toEqual([422, true]);
    });

    it('a door with a call is not taken off the list', async () => {
      const path = `/dwellings/${rooms.get('101')}`;
      const seen = await worker.fill(path, { step: 'remove' }, path);
      expectRefused(seen, '意愿征询记录');
    });

    it('who was not reached is listed in walking order, with tries and the last day', async () => {
      const seen = await worker.get(`${tab}?show=unreached`);
      const [first, second] = seen.page.querySelectorAll('#matrix tbody tr').map((one) => one.textContent);
      expect([first, second].map((one) => one.replace(/\s+/g, ' ').trim())).toEqual([
        '1号楼 1单元 1031 次4月20日租户',
        '1号楼 1单元 1041 次4月20日不在',
      ]);
      expect(seen.text).toContain('还有 26 户没有问到业主');
    });
  });

  describe('the evening sheet', () => {
    const cell = (column: string, roomNo: string) => `${column}.${rooms.get(roomNo)}`;
    const order = ({ page }: Seen) =>
      page.querySelectorAll('tbody th').map((one) => /\d{3}/.exec(one.textContent)![0]);

    it('is printed in the order of the evening with empty boxes and no names', async () => {
      const up = await worker.get(`${sheet}/print`);
      expect(order(up).slice(0, 5)).toEqual(['101', '102', '103', '104', '201']);
      const down = await worker.get(`${sheet}/print?order=down&only=unreached`);
      expect(order(down).slice(0, 4)).toEqual(['701', '702', '703', '704']);
      expect(order(down).length).toBe(26);
      expect(up.text).toContain('丰乐路106号院 晚间入户表');
      expect(up.text).toContain('走访日期');
      expect(up.page.querySelectorAll('tbody tr')[0].querySelectorAll('.box').length).toBe(15);
      expect(up.html).not.toContain('data-person');
      expect(up.text).not.toMatch(/带效果图|已录/);
    });

    it('is typed back in the same order; errors name the door and nothing typed is lost', async () => {
      expect(order(await worker.get(`${sheet}?order=down`)).slice(0, 2)).toEqual(['701', '702']);
      const typed = {
        callers: ['community-worker', 'building-lead'],
        [cell('renovation', '201')]: 'agree',
        [cell('outcome', '202')]: 'tenant',
        [cell('fee', '202')]: 'agree',
        [cell('note', '203')]: '门上贴了条',
      };
      const before = (await calls()).length;
      const seen = await worker.fill(sheet, typed, sheet);
      expect(seen.status).toBe(422);
      expect(said(seen)).toContain('1号楼 1单元 202：租户不代业主表态');
      expect(said(seen)).toContain('1号楼 1单元 203：写了备注，请选「到户结果」');
      expect(said(seen)).not.toContain('201：');
      const checked = seen.page
        .querySelectorAll('.evening input[checked]')
        .map((one) => one.getAttribute('name'));
      expect(checked).toEqual([cell('renovation', '201'), cell('outcome', '202'), cell('fee', '202')]);
      expect(seen.page.querySelector(`input[name="${cell('note', '203')}"]`)!.getAttribute('value')).toBe(
        '门上贴了条',
      );
      expect((await calls()).length).toBe(before);
    });

    it('an untouched sheet, a strange door and a value nobody offered are told so', async () => {
      const empty = await worker.fill(sheet, { callers: 'street' }, sheet);
      expect(said(empty)).toContain('还没有录入任何一户');
      const strange = await worker.fill(sheet, { callers: 'street', 'renovation.99999': 'agree' }, sheet);
      expect([strange.status, said(strange).includes('不在这个楼院的名册里')]).toEqual([422, true]);
      const odd = await worker.fill(sheet, { callers: 'street', [cell('fee', '301')]: 'yes' }, sheet);
      expect([odd.status, said(odd).includes('1号楼 1单元 301：请从列出的选项里选择')]).toEqual([422, true]);
      expect((await worker.post(sheet, { callers: 'street', 'wish.5': 'x' })).status).toBe(400);
    });

    it('touched rows become calls in one go, with one line in the record', async () => {
      const all = [
        '201',
        '202',
        '203',
        '204',
        '301',
        '302',
        '303',
        '304',
        '401',
        '402',
        '403',
        '404',
        '501',
        '502',
      ];
      const typed = {
        callers: ['community-worker', 'building-lead'],
        ...Object.fromEntries(
          all.flatMap((room) => [
            [cell('renovation', room), room === '204' ? 'against' : 'agree'],
            [cell('removal', room), room === '204' ? 'against' : 'agree'],
            [cell('fee', room), 'agree'],
          ]),
        ),
        [cell('outcome', '503')]: 'refused',
        [cell('note', '503')]: '说等等再看',
      };
      const before = (await calls()).length;
      const seen = await worker.fill(sheet, typed, sheet);
      expect(seen.status).toBe(303);
      expect((await worker.open(seen.location!)).text).toContain('已录入 15 户');
      expect((await calls()).length).toBe(before + 15);
      const entries = await house.rows.findBy(AuditEntry, { action: 'sheet.typed' });
      expect(entries.map(({ toValue }) => toValue)).toEqual(['15']);
      expect(JSON.stringify(await house.rows.find(AuditEntry))).not.toContain('说等等再看');
      const again = await worker.get(sheet);
      expect(again.text).toContain('今天已录：见到，改造 同意，拆违 同意，物业费 同意');
    });

    it('typed a second time it makes no second calls; what changed is written', async () => {
      const before = (await calls()).length;
      const typed = {
        callers: 'building-lead',
        [cell('renovation', '201')]: 'agree',
        [cell('outcome', '503')]: 'refused',
        [cell('note', '503')]: '说等等再看',
        [cell('renovation', '204')]: 'undecided',
      };
      const seen = await worker.open((await worker.fill(sheet, typed, sheet)).location!);
      expect(seen.text).toContain(
        '已录入 1 户。2 户与当天已录的相同，没有重复登记：1号楼 1单元 201、1号楼 1单元 503',
      );
      expect((await calls()).length).toBe(before + 1);
      expect(cellOf(await worker.get(tab), '204')).toContain('观望');
    });
  });

  describe('what the gates hear', () => {
    it('22 of 28 are not enough, and one answer is still missing', async () => {
      expect(await factStates()).toMatchObject({
        'meeting.households-reached': 'missing',
        'meeting.willingness-recorded': 'missing',
        'meeting.result-published': 'missing',
        'meeting.majority-agreed': 'missing',
      });
    });

    it('at 23 of 28 the share is reached, at 15 the majority', async () => {
      const typed = Object.fromEntries(
        ['504', '601', '602', '603', '604'].flatMap((room) =>
          ['renovation', 'removal', 'fee'].map((question) => [
            `${question}.${rooms.get(room)}`,
            question === 'renovation' && room !== '504' ? 'against' : 'agree',
          ]),
        ),
      );
      await worker.fill(sheet, { callers: 'building-lead', ...typed }, sheet);
      expect(await factStates()).toMatchObject({ 'meeting.households-reached': 'missing' });
      await worker.fill(door('701'), { outcome: 'phone', callers: 'street', calledOn: '2026-04-22' });
      await worker.fill(door('702'), { outcome: 'phone', callers: 'street', calledOn: '2026-04-22' });
      expect(await factStates()).toMatchObject({
        'meeting.households-reached': 'met',
        'meeting.willingness-recorded': 'missing',
        'meeting.majority-agreed': 'met',
      });
      const seen = await worker.get(tab);
      expect(seen.text).toContain('住宅 28 户，问到业主 23 户（82.14%）');
    });

    it('all three answers of every household reached close the other gate', async () => {
      const answers = { renovation: 'agree', removal: 'agree', fee: 'agree' };
      for (const room of ['102', '701', '702'])
        await worker.fill(door(room), { ...answers, outcome: 'met', callers: 'street' });
      expect(await factStates()).toMatchObject({ 'meeting.willingness-recorded': 'met' });
    });
  });

  describe('the result is posted', () => {
    it('a text with a door and a phone number is masked in the preview before anything is posted', async () => {
      const { page } = await worker.get(publication);
      const body = page.querySelector('#f-body')!.textContent.trim();
      expect(body).toContain('全院住宅共 28 户，已征询到 23 户');
      const typed = { body: `${body}\n1号楼2单元301 有疑问，电话 13800001234`, step: 'preview' };
      const seen = await worker.fill(publication, typed, publication);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('居民将看到');
      expect(seen.text).toContain('〔电话已隐去〕');
      expect(seen.text).not.toContain('13800001234');
      expect(await house.rows.count(ConsentResult)).toBe(0);
    });

    it.each([
      ['nowhere', { places: [] }, '请选择「张贴地点」，至少一处'],
      ['a day to come', { postedOn: '2026-04-23' }, '张贴日期不能晚于今天'],
      ['an end before the start', { endsOn: '2026-04-21' }, '早于张贴日期'],
      ['nothing to read', { body: ' ' }, '请填写「内容」'],
    ])('posted %s it is refused, and the text stays', async (_, change, sentence) => {
      const title = '征询结果，改过的标题';
      const seen = await worker.fill(publication, { title, step: 'post', ...change } as never, publication);
      expect([seen.status, said(seen).includes(sentence)]).toEqual([422, true]);
      expect(seen.page.querySelector('#f-title')!.getAttribute('value')).toBe(title);
      expect(await house.rows.count(ConsentResult)).toBe(0);
    });

    it('an answer that came in since the page was opened is told, with the numbers of now', async () => {
      const { page } = await worker.get(publication);
      const value = (name: string) => page.querySelector(`[name=${name}]`)!.getAttribute('value')!;
      const form = {
        ...{ title: value('title'), seen: value('seen'), onceKey: value('onceKey') },
        ...{ body: page.querySelector('#f-body')!.textContent.trim(), places: 'gate-board' },
        ...{ postedOn: '2026-04-22', endsOn: '2026-04-29', step: 'post' },
      };
      await worker.fill(door('604'), { renovation: 'agree', callers: 'street' });
      const refused = await worker.post(publication, form);
      expect([refused.status, said(refused).includes('数字已经变了')]).toEqual([422, true]);
      const seen = refused.page.querySelector('input[name=seen]')!.getAttribute('value')!;
      expect(seen).not.toBe(form.seen);
      const twice = await Promise.all([1, 2].map(() => worker.post(publication, { ...form, seen })));
      expect(twice.map(({ status }) => status)).toEqual([303, 303]);
      expect(await house.rows.count(ConsentResult)).toBe(1);
    });

    it('residents read the numbers as they were posted, whatever is recorded after', async () => {
      const posted = await house.app.get(HouseholdTotals).publicConsent(ids.renovationId);
      expect(posted).toEqual({
        postedOn: '2026-04-22',
        households: 28,
        answers: [
          { question: 'renovation', agree: 19, against: 3, undecided: 1 },
          { question: 'removal', agree: 22, against: 1, undecided: 0 },
          { question: 'fee', agree: 22, against: 0, undecided: 1 },
        ],
      });
      await worker.fill(door('703'), { renovation: 'agree', callers: 'street' });
      expect(await house.app.get(HouseholdTotals).publicConsent(ids.renovationId)).toEqual(posted);
      expect((await worker.get(tab)).text).toContain('缺现场照片');
    });

    it('the gate hears it once a photo shows it hanging, and no longer when it is taken down', async () => {
      expect(await factStates()).toMatchObject({ 'meeting.result-published': 'missing' });
      const link = (await worker.get(publication)).page
        .querySelector('.notice-line a')!
        .getAttribute('href')!;
      const near = await jpeg('近景.jpg');
      const path = worker.pathOf(link);
      await taken(worker.fill(path, { near: near as never }, `${path}/photos`));
      expect(await factStates()).toMatchObject({ 'meeting.result-published': 'met' });
      expect(
        (await worker.get(path)).page.querySelectorAll('a').map((one) => one.getAttribute('href')),
      ).toContain(publication);
      await worker.fill(`${path}/withdraw`, { reason: '数字写错' });
      expect(await factStates()).toMatchObject({ 'meeting.result-published': 'missing' });
      expect(await house.app.get(HouseholdTotals).publicConsent(ids.renovationId)).toBeNull();
    });
  });

  describe('who may come', () => {
    const reads = () => [tab, `${tab}?show=unreached`, door('101'), publication, sheet, `${sheet}/print`];
    const writes = async () => {
      const [call] = await calls();
      return [`/dwellings/${rooms.get('101')}/calls`, sheet, publication, `/calls/${call.id}/withdrawals`];
    };

    it.each(['foreign-manager', 'foreign-worker', 'neighbour'])(
      'for %s nothing of it is there',
      async (login) => {
        const person = await house.person(login);
        const [call] = await calls();
        await expectEach(person, 404, {
          reads: [...reads(), `/calls/${call.id}/withdraw`],
          writes: await writes(),
        });
      },
    );

    it.each(['builder', 'watcher', 'admin'])('%s never sees a door: no tab, no page', async (login) => {
      const person = await house.person(login);
      await expectEach(person, 403, { reads: reads(), writes: await writes() });
      if (login === 'admin') return;
      const workspace = await person.get('/compounds/fl106');
      const tabs = workspace.page.querySelectorAll('.tabs a').map((one) => one.textContent);
      expect(tabs).not.toContain('住户');
      expect(workspace.html).not.toContain('/households');
    });

    it.each(['officer', 'auditor'])('%s reads and is offered nothing to write', async (login) => {
      const person = await house.person(login);
      for (const path of [tab, `${tab}?show=unreached`, door('101'), publication]) {
        const seen = await person.get(path);
        expect([path, seen.status, seen.page.querySelectorAll('main form[method=post]').length]).toEqual([
          path,
          200,
          0,
        ]);
        expect(seen.html).not.toMatch(/\/calls\/\d+\/withdraw/);
      }
      await expectEach(person, 403, { writes: await writes() });
    });
  });

  it('a closed renovation takes nothing more, and can still be looked at', async () => {
    await closeRenovation(house.app, ids.renovationId, '2026-04-22');
    const before = (await calls()).length;
    const seen = await worker.get(door('101'));
    expect(seen.text).toContain('改造已办结，征询记录不能再改');
    expect(seen.page.querySelectorAll('main form').length).toBe(0);
    const form = { outcome: 'met', callers: 'street', calledOn: '2026-04-22', onceKey: 'z'.repeat(20) };
    const version = '1';
    for (const [path, body] of [
      [`/dwellings/${rooms.get('101')}/calls`, form],
      [sheet, { ...form, outcome: undefined, [`fee.${rooms.get('101')}`]: 'agree' }],
      [`/calls/${(await calls())[0].id}/withdrawals`, { reason: '不要了', version }],
      [
        publication,
        {
          ...{ title: '题', body: '文', places: 'online', seen: 'x', step: 'post' },
          postedOn: '2026-04-22',
          endsOn: '2026-04-29',
          onceKey: form.onceKey,
        },
      ],
    ] as [string, Record<string, string>][]) {
      const refused = await worker.post(path, body);
      expect([path, refused.status, said(refused).includes('已办结')]).toEqual([path, 422, true]);
    }
    expect((await calls()).length).toBe(before);
    expect((await worker.get(tab)).page.querySelectorAll('.doors a').length).toBe(28);
    expect((await worker.get(`${tab}?renovation=1&layer=consent-fee`)).status).toBe(200);
    expect((await worker.get(`${tab}?renovation=7`)).status).toBe(404);
  });
});
