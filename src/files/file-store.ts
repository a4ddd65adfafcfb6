// Keeps files on disk under DATA_DIR/uploads, named by ids the server makes; nothing a person typed becomes a path.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WebCopy, webCopies } from '../domain/files/web-sizes';

/** What is kept under one stored name. */
export type StoredPart = 'original' | WebCopy;

/** Something found on disk, and when it was last written. */
export interface FoundFile {
  storedName: string;
  writtenAt: Date;
}

const storedNamePattern = /^[0-9a-f]{32}$/;
const partPattern = new RegExp(`^([0-9a-f]{32})\\.(original|${webCopies.join('|').replaceAll('.', '\\.')})$`);
const shardPattern = /^[0-9a-f]{2}$/;

/** The one place where uploaded files lie. */
export class FileStore {
  private readonly incoming: string;

  constructor(private readonly root: string) {
    this.incoming = join(root, 'incoming');
  }

  /** Keeps these parts under a new name. When it returns they survive a power cut; before, none is visible. */
  async put(parts: ReadonlyMap<StoredPart, Buffer>): Promise<string> {
    const storedName = randomBytes(16).toString('hex');
    const shard = await this.makeShard(storedName);
    const written: [StoredPart, string][] = [];
    try {
      for (const [part, bytes] of parts) written.push([part, await this.writeTemporary(bytes)]);
      for (const [part, temporary] of written) await rename(temporary, this.pathOf(storedName, part));
      await syncDirectory(shard);
    } catch (error) {
      for (const [, temporary] of written) await rm(temporary, { force: true });
      await this.remove(storedName);
      throw error;
    }
    return storedName;
  }

  /** The bytes of one part, or null if there is no such plain file. */
  async read(storedName: string, part: StoredPart): Promise<Buffer | null> {
    const path = this.pathOf(storedName, part);
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(notThere);
    if (!file) return null;
    try {
      return (await file.stat()).isFile() ? await file.readFile() : null;
    } finally {
      await file.close();
    }
  }

  /** Takes away every part under this name. */
  async remove(storedName: string): Promise<void> {
    for (const part of ['original', ...webCopies] as const)
      await rm(this.pathOf(storedName, part), { force: true });
  }

  /** Every stored name on disk, with the newest writing time among its parts. */
  async *list(): AsyncGenerator<FoundFile> {
    for (const shard of (await namesIn(this.root)).filter((name) => shardPattern.test(name))) {
      const newest = new Map<string, Date>();
      for (const name of await namesIn(join(this.root, shard))) {
        const storedName = partPattern.exec(name)?.[1];
        if (!storedName) continue;
        const { mtime } = await stat(join(this.root, shard, name));
        if (mtime > (newest.get(storedName) ?? new Date(0))) newest.set(storedName, mtime);
      }
      for (const [storedName, writtenAt] of newest) yield { storedName, writtenAt };
    }
  }

  /** Takes away half-written files last touched before this instant; how many there were. */
  clearIncoming(before: Date): Promise<number> {
    return clearFolder(this.incoming, before);
  }

  private pathOf(storedName: string, part: StoredPart): string {
    if (!storedNamePattern.test(storedName)) throw new Error('a stored name is 32 hexadecimal characters');
    return join(this.root, storedName.slice(0, 2), `${storedName}.${part}`);
  }

  private async makeShard(storedName: string): Promise<string> {
    const shard = join(this.root, storedName.slice(0, 2));
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    if (await mkdir(shard, { recursive: true, mode: 0o700 })) await syncDirectory(this.root);
    return shard;
  }

  private async writeTemporary(bytes: Buffer): Promise<string> {
    const path = join(this.incoming, randomBytes(16).toString('hex'));
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return path;
  }
}

/** A rename is only lasting once the folder that holds the name is on disk. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Takes away the files of a folder last touched before this instant; how many there were. */
export async function clearFolder(folder: string, before: Date): Promise<number> {
  let cleared = 0;
  for (const name of await namesIn(folder)) {
    const found = await stat(join(folder, name)).catch(notThere);
    if (!found?.isFile() || found.mtime >= before) continue;
    await rm(join(folder, name), { force: true });
    cleared++;
  }
  return cleared;
}

async function namesIn(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(notThere)) ?? [];
}

/** Missing files and links set in their place read as absent; anything else is a fault of the disk. */
function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ELOOP') return null;
  throw error;
}
