import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Blocker } from '../domain/kernel/blocker';

/** Says what of a structure may no longer be changed because something was built upon it, e.g. its kind. */
type KindLock = (tx: EntityManager, structureId: number) => Promise<Blocker[]>;

/** Where rooms above say why a structure keeps its kind: papers name it. */
@Injectable()
export class StructureLocks {
  private readonly locks: KindLock[] = [];

  /** Called once by a room above when it starts. */
  register(lock: KindLock): void {
    this.locks.push(lock);
  }

  /** Everything that speaks against another kind. */
  async kindBlockers(tx: EntityManager, structureId: number): Promise<Blocker[]> {
    const found: Blocker[] = [];
    for (const lock of this.locks) found.push(...(await lock(tx, structureId)));
    return found;
  }
}
