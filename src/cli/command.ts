import { createApp } from '../create-app';
import { Config, ConfigError, readConfig } from '../platform/config/config';
import { migrate } from '../platform/database/migrate';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Runs one command to its end: prints what it returns, or says in one line why it could not be done. */
export function runCommand(work: () => Promise<string>): void {
  work().then(
    (text) => process.stdout.write(`${text}\n`),
    (error: unknown) => {
      const isExpected = error instanceof ConfigError || error instanceof CommandError;
      process.stderr.write(
        `${isExpected || !(error instanceof Error) ? String((error as Error).message) : error.stack}\n`,
      );
      process.exitCode = 1;
    },
  );
}

/** A command that was asked for something it cannot do; its message is for the person who typed it. */
export class CommandError extends Error {}

/** Opens the application without a server for the length of one command. */
export async function withApp<T>(
  work: (app: NestFastifyApplication, config: Config) => Promise<T>,
): Promise<T> {
  const config = { ...readConfig(process.env), logLevel: 'error' };
  await migrate(config);
  const app = await createApp(config);
  try {
    return await work(app, config);
  } finally {
    await app.close();
  }
}
