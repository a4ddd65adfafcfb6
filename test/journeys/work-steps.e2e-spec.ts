import { DataSource } from 'typeorm';
import { PostRecord } from '../../src/posts/post.entities';
import { WorkItemRecord } from '../../src/works/work.entities';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { expectRefused, taken } from '../support/pages';
import { Fields, Person } from '../support/person';
import { givenPostRow } from '../support/post-rows';
import { write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { givenStructure } from '../support/removal-rows';
import { factStates } from '../support/renovation';
import { untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

describe('an item of the works from its ground to its acceptance', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let manager: Person;
  let builder: Person;
  let watcher: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app, { item: { state: 'planned' } });
    [manager, builder, watcher] = await house.people('manager', 'builder', 'watcher');
  });
  afterAll(() => house.close());

  let confirmed: Partial<PostRecord>;
  beforeAll(async () => {
    const { userId: decidedBy } = await actorOf(house.app, 'watcher');
    confirmed = { state: 'confirmed', decidedBy, decidedAt: '2026-06-08T01:00:00.000Z' };
  });

  const id = (name: string) => works.items[name];
  const page = (name: string) => `/work-items/${id(name)}`;
  const stepPage = (name: string, step: string) => `${page(name)}/step?step=${step}`;
  const stateOf = async (name: string) =>
    (await db.manager.findOneByOrFail(WorkItemRecord, { id: id(name) })).state;
  /** The step as it is sent past a page that offers no button. */
  async function press(person: Person, name: string, step: string, more: Fields = {}) {
    const { version } = await db.manager.findOneByOrFail(WorkItemRecord, { id: id(name) });
    await person.get(page(name));
    return person.post(`${page(name)}/steps`, { step, version: String(version), ...more });
  }

  it('on ground where something still stands it is not opened, and every page says why', async () => {
    await givenStructure(house.app, works, { place: '旧车棚' }, [works.zoneId]);
    const held = '「公共车棚」场地受阻：第 1 处还没有拆除复核';
    for (const path of [page('公共车棚'), `/contracts/${works.contractId}/item-step?step=open`]) {
      expect((await manager.get(path)).text).toContain(held);
    }
    expectRefused(await untouched(db, () => press(manager, '公共车棚', 'open')), held);
    expect((await manager.get('/compounds/fl106/works')).text).toContain('受阻 1 处');
  });

  it('once the ground is free the supervisor opens it; a firm that builds does not', async () => {
    await write(house.app, (tx) => tx.query('DELETE FROM structure_zone'));
    expectRefused(await press(builder, '公共车棚', 'open'), '「开工」由监理、街道项目负责人办理');
    await taken(watcher.fill(stepPage('公共车棚', 'open'), {}));
    expect(await stateOf('公共车棚')).toBe('open');
  });

  it('only what is confirmed counts: half of it is not finished', async () => {
    const told = (workedOn: string, value: number, state: 'sent' | 'confirmed') =>
      givenPostRow(house.app, works, {
        ...{ contractId: works.contractId, workedOn, row: state === 'confirmed' ? confirmed : {} },
        values: [{ itemId: id('公共车棚'), value }],
      });
    await told('2026-06-05', 30_00, 'confirmed');
    await told('2026-06-06', 60_00, 'sent');
    expect((await builder.get(page('公共车棚'))).text).toContain('已确认 30 ㎡，共 60 ㎡');
    expectRefused(await press(builder, '公共车棚', 'finish'), '已确认 30 ㎡，共 60 ㎡');
    await write(house.app, (tx) => tx.update(PostRecord, { state: 'sent' }, confirmed));
    await taken(builder.fill(stepPage('公共车棚', 'finish'), {}));
    expect(await stateOf('公共车棚')).toBe('finished');
  });

  it('what was told of it stays true when it is changed', async () => {
    for (const [change, sentence] of [
      [{ quantity: '50' }, '「工程量」不能少于已报的 60 ㎡'],
      [{ measure: 'share' }, '填报方式和单位不能再改'],
      [{ unit: '米' }, '填报方式和单位不能再改'],
      [{ quantity: '90' }, '已完工，待分项验收，「工程量」不能再改'],
    ] as [Fields, string][]) {
      const edit = `${page('公共车棚')}/edit`;
      expectRefused(await untouched(db, () => manager.fill(edit, change)), sentence);
    }
  });

  it('is accepted by the supervisor alone, whom it waits for', async () => {
    expect((await watcher.get('/work')).text).toContain('有 1 项完工，等分项验收');
    expect((await manager.get('/work')).text).not.toContain('等分项验收');
    expectRefused(await press(builder, '公共车棚', 'accept'), '「分项验收合格」由监理、街道项目负责人办理');
    expectRefused(await press(manager, '公共车棚', 'accept'), '这次改造有监理，请由监理确认');
    await taken(watcher.fill(stepPage('公共车棚', 'accept'), {}));
    expect(await stateOf('公共车棚')).toBe('accepted');
  });

  it('sent back it needs a reason, and its record tells everything', async () => {
    expectRefused(await press(watcher, '公共车棚', 'reopen'), '请写明没有做好的地方，或重新施工的原因');
    await taken(watcher.fill(stepPage('公共车棚', 'reopen'), { reason: '立柱防锈漆漏刷' }));
    const { text } = await manager.get(page('公共车棚'));
    for (const words of ['开工', '完工自检', '分项验收合格', '退回施工', '立柱防锈漆漏刷', '示例监理']) {
      expect(text).toContain(words);
    }
  });

  it('when every item is accepted the gates of the completion hear it', async () => {
    expect(await factStates(house.app, works)).toMatchObject({
      ...{ 'works.complete': 'missing', 'works.items-accepted': 'missing' },
      'works.concealed-accepted': 'not-applicable',
    });
    await write(house.app, (tx) => tx.query(`UPDATE work_item SET state = 'accepted'`));
    expect(await factStates(house.app, works)).toMatchObject({
      ...{ 'works.complete': 'met', 'works.items-accepted': 'met' },
    });
    const finish = `/contracts/${works.contractId}/step?step=finish`;
    await taken(manager.fill(finish, {}));
    expect((await manager.get('/compounds/fl106/works')).text).toContain('已履行完');
  });

  it('the tab takes as many statements for seven items as for forty', async () => {
    const tab = '/compounds/fl106/works';
    const asked = async () => (await countQueries(house.app, () => manager.get(tab))).queries;
    const few = await asked();
    const row = await db.manager.findOneByOrFail(WorkItemRecord, { id: id('充电桩') });
    await write(house.app, async (tx) => {
      for (let at = 0; at < 33; at += 1) {
        await tx.insert(WorkItemRecord, { ...row, id: undefined, name: `第 ${at} 项`, predecessorId: null });
      }
    });
    expect(await asked()).toBe(few);
  });
});
