import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { removalOverBlockers } from '../domain/removal/structure';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { SketchForm } from './zone.forms';
import { CompoundSketch } from './zone.entities';
import { noRenovation } from './zone-refusals';
import { zonesPaths } from './zones.paths';

/** The sketch of a compound: put up, and replaced by a better one while the earlier stays on record. */
@Injectable()
export class Sketches {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Puts a sketch up in the place of the last; sent twice it is one. */
  putUp(
    actor: Actor,
    code: string,
    { caption, onceKey }: Pick<SketchForm, 'caption' | 'onceKey'>,
    pictures: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, onceKey, pictures, async (tx) => {
      const { compound, renovation } = await this.compounds.current(actor, code, tx);
      if (!renovation) return refuse(noRenovation);
      const blockers = removalOverBlockers(renovation.state);
      if (pictures.length !== 1) blockers.push(oneSketch);
      if (blockers.length) return refuse(...blockers);
      const words = caption ?? '楼院草图';
      const belonging = { compoundId: compound.id, purpose: 'sketch' as const, actor, caption: words };
      const file = await this.files.attach(tx, pictures[0], belonging);
      await tx.update(CompoundSketch, { compoundId: compound.id, isCurrent: true }, { isCurrent: false });
      const row = {
        ...{ compoundId: compound.id, fileId: file.id, caption: words, isCurrent: true },
        ...{ uploadedBy: actor.userId, uploadedOn: this.clock.today() },
      };
      const id = (await tx.insert(CompoundSketch, row)).identifiers[0].id as number;
      const subject = { kind: 'sketch', id };
      await this.audit.record(tx, { actor, action: 'sketch.replaced', subject, compoundId: compound.id });
      return done(zonesPaths.ground(code));
    });
  }
}

const oneSketch = houseRule('sketch.one', '草图只能上传一张，请选最清楚的一张');
