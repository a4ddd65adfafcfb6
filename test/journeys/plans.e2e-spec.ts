import { WishDraft } from '../../src/domain/meeting/wish';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { PlanItemRecord, PlanItemWish, PlanVersion } from '../../src/plans/plan.entities';
import { PlanTotals } from '../../src/plans/plans.totals';
import { VoteTotals } from '../../src/votes/votes.totals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { HazardRecord } from '../../src/surveys/hazard.entities';
import { WishRecord } from '../../src/wishes/wish.entities';
import { Wishes } from '../../src/wishes/wishes.service';
import { actorOf } from '../support/actors';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { granted } from '../support/outcomes';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Fields, Person } from '../support/person';
import { givenYard } from '../support/portfolio';
import { closeRenovation, factStates, openedRenovation } from '../support/renovation';
import { EntityManager } from 'typeorm';

const tab = '/compounds/fl106/plan';
const newItem = `${tab}/items/new`;
const pasted = '“拆除清障”后的原址\u00a0——\t见图①\r\n· 钢架、彩钢顶';

const charging = { code: 'I07', name: '电动自行车充电桩', quantity: '30组', unit: '组', place: '新车棚内' };
const others = [
  { code: 'B13', name: '飞线杂物清理', quantity: '1', unit: '项', place: '院内', estimated: '18000' },
  {
    code: 'B15',
    name: '院墙和走廊粉刷',
    quantity: '620.5',
    unit: '㎡',
    place: '院墙、楼道',
    estimated: '4.96万',
  },
  { code: 'B09', name: '电子门禁', quantity: '1', unit: '套', place: '院门', estimated: '12000元' },
];

