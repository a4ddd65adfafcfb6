import 'reflect-metadata';
import { readConfig } from '../platform/config/config';
import { migrate } from '../platform/database/migrate';
import { runCommand } from './command';

runCommand(async () => {
  const ran = await migrate(readConfig(process.env));
  return ran.length ? `applied ${ran.join(', ')}` : 'the database is current';
});
