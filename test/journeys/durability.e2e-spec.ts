import { ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AuditTrail } from '../../src/audit/audit.service';
import { OnceKeyRecord } from '../../src/access/entities';
import { createApp } from '../../src/create-app';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { testConfig } from '../support/config';

const root = join(__dirname, '..', '..');
const kills = 10;
const acknowledgedPerLife = 40;

describe('kill -9 under write load', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuanxin-kill-'));
  beforeAll(() =>
    copyFileSync(join(process.env.YUANXIN_TEMPLATE!, 'app.sqlite'), join(dataDir, 'app.sqlite')),
  );
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Starts the writers, kills the process in the middle of its work, and returns what it had acknowledged. */
  async function liveAndDie(life: number): Promise<string[]> {
    const program = join(root, 'test', 'support', 'writing-process.ts');
    const child: ChildProcess = spawn(
      process.execPath,
      ['-r', join(root, 'test', 'support', 'typescript.cjs'), program, dataDir, String(life)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_ENV: 'test', TZ: 'Asia/Shanghai' },
      },
    );
    const acknowledged: string[] = [];
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    for await (const line of createInterface({ input: child.stdout! })) {
      acknowledged.push(line);
      if (acknowledged.length === acknowledgedPerLife) child.kill('SIGKILL');
    }
    await ended;
    return acknowledged;
  }

  it(`${kills} times: no acknowledged write is lost, nothing half-written stays, the chain verifies`, async () => {
    expect(existsSync(join(dataDir, 'app.sqlite'))).toBe(true);
    const acknowledged: string[] = [];
    for (let life = 0; life < kills; life += 1) acknowledged.push(...(await liveAndDie(life)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills * acknowledgedPerLife);

    const app = await createApp(testConfig(dataDir));
    try {
      const reader = app.get<DataSource>(getDataSourceToken());
      const kept = (await reader.manager.find(OnceKeyRecord)).map((row) => row.key);
      expect(acknowledged.filter((key) => !kept.includes(key))).toEqual([]);
      // Each unit wrote two rows: one without the other would be half a write.
      const halves = kept.filter(
        (key) => key.endsWith('-a') !== kept.includes(key.replace(/-a$/, '-b')) && key.endsWith('-a'),
      );
      expect(halves).toEqual([]);
      expect(await reader.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(await reader.query('PRAGMA foreign_key_check')).toEqual([]);
      expect((await app.get(AuditTrail).verify()).broken).toBeUndefined();
    } finally {
      await app.close();
    }
  });
});
