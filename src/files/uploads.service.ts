import { readFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { uploadBlockers, WantedKind } from '../domain/files/acceptance';
import { documentBytesBlockers, uploadLimits } from '../domain/files/upload-limits';
import { Blocker } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { UploadedFile } from '../platform/web/multipart';
import { sniff } from './content-sniffer';
import { examineFile, FileFacts, IncomingFile } from './file-examiner';
import { FileStore, StoredPart } from './file-store';
import { WorkQueue } from './work-queue';

/** A file that was taken and lies on disk, but belongs to nothing yet; after a day without a row it is swept away. */
export interface PreparedFile extends FileFacts {
  storedName: string;
}

/** More at once would take the threads that the database and the passwords share. */
const examinedAtOnce = 2;
const headBytes = 4096;

/** The one entrance of every photo and document: examined, copies made, kept on disk. No row is written here. */
@Injectable()
export class Uploads {
  readonly store: FileStore;
  private readonly queue = new WorkQueue(examinedAtOnce);
  private young = new Set<string>();

  constructor(@Inject(CONFIG) config: Config) {
    this.store = new FileStore(join(config.dataDir, 'uploads'));
  }

  /** Takes an upload, or says every reason against it. Called before the unit of work, never inside. */
  accept(upload: UploadedFile | IncomingFile, wants: WantedKind = 'any'): Promise<Outcome<PreparedFile>> {
    return this.queue.run(() =>
      'temporaryPath' in upload ? this.acceptPosted(upload, wants) : this.examine(upload, wants),
    );
  }

  /** Forgets a prepared file that will not be attached after all. */
  async discard(prepared: PreparedFile): Promise<void> {
    this.young.delete(prepared.storedName);
    await this.store.remove(prepared.storedName);
  }

  /**
   * The names prepared since the last time this was asked. They may still be waiting for their row, whatever the
   * clock says, and are not to be swept away.
   */
  takeYoung(): ReadonlySet<string> {
    const young = this.young;
    this.young = new Set();
    return young;
  }

  private async acceptPosted(upload: UploadedFile, wants: WantedKind): Promise<Outcome<PreparedFile>> {
    const incoming = { name: upload.originalName, declaredType: upload.declaredType };
    if (upload.bytes > Math.max(uploadLimits.photoBytes, uploadLimits.documentBytes)) {
      return refuse(...tooLargeBlockers({ ...incoming, bytes: upload.bytes }, await headOf(upload), wants));
    }
    return this.examine({ ...incoming, bytes: await readFile(upload.temporaryPath) }, wants);
  }

  private async examine(incoming: IncomingFile, wants: WantedKind): Promise<Outcome<PreparedFile>> {
    const examined = await examineFile(incoming, wants);
    if (!examined.ok) return examined;
    const { facts, copies } = examined.value;
    const parts = new Map<StoredPart, Buffer>([['original', incoming.bytes], ...copies]);
    const storedName = await this.store.put(parts);
    this.young.add(storedName);
    return done({ ...facts, storedName });
  }
}

/** What is said of a file that is too large to be read: a HEIC of 30 MB is told about HEIC, a photo about its size. */
function tooLargeBlockers(
  upload: { name: string; declaredType: string; bytes: number },
  head: Buffer,
  wants: WantedKind,
): Blocker[] {
  const content = sniff(head);
  if (content === 'zip') return documentBytesBlockers(upload.bytes);
  return uploadBlockers({ ...upload, content }, wants);
}

async function headOf(upload: UploadedFile): Promise<Buffer> {
  const file = await open(upload.temporaryPath, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
