import * as sqlite3 from 'sqlite3';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { auditWords } from '../../src/portfolio/audit-words';
import { House, openHouse } from '../support/app';
import { Seen } from '../support/person';
import { givenYard } from '../support/portfolio';

const rows = (seen: Seen) =>
  seen.page
    .querySelectorAll('tbody tr')
    .map((row) => row.childNodes.map((cell) => cell.text.trim()).filter((text) => text !== ''));

describe('the record of what was done', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-07T09:00:00+08:00' });
    await givenYard(house.app, { code: 'fl106', name: '丰乐路106号院' });
    await givenYard(house.app, { code: 'rh6', name: '人和路6号院', foreign: true });
    house.setClock('2026-06-08T10:00:00+08:00');
    const day = await house.person('manager');
    await day.fill('/compounds/fl106/stage-moves/new?move=pause', { reason: '连续降雨' });
    house.setClock('2026-06-08T23:59:00+08:00');
    const night = await house.person('manager');
    await night.fill('/compounds/fl106/stage-moves/new?move=resume', {});
    house.setClock('2026-06-09T10:00:00+08:00');
  });
  afterAll(() => house.close());

  it('tells the steps on a compound in words: when, what, who, why', async () => {
    const seen = await (await house.person('manager')).get('/compounds/fl106/log');
    expect(rows(seen)).toEqual([
      ['6月8日 23:59', '恢复：摸底调查，已暂停 → 摸底调查，进行中', '刘寨街道项目负责人 · 街道项目负责人'],
      [
        '6月8日 10:00',
        '暂停：摸底调查，进行中 → 摸底调查，已暂停',
        '刘寨街道项目负责人 · 街道项目负责人',
        '连续降雨',
      ],
      ['6月7日 09:00', '登记楼院', '系统'],
    ]);
    const open = seen.page.querySelectorAll('.tabs a[aria-current]').map((one) => one.textContent);
    expect(open).toEqual(['楼院档案', '记录']);
  });

  it.each([
    ['officer', 3, 0],
    ['manager', 3, 0],
    ['foreign-manager', 0, 1],
    ['foreign-officer', 0, 1],
  ])('shows %s the steps of their scope only', async (login, own, foreign) => {
    const seen = await (await house.person(login)).get('/audit');
    const places = seen.page.querySelectorAll('tbody td a').map((one) => one.textContent);
    expect(places.filter((name) => name === '丰乐路106号院')).toHaveLength(own);
    expect(places.filter((name) => name === '人和路6号院')).toHaveLength(foreign);
    expect(seen.html).not.toContain('登录没有成功：');
  });

  it('shows the auditor the offices and the system too, of the own district', async () => {
    const seen = await (await house.person('auditor')).get('/audit');
    expect(seen.text).toContain('惠济区审计 · 审计');
    expect(seen.text).toContain('装入组织机构');
    expect(seen.html).not.toContain('人和路6号院');
    const people = seen.page.querySelectorAll('select[name=person] option').map((one) => one.textContent);
    expect(people).toContain('刘寨街道项目负责人');
    expect(people).not.toContain('二七区改造办');
  });

  it.each(['worker', 'builder', 'watcher', 'admin'])('is closed to %s', async (login) => {
    const person = await house.person(login);
    expect((await person.get('/audit')).status).toBe(403);
    expect((await person.get('/compounds/fl106/log')).status).toBe(403);
  });

  it.each([
    ['action=stage.pause', 1],
    ['q=丰乐路', 3],
    ['q=人和路', 0],
    ['from=2026-06-08', 2],
    ['from=2026-06-08&until=2026-06-08', 2],
    ['until=2026-06-07', 1],
    ['from=2026-06-09', 0],
    ['action=nonsense&from=yesterday', 3],
  ])('is narrowed by %s; a day ends at midnight in Zhengzhou', async (query, count) => {
    const seen = await (await house.person('manager')).get(`/audit?${encodeURI(query)}`);
    expect(seen.page.querySelectorAll('tbody tr')).toHaveLength(count);
    if (!count) expect(seen.text).toContain('没有符合条件的记录');
  });

  it('is narrowed by person', async () => {
    const manager = await house.person('manager');
    const { page } = await manager.get('/audit');
    const [, own] = page.querySelectorAll('select[name=person] option');
    const seen = await manager.get(`/audit?person=${own.getAttribute('value')}`);
    expect(seen.page.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('says that its chain holds, and names the first entry that does not', async () => {
    const auditor = await house.person('auditor');
    expect((await auditor.get('/audit')).text).toMatch(/完整 共 [\d,]+ 条，今天 10:00 逐条核对/);
    const writer = new sqlite3.Database(house.config.database.file);
    const run = (sql: string) =>
      new Promise<void>((resolve, reject) =>
        writer.exec(sql, (error) => (error ? reject(error) : resolve())),
      );
    await run('DROP TRIGGER audit_entry_no_update');
    await run(`UPDATE audit_entry SET reason = '另一个原因' WHERE action = 'stage.pause'`);
    await new Promise((resolve) => writer.close(resolve));
    expect((await auditor.get('/audit')).text).toContain('完整');
    house.setClock('2026-06-09T10:10:01+08:00');
    expect((await (await house.person('auditor')).get('/audit')).text).toMatch(/第 \d+ 条起有问题/);
  });

  it('has a word for everything that was recorded here', async () => {
    const actions = await house.rows
      .createQueryBuilder(AuditEntry, 'entry')
      .select('DISTINCT entry.action', 'action')
      .getRawMany<{ action: string }>();
    expect(actions.map(({ action }) => action).filter((action) => !(action in auditWords))).toEqual([]);
  });
});
