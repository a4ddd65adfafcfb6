import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadFirstData } from '../../src/cli/seed/first-data';
import { createApp } from '../../src/create-app';
import { migrate } from '../../src/platform/database/migrate';
import { testConfig } from './config';

const folder = () => `${process.env.YUANXIN_TEMPLATE!}-demo`;
const told = () => join(folder(), 'told.json');

/**
 * The folder of a database and uploads with the whole demo, told once for all test files that look at it: the first
 * to ask tells it, the others wait for the file it leaves at its end.
 */
export async function demoFolder(): Promise<{ folder: string; notes: string[] }> {
  if (isFirst()) {
    const config = testConfig(folder());
    await migrate(config);
    const app = await createApp(config);
    const notes = await loadFirstData(app, config).finally(() => app.close());
    writeFileSync(told(), JSON.stringify(notes));
  }
  while (!existsSync(told())) await wait(200);
  return { folder: folder(), notes: JSON.parse(readFileSync(told(), 'utf8')) as string[] };
}

/** Making the folder is what only one can do; one left by an earlier run is older than this run's template. */
function isFirst(): boolean {
  const template = join(process.env.YUANXIN_TEMPLATE!, 'app.sqlite');
  if (existsSync(told()) && statSync(told()).mtimeMs < statSync(template).mtimeMs)
    rmSync(folder(), { recursive: true });
  try {
    mkdirSync(folder());
    return true;
  } catch {
    return false;
  }
}
