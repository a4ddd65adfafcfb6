import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { FilePurpose } from '../domain/files/file-purposes';
import { done, Outcome } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { FilePlace } from './file-places';
import { filesPaths } from './files.paths';
import { Files } from './files.service';
import { PreparedFile } from './uploads.service';

/** What is said of the files that come in together. */
export interface Intake {
  purpose: FilePurpose;
  caption?: string;
  onceKey: string;
}

/** Puts files straight into the papers of a compound, without a record of another room around them. */
@Injectable()
export class FileIntake {
  constructor(
    private readonly files: Files,
    private readonly once: OnceKeys,
    private readonly work: UnitOfWork,
  ) {}

  /** Attaches all of them, or none; sent twice they are there once. Returns the page to look at. */
  async keep(
    actor: Actor,
    place: FilePlace,
    prepared: readonly PreparedFile[],
    intake: Intake,
  ): Promise<Outcome<string>> {
    const { onceKey, purpose, caption } = intake;
    let attached = false;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        for (const file of prepared) {
          await this.files.attach(tx, file, { compoundId: place.id, purpose, actor, caption });
        }
        attached = true;
        return done(filesPaths.index(place.code));
      }),
    );
    if (!attached) await Promise.all(prepared.map((file) => this.files.discard(file)));
    return outcome;
  }
}
