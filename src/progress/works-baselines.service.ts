import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { stopping } from '../domain/kernel/blocker';
import { addDays } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { freezeWorks, plannedFinish, WorksDraft, worksBaselineBlockers } from '../domain/progress/baseline';
import type { Weighing } from '../domain/progress/item-weights';
import { quietWindow } from '../domain/progress/known-stops';
import { onceOverBlockers } from '../domain/renovation/going-on';
import { QuietDays } from '../disruptions/quiet-days';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { UnitOfWork, stale } from '../platform/database/unit-of-work';
import { ProgressDesk, WorksAtPlace } from './progress.desk';
import { WorksBaselineRecord } from './progress.entities';
import type { WorksBaselineForm } from './progress.forms';
import { progressPaths } from './progress.paths';
import { toBaseline, toProgressItem } from './progress.rows';

/** The plan of the works: frozen when work begins, renewed with a reason; every one is kept. */
@Injectable()
export class WorksBaselines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ProgressDesk,
    private readonly quietDays: QuietDays,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Freezes the items as they stand as the next plan; sent twice it is done once. */
  freeze(actor: Actor, code: string, form: WorksBaselineForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const works = await this.desk.current(actor, code, tx);
        const { compound, renovation, baselines } = works;
        const last = baselines.at(-1);
        if ((last?.number ?? 0) !== form.seen) return refuse(stale);
        const draft = await this.draft(works, form, tx);
        const blockers = stopping(this.blockers(works, draft));
        if (blockers.length) return refuse(...blockers);
        const current = last && toBaseline(last);
        const { version, reason, setOn, items } = freezeWorks(current, draft, this.clock.today());
        const inserted = await tx.insert(WorksBaselineRecord, {
          ...{ compoundId: compound.id, renovationId: renovation.id, number: version, reason, setOn, items },
          ...{ weighing: form.weighing, quiet: draft.quiet, setBy: actor.userId, setAt: this.clock.nowAt() },
        });
        await this.audit.record(tx, {
          ...{ actor, action: 'works-baseline.frozen', compoundId: compound.id },
          subject: { kind: 'works-baseline', id: inserted.identifiers[0].id as number },
          from: current ? plannedFinish(current) : null,
          to: plannedFinish({ items }),
        });
        return done(progressPaths.index(code));
      }),
    );
  }

  /** What would be frozen: the items of today with the quiet days that are known. */
  async draft(
    { compound, items }: WorksAtPlace,
    { weighing, reason }: { weighing: Weighing; reason?: string },
    from?: EntityManager,
  ): Promise<WorksDraft> {
    const drawn = items.map(toProgressItem);
    const days = drawn
      .flatMap(({ plannedStartOn, plannedFinishOn }) => [plannedStartOn, plannedFinishOn])
      .sort();
    const today = this.clock.today();
    const [fromOn, toOn] = [days[0] ?? today, addDays(days.at(-1) ?? today, ahead)];
    const quiet = (await this.quietDays.of([compound.id], fromOn, toOn, from)).get(compound.id) ?? [];
    return {
      ...{ reason: reason ?? '', weighing, items: drawn },
      quiet: quiet.map((one) => quietWindow({ fromOn: one.fromOn, toOn: one.untilOn })),
    };
  }

  /** Everything that speaks against freezing this, and what is to be said of it. */
  blockers({ renovation, baselines, items }: WorksAtPlace, draft: WorksDraft) {
    const last = baselines.at(-1);
    const doneIds = items
      .filter(({ state }) => state === 'finished' || state === 'accepted')
      .map(({ id }) => id);
    return [
      ...onceOverBlockers('baseline.renovation-over', renovation.state, '施工记录'),
      ...worksBaselineBlockers(last && toBaseline(last), draft, doneIds, this.workDays.calendar),
    ];
  }
}

/** Quiet days that lie so many days behind the planned end are frozen too: a late item meets them. */
const ahead = 92;
