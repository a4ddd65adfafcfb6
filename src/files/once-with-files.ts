import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import type { Outcome } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Files } from './files.service';
import type { PreparedFile } from './uploads.service';

/** Makes a form with files harmless when it is sent twice: done once, and the files of its repeat are forgotten. */
@Injectable()
export class OnceWithFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: OnceKeys,
    private readonly files: Files,
  ) {}

  /**
   * Does `take` in a unit of work, once for each key. The files of a repeated post are not needed; those of a refused one are
   * kept for its next try.
   */
  async run(
    actor: Actor,
    key: string,
    files: readonly PreparedFile[],
    take: (tx: EntityManager) => Promise<Outcome<string>>,
  ): Promise<Outcome<string>> {
    let isFirst = false;
    const outcome = await this.work.run((tx) =>
      this.keys.once(tx, actor, key, () => {
        isFirst = true;
        return take(tx);
      }),
    );
    if (outcome.ok && !isFirst) await Promise.all(files.map((file) => this.files.discard(file)));
    return outcome;
  }
}
