import { StructureRecord } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';

/** Structures of a yard that is full of them, of one with a single one, and of each of the others. */
const yards = { full: 200, small: 1 };
const others = { count: 28, each: 100 };

describe('three thousand structures, two hundred of them in one yard', () => {
  let house: House;
  let worker: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T21:00:00+08:00' });
    const rest = Array.from({ length: others.count }, (_, at) => [`yard${at}`, others.each] as const);
    for (const [code, count] of [...Object.entries(yards), ...rest]) {
      const ids = await givenYard(house.app, { code, name: `${code}院`, renovation: { stage: 'removal' } });
      await write(house.app, async (tx) => {
        const rows = Array.from({ length: count }, (_, at) => ({
          ...{ compoundId: ids.compoundId, renovationId: ids.renovationId, number: at + 1 },
          ...{
            kind: 'building',
            place: `第 ${at + 1} 间车库`,
            area: 1500,
            use: 'parking',
            material: 'brick',
          },
          ...{ party: 'owner', ownership: 'no-claim', foundOn: '2026-03-10', recordedBy: 1 },
          ...(at % 3 === 0
            ? { state: 'agreed', way: 'voluntary', removeByOn: '2026-05-10' }
            : { state: 'standing' }),
        })) as Partial<StructureRecord>[];
        for (let from = 0; from < rows.length; from += 50)
          await tx.insert(StructureRecord, rows.slice(from, from + 50));
      });
    }
    worker = await house.person('worker');
    await worker.get('/compounds/small/removals');
  });
  afterAll(() => house.close());

  it('the list takes as many statements for two hundred as for one, and is there at once', async () => {
    const one = await countQueries(house.app, () => worker.get('/compounds/small/removals'));
    const began = performance.now();
    const all = await countQueries(house.app, () => worker.get('/compounds/full/removals'));
    const took = performance.now() - began;
    expect(all.queries).toBe(one.queries);
    expect(all.answer.page.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(all.answer.text).toContain('登记 200 处 3,000 ㎡');
    expect(took).toBeLessThan(2000);
  });

  it('the list of work stays short of all of them, and is there at once', async () => {
    const began = performance.now();
    const { status, text } = await worker.get('/work');
    expect([status, text.includes('还没有拆')]).toEqual([200, true]);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
