import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import {
  findingLifecycle,
  FindingStep,
  findingStepBlockers,
  FindingStepFacts,
} from '../domain/construction/finding-steps';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { stale, updateAt } from '../platform/database/unit-of-work';
import { firmOf } from '../works/works.desk';
import { FindingFile, FindingRecord, FindingStepRecord } from './finding.entities';
import { FindingAtPlace, FindingDesk } from './findings.desk';
import { inspectionPaths } from './inspections.paths';

/** How a finding was mended: on which day, how, and at which version of it that was said. */
export interface Mending {
  happenedOn: CalendarDate;
  reason: string;
  version: number;
  onceKey: string;
}

/** A step as it is asked for; the day is today where none is given. */
export interface FindingStepAsked extends Omit<Mending, 'happenedOn'> {
  step: FindingStep;
  happenedOn?: CalendarDate;
  nextDueOn?: CalendarDate;
}

/** What becomes of findings: mended, looked at again, put off, opened again, struck out. */
@Injectable()
export class Findings {
  constructor(
    private readonly onceWithFiles: OnceWithFiles,
    private readonly desk: FindingDesk,
    private readonly files: Files,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The builder says that it is mended, with pictures of the place as it is now; sent twice it is one. */
  mend(
    actor: Actor,
    id: number,
    mending: Mending,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.take(actor, id, { ...mending, step: 'mend' }, photos);
  }

  /** Takes a step of a finding; answers with the address of its page. */
  take(
    actor: Actor,
    id: number,
    asked: FindingStepAsked,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, asked.onceKey, photos, async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const { finding, compound } = found;
      if (finding.version !== asked.version) return refuse(stale);
      const facts = this.factsOf(actor, found, asked, photos.length);
      const blockers = findingStepBlockers(asked.step, finding.state, actor.role, facts);
      if (blockers.length) return refuse(...blockers);
      const { to } = findingLifecycle[asked.step];
      const change = { state: to, ...changeOf(asked.step, facts, firmOf(actor)) };
      if (!(await updateAt(tx, FindingRecord, { id, version: asked.version }, change))) return refuse(stale);
      await this.writeStep(tx, actor, found, asked, facts, photos);
      await this.audit.record(tx, {
        ...{ actor, action: recordedAs[asked.step], subject: { kind: 'finding', id } },
        ...{ compoundId: compound.id, from: finding.state, to },
      });
      return done(inspectionPaths.finding(id));
    });
  }

  /** What a step of a finding is judged by. */
  factsOf(
    actor: Actor,
    { finding, renovation }: FindingAtPlace,
    {
      step,
      happenedOn,
      nextDueOn,
      reason,
    }: Pick<FindingStepAsked, 'step' | 'happenedOn' | 'nextDueOn' | 'reason'>,
    photos: number,
  ): FindingStepFacts {
    const today = this.clock.today();
    const { mendedOn, mendedBy, mendedFirmId } = finding;
    return {
      ...{ renovation: renovation.state, today, foundOn: finding.foundOn, dueOn: finding.dueOn },
      happenedOn: happenedOn ?? today,
      mended: mendedOn === null ? null : { on: mendedOn, by: { userId: mendedBy, firmId: mendedFirmId } },
      actor: { userId: actor.userId, role: actor.role, firmId: firmOf(actor) },
      photosAfter: photos + (step === 'mend' ? 0 : finding.after.length),
      ...{ nextDueOn: nextDueOn ?? null, reason },
    };
  }

  private async writeStep(
    tx: EntityManager,
    actor: Actor,
    { finding, compound }: FindingAtPlace,
    { step }: FindingStepAsked,
    { happenedOn, nextDueOn, reason }: FindingStepFacts,
    photos: readonly PreparedFile[],
  ): Promise<void> {
    const gives = givesDue.includes(step);
    const inserted = await tx.insert(FindingStepRecord, {
      ...{ findingId: finding.id, step, happenedOn, nextDueOn: gives ? nextDueOn : null },
      ...{ reason: reason.trim(), recordedBy: actor.userId, firmId: firmOf(actor) },
      recordedAt: this.clock.nowAt(),
    });
    const stepId = inserted.identifiers[0].id as number;
    const caption = step === 'mend' ? '检查发现的问题，整改以后' : '检查发现的问题，复查时';
    await this.attach(tx, actor, { compoundId: compound.id, findingId: finding.id, stepId, caption }, photos);
  }

  /** Gives the photos of a finding their rows; `stepId` is null for those that show it as it was found. */
  async attach(
    tx: EntityManager,
    actor: Actor,
    place: { compoundId: number; findingId: number; stepId: number | null; caption: string },
    photos: readonly PreparedFile[],
  ): Promise<void> {
    const { compoundId, findingId, stepId, caption } = place;
    for (const photo of photos) {
      const belonging = { compoundId, purpose: 'check' as const, actor, caption };
      const { id: fileId } = await this.files.attach(tx, photo, belonging);
      await tx.insert(FindingFile, { findingId, stepId, fileId });
    }
  }
}

const givesDue: readonly FindingStep[] = ['send-back', 'move-due', 'reopen'];

const recordedAs: Record<FindingStep, string> = {
  mend: 'finding.mended',
  pass: 'finding.passed',
  'send-back': 'finding.sent-back',
  'move-due': 'finding.due-moved',
  reopen: 'finding.reopened',
  'strike-out': 'finding.struck-out',
};

/** What a step changes in the row beside its state. */
function changeOf(
  step: FindingStep,
  { happenedOn, nextDueOn, actor }: FindingStepFacts,
  mendedFirmId: number | null,
): Partial<FindingRecord> {
  if (step === 'mend') return { mendedOn: happenedOn, mendedBy: actor.userId, mendedFirmId };
  if (step === 'pass') return { closedOn: happenedOn };
  if (givesDue.includes(step)) return { dueOn: nextDueOn!, closedOn: null };
  return {};
}
