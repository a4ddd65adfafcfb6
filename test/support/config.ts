import { Config, readConfig } from '../../src/platform/config/config';

/** The settings of a test server: any free port on loopback, its own data folder, a quiet log. */
export function testConfig(dataDir: string, more: Record<string, string> = {}): Config {
  process.env.DATA_DIR = dataDir;
  process.env.PORT = '0';
  process.env.BASE_URL = more.BASE_URL ?? 'http://127.0.0.1:3000';
  process.env.LOG_LEVEL = process.env.TEST_LOG ?? 'silent';
  process.env.SESSION_SECRET = 'a-secret-of-the-tests-that-nobody-else-uses';
  return readConfig({ ...process.env, ...more });
}
