import { UserAccount } from '../../src/access/entities';
import { Organisations } from '../../src/access/organisations.service';
import { Dwelling, Building } from '../../src/compounds/door.entities';
import { emptyReport } from '../../src/exchange/import-report';
import { ImportBatch } from '../../src/exchange/import.entities';
import { HazardRecord } from '../../src/surveys/hazard.entities';
import { Survey } from '../../src/surveys/survey.entity';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { Person, Seen } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { insert } from '../support/rows';

/** Each line of the list as 'mark | where | kind | what → button'. */
const todos = (seen: Seen) =>
  seen.page.querySelectorAll('.todo > li').map((line) => {
    const [status, ...about] = line.querySelectorAll('.todo-kind > span').map((one) => one.textContent);
    const link = line.querySelector('a')!;
    return `${status} | ${about.join(' | ')} | ${line.querySelector('b')!.textContent} → ${link.childNodes[0].text}`;
  });

describe('the list of things to do', () => {
  let house: House;
  let users: Map<string, number>;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-01T10:00:00+08:00' });
    const { app } = house;
    const accounts = await house.rows.find(UserAccount);
    users = new Map(accounts.map(({ login, id }) => [login, id]));
    const street = await app.get(Organisations).byCode(places.street);
    const ids = await givenYard(app, {
      code: 'ruhe',
      name: '汝河小区',
      schedule: [
        { stage: 'survey', plannedEndOn: '2026-06-10', startedOn: '2026-05-20' },
        { stage: 'handover', plannedEndOn: '2026-09-30' },
      ],
    });
    await givenYard(app, {
      code: 'fl106',
      name: '丰乐路106号院',
      renovation: { stage: 'construction', removal: 'finished' },
      schedule: [{ stage: 'construction', plannedEndOn: '2026-06-05', startedOn: '2026-05-19' }],
    });
    await givenYard(app, { code: 'yc8', name: '英才街8号院', renovation: null });
    await givenYard(app, {
      code: 'yc9',
      name: '英才街9号院',
      renovation: null,
      compound: { communityId: null },
    });
    await givenYard(app, {
      code: 'rh6',
      name: '人和路6号院',
      foreign: true,
      schedule: [{ stage: 'survey', plannedEndOn: '2026-05-01' }],
    });
    await write(app, async (tx) => {
      const { compoundId, renovationId } = ids;
      const buildingId = await insert(tx, Building, { compoundId, no: '1号楼' });
      for (const roomNo of ['101', '102'])
        await tx.insert(Dwelling, { compoundId, buildingId, unitNo: 1, floorNo: 1, roomNo });
      const surveyId = await insert(tx, Survey, {
        ...{ compoundId, renovationId, number: 1, openedOn: '2026-05-20', surveyedOn: '2026-05-20' },
      });
      const recordedBy = users.get('worker')!;
      const hazard = { surveyId, kind: 'gas-danger', severity: 4, foundOn: '2026-05-30', recordedBy };
      await tx.insert(HazardRecord, { ...hazard, place: '2 单元', controlBy: '2026-06-02' });
      await tx.insert(HazardRecord, {
        ...hazard,
        place: '1 单元',
        controlBy: '2026-05-31',
        controlledOn: '2026-05-31',
      });
      await tx.insert(ImportBatch, {
        ...{
          fileName: '老旧院落.xlsx',
          state: 'compared',
          mapping: '{}',
          report: JSON.stringify(emptyReport()),
        },
        ...{ districtId: street!.parentId!, streetId: street!.id },
        ...{ createdBy: users.get('manager')!, createdAt: '2026-06-01T01:00:00.000Z' },
      });
    });
    house.setClock('2026-06-08T10:00:00+08:00');
  });
  afterAll(() => house.close());

  const list = async (login: string, tab = '') => (await house.person(login)).get(`/work${tab}`);

  it('of the community: hazards past their day, doors nobody was met at, gates it has to supply', async () => {
    const seen = await list('worker');
    expect(todos(seen)).toEqual([
      '逾期 6 天 | 汝河小区 | 隐患 | 四级隐患「燃气泄漏风险，2 单元」还没有控制住 → 去处理',
      '剩 2 天 | 汝河小区 | 走访 | 还有 2 户没有访到 → 录入走访',
      '剩 2 天 | 汝河小区 | 阶段 | 还缺「摸底调查内容齐全：必填项、住户门牌、入户记录、隐患、照片」 等 2 项 → 去补齐',
    ]);
    expect(seen.text).toContain('每户都要有入户记录，摸底才能签字');
  });

  it('of the street: what is overdue without a reason, stale pages, the register, its own imports', async () => {
    const seen = await list('manager');
    expect(todos(seen)).toEqual([
      '逾期 6 天 | 汝河小区 | 隐患 | 四级隐患「燃气泄漏风险，2 单元」还没有控制住 → 去处理',
      '逾期 3 天 | 丰乐路106号院 | 进度 | 「施工改造」逾期 3 天 → 填预计日期',
      expect.stringMatching(/^逾期 3 天 \| 丰乐路106号院 \| 阶段 \| 还缺「/),
      expect.stringMatching(/^剩 2 天 \| 汝河小区 \| 阶段 \| 还缺「摸底调查由社区、街道两级签字」 → 去补齐$/),
      '待办 | 台账 | 2 个楼院还没有立项 → 看是哪些',
      '待办 | 英才街9号院 | 台账 | 还没有归到社区 → 去办理',
      '待办 | 导入 | 清单「老旧院落.xlsx」待确认 → 接着办',
    ]);
    expect(seen.html).not.toContain('人和路');
    expect(todos(await list('manager2')).filter((line) => line.includes('导入'))).toEqual([]);
  });

  it('says so once a page has had no word for more than 7 days', async () => {
    house.setClock('2026-06-09T10:00:00+08:00');
    const seen = await list('manager');
    const stale = todos(seen).filter((line) => line.includes('公示'));
    expect(stale.sort()).toEqual([
      '逾期 1 天 | 丰乐路106号院 | 公示 | 公示页 8 天没有更新 → 更新进展',
      '逾期 1 天 | 汝河小区 | 公示 | 公示页 8 天没有更新 → 更新进展',
    ]);
    house.setClock('2026-06-08T10:00:00+08:00');
  });

  it('of the district: what is overdue and nobody has said why, in every street of it', async () => {
    expect(todos(await list('officer'))).toEqual([
      '逾期 3 天 | 丰乐路106号院 | 进度 | 「施工改造」逾期 3 天 → 查看',
    ]);
    expect(todos(await list('foreign-officer'))[0]).toContain('人和路6号院');
  });

  it('of the auditor and of a firm without contracts is empty, and says so', async () => {
    for (const login of ['auditor', 'builder', 'foreign-builder'])
      expect((await list(login)).text).toContain('现在没有要您办的事');
    expect((await list('admin')).status).toBe(403);
  });

  it('is sorted into tabs by how pressing it is', async () => {
    const tab = async (name: string) => todos(await list('manager', `?tab=${name}`)).length;
    const seen = await list('manager');
    const counts = seen.page.querySelectorAll('.tabs a').map((one) => one.textContent);
    expect(counts).toEqual(['全部7', '逾期3', '快到期1', '待办3']);
    expect([await tab('overdue'), await tab('soon'), await tab('open')]).toEqual([3, 1, 3]);
    expect(seen.page.querySelectorAll('.btn-p')).toHaveLength(1);
    expect((await list('auditor', '?tab=soon')).text).toContain('没有「快到期」的事');
  });

  it('leads to pages that open for the person who is sent there', async () => {
    for (const login of ['worker', 'manager', 'officer']) {
      const person: Person = await house.person(login);
      const links = (await person.get('/work')).page
        .querySelectorAll('.todo a')
        .map((one) => one.getAttribute('href')!);
      for (const link of links)
        expect([link, (await person.open(link.split('#')[0])).status]).toEqual([link, 200]);
    }
  });

  it('stands on the page of the compound too, without the others', async () => {
    const seen = await (await house.person('manager')).get('/compounds/fl106');
    expect(todos(seen).map((line) => line.split(' | ')[0])).toEqual(['逾期 3 天', '逾期 3 天']);
  });
});
