import { AuditTrail } from '../../src/audit/audit.service';
import { loadFirstData } from '../../src/cli/seed/first-data';
import { loadDemo, readDemoCast } from '../../src/cli/seed/load-demo';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { House, openHouse } from '../support/app';
import { demoFolder } from '../support/demo';

describe('the demo', () => {
  let house: House;
  let notes: string[];

  beforeAll(async () => {
    const demo = await demoFolder();
    notes = demo.notes;
    house = await openHouse({ from: demo.folder });
  }, 300_000);
  afterAll(() => house.close());

  it('says how to sign in, and the chain of everything it told holds', async () => {
    expect(notes[0]).toBe(`demo accounts, all with the password ${readDemoCast().password}`);
    expect(notes.length).toBeGreaterThan(8);
    const verified = await house.app.get(AuditTrail).verify();
    expect(verified.broken).toBeUndefined();
    expect(verified.entries).toBeGreaterThan(1000);
  });

  it('is told once, and never in production', async () => {
    const before = (await house.app.get(AuditTrail).verify()).entries;
    expect(await loadFirstData(house.app, house.config)).toEqual(notes);
    expect((await house.app.get(AuditTrail).verify()).entries).toBe(before);
    await expect(loadDemo(house.app, { ...house.config, production: true }, () => undefined)).rejects.toThrow(
      'production',
    );
  });

  it('has told 丰乐路106号院 to its end and opened its second renovation', async () => {
    const { id } = await house.rows.findOneByOrFail(Compound, { code: 'fl106' });
    const told = await house.rows.find(Renovation, {
      where: { compoundId: id },
      order: { sequence: 'ASC' },
    });
    expect(told.map(({ state, stage }) => [state, stage])).toEqual([
      ['closed', 'handover'],
      ['active', 'survey'],
    ]);
  });

  it('shows a public page for every compound', async () => {
    const visitor = await house.person();
    const compounds = await house.rows.find(Compound, { order: { id: 'ASC' } });
    const statuses = [];
    for (const { code } of compounds) statuses.push((await visitor.get(`/c/${code}`)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(statuses).toHaveLength(33);
  });

  it('lets its cast in to their work', async () => {
    const { people, password } = readDemoCast();
    for (const { login } of people.filter(({ shown }) => shown)) {
      const one = await house.person(login, password);
      expect([login, (await one.get('/account')).status]).toEqual([login, 200]);
    }
  });
});
