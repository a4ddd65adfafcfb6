import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { WebCopy } from '../domain/files/web-sizes';
import { StoredFile } from './stored-file.entity';
import { Uploads } from './uploads.service';

/** The bytes behind a row. What is missing or damaged is an error with a number for the person and a line in the log. */
@Injectable()
export class FileBytes {
  constructor(private readonly uploads: Uploads) {}

  /** A copy of a photo. */
  async copyOf(file: StoredFile, copy: WebCopy): Promise<Buffer> {
    const bytes = await this.uploads.store.read(file.storedName, copy);
    if (!bytes) throw new Error(`The copy ${copy} of file ${file.id} is missing on disk`);
    return bytes;
  }

  /** The file as it was given, proven by its hash. */
  async originalOf(file: StoredFile): Promise<Buffer> {
    const bytes = await this.uploads.store.read(file.storedName, 'original');
    if (!bytes) throw new Error(`File ${file.id} is missing on disk`);
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
      throw new Error(`File ${file.id} on disk is not what was uploaded`);
    }
    return bytes;
  }
}
