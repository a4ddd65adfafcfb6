import { Building, Dwelling } from '../../src/compounds/door.entities';
import { HouseholdAnswerRecord, HouseholdCallRecord } from '../../src/households/household-call.entities';
import { House, openHouse } from '../support/app';
import { Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { insert } from '../support/rows';

/** A yard of ten buildings with three units of five floors, and one of a single unit. */
const yards = { large: 10, small: 1 };

describe('a compound of 600 doors', () => {
  let house: House;
  let worker: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T21:00:00+08:00' });
    for (const [code, buildings] of Object.entries(yards)) {
      const yard = { code, name: `${code}院`, renovation: { stage: 'consultation' as const } };
      const ids = await givenYard(house.app, yard);
      await write(house.app, async (tx) => {
        for (let no = 1; no <= buildings; no += 1) {
          const row = { compoundId: ids.compoundId, no: `${no}号楼` };
          const buildingId = await insert(tx, Building, row);
          const doors = Array.from({ length: 60 }, (_, at) => ({
            compoundId: ids.compoundId,
            buildingId,
            unitNo: 1 + Math.floor(at / 20),
            floorNo: 1 + (Math.floor(at / 4) % 5),
            roomNo: `${1 + (Math.floor(at / 4) % 5)}0${1 + (at % 4)}`,
          }));
          const inserted = await tx.insert(Dwelling, doors);
          const calls = inserted.identifiers.map(({ id }) => ({
            renovationId: ids.renovationId,
            dwellingId: id as number,
            calledOn: '2026-04-19',
            callers: 'building-lead',
            outcome: 'met' as const,
            recordedBy: 1,
            recordedAt: '2026-04-19T12:00:00.000Z',
          }));
          const made = await tx.insert(HouseholdCallRecord, calls);
          const answers = made.identifiers.flatMap(({ id }) =>
            (['renovation', 'removal', 'fee'] as const).map((question) => ({
              callId: id as number,
              question,
              answer: 'agree' as const,
            })),
          );
          await tx.insert(HouseholdAnswerRecord, answers);
        }
      });
    }
    worker = await house.person('worker');
  });
  afterAll(() => house.close());

  /** How many statements a page takes. */
  const statements = async (path: string): Promise<number> => {
    const runner = house.db.createQueryRunner() as unknown as {
      query: (...args: unknown[]) => Promise<unknown>;
    };
    const query = runner.query;
    let count = 0;
    runner.query = function (...args) {
      count += 1;
      return query.apply(this, args);
    };
    const seen = await worker.get(path);
    runner.query = query;
    expect(seen.status).toBe(200);
    return count;
  };

  it.each(['', '?layer=consent-fee', '?layer=visited', '?show=unreached'])(
    'the matrix takes as many statements as one of 60 doors: %s',
    async (query) => {
      const [large, small] = [
        await statements(`/compounds/large/households${query}`),
        await statements(`/compounds/small/households${query}`),
      ];
      // A session may be written down in between: one statement more or less.
      expect(Math.abs(large - small)).toBeLessThan(3);
      expect(large).toBeLessThan(30);
    },
  );

  it('is shown whole, and its evening sheet one unit at a time', async () => {
    const seen = await worker.get('/compounds/large/households');
    expect(seen.page.querySelectorAll('.doors a').length).toBe(600);
    expect(seen.text).toContain('住宅 600 户，问到业主 600 户（100%）');
    const sheet = await worker.get('/compounds/large/evening-sheet');
    expect(sheet.page.querySelectorAll('.evening tbody tr').length).toBe(20);
    const all = await worker.get('/compounds/large/evening-sheet/print?unit=all');
    expect(all.page.querySelectorAll('.evening-sheet').length).toBe(30);
  });

  it('is shown within a second', async () => {
    const began = performance.now();
    await worker.get('/compounds/large/households?layer=consent-removal');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
