import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { migrations } from './migrations';
import { openSqlite, sqliteOptions } from './sqlite';

/** Brings the database to the newest schema; returns the names of the migrations that ran. */
export async function migrate(config: Config): Promise<string[]> {
  const source = await openSqlite(sqliteOptions(config.database.file, 'writer'));
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Are all migrations this program knows applied to that database, and none it does not know? */
export async function isCurrent(source: DataSource): Promise<boolean> {
  const rows = (await source.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  const known = migrations.map((Migration) => new Migration().name);
  return rows.length === known.length && rows.every((row, index) => row.name === known[index]);
}
