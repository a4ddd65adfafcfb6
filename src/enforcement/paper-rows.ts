import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../domain/people/actor';
import type { StepRecord } from '../domain/removal/statutory-case';
import { StatutoryStepCode, statutorySteps } from '../domain/removal/statutory-steps';
import { structureNumber } from '../domain/removal/structure-kinds';
import { Files } from '../files/files.service';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import type { CaseAtPlace } from './enforcement.desk';
import { PaperFileKind, StatutoryPaper, StatutoryPaperFile } from './enforcement.entities';

/** Writes the rows of papers that were judged before: the paper and its files. */
@Injectable()
export class PaperRows {
  constructor(
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** The paper itself; its id. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    { structure, records }: CaseAtPlace,
    { step, issuedOn, documentNumber, organ, carries, deadlineOn, officers, service }: StepRecord,
  ): Promise<number> {
    const inserted = await tx.insert(StatutoryPaper, {
      ...{ structureId: structure.id, round: records.round, step, issuedOn, documentNumber, organ },
      ...{ carries: carries.join(','), deadlineOn, officers },
      ...{ serviceMethod: service?.method ?? null, servedOn: service?.servedOn ?? null },
      ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
      ...{ withdrawnOn: null, withdrawnReason: null },
    });
    return inserted.identifiers[0].id as number;
  }

  /** Its scans and the proof of its service; never public. */
  async attach(
    tx: EntityManager,
    actor: Actor,
    { compound, structure }: CaseAtPlace,
    paper: { id: number; step: StatutoryStepCode },
    { scans, proofs }: { scans: readonly PreparedFile[]; proofs: readonly PreparedFile[] },
  ): Promise<void> {
    const { document } = statutorySteps[paper.step];
    const add = async (prepared: PreparedFile, kind: PaperFileKind, what: string) => {
      const belonging = { compoundId: compound.id, purpose: 'removal-paper' as const, actor };
      const caption = `${structureNumber(structure.number)}${what}`;
      const file = await this.files.attach(tx, prepared, { ...belonging, caption });
      await tx.insert(StatutoryPaperFile, { paperId: paper.id, fileId: file.id, kind });
    };
    for (const scan of scans) await add(scan, 'paper', document);
    for (const proof of proofs) await add(proof, 'proof', `${document}送达凭证`);
  }
}
