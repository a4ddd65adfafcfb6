import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { stopping } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { NoticeRun, noticeDays, noticeRan } from '../domain/meeting/notice';
import type { VoteScope } from '../domain/meeting/vote-roster';
import type { Actor } from '../domain/people/actor';
import { PlanFixFacts, planFixBlockers } from '../domain/plan/plan-fixing';
import { planOverBlockers } from '../domain/plan/plan-version';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { VoteTotals } from '../votes/votes.totals';
import { PlanVersion } from './plan.entities';
import { FixingForm } from './plan.forms';
import { PlanObjections } from './plan-objections';
import { PlanRecords } from './plan-records';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Fixes a version: what is built is decided, and frozen. */
@Injectable()
export class PlanFixing {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly objections: PlanObjections,
    private readonly votes: VoteTotals,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What fixing this version is judged by. */
  async factsOf(records: PlanRecords, from: EntityManager = this.reader.manager): Promise<PlanFixFacts> {
    const { version, renovation, items, drawingIds, standing } = records;
    const objections = await this.objections.of(renovation.id, from);
    const passed = await this.votes.passedMatters(renovation.id);
    const passedBy = (...kinds: VoteScope['kind'][]) =>
      passed.filter(({ scope }) => kinds.includes(scope.kind)).map(({ matter }) => matter);
    const byAll = passedBy('compound');
    return {
      track: renovation.track,
      standing,
      items,
      drawings: drawingIds.length,
      sheet: version,
      notice: this.noticeRun(records),
      unanswered: objections.filter(({ wish }) => wish.state === 'open').length,
      passedMatters: passed.map(({ matter }) => matter),
      partlyPassed: passedBy('building', 'unit').filter((matter) => !byAll.includes(matter)),
    };
  }

  /** How far the notice of this version is; null while none was posted. Taken down after the fixing it did its work. */
  noticeRun({ notice, version }: Pick<PlanRecords, 'notice' | 'version'>): NoticeRun | null {
    if (!notice) return null;
    const { fixedOn } = version;
    const wasWorking = fixedOn !== null && (notice.withdrawnOn ?? '') >= fixedOn;
    const seen = { ...notice, withdrawnOn: wasWorking ? null : notice.withdrawnOn };
    return noticeRan(seen, fixedOn ?? this.clock.today(), noticeDays('plan', notice.postedOn));
  }

  /** Freezes a version if nothing stops it and its content is still what the person saw. */
  fix(actor: Actor, id: number, form: FixingForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const records = await this.desk.find(actor, id, tx);
        const { version, renovation, compound, items } = records;
        const blockers = [
          ...planOverBlockers(renovation.state),
          ...stopping(planFixBlockers(await this.factsOf(records, tx))),
        ];
        if (blockers.length) return refuse(...blockers);
        if (version.contentVersion !== form.version) return refuse(stale);
        const change = { state: 'fixed' as const, fixedOn: this.clock.today(), fixedBy: actor.userId };
        await updateAt(tx, PlanVersion, { id, version: version.version }, change);
        await this.audit.record(tx, {
          actor,
          action: 'plan.fixed',
          subject: { kind: 'plan', id },
          compoundId: compound.id,
          to: `${version.number} ${items.length}`,
        });
        return done(plansPaths.index(compound.code));
      }),
    );
  }
}
