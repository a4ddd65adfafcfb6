import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import {
  StructureStep,
  structureLifecycle,
  structureStepBlockers,
} from '../domain/removal/structure-lifecycle';
import { plannedDayBlockers } from '../domain/removal/structure-editing';
import { Papers } from '../enforcement/papers.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { stale, updateAt } from '../platform/database/unit-of-work';
import { StructureRecord } from '../structures/structure.entities';
import { StructureDesk } from '../structures/structures.desk';
import { structurePaths } from '../structures/structures.paths';
import { Grounds } from '../zones/grounds';
import { RemovalCases } from './removal-cases';
import { changeOf } from './removal-changes';
import type { RemovalDraft, ReopenDraft, StepDraft } from './removal-drafts';
import { KnownCase, toStepFacts } from './removal-judging';
import { StepRows } from './step-rows.service';

/** The steps of a structure: each judged by the law, written with its history in one unit of work. */
@Injectable()
export class RemovalSteps {
  constructor(
    private readonly desk: StructureDesk,
    private readonly cases: RemovalCases,
    private readonly papers: Papers,
    private readonly rows: StepRows,
    private readonly grounds: Grounds,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** Takes one step, or says every reason why not; sent twice it is one. */
  take(actor: Actor, id: number, draft: StepDraft, onceKey: string): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, onceKey, filesOf(draft), async (tx) => {
      const step = await this.takeIn(tx, actor, id, draft);
      return step.ok ? done(structurePaths.show(id)) : step;
    });
  }

  /** Writes a removal down, as agreed or by force, inside the caller's unit of work; the id of its history row. */
  removeIn(
    tx: EntityManager,
    actor: Actor,
    structureId: number,
    removal: RemovalDraft,
  ): Promise<Outcome<number>> {
    const { version, removedOn, reason, files, force } = removal;
    const step = force ? 'remove-by-force' : 'remove';
    return this.takeIn(tx, actor, structureId, {
      ...{ step, version, happenedOn: removedOn, reason, files, removal },
    });
  }

  /** Opens a closed case again, inside the caller's unit of work; the id of its history row. */
  reopenIn(
    tx: EntityManager,
    actor: Actor,
    structureId: number,
    { happenedOn, reason }: ReopenDraft,
  ): Promise<Outcome<number>> {
    return this.takeIn(tx, actor, structureId, {
      ...{ step: 'reopen', version: null, happenedOn, reason, files: {} },
    });
  }

  private async takeIn(
    tx: EntityManager,
    actor: Actor,
    id: number,
    draft: StepDraft,
  ): Promise<Outcome<number>> {
    const known = await this.cases.known(await this.desk.find(actor, id, tx), tx);
    const { structure } = known.found;
    if (draft.version !== null && draft.version !== structure.version) return refuse(stale);
    const now = wallTimeOf(this.clock.now());
    const day = { today: this.clock.today(), now, calendar: this.workDays.calendar };
    const facts = toStepFacts(known, draft, { ...day, actorId: actor.userId });
    const blockers = stopping([
      ...structureStepBlockers(draft.step, structure.state, actor.role, facts),
      ...plannedDayBlockers(draft.agreement?.plannedOn ?? null, structure),
    ]);
    const executed = await this.execute(tx, actor, known, draft);
    const also = executed.filter(({ text }) => !blockers.some((one) => one.text === text));
    if (blockers.length || also.length) return refuse(...blockers, ...also);
    return this.write(tx, actor, known, draft);
  }

  /** The record of a forced removal goes to its statutory case in the same breath; every reason against it at once. */
  private async execute(
    tx: EntityManager,
    actor: Actor,
    { found }: KnownCase,
    { removal }: StepDraft,
  ): Promise<Blocker[]> {
    if (!removal?.force) return [];
    const execution = { ...removal.force, issuedOn: removal.removedOn };
    const outcome = await this.papers.recordExecuted(tx, actor, found, execution);
    return outcome.ok ? [] : stopping(outcome.blockers);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { found }: KnownCase,
    draft: StepDraft,
  ): Promise<Outcome<number>> {
    const { structure, compound, renovation } = found;
    const { id, state: from } = structure;
    const { to } = structureLifecycle[draft.step];
    const before = await this.grounds.standing(renovation.id, tx);
    const change = changeOf(draft, actor.userId);
    const at = { id, version: draft.version ?? structure.version };
    if (!(await updateAt(tx, StructureRecord, at, change))) return refuse(stale);
    const eventId = await this.rows.write(tx, actor, found, draft);
    await this.audit.record(tx, {
      ...{ actor, action: stepActions[draft.step], subject: { kind: 'structure', id } },
      ...{ compoundId: compound.id, from, to },
    });
    const after = before.map((one) => (one.id === id ? { ...one, state: to } : one));
    await this.grounds.changed(tx, actor, renovation, { before, after });
    return done(eventId);
  }
}

const filesOf = ({ files, removal }: StepDraft): PreparedFile[] => [
  ...Object.values(files).flat(),
  ...(removal?.force?.files ?? []),
];

/** Under which name does each step stand in the audit record? */
const stepActions: Record<StructureStep, string> = {
  'check-ownership': 'structure.ownership-questioned',
  'settle-ownership': 'structure.ownership-settled',
  agree: 'structure.agreed',
  'withdraw-agreement': 'structure.agreement-withdrawn',
  remove: 'structure.removed',
  'remove-by-force': 'structure.forcibly-removed',
  verify: 'structure.verified',
  'send-back': 'structure.returned',
  'retain-legal': 'structure.retained',
  'retain-rectified': 'structure.rectified',
  'scope-out': 'structure.excluded',
  reopen: 'structure.reopened',
  'strike-out': 'structure.stricken',
};
