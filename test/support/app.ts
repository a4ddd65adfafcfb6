import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressInfo } from 'node:net';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { createApp } from '../../src/create-app';
import { Clock } from '../../src/platform/clock/clock';
import { Config } from '../../src/platform/config/config';
import { testConfig } from './config';
import { Person } from './person';

/** A real server on a database of its own, with a clock that stands where the test puts it. */
export interface House {
  app: NestFastifyApplication;
  config: Config;
  url: string;
  /** The database as pages read it; nothing can be written through it. */
  db: DataSource;
  /** What stands in its tables. */
  rows: EntityManager;
  /** Sets the clock, for instance '2026-05-18T08:00:00+08:00'. */
  setClock(at: string): void;
  /** A browser in which this login of the cast is signed in; without a login, a visitor's. */
  person(login?: string, password?: string): Promise<Person>;
  /** A browser for each of these logins of the cast. */
  people(...logins: string[]): Promise<Person[]>;
  /** Days pass and sessions end: the clock stands there, and these people sign in again. */
  goOn(at: string, ...people: Person[]): Promise<void>;
  close(): Promise<void>;
}

interface HouseOptions {
  /** Where the clock stands; the machine's own time when left out. */
  at?: string;
  env?: Record<string, string>;
  /** A folder with a database and uploads to begin with; the template with the cast when left out. */
  from?: string;
}

/** Opens the house for one test file. Close it in afterAll. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuanxin-'));
  cpSync(options.from ?? process.env.YUANXIN_TEMPLATE!, dataDir, { recursive: true });
  const config = testConfig(dataDir, options.env);
  const app = await createApp(config);
  let now = options.at;
  const clock = app.get(Clock);
  clock.now = () => (now ? new Date(now) : new Date());
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${config.basePath}`;
  const db = app.get<DataSource>(getDataSourceToken());
  const setClock = (at: string) => {
    now = at;
  };
  const person = async (login?: string, password?: string) => {
    const one = new Person(url);
    if (login) await one.signIn(login, password);
    return one;
  };
  return {
    app,
    config,
    url,
    db,
    rows: db.manager,
    setClock,
    person,
    people: (...logins) => Promise.all(logins.map((login) => person(login))),
    goOn: async (at, ...people) => {
      setClock(at);
      await Promise.all(people.map((one) => one.signInAgain()));
    },
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
