import { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DataVersion } from '../../src/platform/database/data-version';

/** What was answered, and how many queries the pages' connection ran for it. */
export async function countQueries<T>(
  app: INestApplicationContext,
  ask: () => Promise<T>,
): Promise<{ answer: T; queries: number }> {
  // The look for what other processes wrote is a query too, several times a second: it rests meanwhile.
  const version = app.get(DataVersion);
  version.onModuleDestroy();
  await version.look();
  const spy = jest.spyOn(app.get<DataSource>(getDataSourceToken()), 'createQueryRunner');
  try {
    const answer = await ask();
    return { answer, queries: spy.mock.calls.length };
  } finally {
    spy.mockRestore();
    version.onApplicationBootstrap();
  }
}