describe('the plan of 丰乐路106号院', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01T09:00:00+08:00' });
    ids = await openedRenovation(house.app, { track: 'district' });
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const version = async () => (await house.rows.find(PlanVersion, { order: { number: 'DESC' }, take: 1 }))[0];
  const item = (name: string) =>
    house.rows.findOneOrFail(PlanItemRecord, { where: { name }, order: { id: 'DESC' } });
  const wishRow = (id: number) => house.rows.findOneByOrFail(WishRecord, { id });
  const facts = () => factStates(house.app, ids);
  const add = (fields: Fields) => worker.fill(newItem, fields);

  async function wish(text: string, change: Partial<WishDraft> = {}): Promise<number> {
    const actor = await actorOf(house.app, 'worker');
    const draft = { kind: 'wish', source: 'office', text, heardOn: '2026-04-01', ...change } as const;
    const take = (tx: EntityManager) => house.app.get(Wishes).take(tx, actor, { ...draft, ...ids } as never);
    return granted(await house.app.get(UnitOfWork).run(take));
  }

  it('without a renovation the page says so, with the way to it', async () => {
    await givenYard(house.app, { code: 'none1', name: '无项目院', renovation: null });
    const seen = await worker.get('/compounds/none1/plan');
    expect(seen.text).toContain('还没有立项');
    expect(seen.html).toContain('href="/compounds/none1/renovations"');
    const refused = await worker.post('/compounds/none1/plan/versions', { onceKey: 'a'.repeat(20) });
    expectRefused(refused, '还没有立项');
  });

  it('before the first version the gates hear nothing, and items have nowhere to go', async () => {
    expect((await worker.get(tab)).text).toContain('开始编制方案');
    expect(Object.keys(await facts()).filter((code) => /^plan|notice/.test(code))).toEqual([]);
    expect((await worker.get(newItem)).location).toBe(tab);
    expect((await worker.open(newItem)).text).toContain('还没有开始编制方案');
  });

  it('two presses of the button begin one version', async () => {
    const { page } = await worker.get(tab);
    const onceKey = onceKeyIn(page);
    const path = `${tab}/versions`;
    const seen = await Promise.all([worker.post(path, { onceKey }), worker.post(path, { onceKey })]);
    expect(seen.map(({ status, location }) => [status, location])).toEqual([
      [303, tab],
      [303, tab],
    ]);
    expect(await house.rows.count(PlanVersion)).toBe(1);
    const second = await worker.post(path, { onceKey: 'b'.repeat(20), reason: '再来一版' });
    expectRefused(second, '第 1 版还没有定案');
    expect(await facts()).toMatchObject({ 'plan.items-chosen': 'missing', 'plan.drawings': 'missing' });
  });

  describe('items', () => {
    it.each([
      ['quantity', '0', '「数量」只能填大于 0 的数字'],
      ['quantity', '-3', '「数量」只能填大于 0 的数字'],
      ['quantity', '1.234', '最多两位小数'],
      ['quantity', '三十', '如 30 或 12.5'],
      ['quantity', '', '请填写「数量」'],
      ['estimated', '二十万', '「估算造价」只能填金额，如 200000 或 20万元'],
      ['estimated', '-5', '「估算造价」只能填金额'],
      ['place', '院'.repeat(5000), '「位置」最多 120 个字，现在是 5000 个'],
      ['name', '', '请填写「名称」'],
      ['unit', '车', '请为「单位」选一项'],
      ['code', 'Z99', '请为「目录」选一项'],
    ])('%s %j is refused with a sentence, and nothing typed is lost', async (field, text, sentence) => {
      const seen = await add({ ...charging, note: pasted, [field]: text });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain(sentence);
      const shown = seen.page.querySelector(`#f-${field}`)!;
      if (shown.tagName === 'INPUT') expect(shown.getAttribute('value')).toBe(text);
      expect(seen.page.querySelector('#f-note')!.textContent).toContain('“拆除清障”后的原址');
      expect(await house.rows.count(PlanItemRecord)).toBe(0);
    });

    it('are written down as they were typed, 20万元 and 620.5 included', async () => {
      const wanted = await wish('车棚里能不能装充电桩');
      const fields = { ...charging, note: pasted, wishes: String(wanted), answer: '装 30 组，免费使用' };
      const { page } = await worker.get(newItem);
      const onceKey = onceKeyIn(page);
      const once = { ...fields, estimated: '20万元', treeWork: 'none', onceKey };
      const seen = await Promise.all([1, 2].map(() => worker.post(`${tab}/items`, once)));
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, `${tab}#items`],
        [303, `${tab}#items`],
      ]);
      expect(await house.rows.count(PlanItemRecord)).toBe(1);
      expect(await item(charging.name)).toMatchObject({
        line: 1,
        quantity: 3000,
        estimatedFen: 20_000_000,
        note: '“拆除清障”后的原址 ——\t见图①\n· 钢架、彩钢顶',
      });
      for (const one of others) await taken(add(one));
      expect(await item('院墙和走廊粉刷')).toMatchObject({
        line: 3,
        quantity: 62_050,
        estimatedFen: 4_960_000,
      });
      const plan = await worker.get(tab);
      for (const words of ['基础类', '完善类', '620.5 ㎡', '三增加 安防设施', '27.96', '心愿 第 1 号']) {
        expect(plan.text).toContain(words);
      }
    });

    it('a chosen wish is adopted with its answer, and the plan leads to it', async () => {
      const [{ wishId }] = await house.rows.find(PlanItemWish);
      expect(await wishRow(wishId)).toMatchObject({ state: 'adopted', answer: '装 30 组，免费使用' });
      expect((await worker.get(tab)).html).toContain(`href="/wishes/${wishId}"`);
    });

    it('a finding of the survey is mended by an item; one of elsewhere is not', async () => {
      const start = await worker.get('/compounds/fl106/survey');
      const onceKey = onceKeyIn(start.page);
      await worker.post('/compounds/fl106/survey', { onceKey });
      const finding = { kind: 'flying-wires', place: '北墙电表箱', severity: '3' };
      await worker.fill('/compounds/fl106/hazards/new', finding);
      const [{ id }] = await house.rows.find(HazardRecord);
      const edit = `/plan-items/${(await item('飞线杂物清理')).id}/edit`;
      expect((await worker.fill(edit, { hazards: String(id + 77) })).text).toContain(
        '请从页面上列出的内容里选择',
      );
      await taken(worker.fill(edit, { hazards: String(id) }));
      expect((await worker.get(tab)).text).toContain('隐患：飞线、私拉乱接，北墙电表箱');
    });

    it('who is second sees what is stored, and can then save', async () => {
      const { id, version: seen } = await item('电子门禁');
      const form = { ...others[2], treeWork: 'none', version: String(seen) };
      await manager.get(tab);
      const first = { ...form, place: '院门和侧门', onceKey: 'c'.repeat(20) };
      await taken(manager.post(`/plan-items/${id}`, first));
      const typed = { ...form, place: '只在院门', onceKey: 'd'.repeat(20) };
      const second = await worker.post(`/plan-items/${id}`, typed);
      expect(second.status).toBe(422);
      for (const words of ['这条记录刚被别人改过', '院门和侧门']) expect(second.text).toContain(words);
      expect(second.page.querySelector('#f-place')!.getAttribute('value')).toBe('只在院门');
      const fresh = second.page.querySelector('input[name=version]')!.getAttribute('value')!;
      await taken(worker.post(`/plan-items/${id}`, { ...typed, version: fresh }));
      expect((await item('电子门禁')).place).toBe('只在院门');
    });

    it('「列入改造方案」 answers a wish with an item of the draft, or with a new one', async () => {
      const bench = await wish('门口想要一排座椅');
      expect((await worker.get(`/wishes/${bench}`)).html).toContain(`href="/wishes/${bench}/adopt"`);
      const nothing = await worker.fill(`/wishes/${bench}/adopt`, { answer: '请看方案' });
      expectRefused(nothing, '请填写「改造内容」');
      expect(nothing.page.querySelector('#f-answer')!.textContent.trim()).toBe('请看方案');
      const page = await worker.get(`${newItem}?wish=${bench}`);
      expect(page.page.querySelector(`input[name=wishes][value="${bench}"]`)!.hasAttribute('checked')).toBe(
        true,
      );
      const wires = await item('飞线杂物清理');
      const taken = await worker.fill(`/wishes/${bench}/adopt`, { item: String(wires.id) });
      expect([taken.status, taken.location]).toEqual([303, `${tab}#items`]);
      expect(await wishRow(bench)).toMatchObject({
        state: 'adopted',
        answer: '已列入改造方案：飞线杂物清理（院内）',
      });
      expect((await item('飞线杂物清理')).version).toBe(wires.version + 1);
      const again = await worker.fill(`/wishes/${bench}/adopt`, {
        item: String((await item('电子门禁')).id),
      });
      expectRefused(again, '这条意见已采纳');
    });

    it('taking out an item that answers a wish needs a reason, and the wish is open again', async () => {
      await add({ code: 'I10', name: '院门座椅', quantity: '4', unit: '个', place: '院门内' });
      const seat = await item('院门座椅');
      const wanted = await wish('想坐着晒太阳');
      await worker.fill(`/plan-items/${seat.id}/edit`, { wishes: String(wanted) });
      const path = `/plan-items/${seat.id}/remove`;
      expect((await worker.get(path)).text).toContain('这一项回应了 1 条居民意见');
      const silent = await worker.fill(path, {});
      expectRefused(silent, '请写明移出的原因');
      expect((await wishRow(wanted)).state).toBe('adopted');
      expect((await worker.fill(path, { reason: '改到二期绿化时做' })).location).toBe(`${tab}#items`);
      expect(await wishRow(wanted)).toMatchObject({ state: 'open', answer: null });
      const seen = await worker.get(tab);
      expect(seen.text).toContain('已移出 1 项');
      expect(seen.text).toContain('改到二期绿化时做');
      expect(seen.page.querySelectorAll('.plan-items tbody th[scope=row]').length).toBe(4);
      expect((await worker.fill(path, { reason: '再移一次' })).text).toContain('这一项已经移出方案');
    });

    it('no longer choosing a wish opens it again', async () => {
      const id = (await item('飞线杂物清理')).id;
      const [link] = await house.rows.findBy(PlanItemWish, { itemId: id });
      await taken(worker.fill(`/plan-items/${id}/edit`, { wishes: undefined }));
      expect((await wishRow(link.wishId)).state).toBe('open');
      expect(await house.rows.countBy(PlanItemWish, { itemId: id })).toBe(0);
    });
  });

  describe('sheet and drawings', () => {
    it('an end before the beginning, and more days than there are, are refused with what was typed', async () => {
      const wrong = { plannedFromOn: '2026-06-17', plannedUntilOn: '2026-05-19', impact: pasted };
      const seen = await worker.fill(`${tab}/edit`, wrong);
      expectRefused(seen, '「计划完工」不能早于计划开工日期 2026年6月17日');
      expect(seen.page.querySelector('#f-impact')!.textContent).toContain('“拆除清障”后的原址');
      const long = { plannedFromOn: '2026-05-19', plannedUntilOn: '2026-06-17', durationDays: '31' };
      expect((await worker.fill(`${tab}/edit`, long)).text).toContain('「工期」31 天，计划时段只有 30 天');
      expect((await version()).plannedFromOn).toBeNull();
    });

    it('is saved; a second person is told and sees what is stored', async () => {
      const { id, version: seen } = await version();
      const sheet = { durationDays: '30', impact: '白天有噪声', measures: '12:00 至 14:30 停工' };
      const form = { ...sheet, managementMode: 'self-managed', version: String(seen) };
      await manager.get(tab);
      await taken(manager.post(`/plan-versions/${id}`, { ...form, durationDays: '28' }));
      const second = await worker.post(`/plan-versions/${id}`, form);
      expectRefused(second, '28 天');
      const fresh = second.page.querySelector('input[name=version]')!.getAttribute('value')!;
      await taken(worker.post(`/plan-versions/${id}`, { ...form, version: fresh }));
      expect(await facts()).toMatchObject({
        'plan.duration-and-impact': 'met',
        'plan.management-draft': 'met',
        'plan.drawings': 'missing',
      });
    });

    it('a drawing is kept from a refused try, and shown', async () => {
      const path = `/plan-versions/${(await version()).id}/drawings`;
      expect((await worker.fill(path, {})).text).toContain('请选择要上传的效果图或方案图');
      const notDrawing = new File(['abc'], '说明.exe', { type: 'application/octet-stream' });
      const { page } = await worker.get(path);
      const onceKey = onceKeyIn(page);
      const refused = await worker.post(path, {
        onceKey,
        caption: '改造后的车棚',
        drawings: [await jpeg(), notDrawing] as never,
      });
      expectRefused(refused, '说明.exe：');
      const drawingsKept = refused.page.querySelector('input[name=drawingsKept]')!.getAttribute('value')!;
      const again = await worker.post(path, { onceKey, caption: '改造后的车棚', drawingsKept });
      expect(again.status).toBe(303);
      expect((await worker.get(tab)).text).toContain('改造后的车棚');
      expect(await facts()).toMatchObject({ 'plan.drawings': 'met' });
    });
  });

  describe('notice, objections, fixing', () => {
    it('trees are not touched without the approval: the law stops fixing, and the page says which item', async () => {
      await add({ code: 'B05', name: '院路拓宽', quantity: '40', unit: '米', treeWork: 'fell' });
      const { id } = await version();
      const seen = await manager.get(`/plan-versions/${id}/fix`);
      expect(seen.text).toContain('「院路拓宽」要砍伐树木，还缺许可文号和文件');
      expect(seen.text).toContain('郑州市城市园林绿化条例 §38、§40');
      expect(seen.page.querySelector('button.btn-d')!.hasAttribute('disabled')).toBe(true);
      const form = { version: String((await version()).contentVersion), onceKey: 'e'.repeat(20) };
      const refused = await manager.post(`/plan-versions/${id}/fixings`, form);
      expect(refused.status).toBe(422);
      for (const reason of ['还缺许可文号和文件', '方案还没有公示']) expect(refused.text).toContain(reason);
      expect((await version()).state).toBe('draft');
      const edit = `/plan-items/${(await item('院路拓宽')).id}/edit`;
      const number = '郑绿许〔2026〕12号';
      expect((await worker.fill(edit, { treeWork: 'none', permitNumber: number })).text).toContain(
        '填了树木许可，请为「树木」选砍伐或移植',
      );
      expect((await worker.fill(edit, { permitNumber: number, permit: await jpeg('许可.jpg') })).status).toBe(
        303,
      );
      expect((await manager.get(`/plan-versions/${id}/fix`)).text).not.toContain('要砍伐树木，还缺');
      expect((await worker.get(edit)).text).toContain('许可.jpg');
    });

    it('what is the owners’ to decide waits for their vote, and the mark says how many', async () => {
      const shed = {
        code: 'I06',
        name: '公共车棚',
        quantity: '45',
        unit: '㎡',
        place: '1号楼1单元101室窗下',
      };
      await add({ ...shed, matters: ['change-of-use', 'fund-raise'] });
      const { id } = await version();
      const votes = house.app.get(VoteTotals);
      const asked = jest.spyOn(votes, 'passedMatters');
      const passed = (...matters: string[]) =>
        asked.mockResolvedValue(
          matters.map((matter) => ({
            ...{ matter, title: `${matter}表决`, link: '/votes/1', scope: { kind: 'compound' } },
          })) as never,
        );
      passed('manager', 'fund-raise');
      const half = await manager.get(`/plan-versions/${id}/fix`);
      expect(half.text).toContain('「公共车棚」属于「改变共有部分用途，或利用共有部分经营」');
      expect(half.text).not.toContain('属于「筹集维修资金」');
      expect((await manager.get(tab)).text).toContain('缺 1 项表决');
      const form = { version: String((await version()).contentVersion), onceKey: 'v'.repeat(20) };
      const refused = await manager.post(`/plan-versions/${id}/fixings`, form);
      expectRefused(refused, '民法典 §278 第一款第（八）项');
      passed('change-of-use', 'fund-raise');
      expect((await manager.get(`/plan-versions/${id}/fix`)).text).not.toContain('「公共车棚」属于');
      expect((await manager.get(tab)).text).toContain('业主表决已通过');
      asked.mockRestore();
      await worker.fill(`/plan-items/${(await item('公共车棚')).id}/edit`, { matters: undefined });
    });

    it('the community worker fixes nothing', async () => {
      const { id } = await version();
      expect((await worker.get(`/plan-versions/${id}/fix`)).status).toBe(403);
    });

    it('the text is made from the plan; a phone in it is masked in the preview', async () => {
      const path = `${tab}/notice`;
      const { page, text } = await worker.get(path);
      expect(text).toContain('公示第 1 版方案');
      const body = page.querySelector('#f-body')!.textContent.trim();
      for (const words of [
        '电动自行车充电桩：30 组，新车棚内',
        '约 30 天',
        '自管会自我管理',
        '2026年4月8日 前',
      ])
        expect(body).toContain(words);
      expect(body).not.toMatch(/万元/);
      const short = await worker.fill(path, { days: '6', step: 'preview' });
      expectRefused(short, '「公示天数」不能少于 7 天，现在填的是 6 天');
      expect((await worker.fill(path, { places: undefined, step: 'preview' })).text).toContain(
        '请选择「张贴地点」',
      );
      expect((await worker.fill(path, { postedOn: '2026-04-02', step: 'preview' })).text).toContain(
        '张贴日期不能晚于今天',
      );
      const seen = await worker.fill(path, { body: `${body}\n联系 13812345678`, step: 'preview' });
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('居民将看到');
      expect(seen.text).toContain('1 处电话');
      expect(await house.rows.count(NoticeRecord)).toBe(0);
    });

    it('what was changed since the preview is not posted', async () => {
      const shown = await worker.get(`${tab}/notice`);
      const value = (name: string) => shown.page.querySelector(`[name=${name}]`)!;
      const fields = {
        title: value('title').getAttribute('value')!,
        body: value('body').textContent.trim(),
        places: ['gate-board', 'online'],
        postedOn: '2026-04-01',
        days: '7',
        step: 'post',
        version: value('version').getAttribute('value')!,
        onceKey: value('onceKey').getAttribute('value')!,
      };
      await manager.fill(`/plan-items/${(await item('电子门禁')).id}/edit`, { note: '刷卡和密码' });
      const stale = await worker.post(`${tab}/notices`, fields);
      expectRefused(stale, '这条记录刚被别人改过');
      expect(stale.page.querySelector('#f-body')!.textContent.trim()).toBe(fields.body);
      const fresh = stale.page.querySelector('input[name=version]')!.getAttribute('value')!;
      const again = { ...fields, version: fresh };
      const seen = await Promise.all([1, 2].map(() => worker.post(`${tab}/notices`, again)));
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, tab],
        [303, tab],
      ]);
      expect(await house.rows.count(NoticeRecord)).toBe(1);
    });

    it('while it hangs nothing of it is changed', async () => {
      const seen = await worker.get(tab);
      expect(seen.text).toContain('公示中');
      expect(seen.page.querySelector(`a[href="${newItem}"]`)).toBeNull();
      expect((await worker.get(newItem)).location).toBe(tab);
      const row = await item('电子门禁');
      const form = { ...others[2], treeWork: 'none', version: String(row.version), onceKey: 'f'.repeat(20) };
      const refused = await worker.post(`/plan-items/${row.id}`, { ...form, place: '侧门' });
      expectRefused(refused, '方案正在公示，内容不能改动');
      expect(refused.page.querySelector('#f-place')!.getAttribute('value')).toBe('侧门');
      expect((await item('电子门禁')).place).toBe('只在院门');
      expect((await worker.get(`${tab}/notice`)).location).toBe(tab);
      expect(await facts()).toMatchObject({ 'notice.plan-posted': 'missing' });
    });

    it('residents read what hangs, without what it costs', async () => {
      const plan = (await house.app.get(PlanTotals).publicPlan(ids.renovationId))!;
      expect(plan).toMatchObject({ version: null, fixedOn: null, estimatedFen: null, durationDays: 30 });
      expect(plan.items.map(({ name }) => name)).toContain('电动自行车充电桩');
      expect(plan.items.find(({ name }) => name === charging.name)!.wishes).toEqual([1]);
      expect(plan.drawings).toEqual([]);
      expect(await house.app.get(PlanTotals).currentItems(ids.renovationId)).toBeNull();
    });

    it('a firm reads the plan, and neither wishes nor objections nor doors', async () => {
      const { id: noticeId } = await house.rows.findOneByOrFail(NoticeRecord, { kind: 'plan' });
      await wish('301 室说充电桩离窗太近', { kind: 'objection', noticeId });
      const builder = await house.person('builder');
      const row = await version();
      for (const path of [tab, `/plan-versions/${row.id}`, `/plan-versions/${row.id}/print`]) {
        const seen = await builder.get(path);
        expect([path, seen.status]).toEqual([path, 200]);
        expect(seen.text).toContain('电动自行车充电桩');
        expect(seen.text).toContain('某户窗下');
        for (const hidden of [
          '101室',
          '充电桩离窗',
          '异议',
          '/wishes/',
          '心愿',
          '/hazards/',
          '定案还缺什么',
          '/notices/',
        ])
          expect([path, hidden, seen.html.includes(hidden)]).toEqual([path, hidden, false]);
      }
      await expectEach(builder, 403, {
        reads: [newItem, `/plan-versions/${row.id}/fix`],
        writes: [[`${tab}/items`, charging]],
      });
    });

    it('a foreign street finds nothing', async () => {
      const stranger = await house.person('foreign-manager');
      const row = await version();
      const { id } = await item('电子门禁');
      const [{ id: wishId }] = await house.rows.find(WishRecord);
      const reads = [tab, newItem, `/plan-versions/${row.id}`, `/plan-items/${id}/edit`, `${tab}/notice`];
      const writes = [
        `${tab}/versions`,
        `${tab}/items`,
        `${tab}/notices`,
        `/plan-versions/${row.id}`,
        `/plan-versions/${row.id}/drawings`,
        `/plan-versions/${row.id}/fixings`,
        `/plan-versions/${row.id}/drops`,
        `/plan-items/${id}`,
        `/plan-items/${id}/removals`,
        `/wishes/${wishId}/adoptions`,
      ];
      await expectEach(stranger, 404, { reads, writes });
    });

    it('seven days later it is still held by the photo and by the objection', async () => {
      await house.goOn('2026-04-07T09:00:00+08:00', worker, manager);
      const { id } = await version();
      expect((await manager.get(`/plan-versions/${id}/fix`)).text).toContain('还剩 1 天');
      await house.goOn('2026-04-08T09:00:00+08:00', worker, manager);
      const seen = await manager.get(`/plan-versions/${id}/fix`);
      for (const words of ['还缺现场照片', '还有 1 条异议没有答复']) expect(seen.text).toContain(words);
      const notice = await house.rows.findOneByOrFail(NoticeRecord, { kind: 'plan' });
      await worker.fill(`/notices/${notice.id}`, { near: await jpeg() }, `/notices/${notice.id}/photos`);
      expect((await manager.get(tab)).text).toContain('答复异议');
      expect((await manager.get('/work')).text).not.toContain('还没有定案');
    });

    it('an objection that comes late is marked and answered like the others', async () => {
      const notice = await house.rows.findOneByOrFail(NoticeRecord, { kind: 'plan' });
      await house.goOn('2026-04-09T09:00:00+08:00', worker, manager);
      const late = await wish('晚了一天，还想说一句', {
        kind: 'objection',
        noticeId: notice.id,
        heardOn: '2026-04-09',
      });
      const seen = await worker.get(tab);
      expect(seen.text).toContain('2026年4月9日 提出，在公示期满以后');
      expect(await facts()).toMatchObject({ 'notice.objections-answered': 'missing' });
      const open = await house.rows.findBy(WishRecord, { kind: 'objection', state: 'open' });
      expect(open.map(({ id }) => id)).toContain(late);
      for (const { id } of open) {
        const answer = { outcome: 'otherwise', answer: '充电桩移到车棚北侧，离窗 5 米', step: 'post' };
        const answered = await worker.fill(`/wishes/${id}`, answer, `/wishes/${id}/conclusions`);
        expect(answered.status).toBe(303);
      }
      expect(await facts()).toMatchObject({
        'notice.plan-posted': 'met',
        'notice.objections-answered': 'met',
        'plan.items-chosen': 'missing',
      });
    });

    it('the street fixes it; two presses fix it once, and it is frozen', async () => {
      expect((await manager.get('/work')).text).toContain('还没有定案');
      const { id } = await version();
      const page = await manager.get(`/plan-versions/${id}/fix`);
      expect(page.text).toContain('定案要的都已具备');
      const value = (name: string) => page.page.querySelector(`input[name=${name}]`)!.getAttribute('value')!;
      const stale = await manager.post(`/plan-versions/${id}/fixings`, {
        version: '1',
        onceKey: 'g'.repeat(20),
      });
      expectRefused(stale, '这条记录刚被别人改过');
      const form = { version: value('version'), onceKey: value('onceKey') };
      const seen = await Promise.all([1, 2].map(() => manager.post(`/plan-versions/${id}/fixings`, form)));
      expect(seen.map(({ status, location }) => [status, location])).toEqual([
        [303, tab],
        [303, tab],
      ]);
      expect(await version()).toMatchObject({ state: 'fixed', fixedOn: '2026-04-09' });
      expect((await facts())['plan.items-chosen']).toBe('met');
      const row = await item('电子门禁');
      const late = { ...others[2], treeWork: 'none', version: String(row.version), onceKey: 'h'.repeat(20) };
      expect((await worker.post(`/plan-items/${row.id}`, late)).text).toContain('这一版方案已定案');
      const again = await manager.post(`/plan-versions/${id}/fixings`, { ...form, onceKey: 'i'.repeat(20) });
      expectRefused(again, '这一版方案已定案');
      const plan = (await house.app.get(PlanTotals).publicPlan(ids.renovationId))!;
      expect([plan.version, plan.estimatedFen]).toEqual([1, null]);
      const fixed = (await house.app.get(PlanTotals).currentItems(ids.renovationId))!;
      expect([fixed.number, fixed.items.length]).toEqual([1, 6]);
    });

    it('it prints: every item, totals, nobody’s words', async () => {
      const { id } = await version();
      const seen = await worker.get(`/plan-versions/${id}/print`);
      for (const words of ['一院一案', '飞线杂物清理', '620.5 ㎡', '自管会自我管理', '1989 年建'])
        expect(seen.text).toContain(words);
      expect(seen.text).not.toContain('充电桩离窗');
    });
  });

  describe('a later version', () => {
    it('is begun with a reason, from everything the fixed one has', async () => {
      const path = `${tab}/versions/new`;
      const silent = await worker.fill(path, { reason: ' ' });
      expectRefused(silent, '请写明变更的原因');
      expect((await worker.fill(path, { reason: '充电桩加到 40 组，不再拓宽院路' })).location).toBe(tab);
      expect(await version()).toMatchObject({ number: 2, state: 'draft', durationDays: 30 });
      const rows = await house.rows.findBy(PlanItemRecord, { versionId: (await version()).id });
      expect(rows.map(({ line }) => line).sort()).toEqual([1, 2, 3, 4, 6, 7]);
      expect((await facts())['plan.items-chosen']).toBe('met');
      expect((await worker.get(path)).location).toBe(tab);
    });

    it('is compared with the fixed one side by side, and the sums add up', async () => {
      const more = { quantity: '40', place: '车棚北侧', estimated: '220000' };
      await worker.fill(`/plan-items/${(await item(charging.name)).id}/edit`, more);
      await worker.fill(`/plan-items/${(await item('院路拓宽')).id}/remove`, {});
      await add({ code: 'I02', name: '紫藤架', quantity: '1', unit: '处', estimated: '5000' });
      const { id } = await version();
      const seen = await worker.get(`/plan-versions/${id}/compare`);
      for (const words of ['变更原因：充电桩加到 40 组', '30 组', '40 组', '新车棚内', '车棚北侧', '紫藤架'])
        expect(seen.text).toContain(words);
      const rows = seen.page
        .querySelectorAll('.compare tbody tr')
        .map((row) => [
          row.querySelector('th')!.childNodes[0].textContent,
          row.querySelector('.st')!.textContent,
        ]);
      expect(Object.fromEntries(rows)).toEqual({
        公共车棚: '不变',
        电子门禁: '不变',
        飞线杂物清理: '不变',
        院墙和走廊粉刷: '不变',
        院路拓宽: '取消',
        紫藤架: '新增',
        电动自行车充电桩: '有变化',
      });
      expect(seen.text).toContain('估算增加 2.50 万元');
      const builder = await house.person('builder');
      expect((await builder.get(`/plan-versions/${id}/compare`)).status).toBe(200);
      expect((await worker.get(`/plan-versions/${id}/compare?with=${id}`)).status).toBe(303);
    });

    it('is given up with a reason; wishes stand again as the fixed one answers them', async () => {
      const first = await item(charging.name);
      await worker.fill(`/plan-items/${first.id}/edit`, { wishes: undefined });
      expect((await wishRow(1)).state).toBe('open');
      const wanted = await wish('紫藤不要砍');
      await worker.fill(`/plan-items/${(await item('紫藤架')).id}/edit`, { wishes: String(wanted) });
      expect((await wishRow(wanted)).state).toBe('adopted');
      const { id } = await version();
      expect((await worker.fill(`/plan-versions/${id}/drop`, {})).text).toContain('请填写「放弃原因」');
      expect(
        (await worker.fill(`/plan-versions/${id}/drop`, { reason: '经费不够，维持原方案' })).location,
      ).toBe(tab);
      expect(await version()).toMatchObject({ number: 2, state: 'dropped' });
      expect([(await wishRow(1)).state, (await wishRow(wanted)).state]).toEqual(['adopted', 'open']);
      const seen = await worker.get(tab);
      expect(seen.text).toContain('第 1 版方案');
      expect(seen.text).toContain('已放弃');
      expect((await worker.get(`/plan-versions/${id}/drop`)).text).toContain('这一版方案已放弃');
    });

    it('gets a new number, hangs beside the fixed one, and goes back to a draft when it is taken down', async () => {
      await worker.fill(`${tab}/versions/new`, { reason: '加一处紫藤架' });
      expect((await version()).number).toBe(3);
      await add({ code: 'I02', name: '紫藤架', quantity: '1', unit: '处', place: '院中' });
      const posted = await worker.fill(`${tab}/notice`, { step: 'post' });
      expect(posted.status).toBe(303);
      const notice = (await house.rows.find(NoticeRecord, { order: { id: 'DESC' }, take: 1 }))[0];
      expect(notice.body).toContain('新增：紫藤架');
      const plan = (await house.app.get(PlanTotals).publicPlan(ids.renovationId))!;
      expect([plan.version, plan.proposed?.version, plan.proposed?.changes]).toEqual([
        1,
        3,
        [{ change: 'added', name: '紫藤架', before: null, after: '1 处，院中' }],
      ]);
      expect((await worker.get(`/plan-versions/${(await version()).id}/drop`)).text).toContain(
        '方案正在公示',
      );
      await worker.fill(`/notices/${notice.id}/withdraw`, { reason: '位置要改' });
      expect((await worker.get(newItem)).status).toBe(200);
      const withdrawn = (await house.app.get(PlanTotals).publicPlan(ids.renovationId))!;
      expect([withdrawn.version, withdrawn.proposed]).toEqual([1, null]);
      expect((await worker.get('/work')).text).toContain('还没有公示');
    });
  });

  it('nothing is written once the renovation is closed, and nothing typed is lost', async () => {
    const { id, contentVersion } = await version();
    await closeRenovation(house.app, ids.renovationId, '2026-04-09');
    const before = await house.rows.count(PlanItemRecord);
    const onceKey = 'j'.repeat(20);
    const refused = await worker.post(`${tab}/items`, { ...charging, treeWork: 'none', onceKey });
    expectRefused(refused, '改造已办结，方案不能再改');
    expect(refused.page.querySelector('#f-name')!.getAttribute('value')).toBe(charging.name);
    const fix = await manager.post(`/plan-versions/${id}/fixings`, {
      version: String(contentVersion),
      onceKey: 'k'.repeat(20),
    });
    expectRefused(fix, '改造已办结');
    expect(await house.rows.count(PlanItemRecord)).toBe(before);
  });
});
