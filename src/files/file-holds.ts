import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Blocker } from '../domain/kernel/blocker';
import type { StoredFile } from './stored-file.entity';

/** What a room says against showing this file to everybody now; nothing where the file is none of its own. */
export type FileHold = (file: Pick<StoredFile, 'id' | 'purpose'>, from: EntityManager) => Promise<Blocker[]>;

/** Where rooms say which of their photos nobody may show to everybody yet. */
@Injectable()
export class FileHolds {
  private readonly holds: FileHold[] = [];

  /** Called once by a room when it starts. */
  register(hold: FileHold): void {
    this.holds.push(hold);
  }

  /** What every room says of this file. */
  async of(file: Pick<StoredFile, 'id' | 'purpose'>, from: EntityManager): Promise<Blocker[]> {
    const found: Blocker[] = [];
    for (const hold of this.holds) found.push(...(await hold(file, from)));
    return found;
  }
}
