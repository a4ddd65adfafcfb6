import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app';
import { ConfigError, readConfig } from './platform/config/config';
import { migrate } from './platform/database/migrate';
import { loadFirstData } from './cli/seed/first-data';

process.env.TZ = 'Asia/Shanghai';

/** Migrates, starts, loads the first data into an empty database, and says where the site is. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  await migrate(config);
  const app = await createApp(config);
  const notes = await loadFirstData(app, config);
  await app.listen({ port: config.port, host: config.host });
  for (const line of [`public ${config.baseUrl}/`, `staff  ${config.baseUrl}/sign-in`, ...notes]) {
    process.stdout.write(`${line}\n`);
  }
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else new Logger('boot').error(error instanceof Error ? error.stack : String(error));
  process.exit(1);
});
