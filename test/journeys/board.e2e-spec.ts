import { HTMLElement } from 'node-html-parser';
import { House, openHouse } from '../support/app';
import { Person, Seen } from '../support/person';
import { givenYard } from '../support/portfolio';

const at = (
  stage: 'survey' | 'consultation' | 'construction' | 'handover',
  plannedEndOn: string,
  more: object = {},
) => ({
  stage,
  plannedEndOn,
  ...more,
});

describe('the board', () => {
  let house: House;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T10:00:00+08:00' });
    const { app } = house;
    await givenYard(app, {
      code: 'fl106',
      name: '丰乐路106号院',
      compound: { managementStatus: 'residents' },
      renovation: { stage: 'construction', removal: 'finished' },
      schedule: [
        at('survey', '2026-03-20', { endedOn: '2026-03-20' }),
        at('construction', '2026-06-18', { startedOn: '2026-05-19' }),
        at('handover', '2026-07-11'),
      ],
    });
    await givenYard(app, {
      code: 'ruhe',
      name: '汝河小区',
      compound: { householdCount: 436, managementStatus: 'none' },
      renovation: { track: 'district' },
      schedule: [at('survey', '2026-05-27', { startedOn: '2026-05-01' }), at('handover', '2026-09-30')],
    });
    await givenYard(app, {
      code: 'js22',
      name: '江山路22号院',
      renovation: { stage: 'handover', state: 'closed', removal: 'finished', closedOn: '2026-05-20' },
      schedule: [at('handover', '2026-05-18', { endedOn: '2026-05-20' })],
    });
    await givenYard(app, {
      code: 'yc8',
      name: '英才街8号院',
      renovation: null,
      compound: { communityId: null },
    });
    await givenYard(app, { code: 'rh6', name: '人和路6号院', foreign: true });
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  const names = (seen: Seen) => seen.page.querySelectorAll('tbody th a').map((one) => one.textContent);
  const cells = (seen: Seen, name: string) => {
    const row = seen.page
      .querySelectorAll('tbody tr')
      .find((one) => one.querySelector('th')!.textContent === name)!;
    return (row.childNodes.filter((one) => one instanceof HTMLElement) as HTMLElement[]).map((one) =>
      one.textContent.trim(),
    );
  };

  it('shows every compound in scope, the latest first, and none of another district', async () => {
    const seen = await manager.get('/board');
    expect(names(seen)).toEqual(['汝河小区', '江山路22号院', '丰乐路106号院', '英才街8号院']);
    expect(seen.html).not.toContain('人和路');
    expect(names(await (await house.person('foreign-officer')).get('/board'))).toEqual(['人和路6号院']);
    expect(names(await (await house.person('worker')).get('/board'))).not.toContain('英才街8号院');
    expect(names(await (await house.person('builder')).get('/board'))).toEqual([]);
    expect((await (await house.person('admin')).get('/board')).status).toBe(403);
  });

  it('puts plan against fact in every line', async () => {
    const seen = await manager.get('/board');
    expect(cells(seen, '丰乐路106号院')).toEqual([
      '丰乐路106号院',
      '刘寨街道 · 粮运社区',
      '施工改造',
      '',
      '—',
      '7月11日',
      '7月11日',
      '0',
      '28',
      expect.stringMatching(/^\d+ 项/),
      '—',
      '6月8日',
    ]);
    expect(cells(seen, '汝河小区').slice(2, 9)).toEqual([
      '摸底调查 · 逾期 12 天',
      '',
      '—',
      '9月30日',
      '9月30日',
      '+12',
      '436',
    ]);
    expect(cells(seen, '江山路22号院').slice(2, 10)).toEqual([
      '已办结',
      '',
      '—',
      '5月18日',
      '5月20日',
      '+2',
      '28',
      '—',
    ]);
    expect(cells(seen, '英才街8号院').slice(1, 10)).toEqual([
      '刘寨街道 · 社区待定',
      '未立项',
      '',
      '—',
      '—',
      '—',
      '—',
      '28',
      '—',
    ]);
  });

  it('adds up, and counts every stage as the public page does', async () => {
    const seen = await manager.get('/board');
    const totals = seen.page
      .querySelectorAll('.totals > div')
      .map((one) => one.structuredText.replace(/\s+/g, ''));
    expect(totals.slice(0, 4)).toEqual(['楼院4个，520户', '施工改造1个', '已办结1个', '逾期1个，最长12天']);
    const funnel = (page: HTMLElement) =>
      page.querySelectorAll('.funnel b').map((one) => parseInt(one.textContent, 10));
    expect(funnel(seen.page)).toEqual([1, 0, 0, 1, 0, 1]);
    expect(funnel((await manager.get('/')).page)).toEqual([2, 0, 0, 1, 0, 1]);
  });

  it.each([
    ['q=ruhe', ['汝河小区']],
    ['stage=construction', ['丰乐路106号院']],
    ['state=none', ['英才街8号院']],
    ['state=closed', ['江山路22号院']],
    ['late=1', ['汝河小区']],
    ['management=residents', ['丰乐路106号院']],
    ['community=none', ['英才街8号院']],
    ['late=1&stage=construction', []],
    ['stage=nonsense&street=abc', ['汝河小区', '江山路22号院', '丰乐路106号院', '英才街8号院']],
  ])('is narrowed by %s', async (query, expected) => {
    const seen = await manager.get(`/board?${query}`);
    expect(names(seen)).toEqual(expected);
    if (!expected.length) expect(seen.text).toContain('没有符合条件的楼院');
  });

  it.each([
    ['name', ['丰乐路106号院', '江山路22号院', '汝河小区', '英才街8号院']],
    ['households&order=desc', ['汝河小区', '丰乐路106号院', '江山路22号院', '英才街8号院']],
    ['planned', ['江山路22号院', '丰乐路106号院', '汝河小区', '英才街8号院']],
    ['planned&order=desc', ['汝河小区', '丰乐路106号院', '江山路22号院', '英才街8号院']],
    ['drift', ['丰乐路106号院', '江山路22号院', '汝河小区', '英才街8号院']],
    ['stage', ['汝河小区', '丰乐路106号院', '江山路22号院', '英才街8号院']],
  ])('is ordered by %s, what is unknown last', async (sort, expected) => {
    const seen = await manager.get(`/board?sort=${sort}`);
    expect(names(seen)).toEqual(expected);
    expect(seen.page.querySelectorAll('th[aria-sort]')).toHaveLength(1);
  });

  it('keeps filters and order in every link', async () => {
    const { page } = await manager.get('/board?late=1&sort=name');
    const links = page.querySelectorAll('.funnel a, th .sort').map((one) => one.getAttribute('href')!);
    expect(links.every((link) => link.includes('late=1'))).toBe(true);
    expect(page.querySelector('.chosen a')!.getAttribute('href')).toBe('/board?sort=name');
  });

  it('says the same number of days as the page of the compound', async () => {
    expect((await manager.get('/compounds/ruhe')).text).toContain('逾期 12 天');
    expect((await manager.get('/compounds/js22')).text).toContain('比计划晚 2 天');
  });
});

