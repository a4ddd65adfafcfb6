import { gzipSync } from 'node:zlib';
import { Organisation } from '../../src/access/entities';
import { AuditTrail } from '../../src/audit/audit.service';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { addDays } from '../../src/domain/kernel/calendar-date';
import { stages } from '../../src/domain/renovation/stages';
import { StageSchedule } from '../../src/stages/schedule.entities';
import { House, openHouse } from '../support/app';
import { write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { sampleCompound } from '../support/sample-compound';

const count = 3000;

describe('three thousand compounds', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T10:00:00+08:00' });
    await write(house.app, async (tx) => {
      const { districtId, ...row } = await sampleCompound(house.app);
      const streets = await tx.find(Organisation, { where: { kind: 'street', parentId: districtId } });
      const communities = await tx.find(Organisation, { where: { kind: 'community' } });
      const at = '2026-06-01T02:00:00.000Z';
      for (let from = 0; from < count; from += 250) {
        const numbers = Array.from({ length: 250 }, (_, index) => from + index);
        const compounds = numbers.map((number) => {
          const street = streets[number % streets.length];
          const own = communities.filter(({ parentId }) => parentId === street.id);
          const name = `试验路${number + 1}号院`;
          const place = { districtId, streetId: street.id, communityId: own[number % own.length].id };
          const texts = { code: `sy${number + 1}`, name, searchText: `sy${number + 1} ${name}` };
          return { ...row, ...place, ...texts, createdAt: at, updatedAt: at };
        });
        const ids = (await tx.insert(Compound, compounds)).identifiers.map(({ id }) => id as number);
        const renovations = ids.map((compoundId, index) => ({
          ...{ compoundId, sequence: 1, name: '试验改造', track: 'micro' as const, isCurrent: true },
          ...{ state: 'active' as const, removal: 'waiting' as const, openedOn: '2026-03-01' },
          stage: stages[numbers[index] % 2],
        }));
        const opened = (await tx.insert(Renovation, renovations)).identifiers.map(({ id }) => id as number);
        const dates = opened.flatMap((renovationId, index) =>
          stages.map((stage, step) => ({
            ...{ renovationId, stage },
            plannedEndOn: addDays('2026-06-01', step * 30 + (numbers[index] % 40)),
          })),
        );
        for (let part = 0; part < dates.length; part += 500)
          await tx.insert(StageSchedule, dates.slice(part, part + 500));
        await house.app.get(AuditTrail).recordAll(
          tx,
          ids.map((compoundId) => ({
            ...{ actor: null, action: 'compound.registered', compoundId },
            subject: { kind: 'compound', id: compoundId },
          })),
        );
      }
    });
  }, 120_000);
  afterAll(() => house.close());

  it('are on the first page in a handful of queries, and it stays light', async () => {
    const visitor = await house.person();
    const { answer: seen, queries } = await countQueries(house.app, () => visitor.get('/'));
    expect(seen.text).toContain('一共 3000 个楼院');
    expect(queries).toBeLessThanOrEqual(12);
    expect(gzipSync(seen.html).length).toBeLessThan(24 * 1024);
  });

  it('can all be reached from the first page', async () => {
    const visitor = await house.person();
    const { page } = await visitor.get('/');
    const [more] = page.querySelectorAll('.folds .more').map((link) => link.getAttribute('href')!);
    const street = await visitor.get(more);
    expect(street.page.querySelectorAll('.yard')).toHaveLength(50);
    expect(street.page.querySelector('a[rel=next]')!.getAttribute('href')).toBe(`${more}?page=2`);
    expect((await visitor.get(`${more}?page=2`)).page.querySelectorAll('.yard')).toHaveLength(50);
    const found = await visitor.get(`/?q=${encodeURIComponent('试验路2999号')}`);
    expect(found.page.querySelectorAll('#results .yard')).toHaveLength(1);
  });

  it('are on the board fifty at a time; what was asked of the gates once is not asked again', async () => {
    const officer = await house.person('officer');
    const first = await officer.get('/board');
    expect(first.page.querySelectorAll('tbody tr')).toHaveLength(50);
    expect(first.text).toContain('3,000');
    const { answer: seen, queries } = await countQueries(house.app, () => officer.get('/board'));
    expect(seen.status).toBe(200);
    expect(queries).toBeLessThanOrEqual(20);
    const last = await officer.get('/board?page=60');
    expect(last.page.querySelectorAll('tbody tr')).toHaveLength(50);
  });

  it('are weighed for the list of things to do, which shows the most pressing', async () => {
    const seen = await (await house.person('officer')).get('/work');
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('先列最急的 100 件');
    expect(seen.page.querySelectorAll('.todo > li')).toHaveLength(100);
  });
});
