import { HTMLElement } from 'node-html-parser';
import { DataSource } from 'typeorm';
import {
  DelayDecisionRecord,
  StopWindowRecord,
  WorksBaselineRecord,
} from '../../src/progress/progress.entities';
import { ProgressTotals } from '../../src/progress/progress.totals';
import { WorkItemRecord } from '../../src/works/work.entities';
import { expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { onceKeyIn, taken, toMend } from '../support/pages';
import { Fields, Person, valuesOf } from '../support/person';
import { write } from '../support/portfolio';
import { confirmedUntilEighthOfJune, givenPosts } from '../support/progress-rows';
import { refusal } from '../support/refusals';
import { plannedDays } from '../support/plan';
import { closeRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const tab = '/compounds/fl106/progress';
const newPlan = `${tab}/baselines/new`;
const plans = `${tab}/baselines`;
const newStop = '/compounds/fl106/stop-windows/new';
const stops = '/compounds/fl106/stop-windows';
const newDelay = '/compounds/fl106/delays/new';
const delays = '/compounds/fl106/delays';

/** The words of a cell or a line, white space folded. */
const wordsOf = (one: HTMLElement) => one.structuredText.replace(/\s+/g, ' ').trim();

describe('the progress of 丰乐路106号院: seven items in one month, two days of rain (case C1)', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let manager: Person;
  let builder: Person;
  let watcher: Person;
  let worker: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-12T09:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app);
    const shed = works.items['公共车棚'];
    await write(house.app, (tx) =>
      tx.update(WorkItemRecord, { id: works.items['充电桩'] }, { predecessorId: shed }),
    );
    [manager, builder, watcher, worker] = await house.people('manager', 'builder', 'watcher', 'worker');
  });
  afterAll(() => house.close());

  const rowsOf = async (section: string, person = manager) => {
    const { page } = await person.get(tab);
    return page
      .querySelectorAll(`section[aria-labelledby=${section}] tbody tr`)
      .map((row) => row.querySelectorAll('th, td').map(wordsOf));
  };
  const numbers = async (person = manager) => {
    const { page } = await person.get(tab);
    return Object.fromEntries(
      page
        .querySelectorAll('main .numbers div')
        .map((one) => [
          wordsOf(one.querySelector('dt')!),
          one.querySelectorAll('dd > *').map(wordsOf).join(' '),
        ]),
    );
  };
  const refusedAt = async (form: string, action: string, fields: Fields) => {
    const { page } = await manager.get(form);
    const hidden = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (typed) => manager.post(action, { ...hidden, ...typed }));
  };

  describe('before a plan is frozen', () => {
    it('nothing is counted, and the manager is led to the plan', async () => {
      const { text, page } = await manager.get(tab);
      expect(text).toContain('进度还没有开始算');
      expect(page.querySelector('main .empty a')!.getAttribute('href')).toContain(newPlan);
      expect((await builder.get(tab)).page.querySelector('main .empty a')).toBeNull();
      expect((await manager.get(`${tab}/print`)).status).toBe(404);
    });

    it('the form shows what will be frozen: weights from the amounts of the contract', async () => {
      // 1.5 + 3.1 + 1.4 + 1.2 + 5.6 + 4.6 + 0.6 = 18.0 万元; 5.6 / 18.0 = 31.11 %.
      const { page } = await manager.get(newPlan);
      const shares = page
        .querySelectorAll('main tbody tr')
        .map((row) => wordsOf(row.querySelectorAll('td')[1]));
      expect(shares).toEqual(['8.33%', '17.22%', '7.78%', '6.67%', '31.11%', '25.56%', '3.33%']);
    });

    it('an item without an amount stands in the way of weights by money, and is named', async () => {
      const { id } = { id: works.items['电子门禁'] };
      await write(house.app, (tx) => tx.update(WorkItemRecord, { id }, { contractFen: null }));
      expect(await refusedAt(newPlan, plans, { weighing: 'money' })).toContain(
        '「电子门禁」还没有合同金额，请填写，或人工填写权重',
      );
      expect(await refusedAt(newPlan, plans, { weighing: 'quantity' })).toContain('各项单位不同');
      await write(house.app, (tx) => tx.update(WorkItemRecord, { id }, { contractFen: 12_000_00 }));
    });

    it('is frozen once, however often the form is sent; who looked at an older state is told', async () => {
      const { page } = await manager.get(newPlan);
      const form = valuesOf(page.querySelector('main form')!);
      expect(await taken(manager.post(plans, form))).toBe(tab);
      expect(await taken(manager.post(plans, form))).toBe(tab);
      expect(await db.manager.count(WorksBaselineRecord)).toBe(1);
      const late = await untouched(db, () =>
        manager.post(plans, { ...form, onceKey: `${onceKeyIn(page)}x` }),
      );
      expect([late.status, toMend(late)[0]]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect(valuesOf(late.page.querySelector('main form')!).seen).toBe('1');
    });
  });

  describe('before the works begin', () => {
    it('nothing is said of the finish but the plan', async () => {
      const { text } = await manager.get(tab);
      expect(text).toContain('6月18日还能完工吗');
      expect(text).toContain('现在还说不准');
      expect(await numbers()).toMatchObject({ 已完成: expect.stringMatching(/^0%/), 计划完工: '6月18日' });
    });
  });

  describe('rain on 2 and 3 June', () => {
    beforeAll(async () => {
      await house.goOn('2026-06-04T09:00:00+08:00', manager, builder, watcher, worker);
    });

    it.each<[string, Fields, string]>([
      ['ends before it begins', { toOn: '2026-06-01' }, '「最后一天」不能早于 2026年6月2日'],
      ['lies far ahead', { fromOn: '2026-07-30', toOn: '' }, '「开始停工」最多提前 30 天登记'],
      ['begins before everything', { fromOn: '2026-02-28' }, '「开始停工」不能早于立项日期'],
      ['says nothing by its name', { kind: 'other' }, '请写明其他原因的具体情况和依据'],
      ['is of an item of another compound', { items: ['999'] }, '选择的施工项目里有别处的'],
    ])('is refused where it %s', async (_, fields, sentence) => {
      const typed = { kind: 'rain', fromOn: '2026-06-02', toOn: '2026-06-03', ...fields };
      const { page } = await manager.get(newStop);
      const hidden = valuesOf(page.querySelector('main form')!);
      const seen = await untouched(db, () => manager.post(stops, { ...hidden, ...typed }));
      expect([seen.status, toMend(seen).join()]).toEqual([422, expect.stringContaining(sentence)]);
    });

    it('is written once', async () => {
      const typed = { kind: 'rain', fromOn: '2026-06-02', toOn: '2026-06-03', note: '气象台暴雨蓝色预警' };
      const { page } = await manager.get(newStop);
      const form = { ...valuesOf(page.querySelector('main form')!), ...typed };
      expect(await taken(manager.post(stops, form))).toBe(tab);
      await manager.post(stops, form);
      expect(await db.manager.count(StopWindowRecord)).toBe(1);
      expect(await refusedAt(newStop, stops, typed)).toContain('已经登记过「降雨」，请改那一条');
      expect((await rowsOf('stops'))[0].slice(0, 6)).toEqual([
        ...['降雨', '已过', '6月2日 至 6月3日', '室外的施工项目', '天气', '手工登记：气象台暴雨蓝色预警'],
      ]);
    });
  });

  describe('in the evening of 8 June', () => {
    beforeAll(async () => {
      await house.goOn('2026-06-08T18:30:00+08:00', manager, builder, watcher, worker);
      await givenPosts(house.app, works, confirmedUntilEighthOfJune());
    });

    // By hand, weight × done, and weight × working days passed of working days planned:
    //   剪除飞线     8.33 %  done   1/1   = 100.00 %  planned  4 of  4 days = 100.00 %
    //   粉刷院墙    17.22 %  done 527/620 =  85.00 %  planned 11 of 13 days =  84.61 %
    //   粉刷楼道     7.78 %  done   4/7   =  57.14 %  planned  6 of 10 days =  60.00 %
    //   电子门禁     6.67 %  done           10.00 %  planned  1 of  5 days =  20.00 %
    //   公共车棚    31.11 %  done  42/60  =  70.00 %  planned 10 of 10 days = 100.00 %
    //   充电桩      25.56 %  done   0/30  =   0.00 %  planned  1 of  7 days =  14.28 %
    //   消防车道划线 3.33 %  done   0/1   =   0.00 %  planned  0 of  2 days =   0.00 %
    //   done    8.33 + 14.64 + 4.44 + 0.67 + 21.78                = 49.85 %
    //   planned 8.33 + 14.57 + 4.67 + 1.33 + 31.11 + 3.65         = 63.66 %
    // The plan stood at 49.85 % by the evening of 4 June; since then the site had two working days, the 5th and the 8th.
    it('the number is the one worked out by hand', async () => {
      expect(await numbers()).toEqual({
        已完成: '49% 截至 6月8日',
        计划应完成: '63%',
        和计划比: '慢 14 个百分点，约 2 个工作日',
        做完的施工项目: '1 / 7 项',
        计划完工: '6月18日',
        最可能完工: '7月1日 6月26日 至 7月9日',
      });
      const rows = await rowsOf('weights');
      expect(rows.map((row) => [row[0], row[1], row[3], row[4], row[5], row[6]])).toEqual([
        ['剪除飞线', '8.33%', '100%', '100%', '1 / 1 项', '8.33%'],
        ['粉刷院墙', '17.22%', '84%', '85%', '527 / 620 ㎡', '14.64%'],
        ['粉刷楼道', '7.78%', '60%', '57%', '4 / 7 层', '4.44%'],
        ['电子门禁', '6.67%', '20%', '10%', '—', '0.67%'],
        ['公共车棚', '31.11%', '100%', '70%', '42 / 60 ㎡', '21.77%'],
        ['充电桩', '25.56%', '14%', '0%', '0 / 30 组', '0.00%'],
        ['消防车道划线', '3.33%', '0%', '0%', '0 / 1 项', '0.00%'],
      ]);
      const { page } = await manager.get(tab);
      const foot = page.querySelector('section[aria-labelledby=weights] tfoot')!;
      expect(wordsOf(foot)).toBe('合计 100.00% 63.66% 49.85%');
    });

    it('18 June does not hold, and the page says so first, with how it is counted', async () => {
      const { page, text } = await manager.get(tab);
      const section = page.querySelector('main section')!;
      expect(wordsOf(section.querySelector('h2')!)).toBe('6月18日还能完工吗？');
      expect(wordsOf(section.querySelector('.st-late')!)).toBe('赶不上，晚 13 天');
      expect(text).toContain('最可能 7月1日，最早也要 6月26日');
      expect(text).toContain('还剩 50.15%，要 16 个工作日');
    });

    it('and leads to the form of the expected end, filled in, so that one press says it', async () => {
      const { page } = await manager.get(tab);
      const link = page
        .querySelectorAll('section[aria-labelledby=verdict] a')
        .find((one) => one.textContent === '更新预计完工')!
        .getAttribute('href')!;
      const { page: form } = await manager.get(link);
      expect(valuesOf(form.querySelector('main form')!)).toMatchObject({
        ...{ stage: 'construction', endOn: '2026-07-01', reason: '施工比计划慢', answerable: 'contractor' },
      });
      await manager.fill('/compounds/fl106/baselines/new', plannedDays);
      expect(await taken(manager.fill(link, {}))).toBe('/compounds/fl106/stages');
      expect((await manager.get('/compounds/fl106/stages')).text).toContain('施工比计划慢');
      // An address nobody made: what it does not say is what was said last.
      const odd = await manager.get('/compounds/fl106/forecasts/new?stage=construction&endOn=x&answerable=y');
      expect(valuesOf(odd.page.querySelector('main form')!)).toMatchObject({ endOn: '2026-07-01' });
      for (const person of [builder, watcher]) {
        const { text } = await person.get(tab);
        expect(text).not.toContain('更新预计完工');
      }
    });

    it('bars say the same in the words of their table', async () => {
      expect(await rowsOf('bars')).toEqual([
        ['剪除飞线', '5月19日 至 5月22日', '5月19日 至 5月22日，已完成', '准时', ''],
        ['粉刷院墙', '5月25日 至 6月10日', '5月29日开始，完成 85%，预计 6月10日完', '准时', ''],
        [
          '粉刷楼道',
          '6月1日 至 6月12日',
          '6月5日开始，完成 57%（应完成 60%），预计 6月15日完',
          '晚 3 天',
          '晚 3 天',
        ],
        [
          '电子门禁',
          '6月8日 至 6月12日',
          '6月8日开始，完成 10%（应完成 20%），预计 6月15日完',
          '晚 3 天',
          '晚 3 天',
        ],
        [
          '公共车棚',
          '5月25日 至 6月5日',
          '5月25日开始，完成 70%（应完成 100%），预计 6月11日完',
          '晚 6 天',
          '晚 6 天',
        ],
        ['充电桩', '6月8日 至 6月16日', '未开始（应完成 14%），预计 6月23日完', '晚 7 天', '晚 7 天'],
        ['消防车道划线', '6月17日 至 6月18日', '未开始，预计 6月18日完', '准时', ''],
      ]);
    });

    it('the curve is an image with a name, a description and a table of every day', async () => {
      const { page } = await manager.get(tab);
      const curve = page.querySelector('section[aria-labelledby=curve]')!;
      const [titleId, aboutId] = curve
        .querySelector('svg[role=img]')!
        .getAttribute('aria-labelledby')!
        .split(' ');
      expect(page.querySelector(`#${titleId}`)!.textContent).toBe('累计进度曲线');
      expect(page.querySelector(`#${aboutId}`)!.textContent).toContain('已完成 49%，计划 63%');
      const days = await rowsOf('curve');
      expect(days).toHaveLength(45);
      expect(days.find(([day]) => day.startsWith('6月8日'))).toEqual([
        ...['6月8日（今天）', '工作日', '63.66%', '49.85%', '-14', '49.85%'],
      ]);
      expect(days.find(([day]) => day === '6月2日')![1]).toBe('工作日，部分停工：降雨');
      const dashes = curve.querySelectorAll('polyline').map((line) => line.getAttribute('stroke-dasharray'));
      expect(new Set(dashes).size).toBe(3);
    });

    it('prints on one A3 sheet with the same numbers', async () => {
      const { text, page } = await manager.get(`${tab}/print`);
      expect(page.querySelector('body')!.getAttribute('class')).toBe('a3');
      for (const words of ['施工进度图', '截至 2026年6月8日', '49%', '63%', '合计 100.00% 63.66% 49.85%'])
        expect(text).toContain(words);
    });

    it('a builder reads no forecast, no delay and nothing to press', async () => {
      const { text, page } = await builder.get(tab);
      expect(text).toContain('49%');
      expect(text).not.toMatch(/还能完工吗|最可能|要不要顺延/);
      expect(page.querySelectorAll('main .actions a').map((one) => one.textContent)).toEqual([
        '打印 A3 进度图',
      ]);
    });

    it('two days of rain propose later ends for the shed and what waits for it, and the manager decides', async () => {
      const { page } = await manager.get(tab);
      const lines = page.querySelectorAll('section[aria-labelledby=delays] li').map(wordsOf);
      expect(lines).toHaveLength(3);
      expect(lines[1]).toContain(
        '「公共车棚」6月2日 至 6月3日因降雨停工 2 个工作日（责任方：天气）；计划完工 2026年6月5日，建议顺延到 2026年6月9日',
      );
      const asked = { item: String(works.items['公共车棚']), until: '2026-06-09' };
      const form = `${newDelay}?item=${asked.item}&until=${asked.until}`;
      expect(await refusedAt(form, delays, { decision: 'declined', note: '' })).toContain(
        '请写明不同意顺延的原因',
      );
      const { page: open } = await manager.get(form);
      const fields = { ...valuesOf(open.querySelector('main form')!), note: '天气原因属实' };
      expect(await taken(manager.post(delays, fields))).toBe(tab);
      await manager.post(delays, fields);
      const answers = await db.manager.find(DelayDecisionRecord);
      expect(answers.map(({ decision, proposedFinishOn }) => [decision, proposedFinishOn])).toEqual([
        ['granted', '2026-06-09'],
      ]);
      const again = await untouched(db, () => manager.post(delays, { ...fields, onceKey: 'k'.repeat(24) }));
      expect([again.status, toMend(again)[0]]).toEqual([422, expect.stringContaining('已经答复过')]);
      const gone = await manager.get(`${newDelay}?item=${works.items['剪除飞线']}&until=2026-06-09`);
      expect(gone.status).toBe(303);
      expect((await manager.get(tab)).text).toContain('同意顺延');
    });

    it('what came of it is not changed by granting a delay: the plan stays frozen', async () => {
      expect(await numbers()).toMatchObject({ 已完成: '49% 截至 6月8日', 计划应完成: '63%' });
    });
  });

  describe('stops that count by themselves', () => {
    it('a confirmed day without work is one, and so are more lost days asked again', async () => {
      await givenPosts(house.app, works, [{ on: '2026-06-04', post: { holdups: ['material'] } }]);
      expect((await rowsOf('stops'))[0].slice(0, 6)).toEqual([
        ...['缺料', '已过', '6月4日', '全部施工项目', '施工方', '日报'],
      ]);
      const { text } = await manager.get(tab);
      expect(text).toContain('因缺料停工 1 个工作日（责任方：施工方）');
      expect(text).not.toContain('同意顺延');
    });

    it('a post that waits or was sent back is none', async () => {
      const waiting = { state: 'sent' as const, decidedBy: null, decidedAt: null };
      await givenPosts(house.app, works, [{ on: '2026-06-01', post: waiting }]);
      expect((await rowsOf('stops')).map(([kind]) => kind)).toEqual(['缺料', '降雨']);
    });

    it('a stop that was written by mistake is taken back with a reason and counts nowhere', async () => {
      const { id } = await newest(db.manager, StopWindowRecord);
      const [end, withdraw] = [`/stop-windows/${id}/end`, `/stop-windows/${id}/withdraw`];
      expect(await refusedAt(end, `/stop-windows/${id}/ends`, { toOn: '2026-06-01' })).toContain('不能早于');
      const { page } = await manager.get(end);
      const stale = valuesOf(page.querySelector('main form')!);
      expect(await taken(manager.fill(end, { toOn: '2026-06-02' }))).toBe(tab);
      const late = await untouched(db, () =>
        manager.post(`/stop-windows/${id}/ends`, { ...stale, toOn: '2026-06-05' }),
      );
      expect([late.status, toMend(late)[0]]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect(await refusedAt(withdraw, `/stop-windows/${id}/withdrawals`, { reason: '' })).toContain(
        '作废原因',
      );
      expect(await taken(manager.fill(withdraw, { reason: '记到了隔壁楼院' }))).toBe(tab);
      expect((await rowsOf('stops')).map(([kind]) => kind)).toEqual(['缺料']);
      expect((await manager.get(end)).status).toBe(404);
    });
  });

  describe('a delay that moves the end of everything', () => {
    it('leads on to the form of the expected end once it is granted, filled in with what the stops explain', async () => {
      const lane = works.items['消防车道划线'];
      // Its two days of work begin on the 17th: only a stop that reaches them moves it.
      const typed = { kind: 'utility', items: [String(lane)], note: '等电力公司' };
      const later = { ...typed, fromOn: '2026-06-17', toOn: '2026-06-18' };
      expect(await taken(manager.fill(newStop, later))).toBe(tab);
      const { page } = await manager.get(tab);
      const finish = page.querySelectorAll('section[aria-labelledby=delays] li').map(wordsOf).at(-1)!;
      expect(finish).toContain('停工使全部完工推到 2026年6月23日，晚 5 天');
      const answer = await manager.fill(`${newDelay}?item=${lane}&until=2026-06-23`, {}, delays);
      const to = new URL(`http://house${answer.location}`);
      expect([to.pathname, Object.fromEntries(to.searchParams)]).toEqual([
        '/compounds/fl106/forecasts/new',
        {
          ...{ stage: 'construction', endOn: '2026-06-23', answerable: 'utility' },
          reason: '6月17日 至 6月18日因等管线单位停工 2 个工作日',
        },
      ]);
      const { id } = await newest(db.manager, StopWindowRecord);
      await manager.fill(`/stop-windows/${id}/withdraw`, { reason: '试一下' });
    });
  });

  describe('a new plan', () => {
    it('is not made without a change, nor without a reason, nor by moving what is finished', async () => {
      expect(await refusedAt(newPlan, plans, { weighing: 'money', reason: '再定一次' })).toContain(
        '计划没有变化，不需要重新定计划',
      );
      const [wires, shed] = [works.items['剪除飞线'], works.items['公共车棚']];
      await write(house.app, async (tx) => {
        await tx.update(WorkItemRecord, { id: wires }, { state: 'finished', plannedFinishOn: '2026-05-25' });
        await tx.update(WorkItemRecord, { id: shed }, { plannedFinishOn: '2026-06-12' });
      });
      const refused = await refusedAt(newPlan, plans, { weighing: 'money', reason: '' });
      expect(refused).toContain('请写明调整计划的原因，原计划会保留');
      expect(refused).toContain('「剪除飞线」已经完成，计划日期不能再改，也不能取消');
      await write(house.app, (tx) =>
        tx.update(WorkItemRecord, { id: wires }, { plannedFinishOn: '2026-05-22' }),
      );
    });

    it('keeps the old one, and both stand side by side', async () => {
      const reason = '车棚顺延，增加挡水檐';
      expect(await taken(manager.fill(newPlan, { reason }, plans))).toBe(tab);
      const { page, text } = await manager.get(plans);
      expect(text).toContain('第 1 版');
      expect(text).toContain(reason);
      const changed = page
        .querySelectorAll('section[aria-labelledby=items] tr')
        .filter((row) => row.querySelector('b'));
      expect(changed.map((row) => wordsOf(row.querySelector('th')!))).toEqual(['公共车棚']);
      expect((await manager.get(tab)).text).toContain('第 2 版计划');
    });

    it('leaves what is looked back at as it was: the days before it are measured by the plan of then', async () => {
      const { text, page } = await manager.get(`${tab}?on=2026-06-05`);
      expect(text).toContain('第 1 版计划');
      expect(text).not.toContain('第 2 版计划');
      const offered = page.querySelectorAll('main .actions a').map((one) => one.textContent);
      expect(offered).toEqual(['打印 A3 进度图']);
      expect((await manager.get(`${tab}?on=2026-06-07`)).text).toContain('2026年6月7日的进度');
    });
  });

  describe('who may do what', () => {
    it('a builder and a supervisor read; nobody but the manager writes; a foreign street finds nothing', async () => {
      await expectEach(builder, 200, { reads: [tab, `${tab}/print`, plans] });
      await expectEach(watcher, 200, { reads: [tab, plans] });
      const [forms, writes] = [
        [newPlan, newStop, newDelay],
        [plans, stops, delays],
      ];
      await expectEach(builder, 403, { reads: forms, writes });
      await expectEach(worker, 403, { reads: forms, writes });
      const [foreign] = await house.people('foreign-manager');
      await expectEach(foreign, 404, { reads: [tab, `${tab}/print`, plans, ...forms], writes });
    });

    it('once the renovation is closed nothing is written any more, and everything stays readable', async () => {
      await closeRenovation(house.app, works.renovationId, '2026-06-08');
      const typed = { kind: 'rain', fromOn: '2026-06-05', toOn: '2026-06-05' };
      expect(await refusedAt(newStop, stops, typed)).toContain('施工记录不能再改');
      expect(await refusedAt(newPlan, plans, { weighing: 'money', reason: '再定' })).toContain(
        '施工记录不能再改',
      );
      expect((await manager.get(tab)).status).toBe(200);
    });
  });

  it('one question is answered for one renovation as for many', async () => {
    const totals = house.app.get(ProgressTotals);
    const one = await totals.of([works.renovationId]);
    expect((await totals.of([works.renovationId, 999])).get(works.renovationId)).toEqual(
      one.get(works.renovationId),
    );
  });
});