describe('the first tab of a compound', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T10:00:00+08:00' });
    await givenYard(house.app, {
      code: 'fl106',
      name: '丰乐路106号院',
      compound: { remarks: '只给办公室看的话' },
      schedule: [at('survey', '2026-06-05', { startedOn: '2026-03-02' }), at('handover', '2026-07-11')],
    });
    await givenYard(house.app, { code: 'yc8', name: '英才街8号院', renovation: null });
  });
  afterAll(() => house.close());

  it('shows stages, what is missing, what waits, the plan, the last steps and the facts', async () => {
    const { text, page, status } = await (await house.person('manager')).get('/compounds/fl106');
    expect(status).toBe(200);
    for (const words of [
      '逾期 3 天',
      '从「摸底调查」进入「居民议事」',
      '填预计日期',
      '登记楼院',
      '基本情况',
      '1989 年',
    ])
      expect(text).toContain(words);
    expect(page.querySelectorAll('.btn-p').map((one) => one.textContent.trim())).toEqual([
      '进入「居民议事」',
    ]);
    expect(page.querySelectorAll('.tabs a[aria-current]').map((one) => one.textContent)).toEqual(['概览']);
  });

  it('says why a block is empty and what to do, before anything is arranged', async () => {
    const { text, page } = await (await house.person('manager')).get('/compounds/yc8');
    expect(text).toContain('立项后在这里排六个阶段的计划');
    expect(page.querySelector('.btn-p')!.getAttribute('href')).toBe('/compounds/yc8/renovations#open');
  });

  it('leaves out what the role may not read', async () => {
    const seen = await (await house.person('auditor')).get('/compounds/fl106');
    expect(seen.page.querySelector('#log')).not.toBeNull();
    expect((await (await house.person('builder')).get('/compounds/fl106')).status).toBe(404);
    const worker = await (await house.person('worker')).get('/compounds/fl106');
    expect(worker.page.querySelector('#log')).toBeNull();
    expect(worker.page.querySelector('#hazards')).not.toBeNull();
  });

  it.each(['/compounds/fl106', '/compounds/fl106/log'])(
    'is not there for another district: %s',
    async (path) => {
      expect((await (await house.person('foreign-manager')).get(path)).status).toBe(404);
      expect((await (await house.person('foreign-officer')).get(path)).status).toBe(404);
    },
  );
});
