import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { concealedNoticeBlockers, noticeGiverBlockers } from '../domain/construction/concealed-notice';
import {
  concealedLifecycle,
  ConcealedStep,
  concealedStepBlockers,
  ConcealedStepFacts,
} from '../domain/construction/concealed-steps';
import type { ConcealedState } from '../domain/construction/concealed-work';
import { typedMoment, type WallMoment } from '../domain/construction/wall-moment';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { firmOf, WorksDesk } from '../works/works.desk';
import { CheckSites } from './check-sites';
import { ConcealedAtPlace, ConcealedDesk } from './concealed.desk';
import { ConcealedFile, ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { ConcealedStepForm, NewConcealedForm } from './concealed.forms';
import { inspectionPaths } from './inspections.paths';

type StepAsked = Pick<ConcealedStepForm, 'step' | 'reason'> & Partial<ConcealedStepForm>;

/** Concealed works: notice, check, covering. */
@Injectable()
export class ConcealedWorks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly once: OnceKeys,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly works: WorksDesk,
    private readonly desk: ConcealedDesk,
    private readonly files: Files,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives notice of work that will be covered; sent twice it is one. */
  notice(actor: Actor, code: string, form: NewConcealedForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(...worksOpenBlockers(renovation, '通知隐蔽检查'));
        const site = await this.sites.of(actor, renovation, tx);
        const item = site.visible.find(({ id }) => id === form.itemId) ?? null;
        const notice = this.noticeOf(actor, form.part, form);
        const blockers = [
          ...noticeGiverBlockers(actor.role, item, renovation.state),
          ...concealedNoticeBlockers(notice, this.clock.wallMoment()),
        ];
        if (blockers.length) return refuse(...blockers);
        const { identifiers } = await tx.insert(ConcealedRecord, {
          ...{ ...notice, compoundId: compound.id, renovationId: renovation.id, itemId: form.itemId },
          ...{ state: 'noticed', noticedBy: actor.userId, noticedFirmId: firmOf(actor) },
        });
        const id = identifiers[0].id as number;
        await this.writeStep(tx, actor, id, 'notice', {
          ...{ happenedAt: notice.noticedAt, checkAt: notice.checkAt, reason: notice.agreed },
        });
        await this.record(tx, actor, { id, compoundId: compound.id }, 'concealed.noticed', [null, 'noticed']);
        return done(inspectionPaths.concealed(id));
      }),
    );
  }

  /** Takes a step of a concealed work; sent twice it is one. */
  take(
    actor: Actor,
    id: number,
    form: ConcealedStepForm,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const { work, compound } = found;
      if (work.version !== form.version) return refuse(stale);
      const facts = await this.factsOf(actor, found, form, photos.length, tx);
      const notice = form.step === 'notice-again' ? this.noticeOf(actor, work.part, form) : null;
      const blockers = [
        ...concealedStepBlockers(form.step, work.state, actor.role, facts),
        ...(notice ? concealedNoticeBlockers(notice, facts.now) : []),
      ];
      if (blockers.length) return refuse(...blockers);
      const { to } = concealedLifecycle[form.step];
      const change = {
        ...{ state: to, ...changeOf(form.step, facts) },
        ...(notice && { ...notice, noticedBy: actor.userId, noticedFirmId: firmOf(actor) }),
      };
      if (!(await updateAt(tx, ConcealedRecord, { id, version: form.version }, change))) return refuse(stale);
      const stepId = await this.writeStep(tx, actor, id, form.step, {
        ...{ happenedAt: notice?.noticedAt ?? facts.happenedAt, checkAt: notice?.checkAt ?? null },
        ...{ reason: facts.reason, witnesses: form.step === 'accept' ? [...facts.witnesses] : [] },
      });
      await this.attach(tx, actor, { stepId, compoundId: compound.id, step: form.step }, photos);
      await this.record(tx, actor, { id, compoundId: compound.id }, recordedAs[form.step], [work.state, to]);
      return done(inspectionPaths.concealed(id));
    });
  }

  /** What a step is judged by; the moment is now where none is given. */
  async factsOf(
    actor: Actor,
    { work, renovation }: ConcealedAtPlace,
    asked: StepAsked,
    photos: number,
    from?: EntityManager,
  ): Promise<ConcealedStepFacts> {
    const now = this.clock.wallMoment();
    const isTold = Boolean(asked.happenedOn || asked.happenedTime);
    return {
      ...{ renovation: renovation.state, now, noticedAt: work.noticedAt, acceptedAt: work.acceptedAt },
      happenedAt: isTold ? typedMoment(asked.happenedOn, asked.happenedTime) : now,
      supervision: await this.works.supervision(renovation, from),
      confirmer: { userId: actor.userId, role: actor.role, firmId: firmOf(actor) },
      noticedBy: { userId: work.noticedBy, firmId: work.noticedFirmId },
      ...{ witnesses: [...new Set(asked.witnesses ?? [])], photos, reason: (asked.reason ?? '').trim() },
    };
  }

  /** A builder gives notice now; what the street writes down for one was given when it says. */
  private noticeOf(actor: Actor, part: string, form: Partial<NewConcealedForm>) {
    const now = this.clock.wallMoment();
    const isTold = firmOf(actor) === null && Boolean(form.noticedOn || form.noticedTime);
    return {
      part: part.trim(),
      noticedAt: isTold ? typedMoment(form.noticedOn, form.noticedTime) : now,
      checkAt: typedMoment(form.checkOn, form.checkTime),
      agreed: (form.agreed ?? '').trim(),
    };
  }

  private async writeStep(
    tx: EntityManager,
    actor: Actor,
    concealedId: number,
    step: ConcealedStepRecord['step'],
    told: { happenedAt: WallMoment; checkAt: WallMoment | null; reason: string } & Partial<
      Pick<ConcealedStepRecord, 'witnesses'>
    >,
  ): Promise<number> {
    const { identifiers } = await tx.insert(ConcealedStepRecord, {
      ...{ concealedId, step, witnesses: [], ...told },
      ...{ recordedBy: actor.userId, firmId: firmOf(actor), recordedAt: this.clock.nowAt() },
    });
    return identifiers[0].id as number;
  }

  private async attach(
    tx: EntityManager,
    actor: Actor,
    { stepId, compoundId, step }: { stepId: number; compoundId: number; step: ConcealedStep },
    photos: readonly PreparedFile[],
  ): Promise<void> {
    const caption = step === 'cover' ? '隐蔽部位，覆盖以后' : '隐蔽部位，覆盖以前';
    for (const photo of photos) {
      const belonging = { compoundId, purpose: 'check' as const, actor, caption };
      const { id: fileId } = await this.files.attach(tx, photo, belonging);
      await tx.insert(ConcealedFile, { stepId, fileId });
    }
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { id, compoundId }: { id: number; compoundId: number },
    action: string,
    [from, to]: [ConcealedState | null, ConcealedState],
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ actor, action, subject: { kind: 'concealed', id }, compoundId, from, to },
    });
  }
}

const recordedAs: Record<ConcealedStep, string> = {
  accept: 'concealed.accepted',
  reject: 'concealed.rejected',
  'notice-again': 'concealed.noticed-again',
  cover: 'concealed.covered',
  withdraw: 'concealed.withdrawn',
};

/** What a step changes in the row beside its state. */
function changeOf(step: ConcealedStep, { happenedAt }: ConcealedStepFacts): Partial<ConcealedRecord> {
  if (step === 'accept') return { acceptedAt: happenedAt };
  return step === 'cover' ? { coveredAt: happenedAt } : {};
}
