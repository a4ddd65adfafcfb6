import { randomUUID } from 'node:crypto';
import { PlanItemRecord } from '../../src/plans/plan.entities';
import { WishRecord } from '../../src/wishes/wish.entities';
import { House, openHouse } from '../support/app';
import { Fields, Person } from '../support/person';
import { givenYard } from '../support/portfolio';

describe('a wish in the hands of two rooms', () => {
  let house: House;
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T10:00:00+08:00' });
    await givenYard(house.app, {
      code: 'fl106',
      name: '丰乐路106号院',
      renovation: { stage: 'consultation' },
    });
    [worker, manager] = await house.people('worker', 'manager');
    await Promise.all([worker.get('/compounds/fl106/wishes'), manager.get('/compounds/fl106/plan')]);
    await worker.post('/compounds/fl106/plan/versions', { onceKey: randomUUID() });
    const heard = { kind: 'wish', source: 'office', heardOn: '2026-04-20', step: 'post', text: '装路灯' };
    await worker.post('/compounds/fl106/wishes', { ...heard, onceKey: randomUUID() });
  });
  afterAll(() => house.close());

  const wish = () => house.rows.findOneByOrFail(WishRecord, { number: 1 });
  const item = () => house.rows.findOneByOrFail(PlanItemRecord, { line: 1 });
  const lamp = (change: Fields = {}): Fields => ({
    ...{ code: 'I03', name: '路灯', quantity: '6', unit: '盏', treeWork: 'none', onceKey: randomUUID() },
    ...change,
  });
  const version = async () => String((await wish()).version);

  it('is adopted by an item once, whoever of two is first', async () => {
    const wishes = String((await wish()).id);
    const answer = {
      outcome: 'otherwise',
      answer: '电力公司已经来装',
      step: 'post',
      version: await version(),
    };
    const [adopted, answered] = await Promise.all([
      worker.post('/compounds/fl106/plan/items', lamp({ wishes })),
      manager.post(`/wishes/${wishes}/conclusions`, { ...answer, onceKey: randomUUID() }),
    ]);
    expect([adopted.status, answered.status].sort()).toEqual([303, 422]);
    expect(['adopted', 'otherwise']).toContain((await wish()).state);
    if (adopted.status === 422) expect(await house.rows.countBy(PlanItemRecord, {})).toBe(0);
  });

  it('keeps an answer somebody gave it by hand when the item lets it go', async () => {
    const { id, state } = await wish();
    if (state !== 'adopted') {
      await manager.post(`/wishes/${id}/reopenings`, { reason: '列入方案', version: await version() });
      await worker.post('/compounds/fl106/plan/items', lamp({ wishes: String(id) }));
    }
    await manager.post(`/wishes/${id}/reopenings`, { reason: '另行办理', version: await version() });
    await manager.post(`/wishes/${id}/conclusions`, {
      ...{ outcome: 'otherwise', answer: '电力公司已经来装', step: 'post', onceKey: randomUUID() },
      version: await version(),
    });
    const held = await item();
    const seen = await worker.post(`/plan-items/${held.id}`, lamp({ version: String(held.version) }));
    expect(seen.status).toBe(303);
    expect(await wish()).toMatchObject({ state: 'otherwise', answer: '电力公司已经来装' });
  });
});
