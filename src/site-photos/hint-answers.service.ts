import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { hintAnswerBlockers } from '../domain/construction/photo-flags';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { PhotoHintRecord } from './site-photo.entities';
import { HintAnswerForm } from './site-photo.forms';
import { sitePhotoPaths } from './site-photos.paths';

/** A hint with the compound of its photo. */
export interface HintAtPlace {
  hint: PhotoHintRecord;
  compound: Compound;
}

export const hintsPerPage = 20;

/** Hints about photos: listed, looked at, answered by a person with a sentence. */
@Injectable()
export class HintAnswers {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The hint with this id, if the compound of its photo lies in the person's scope. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<HintAtPlace> {
    const hint = await from.findOneBy(PhotoHintRecord, { id });
    if (!hint) throw new NotFoundException();
    return { hint, compound: await this.compounds.findById(actor, hint.compoundId, from) };
  }

  /** One page of the hints of a compound, the newest first; those that wait alone, unless all are asked for. */
  async list(
    compoundId: number,
    { all, page }: { all: boolean; page: number },
  ): Promise<{ hints: PhotoHintRecord[]; total: number }> {
    const [hints, total] = await this.reader.manager.findAndCount(PhotoHintRecord, {
      where: { compoundId, ...(!all && { answeredAt: IsNull() }) },
      order: { id: 'DESC' },
      skip: (page - 1) * hintsPerPage,
      take: hintsPerPage,
    });
    return { hints, total };
  }

  /** So many hints of a compound wait for an answer. */
  waiting(compoundId: number): Promise<number> {
    return this.reader.manager.countBy(PhotoHintRecord, { compoundId, answeredAt: IsNull() });
  }

  /** How many hints wait in each compound of the person's scope, by compound. */
  async waitingIn(
    actor: Actor,
    compoundId?: number,
  ): Promise<{ compoundId: number; code: string; name: string; count: number }[]> {
    const query = this.reader
      .createQueryBuilder(PhotoHintRecord, 'hint')
      .innerJoin(Compound, 'compound', 'compound.id = hint.compoundId')
      .select(['compound.id AS "compoundId"', 'compound.code AS "code"', 'compound.name AS "name"'])
      .addSelect('COUNT(*)', 'count')
      .where('hint.answeredAt IS NULL')
      .groupBy('compound.id')
      .addGroupBy('compound.code')
      .addGroupBy('compound.name');
    const rows = await this.compounds
      .within(query, actor, compoundId)
      .getRawMany<{ compoundId: number; code: string; name: string; count: number | string }>();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** Keeps what somebody saw who looked; said again, the later words stand. */
  answer(actor: Actor, id: number, { answer, version }: HintAnswerForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { compound } = await this.find(actor, id, tx);
      const blockers = hintAnswerBlockers(answer);
      if (blockers.length) return refuse(...blockers);
      const change = { answer, answeredBy: actor.userId, answeredAt: this.clock.nowAt() };
      if (!(await updateAt(tx, PhotoHintRecord, { id, version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'hint.answered', subject: { kind: 'photo-hint', id } },
        compoundId: compound.id,
      });
      return done(sitePhotoPaths.hints(compound.code));
    });
  }
}
