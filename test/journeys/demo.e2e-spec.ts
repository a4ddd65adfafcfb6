import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../../src/audit/audit.service';
import { loadFirstData } from '../../src/cli/seed/first-data';
import { loadDemo, readDemoCast } from '../../src/cli/seed/load-demo';
import { Compound } from '../../src/compounds/compound.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { createApp } from '../../src/create-app';
import { Config } from '../../src/platform/config/config';
import { migrate } from '../../src/platform/database/migrate';
import { testConfig } from '../support/config';
import { Person } from '../support/person';

describe('the demo', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuanxin-demo-'));
  let config: Config;
  let app: NestFastifyApplication;
  let reader: DataSource;
  let notes: string[];

  beforeAll(async () => {
    config = testConfig(dataDir);
    await migrate(config);
    app = await createApp(config);
    reader = app.get<DataSource>(getDataSourceToken());
    notes = await loadFirstData(app, config);
    await app.listen(0, '127.0.0.1');
  }, 300_000);
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const person = () => new Person(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);

  it('says how to sign in, and the chain of everything it told holds', async () => {
    expect(notes[0]).toBe(`demo accounts, all with the password ${readDemoCast().password}`);
    expect(notes.length).toBeGreaterThan(8);
    const verified = await app.get(AuditTrail).verify();
    expect(verified.broken).toBeUndefined();
    expect(verified.entries).toBeGreaterThan(1000);
  });

  it('is told once, and never in production', async () => {
    const before = (await app.get(AuditTrail).verify()).entries;
    expect(await loadFirstData(app, config)).toEqual(notes);
    expect((await app.get(AuditTrail).verify()).entries).toBe(before);
    await expect(loadDemo(app, { ...config, production: true }, () => undefined)).rejects.toThrow(
      'production',
    );
  });

  it('has told 丰乐路106号院 to its end and opened its second renovation', async () => {
    const { id } = await reader.manager.findOneByOrFail(Compound, { code: 'fl106' });
    const told = await reader.manager.find(Renovation, {
      where: { compoundId: id },
      order: { sequence: 'ASC' },
    });
    expect(told.map(({ state, stage }) => [state, stage])).toEqual([
      ['closed', 'handover'],
      ['active', 'survey'],
    ]);
  });

  it('shows a public page for every compound', async () => {
    const visitor = person();
    const compounds = await reader.manager.find(Compound, { order: { id: 'ASC' } });
    const statuses = [];
    for (const { code } of compounds) statuses.push((await visitor.get(`/c/${code}`)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(statuses).toHaveLength(33);
  });

  it('lets its cast in to their work', async () => {
    for (const { login } of readDemoCast().people.filter(({ shown }) => shown)) {
      const one = person();
      await one.get('/sign-in');
      const seen = await one.post('/sign-in', { login, password: readDemoCast().password });
      expect([login, seen.status]).toEqual([login, 303]);
    }
  });
});
