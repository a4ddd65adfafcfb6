import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import * as sqlite3 from 'sqlite3';
import { DataSource, DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';

/**
 * The driver without its verbose mode: TypeORM would switch it on, which costs a third of every query
 * and writes parameter values (personal data) into error stacks.
 */
const driver = { ...sqlite3, verbose: () => sqlite3 };

/** Connection options for one role; only this file knows that the database is SQLite. */
export function sqliteOptions(file: string, name: ConnectionName): DataSourceOptions & { name: string } {
  mkdirSync(dirname(file), { recursive: true });
  return {
    name,
    type: 'sqlite',
    database: file,
    driver,
    migrations: name === 'writer' ? migrations : [],
    migrationsTransactionMode: 'each',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  };
}

/** 'default' and 'reports' read only; 'writer' is used by the unit of work alone. */
export type ConnectionName = 'default' | 'reports' | 'writer';

const everyConnection = { journal_mode: 'wal', foreign_keys: 1, busy_timeout: 5000 };

/** The settings each role needs; checked after they were set, because SQLite ignores what it cannot do. */
const settings: Record<ConnectionName, Record<string, string | number>> = {
  // FULL: an acknowledged write survives a power cut, not only a crash of the process.
  writer: { ...everyConnection, synchronous: 2, secure_delete: 1 },
  default: { ...everyConnection, query_only: 1 },
  reports: { ...everyConnection, query_only: 1 },
};

/** Opens one connection and proves that its settings took effect. */
export async function openSqlite(options: DataSourceOptions): Promise<DataSource> {
  const source = await new DataSource(options).initialize();
  const wanted = settings[(options.name ?? 'default') as ConnectionName];
  for (const [pragma, value] of Object.entries(wanted)) await source.query(`PRAGMA ${pragma} = ${value}`);
  await source.query('SELECT 1 FROM sqlite_master LIMIT 1');
  for (const [pragma, value] of Object.entries(wanted)) {
    const [row] = (await source.query(`PRAGMA ${pragma}`)) as Record<string, unknown>[];
    const actual = Object.values(row ?? {})[0];
    if (String(actual) !== String(value)) {
      throw new Error(
        `SQLite did not accept ${pragma} = ${value} on the ${options.name} connection (it says ${actual})`,
      );
    }
  }
  return source;
}
