import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore, FoundFile } from './file-store';

describe('the place of uploaded files', () => {
  let root: string;
  let store: FileStore;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'store-'));
    store = new FileStore(join(root, 'uploads'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const parts = () =>
    new Map([
      ['original', Buffer.from('whole')],
      ['480.webp', Buffer.from('small')],
    ] as const);
  const found = async () => {
    const all: FoundFile[] = [];
    for await (const file of store.list()) all.push(file);
    return all;
  };

  it('keeps each part under a name the server made, readable by the owner only', async () => {
    const name = await store.put(parts());
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    const path = join(root, 'uploads', name.slice(0, 2), `${name}.480.webp`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'uploads', name.slice(0, 2))).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(root, 'uploads', 'incoming'))).toEqual([]);
    expect(String(await store.read(name, 'original'))).toBe('whole');
    expect(String(await store.read(name, '480.webp'))).toBe('small');
  });

  it('has nothing where nothing was kept', async () => {
    expect(await store.read('0'.repeat(32), 'original')).toBeNull();
    const name = await store.put(parts());
    expect(await store.read(name, '1600.jpg')).toBeNull();
  });

  it.each(['../../../../etc/passwd', '', 'ABCDEF', `${'0'.repeat(32)}/..`, '0'.repeat(31)])(
    'never looks for %j',
    async (name) => {
      await expect(store.read(name, 'original')).rejects.toThrow('stored name');
      await expect(store.remove(name)).rejects.toThrow('stored name');
    },
  );

  it('does not follow a link out of its folder, and does not read a folder', async () => {
    const secret = join(root, 'secret');
    writeFileSync(secret, 'not ours');
    const name = 'ab'.repeat(16);
    mkdirSync(join(root, 'uploads', 'ab', `${name}.480.webp`), { recursive: true });
    symlinkSync(secret, join(root, 'uploads', 'ab', `${name}.original`));
    expect(await store.read(name, 'original')).toBeNull();
    expect(await store.read(name, '480.webp')).toBeNull();
  });

  it('lists what it keeps and removes every part of it, and touches nothing else', async () => {
    const name = await store.put(parts());
    writeFileSync(join(root, 'uploads', name.slice(0, 2), 'notes.txt'), 'left by hand');
    const [file, ...more] = await found();
    expect([file.storedName, more]).toEqual([name, []]);
    expect(Date.now() - file.writtenAt.getTime()).toBeLessThan(60_000);
    await store.remove(name);
    expect(await found()).toEqual([]);
    expect(existsSync(join(root, 'uploads', name.slice(0, 2), 'notes.txt'))).toBe(true);
  });

  it('is empty before anything was kept', async () => {
    expect(await found()).toEqual([]);
    expect(await store.clearIncoming(new Date())).toBe(0);
  });

  it('clears half-written files only when they are old enough', async () => {
    const incoming = join(root, 'uploads', 'incoming');
    mkdirSync(incoming, { recursive: true });
    const day = new Date('2026-06-08T00:00:00.000Z');
    for (const [name, age] of [
      ['old', 1],
      ['young', 0],
    ] as const) {
      writeFileSync(join(incoming, name), 'x');
      utimesSync(join(incoming, name), day, new Date(day.getTime() - age));
    }
    expect(await store.clearIncoming(day)).toBe(1);
    expect(readdirSync(incoming)).toEqual(['young']);
  });

  it('leaves nothing behind when the disk refuses', async () => {
    const kept = await store.put(parts());
    const broken = new Map([
      ['original', Buffer.from('whole')],
      ['480.webp', null as unknown as Buffer],
    ] as const);
    await expect(store.put(broken)).rejects.toThrow();
    expect(readdirSync(join(root, 'uploads', 'incoming'))).toEqual([]);
    expect((await found()).map((file) => file.storedName)).toEqual([kept]);
  });
});
