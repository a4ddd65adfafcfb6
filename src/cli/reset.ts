import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../platform/config/config';
import { CommandError, runCommand, withApp } from './command';
import { loadFirstData } from './seed/first-data';

/** Throws the database and its files away and loads the first data anew; never in production. */
runCommand(async () => {
  const config = readConfig(process.env);
  if (config.production)
    throw new CommandError('db:reset throws everything away and does not run with NODE_ENV=production');
  for (const suffix of ['', '-wal', '-shm']) rmSync(config.database.file + suffix, { force: true });
  rmSync(join(config.dataDir, 'uploads'), { recursive: true, force: true });
  return withApp(async (app, opened) => (await loadFirstData(app, opened)).join('\n'));
});
