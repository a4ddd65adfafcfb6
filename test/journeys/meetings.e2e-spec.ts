import { StageFacts } from '../../src/compounds/stage-facts';
import { ActionPoint, ActionPointChange } from '../../src/meetings/action-point.entities';
import { AttendanceRow, DecisionRow, Meeting, MeetingPhoto } from '../../src/meetings/meeting.entities';
import { MeetingTotals } from '../../src/meetings/meetings.totals';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { WishRecord } from '../../src/wishes/wish.entities';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { choiceOf, expectRefused, onceKeyIn, taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Fields, Person } from '../support/person';
import { closeRenovation, openedRenovation } from '../support/renovation';
import { newest } from '../support/rows';

const tab = '/compounds/fl106/meetings';
const parties = ['representatives', 'building-leads', 'party-branch', 'community', 'street-office'];

describe('丰乐路106号院 meets', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const latest = () => newest(house.rows, Meeting);
  const point = () => newest(house.rows, ActionPoint);
  const factOf = async () =>
    (await house.app.get(StageFacts).gather(ids)).find(({ code }) => code === 'meeting.representatives-met');
  const planned = {
    ...{ title: '第一次居民代表会议', plannedOn: '2026-04-04', plannedFrom: '19:00', plannedTo: '20:30' },
    ...{ place: 'yard', placeNote: '单元门前', chair: '社区书记', recorder: '社区工作人员' },
    ...{ postedOn: '2026-04-01', places: ['gate-board', 'unit-door'] },
  };
  const plan = (kind: string, fields: Fields = {}, person = worker) =>
    person.fill(`${tab}/new?kind=${kind}`, { ...planned, ...fields });
  /** The rows of who came, as the form prints them: expected and present of the parties that normally come. */
  const came = (...counts: [string, string][]): Fields => {
    const rows = [...counts, ...Array<[string, string]>(13 - counts.length).fill(['', ''])];
    return {
      attendanceExpected: rows.map(([expected]) => expected),
      attendancePresent: rows.map(([, present]) => present),
      attendanceWho: rows.map(() => ''),
    };
  };

  it('before the first meeting the tab says what comes next, and the gates hear nothing', async () => {
    const seen = await worker.get(tab);
    expect(seen.text).toContain('这次改造还没有会议记录');
    expect(seen.text).toContain('会议上定下由谁办、什么时候办完的事');
    expect(await factOf()).toBeUndefined();
    expect((await (await house.person('auditor')).get(tab)).html).not.toContain(`href="${tab}/new"`);
  });

  it('a kind is chosen first: each says what it may decide and what it may not', async () => {
    const seen = await worker.get(`${tab}/new`);
    for (const name of [
      '业主共同决定',
      '居民代表会议',
      '四方联席会',
      '旧改联席会',
      '楼栋长碰头会',
      '现场办公',
    ]) {
      expect(seen.text).toContain(name);
    }
    expect(seen.text).toContain('召开前 15 天张贴通知（物业管理条例 §14）');
    expect(seen.text).toContain('召开前 3 天张贴通知（本地设定）');
    expect(seen.page.querySelectorAll('.kinds a').length).toBe(6);
    expect((await worker.get(`${tab}/new?kind=residents`)).page.querySelectorAll('.kinds a').length).toBe(6);
  });

  describe('planning', () => {
    it('before the notice period it is told the earliest day, and everything typed is still there', async () => {
      const seen = await plan('representatives', { plannedOn: '2026-04-03', own: '看效果图\n商议车棚' });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('2026年4月1日张贴，最早 2026年4月4日召开');
      expect(seen.page.querySelector('#f-own')!.textContent.trim()).toBe('看效果图\n商议车棚');
      expect(seen.page.querySelector('#f-title')!.getAttribute('value')).toBe(planned.title);
      expect(await house.rows.count(Meeting)).toBe(0);
      const owners = await plan('owners', { plannedOn: '2026-04-15' });
      expect(owners.text).toContain('要提前 15 天张贴通知');
      expect(owners.text).toContain('最早 2026年4月16日召开');
    });

    it('what cannot be is said beside its field or in a sentence', async () => {
      const seen = await plan('four-party', { plannedFrom: '七点', chair: '', plannedTo: '' });
      expect(seen.text).toContain('「开始时间」请按 19:30 这样填写');
      expect(seen.text).toContain('请填写「主持人」');
      const ends = await plan('four-party', { plannedTo: '18:00' });
      expect(ends.text).toContain('「结束时间」要晚于「开始时间」 19:00，现在填的是 18:00，请核对');
      const empty = await plan('four-party', { template: undefined, own: '' });
      expect(empty.text).toContain('请至少选择或填写一项议程');
      const future = await plan('four-party', { postedOn: '2026-04-02' });
      expect(future.text).toContain('「通知张贴日期」不能晚于今天');
      const nowhere = await plan('four-party', { places: undefined });
      expect(nowhere.text).toContain('请选择「张贴地点」，至少一处');
      expect(await house.rows.count(Meeting)).toBe(0);
      expect(await house.rows.count(NoticeRecord)).toBe(0);
    });

    it('a double press plans one meeting with its notice', async () => {
      const { page } = await worker.get(`${tab}/new?kind=representatives`);
      const onceKey = onceKeyIn(page);
      const form = {
        ...planned,
        kind: 'representatives',
        template: ['0', '2', '4'],
        own: '看效果图',
        onceKey,
      };
      const seen = await Promise.all([worker.post(tab, form), worker.post(tab, form)]);
      const meeting = await latest();
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `/meetings/${meeting.id}`],
        [303, `/meetings/${meeting.id}`],
      ]);
      expect(await house.rows.count(Meeting)).toBe(1);
      expect(meeting).toMatchObject({ number: 1, kind: 'representatives', state: 'planned' });
      const [notice] = await house.rows.find(NoticeRecord);
      expect(notice).toMatchObject({ kind: 'meeting', subjectId: meeting.id, endsOn: '2026-04-04' });
      expect(notice.body).toContain('时间：2026年4月4日 周六 19:00 至 20:30');
      expect(notice.body).toContain('4. 看效果图');
      const shown = await worker.open(`/meetings/${meeting.id}`);
      expect(shown.text).toContain('还有 3 天');
      expect(shown.text).toContain('2026年4月1日 张贴');
      expect(shown.page.querySelectorAll('.btn-p').map((one) => one.textContent)).toEqual(['打印会议议程']);
      expect(await factOf()).toMatchObject({
        state: 'missing',
        detail: '居民代表会议定在2026年4月4日召开',
      });
    });

    it('its day is moved: the notice comes down and has to hang again', async () => {
      const { id } = await latest();
      const keep = (await worker.get(`/meetings/${id}/edit`)).page
        .querySelectorAll('input[name=keep]')
        .map((one) => one.getAttribute('value')!);
      expect(keep.length).toBe(4);
      const early = await worker.fill(`/meetings/${id}/edit`, { plannedOn: '2026-04-03' });
      expectRefused(early, '最早 2026年4月4日召开');
      const stale = await worker.fill(`/meetings/${id}/edit`, { title: '别人改过', version: '99' });
      expectRefused(stale, '现在保存的内容');
      const moved = { plannedOn: '2026-04-05', keep: keep.slice(1), own: '商议车棚位置' };
      await taken(worker.fill(`/meetings/${id}/edit`, moved));
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.text).toContain('先张贴会议通知，并在「登记通知」里登记');
      expect(shown.page.querySelectorAll('.agenda li').length).toBe(4);
      expect((await house.rows.find(NoticeRecord))[0]).toMatchObject({ withdrawnOn: '2026-04-01' });
      const none = await worker.fill(`/meetings/${id}`, { places: undefined });
      expect(none.text).toContain('请选择「张贴地点」，至少一处');
      const posted = await worker.fill(`/meetings/${id}`, { postedOn: '2026-04-01', places: 'gate-board' });
      expect(posted.status).toBe(303);
      expect(await house.rows.count(NoticeRecord)).toBe(2);
    });

    it('agenda and sign-in sheet are printed under their own names', async () => {
      const { id } = await latest();
      const agenda = await worker.get(`/meetings/${id}/agenda/print`);
      expect(agenda.page.querySelector('h1')!.textContent).toBe('会议议程');
      expect(agenda.page.querySelector('title')!.textContent).toContain('居民代表会议 会议议程');
      const sheet = await worker.get(`/meetings/${id}/sign-in/print`);
      expect(sheet.page.querySelector('h1')!.textContent).toBe('会议签到表');
      expect(sheet.page.querySelectorAll('h2').map((one) => one.textContent)).toContain('居民代表');
      expect((await worker.get(`/meetings/${id}/minutes/print`)).status).toBe(303);
    });
  });

  describe('the record', () => {
    const minutes = '逐项商议，居民代表对拆除疑似违建基本同意。\n联系人电话 13800001234，201室有不同意见。';
    const decision = {
      decisionText: ['先清杂物再修路', ''],
      decisionMatter: ['consultation', 'consultation'],
    };

    it('minutes of a meeting that is still ahead are refused', async () => {
      const { id } = await latest();
      const seen = await worker.fill(`/meetings/${id}/minutes`, { minutes, press: 'save' });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('会议 2026年4月5日 19:00 才开始，开过以后再记纪要');
      expect(seen.page.querySelector('#f-minutes')!.textContent.trim()).toBe(minutes);
      expect((await latest()).state).toBe('planned');
    });

    it('one more row comes without a script, and nothing typed is lost', async () => {
      await house.goOn('2026-04-06T09:00:00+08:00', worker, manager);
      const { id } = await latest();
      const typed = { ...decision, minutes, press: 'decision', photos: await jpeg('现场.jpg') };
      const seen = await worker.fill(`/meetings/${id}/minutes`, typed);
      expect(seen.status).toBe(200);
      expect(seen.page.querySelectorAll('textarea[name=decisionText]').length).toBe(3);
      expect(seen.page.querySelector('[autofocus]')!.getAttribute('id')).toBe('f-decisionText-2');
      expect(seen.page.querySelector('#f-decisionText')!.textContent.trim()).toBe('先清杂物再修路');
      const kept = seen.page.querySelector('#f-minutes')!.textContent.trim();
      expect(kept.replaceAll('\r\n', '\n')).toBe(minutes);
      expect(seen.page.querySelectorAll('input[name=photosKept]').length).toBe(1);
      expect((await latest()).state).toBe('planned');
    });

    it('every wrong row is said with its number, a matter of the owners is refused by law', async () => {
      const { id } = await latest();
      const long = '议'.repeat(5000);
      const seen = await worker.fill(`/meetings/${id}/minutes`, {
        ...came(['28', '三十']),
        ...{ decisionText: ['先清杂物', long], decisionYes: ['很多', ''], pointText: ['修路灯', ''] },
        ...{ pointDueOn: ['', ''], press: 'save' },
      });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('「居民代表」一行：「到会」只能填整数');
      expect(seen.text).toContain('第 1 条议定事项：「同意」只能填整数');
      expect(seen.text).toContain('第 2 条议定事项：「议定内容」最多 2000 个字，现在是 5000 个');
      expect(seen.text).toContain('第 1 条督办事项：请填写「期限」');
      expect(seen.page.querySelector('#f-decisionText-1')!.textContent.trim()).toBe(long);
      const links = seen.page.querySelectorAll('.mend-summary a').map((one) => one.getAttribute('href')!);
      expect(links.filter((link) => !seen.page.querySelector(link))).toEqual([]);

      const owners = await worker.fill(`/meetings/${id}/minutes`, {
        ...came(['28', '20']),
        ...{ decisionText: ['动用维修资金修屋面', ''], decisionMatter: ['fund-use', 'consultation'] },
        press: 'save',
      });
      expect(owners.status).toBe(422);
      expect(owners.text).toContain('第 1 条议定事项「使用维修资金」由业主共同决定，居民代表会议不能决定');
      expect(owners.text).toContain('请到「表决」发起业主共同决定');
      expect(await house.rows.count(DecisionRow)).toBe(0);
      expect(await house.rows.count(AttendanceRow)).toBe(0);
    });

    it('more votes than people, more people than expected, an end before the start: a sentence each', async () => {
      const { id } = await latest();
      const seen = await worker.fill(`/meetings/${id}/minutes`, {
        ...came(['28', '20'], ['3', '4']),
        ...{ ...decision, decisionYes: ['18', ''], decisionNo: ['3', ''] },
        ...{ heldFrom: '19:00', heldTo: '18:59', press: 'save' },
      });
      expect(seen.text).toContain('第 1 条议定事项共 21 票，多于到会居民代表 20 人，请核对');
      expect(seen.text).toContain('「楼栋长」到会 4 人，多于应到 3 人，请核对');
      expect(seen.text).toContain('现在填的是 18:59');
    });

    it('it is saved before it is finished: two presses, one action point and one wish', async () => {
      const { id } = await latest();
      const { page } = await worker.get(`/meetings/${id}/minutes`);
      const onceKey = onceKeyIn(page);
      const form = {
        ...came(['28', '20'], ['1', '1']),
        ...{ ...decision, decisionYes: ['18', ''], decisionNo: ['1', ''], decisionAbstain: ['1', ''] },
        ...{ attendanceParty: parties, attendanceExpected: ['28', '1', '', '', ''] },
        ...{
          attendancePresent: ['20', '1', '', '', ''],
          attendanceWho: ['各楼层代表', '楼栋长', '', '', ''],
        },
        ...{ signed: ['representatives'], agendaSaid: ['通报了隐患清单', '', '', ''] },
        ...{ pointText: ['量车棚尺寸', ''], pointAnswers: ['community', 'community'] },
        ...{ pointRole: ['社区工作人员', ''], pointDueOn: ['2026-04-10', ''] },
        ...{ wishText: '充电桩装在北墙', wishKind: 'wish', minutes: '', press: 'save' },
        ...{ heldOn: '2026-04-05', heldFrom: '19:00', heldTo: '20:30', version: '3', onceKey },
      };
      const version = page.querySelector('input[name=version]')!.getAttribute('value')!;
      const seen = [
        await worker.post(`/meetings/${id}/minutes`, { ...form, version }),
        await worker.post(`/meetings/${id}/minutes`, { ...form, version }),
      ];
      expect(seen.map(({ status }) => status)).toEqual([303, 303]);
      expect([await house.rows.count(ActionPoint), await house.rows.count(WishRecord)]).toEqual([1, 1]);
      expect(await latest()).toMatchObject({ state: 'held', heldOn: '2026-04-05' });
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.text).toContain('同意 18，反对 1，弃权 1');
      expect(shown.text).toContain('通过');
      expect(shown.text).toContain('各楼层代表');
      expect(shown.text).toContain('充电桩装在北墙');
      expect(shown.text).toContain('通报了隐患清单');
      expect(await factOf()).toMatchObject({ state: 'missing' });
      const stale = await worker.post(`/meetings/${id}/minutes`, {
        ...{ ...form, version, onceKey: 'z'.repeat(20), minutes: '晚了一步' },
      });
      expectRefused(stale, '这条记录刚被别人改过');
      expect(stale.page.querySelector('#f-minutes')!.textContent.trim()).toBe('晚了一步');
    });

    it('without words and without the sign-in sheet it is not finished', async () => {
      const { id } = await latest();
      const seen = await worker.fill(`/meetings/${id}/minutes`, { press: 'finish' });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('请填写「纪要」，再完成纪要');
      expect(seen.text).toContain('要有签到表照片才能完成纪要');
      expect(seen.page.querySelector('#f-decisionText')!.textContent.trim()).toBe('先清杂物再修路');
    });

    it('with both it is, and the gate opens', async () => {
      const { id } = await latest();
      const finish = { minutes, press: 'finish', signIn: await jpeg('签到表.jpg'), photos: await jpeg() };
      await taken(worker.fill(`/meetings/${id}/minutes`, finish));
      expect(await latest()).toMatchObject({ state: 'minutes-done', minutesDoneOn: '2026-04-06' });
      expect(await house.rows.count(MeetingPhoto)).toBe(2);
      expect(await factOf()).toMatchObject({
        state: 'met',
        detail: '2026年4月5日召开，到会 21/29，有纪要和签到',
      });
      const print = await worker.get(`/meetings/${id}/minutes/print`);
      expect(print.page.querySelector('h1')!.textContent).toBe('会议纪要');
      expect(print.text).toContain('量车棚尺寸');
      const again = await worker.get(`/meetings/${id}/minutes`);
      expect([again.status, again.location]).toEqual([303, `/meetings/${id}`]);
    });

    it('words that sound like a matter of the owners are a reminder, and stop nothing', async () => {
      const { id } = await latest();
      const back = await worker.fill(`/meetings/${id}/step?step=reopen`, { reason: '补一条议定事项' });
      expect(back.status).toBe(303);
      const saved = await worker.fill(`/meetings/${id}/minutes`, {
        decisionText: ['先清杂物再修路', '商量引进经营性充电桩'],
        press: 'finish',
      });
      expect(saved.status).toBe(303);
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.text).toContain(
        '第 2 条议定事项提到的内容可能属于「改变共有部分用途，或利用共有部分经营」',
      );
      expect(shown.text).toContain('没有计票');
    });
  });

  describe('publishing', () => {
    it('after three days somebody is reminded, after seven it is late', async () => {
      const waits = async () => (await worker.get('/work')).text;
      expect(await waits()).not.toContain('没有公布');
      await house.goOn('2026-04-09T09:00:00+08:00', worker, manager);
      expect(await waits()).toContain('居民代表会议「第一次居民代表会议」的纪要 3 天没有公布');
      await house.goOn('2026-04-13T09:00:00+08:00', worker, manager);
      expect((await worker.get(tab)).text).toContain('纪要 7 天没有公布');
    });

    it('residents’ words are masked before the last look, and only then published', async () => {
      const { id } = await latest();
      const preview = await worker.fill(`/meetings/${id}/publication`, { step: 'preview' });
      expect(preview.status).toBe(200);
      expect(preview.text).toContain('居民将看到');
      expect(preview.page.querySelectorAll('mark').map((one) => one.textContent)).toEqual([
        '〔电话已隐去〕',
        '某户',
      ]);
      expect((await latest()).state).toBe('minutes-done');
      const form = preview.page.querySelector('form[action$=publications]')!;
      const fields: Record<string, string[]> = {};
      for (const input of form.querySelectorAll('input'))
        (fields[input.getAttribute('name')!] ??= []).push(input.getAttribute('value') ?? '');
      const edited = await worker.post(`/meetings/${id}/publications`, { ...fields, step: 'edit' });
      expect([edited.status, edited.page.querySelectorAll('textarea[name=decisionText]').length]).toEqual([
        200, 2,
      ]);
      const published = await worker.post(`/meetings/${id}/publications`, { ...fields, step: 'post' });
      expect([published.status, published.location]).toEqual([303, `/meetings/${id}`]);
      const [meeting] = await house.app.get(MeetingTotals).publicMeetings(ids.renovationId);
      expect(meeting).toMatchObject({
        ...{ no: 1, kindName: '居民代表会议', heldOn: '2026-04-05', publishedOn: '2026-04-13' },
        decisions: ['先清杂物再修路（同意 18，反对 1，弃权 1，通过）', '商量引进经营性充电桩'],
      });
      expect(JSON.stringify(meeting)).not.toMatch(/13800001234|201室/);
    });

    it('a correction needs a reason and is a new version; the one before stays readable', async () => {
      const { id } = await latest();
      const without = await worker.fill(`/meetings/${id}/publication`, { step: 'preview' });
      expectRefused(without, '请填写「更正原因」');
      const corrected = await worker.fill(`/meetings/${id}/publication`, {
        ...{ minutes: '更正后的纪要', reason: '漏写一句', step: 'post' },
      });
      expect(corrected.status).toBe(303);
      const shown = await worker.get(`/meetings/${id}`);
      expect(shown.text).toContain('第 2 版');
      expect(shown.text).toContain('更正原因：漏写一句');
      expect(shown.text).toContain('已被更正');
      const [meeting] = await house.app.get(MeetingTotals).publicMeetings(ids.renovationId);
      expect(meeting.minutes).toBe('更正后的纪要');
    });

    it('a withdrawal keeps the row, takes the notice down, and residents read nothing', async () => {
      const { id } = await latest();
      const why = await worker.fill(`/meetings/${id}/step?step=withdraw`, {});
      expect(why.text).toContain('请填写「原因」');
      expect((await worker.fill(`/meetings/${id}/step?step=withdraw`, { reason: '要重新核对' })).status).toBe(
        303,
      );
      expect(await house.app.get(MeetingTotals).publicMeetings(ids.renovationId)).toEqual([]);
      const notice = await newest(house.rows, NoticeRecord);
      expect(notice).toMatchObject({ kind: 'minutes', withdrawnOn: '2026-04-13' });
      expect((await worker.get(`/meetings/${id}`)).text).toContain('2026年4月13日 撤下：要重新核对');
    });
  });

  describe('the supervision list', () => {
    it('an open point stays on it, overdue with its days, and is offered to the next meeting', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('办理中 1 件，其中逾期 1 件');
      expect(seen.text).toContain('逾期 3 天');
      expect(seen.text).toContain('4月5日 居民代表会议');
      expect((await worker.get('/work')).text).toContain('量车棚尺寸');
      const form = await worker.get(`${tab}/new?kind=four-party`);
      expect(form.text).toContain('1 号：量车棚尺寸');
      expect(form.page.querySelector('input[name=points][checked]')).not.toBeNull();
    });

    it('its day is moved with a reason, which stays', async () => {
      const { id } = await point();
      const path = `/action-points/${id}`;
      const seen = await worker.fill(path, { dueOn: '2026-04-12', reason: '' }, `${path}/due-days`);
      expect(seen.text).toContain('请填写「为什么改期限」');
      const past = await worker.fill(path, { dueOn: '2026-04-12', reason: '等料' }, `${path}/due-days`);
      expect(past.text).toContain('新的期限不能早于今天');
      await taken(worker.fill(path, { dueOn: '2026-04-20', reason: '等料' }, `${path}/due-days`));
      const shown = await worker.get(path);
      expect(shown.text).toContain('期限从 2026年4月10日 改到 2026年4月20日');
      expect(shown.text).toContain('等料');
      expect(shown.text).toContain('还有 7 天');
    });

    it('it is finished with a word, by whoever comes next, and a stale page is told', async () => {
      const { id, version } = await point();
      const path = `/action-points/${id}`;
      const silent = await manager.fill(path, { step: 'finish', note: '' }, `${path}/steps`);
      expect(silent.text).toContain('请填写「办理情况」');
      const stale = await manager.fill(
        path,
        { step: 'finish', note: '量好了', version: String(version - 1) },
        `${path}/steps`,
      );
      expectRefused(stale, '这条记录刚被别人改过');
      expect((await manager.fill(path, { step: 'finish', note: '量好了' }, `${path}/steps`)).status).toBe(
        303,
      );
      expect(await point()).toMatchObject({ state: 'done', endedOn: '2026-04-13' });
      expect(await house.rows.count(ActionPointChange)).toBe(2);
      expect((await worker.get(tab)).text).toContain('没有正在办的事项');
      expect((await manager.fill(path, { step: 'reopen', note: '尺寸不对' }, `${path}/steps`)).status).toBe(
        303,
      );
    });

    it('a point can be written down later, and never for a firm of another renovation', async () => {
      const { id } = await latest();
      const path = `/meetings/${id}/action-points/new`;
      const typed = { text: '通知一楼住户挪车', dueOn: '2026-04-15', role: '楼栋长' };
      const wrong = await worker.fill(path, { ...typed, answers: 'contractor:999' });
      expectRefused(wrong, '不在这次改造的参建单位里');
      const early = await worker.fill(path, { ...typed, answers: 'building-leads', dueOn: '2026-04-04' });
      expect(early.text).toContain('期限不能早于会议日期 2026年4月5日');
      await taken(worker.fill(path, { ...typed, answers: 'building-leads' }));
      expect((await worker.get(tab)).text).toContain('办理中 2 件');
    });
  });

  describe('the firms', () => {
    let builder: Person;
    let joint: number;
    let own: number;

    beforeAll(async () => {
      builder = await house.person('builder');
      const held = { plannedOn: '2026-04-13', plannedFrom: '08:00', plannedTo: '08:30', postedOn: '' };
      await plan('four-party', { ...held, title: '第一次四方联席会', places: undefined });
      joint = (await latest()).id;
      const form = await worker.get(`/meetings/${joint}/minutes`);
      const firm = choiceOf(form.page, '#f-pointAnswers', '示例建设');
      await worker.fill(`/meetings/${joint}/minutes`, {
        ...came(['2', '2'], ['1', '1'], ['1', '0'], ['6', '6']),
        ...{ decisionText: ['老紫藤保留', ''], wishText: '座椅加靠背' },
        ...{ pointText: ['给 2单元301 门口补种', ''], pointDueOn: ['2026-04-14', ''] },
        pointAnswers: [firm, 'community'],
        ...{ minutes: '居民打 13900001111 反映路灯', press: 'finish' },
        signIn: await jpeg(),
      });
      own = (await point()).id;
    });

    it('read the meetings they sit in, masked, without wishes and sign-in sheets', async () => {
      const seen = await builder.get(`/meetings/${joint}`);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('老紫藤保留');
      expect(seen.text).toContain('四方缺了监理方');
      expect(seen.text).not.toMatch(/13900001111|2单元301|座椅加靠背|签到表/);
      expect(seen.page.querySelectorAll('main form').length).toBe(0);
      const sheet = await house.rows.findOneByOrFail(MeetingPhoto, { meetingId: joint, kind: 'sign-in' });
      expect((await builder.get(`/files/${sheet.fileId}/480.webp`)).status).toBe(404);
      expect((await worker.get(`/files/${sheet.fileId}/480.webp`)).status).toBe(200);
      const print = await builder.get(`/meetings/${joint}/minutes/print`);
      expect([print.status, /13900001111|301/.test(print.text)]).toEqual([200, false]);
    });

    it('nobody reads a sign-in sheet on the public page: whatever is ticked, it is not published', async () => {
      const { fileId } = await house.rows.findOneByOrFail(MeetingPhoto, {
        meetingId: joint,
        kind: 'sign-in',
      });
      const form = { caption: '参会人员签到', unrecognisable: 'on' };
      const seen = await manager.fill(`/files/${fileId}/publish`, form);
      expectRefused(seen, '签到表上有姓名和签名');
      const list = await manager.get('/compounds/fl106/files');
      expect(list.html).not.toContain(`/files/${fileId}/publish`);
    });

    it('find nothing of the representatives: not the meeting, not its sheets, not its points', async () => {
      const [first] = await house.rows.find(Meeting, { order: { id: 'ASC' }, take: 1 });
      const others = await house.rows.findBy(ActionPoint, { meetingId: first.id });
      const reads = [
        ...['', '/agenda/print', '/minutes/print', '/sign-in/print'].map(
          (tail) => `/meetings/${first.id}${tail}`,
        ),
        ...others.map(({ id }) => `/action-points/${id}`),
      ];
      await expectEach(builder, 404, { reads });
      const list = await builder.get(tab);
      expect(list.text).toContain('第一次四方联席会');
      expect(list.text).not.toMatch(/第一次居民代表会议|量车棚尺寸|挪车/);
    });

    it('see their own points, also in their list of things to do, and change nothing', async () => {
      const seen = await builder.get(`/action-points/${own}`);
      expect(seen.text).toContain('施工方（示例建设）');
      expect(seen.text).not.toContain('301');
      expect((await builder.get('/work')).text).toContain('督办');
      const writes = [`/action-points/${own}/steps`, `/meetings/${joint}/minutes`, tab];
      await expectEach(builder, 403, { reads: [`/meetings/${joint}/minutes`], writes });
    });

    it('a point of the representatives that is given to the firm is theirs, its meeting is not', async () => {
      const [first] = await house.rows.find(Meeting, { order: { id: 'ASC' }, take: 1 });
      const firm = (await house.rows.findOneByOrFail(ActionPoint, { id: own })).firmId;
      await worker.fill(`/meetings/${first.id}/action-points/new`, {
        ...{ text: '先报拆除顺序', answers: `contractor:${firm}`, role: '', dueOn: '2026-04-30' },
      });
      const seen = await builder.get(`/action-points/${(await point()).id}`);
      expect(seen.text).toContain('先报拆除顺序');
      expect(seen.html).not.toContain(`/meetings/${first.id}"`);
      expect(seen.text).not.toContain('居民代表会议');
    });

    it('a firm without a contract, and a foreign street, find nothing at all', async () => {
      const reads = [tab, `/meetings/${joint}`, `/action-points/${own}`];
      for (const stranger of await house.people(
        'foreign-builder',
        'foreign-manager',
        'foreign-worker',
        'neighbour',
      ))
        await expectEach(stranger, 404, { reads });
      await expectEach(await house.person('admin'), 403, { reads: [tab] });
    });
  });

  describe('at the end', () => {
    it('a planned meeting is cancelled with a reason', async () => {
      await plan('on-site', { title: '看路灯', plannedOn: '2026-04-20', postedOn: '' });
      const { id } = await latest();
      expect((await worker.fill(`/meetings/${id}/step?step=cancel`, { reason: '路灯已修好' })).status).toBe(
        303,
      );
      expect(await latest()).toMatchObject({ state: 'cancelled', cancelReason: '路灯已修好' });
      const seen = await worker.fill(`/meetings/${id}/minutes`, {}).catch((error: Error) => error.message);
      expect(seen).toContain('answered 303');
    });

    it('a planned meeting whose day has passed waits for its record', async () => {
      await plan('building-leads', { title: '周碰头', plannedOn: '2026-04-14', postedOn: '' });
      await house.goOn('2026-04-15T09:00:00+08:00', worker, manager);
      expect((await worker.get('/work')).text).toContain('楼栋长碰头会「周碰头」还没有记录');
      expect((await worker.get(tab)).text).toContain('已过 1 天，待补纪要');
    });

    it('a closed renovation takes no more meetings, but what is open may still be finished', async () => {
      await closeRenovation(house.app, ids.renovationId, '2026-04-15');
      const refused = await worker.post(tab, {
        ...{ ...planned, kind: 'on-site', plannedOn: '2026-04-16', own: '看现场', postedOn: '' },
        onceKey: 'q'.repeat(20),
      });
      expectRefused(refused, '改造已办结，会议记录不能再改');
      expect((await worker.get(`${tab}/new`)).status).toBe(303);
      const open = await house.rows.findOneByOrFail(ActionPoint, { state: 'open' });
      const path = `/action-points/${open.id}`;
      await taken(worker.fill(path, { step: 'finish', note: '办完了' }, `${path}/steps`));
    });
  });
});
