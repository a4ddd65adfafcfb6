import { DataSource } from 'typeorm';
import { UtilityRequestRecord, UtilityRequestZone } from '../../src/digs/dig.entities';
import { onceDug } from '../../src/domain/construction/given-dig';
import { WorkItemRecord } from '../../src/works/work.entities';
import { WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken, toMend } from '../support/pages';
import { Fields, Person } from '../support/person';
import { write } from '../support/portfolio';
import { closeRenovation } from '../support/renovation';
import { insert, newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const tab = '/compounds/fl106/digs';
const ask = '/compounds/fl106/utility-requests/new';
const asked = '/compounds/fl106/utility-requests';

describe('one dig only: 汝河小区 (C3)', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let manager: Person;
  let zones: number[];
  let items: Record<string, number>;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-20T09:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app, { item: { state: 'planned' } });
    [manager] = await house.people('manager');
  });
  afterAll(() => house.close());

  const requestOf = (utility: UtilityRequestRecord['utility']) =>
    db.manager.findOneByOrFail(UtilityRequestRecord, { utility });
  const words = async (path = tab) => (await manager.get(path)).text;
  /** The items of the dig as they were planned first: gas comes a month after the trench, the lamps after the bricks. */
  async function givenDig(): Promise<void> {
    const { compoundId, renovationId, contractId, zoneId } = works;
    const { recordedBy } = await newest(db.manager, WorkItemRecord);
    await write(house.app, async (tx) => {
      const second = await insert(tx, WorkZone, { compoundId, renovationId, number: 2, name: '楼间' });
      zones = [zoneId, second];
      items = {};
      for (const { id, name, work, utility, zones: where, fromOn, untilOn } of onceDug) {
        const line = 100 + id;
        for (const zone of where) await tx.insert(ZoneItemRecord, { zoneId: zones[zone - 1], line });
        items[name] = await insert(tx, WorkItemRecord, {
          ...{ compoundId, renovationId, contractId, line, name, unit: '米', quantity: 100_00, utility },
          ...{ measure: 'quantity', plannedStartOn: fromOn, plannedFinishOn: untilOn, traits: [] },
          ...{ groundWork: work, state: 'planned', recordedBy, recordedAt: '2026-03-20T01:00:00.000Z' },
        });
      }
      const days = { plannedStartOn: '2026-06-10', plannedFinishOn: '2026-06-16' };
      await tx.update(WorkItemRecord, { id: items['燃气管改造'] }, days);
    });
  }

  it('where nothing touches the ground the tab says what to do', async () => {
    expect(await words()).toContain('施工项目里还没有开挖或铺装地面的');
  });

  it('as planned first: gas is dug twice and after the asphalt, and nobody was asked', async () => {
    await givenDig();
    const seen = await words();
    for (const sentence of [
      '要协调的地方 8 处',
      'A区要挖两次：「雨污分流」、「供水管改造」 2026年4月27日挖完，「燃气管改造」 2026年6月10日又挖，相隔 44 天',
      'A区「沥青路面」2026年5月6日开始铺，「燃气管改造」 2026年6月16日才挖完',
      '还没有征询雨污排水单位',
      '还没有征询燃气单位',
    ]) {
      expect(seen).toContain(sentence);
    }
    const { page } = await manager.get(tab);
    const late = page.querySelectorAll('.dig-table tr.is-late th').map((one) => one.text.trim());
    expect(late).toEqual(expect.arrayContaining([expect.stringContaining('燃气管改造')]));
  });

  describe('the utilities are asked', () => {
    const fields = (change: Fields = {}): Fields => ({
      ...{ utilities: ['drainage', 'water', 'gas', 'heat', 'power'], askedOn: '2026-03-10' },
      ...{ reference: '刘街函〔2026〕3号', ...change },
    });

    it.each<[string, Fields, string]>([
      ['nobody', { utilities: [] }, '请选择「管线单位」，至少一家'],
      ['tomorrow', { askedOn: '2026-03-21' }, '「征询日期」不能晚于今天'],
      ['before the renovation', { askedOn: '2026-02-28' }, '「征询日期」不能早于改造立项'],
    ])('%s is refused, and nothing typed is lost', async (_, change, sentence) => {
      const seen = await untouched(db, () => manager.fill(ask, fields(change), asked));
      expect([seen.status, toMend(seen).join('；')]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.page.querySelector('#f-reference')!.getAttribute('value')).toBe('刘街函〔2026〕3号');
    });

    it('five with one letter, written down once', async () => {
      const { page } = await manager.get(ask);
      const sent = { ...fields(), onceKey: onceKeyIn(page) };
      await taken(manager.post(asked, sent));
      await taken(manager.post(asked, sent));
      expect(await db.manager.count(UtilityRequestRecord)).toBe(5);
      expectRefused(
        await manager.fill(ask, fields({ utilities: ['gas'] }), asked),
        '燃气单位已经登记过征询，请在它那一行里修改',
      );
      const seen = await words();
      expect(seen).toContain('燃气单位 2026年3月10日征询，10 天没有答复');
      expect(seen).toContain('还没有征询通信单位');
    });

    it.each<[string, Fields, string]>([
      ['an answer without its day', { answer: 'joins' }, '请填写「答复日期」'],
      ['answered before it was asked', { ...answer('joins'), answeredOn: '2026-03-09' }, '不能早于征询日期'],
      ['digs by itself, nobody knows when', answer('digs-itself'), '请填写从哪一天到哪一天'],
      ['joins, with days of its own', { ...answer('joins'), ...days('2026-06-10') }, '只有自己开挖的才填'],
      [
        'in a zone of nowhere',
        { ...answer('digs-itself'), ...days('2026-06-10'), zones: ['9999'] },
        '区域里有别处的',
      ],
    ])('%s is refused', async (_, change, sentence) => {
      const page = `/utility-requests/${(await requestOf('gas')).id}`;
      expectRefused(await untouched(db, () => manager.fill(page, change)), sentence);
    });

    it('the gas company digs by itself after the asphalt: that is a conflict too', async () => {
      const { id, version } = await requestOf('gas');
      const page = `/utility-requests/${id}`;
      const own = { ...answer('digs-itself'), ...days('2026-06-10'), zones: [String(zones[0])] };
      await taken(manager.fill(page, own));
      expect(await db.manager.countBy(UtilityRequestZone, { requestId: id })).toBe(1);
      expect(await words()).toContain(
        'A区「沥青路面」2026年5月6日开始铺，燃气单位自己开挖 2026年6月10日才挖完',
      );
      expectRefused(await manager.fill(page, { ...own, version: String(version) }), '这条记录刚被别人改过');
    });

    it('once all join and the days are one, nothing speaks against it', async () => {
      for (const utility of ['drainage', 'water', 'gas'] as const) {
        const page = `/utility-requests/${(await requestOf(utility)).id}`;
        await taken(manager.fill(page, { ...answer('joins'), fromOn: '', untilOn: '', zones: [] }));
      }
      for (const utility of ['heat', 'power'] as const) {
        await taken(manager.fill(`/utility-requests/${(await requestOf(utility)).id}`, answer('nothing')));
      }
      await taken(manager.fill(ask, fields({ utilities: ['telecom'] }), asked));
      await taken(manager.fill(`/utility-requests/${(await requestOf('telecom')).id}`, answer('nothing')));
      expect(await words()).toContain('要协调的地方 2 处');
      await write(house.app, (tx) =>
        tx.update(
          WorkItemRecord,
          { id: items['燃气管改造'] },
          { plannedStartOn: '2026-04-27', plannedFinishOn: '2026-04-30' },
        ),
      );
      expect(await words()).toContain('没有发现冲突');
    });
  });

  it('who does not answer within fifteen days waits for the manager', async () => {
    const change = { answer: null, answeredOn: null };
    const { id } = await requestOf('telecom');
    await write(house.app, (tx) => tx.update(UtilityRequestRecord, { id }, change));
    await house.goOn('2026-03-24T09:00:00+08:00', manager);
    expect((await manager.get('/work')).text).not.toContain('通信单位征询了');
    await house.goOn('2026-03-25T09:00:00+08:00', manager);
    expect((await manager.get('/work')).text).toContain('通信单位征询了 15 天，还没有答复');
  });

  it('the sheet for the meeting says the same', async () => {
    const seen = await manager.get(`${tab}/print`);
    expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('哪块地什么时候挖')]);
    expect(seen.page.querySelector('body')!.getAttribute('class')).toBe('across');
  });

  it('the builder reads it and writes nothing; foreign streets and firms find nothing', async () => {
    const [builder, stranger, foreign] = await house.people('builder', 'foreign-manager', 'foreign-builder');
    const row = `/utility-requests/${(await requestOf('gas')).id}`;
    expect([(await builder.get(tab)).status, (await builder.get(row)).status]).toEqual([200, 403]);
    expect((await builder.get(ask)).status).toBe(403);
    for (const path of [tab, `${tab}/print`, row, ask]) expect((await stranger.get(path)).status).toBe(404);
    expect((await foreign.get(tab)).status).toBe(404);
  });

  it('once the renovation is closed nothing is written', async () => {
    await closeRenovation(house.app, works.renovationId, '2026-03-20');
    expect((await manager.get(ask)).status).toBe(303);
    const row = `/utility-requests/${(await requestOf('gas')).id}`;
    expectRefused(await untouched(db, () => manager.fill(row, {})), '施工记录不能再改');
  });
});

function answer(word: string): Fields {
  return { answer: word, answeredOn: '2026-03-18' };
}

function days(day: string): Fields {
  return { fromOn: day, untilOn: day };
}
