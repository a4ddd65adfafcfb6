import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import type { Renovation } from '../compounds/renovation.entities';
import { byOffice } from '../domain/construction/blocked';
import type { Doer, Supervision } from '../domain/construction/confirming';
import {
  workItemLifecycle,
  WorkItemStep,
  workItemStepBlockers,
  WorkItemStepFacts,
} from '../domain/construction/item-lifecycle';
import type { WorkItemState } from '../domain/construction/work-item';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { allowedSteps, Step } from '../domain/kernel/lifecycle';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ItemStanding, ItemStandings } from './item-standings';
import { WorkItemRecord, WorkItemStepRecord } from './work.entities';
import { ItemStepForm, ItemStepsForm } from './work.forms';
import { firmOf, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** What every item of a renovation is judged by. */
interface Judging {
  actor: Actor;
  renovation: Renovation;
  supervision: Supervision;
  steps: WorkItemStepRecord[];
}

/** Steps of the items: opened, finished, accepted, reopened, dropped, restored; one, or several of a contract at once. */
@Injectable()
export class ItemSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: OnceKeys,
    private readonly desk: WorksDesk,
    private readonly standings: ItemStandings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Takes a step of one item. */
  take(actor: Actor, id: number, { step, reason, version }: ItemStepForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { renovation } = await this.desk.item(actor, id, tx);
      const judging = await this.judging(actor, renovation, tx);
      const standings = await this.standings.of(renovation, this.clock.today(), tx);
      const standing = standings.find(({ row }) => row.id === id)!;
      const blockers = stopping(this.blockers(judging, standing, step, reason ?? ''));
      if (blockers.length) return refuse(...blockers);
      if (!(await this.write(tx, actor, standing, { step, reason: reason ?? '', version }))) {
        return refuse(stale);
      }
      return done(worksPaths.item(id));
    });
  }

  /** The same step of several items of a contract: all of them, or none. */
  takeSeveral(actor: Actor, contractId: number, form: ItemStepsForm): Promise<Outcome<string>> {
    const { step, items: ids } = form;
    return this.work.run((tx) =>
      this.keys.once(tx, actor, form.onceKey, async () => {
        const { renovation } = await this.desk.contract(actor, contractId, tx);
        if (!ids.length) return refuse(byOffice('item-none', '请勾选项目，至少一项'));
        const judging = await this.judging(actor, renovation, tx);
        const standings = await this.standings.of(renovation, this.clock.today(), tx);
        const chosen = [...new Set(ids)].map((id) =>
          standings.find(({ row }) => row.id === id && row.contractId === contractId),
        );
        const blockers = chosen.flatMap((standing) =>
          standing === undefined
            ? [byOffice('item-foreign', '选择的项目里有别的合同的，请刷新页面后重新选择')]
            : stopping(this.blockers(judging, standing, step, '')),
        );
        if (blockers.length) return refuse(...blockers);
        for (const standing of chosen) {
          const { version } = standing!.row;
          if (!(await this.write(tx, actor, standing!, { step, reason: '', version }))) return refuse(stale);
        }
        return done(worksPaths.contract(contractId));
      }),
    );
  }

  /** Everything a step of the items of a renovation is judged by beside the items. */
  async judging(actor: Actor, renovation: Renovation, from?: EntityManager): Promise<Judging> {
    return {
      actor,
      renovation,
      supervision: await this.desk.supervision(renovation, from),
      steps: await this.desk.steps(renovation.id, from),
    };
  }

  /** Everything that speaks against a step of an item. */
  blockers(judging: Judging, standing: ItemStanding, step: WorkItemStep, reason: string): Blocker[] {
    const facts = this.facts(judging, standing, reason);
    return workItemStepBlockers(step, standing.row.state, judging.actor.role, facts);
  }

  /** Every step its state offers this person, with what still speaks against it. */
  outlook(judging: Judging, standing: ItemStanding): Step<WorkItemStep, WorkItemState>[] {
    const facts = this.facts(judging, standing, writtenLater);
    return allowedSteps(workItemLifecycle, standing.row.state, judging.actor.role, facts).map((one) => ({
      ...one,
      blockers: stopping(one.blockers),
    }));
  }

  /** What a step of an item is judged by. */
  facts(
    { actor, renovation, supervision, steps }: Judging,
    standing: ItemStanding,
    reason: string,
  ): WorkItemStepFacts {
    const { item, surroundings, confirmed, openFindings, begunAfter } = standing;
    return {
      ...{ renovation: renovation.state, today: this.clock.today(), item, surroundings, supervision },
      confirmer: { userId: actor.userId, role: actor.role, firmId: firmOf(actor) },
      finishedBy: finishedBy(steps, item.id),
      ...{ confirmed, openFindings, begunAfter, reason },
    };
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { row }: ItemStanding,
    { step, reason, version }: { step: WorkItemStep; reason: string; version: number },
  ): Promise<boolean> {
    const { label, to } = workItemLifecycle[step];
    if (!(await updateAt(tx, WorkItemRecord, { id: row.id, version }, { state: to }))) return false;
    await tx.insert(WorkItemStepRecord, {
      ...{ itemId: row.id, step, happenedOn: this.clock.today(), reason, recordedBy: actor.userId },
      ...{ firmId: firmOf(actor), recordedAt: this.clock.nowAt() },
    });
    await this.audit.record(tx, {
      ...{ actor, action: 'work-item.stepped', subject: { kind: 'work-item', id: row.id } },
      ...{ compoundId: row.compoundId, to: label },
    });
    return true;
  }
}

/** Stands for the reason that is written on the page of the step. */
export const writtenLater = '原因另写';

/** Who declared it finished last. */
function finishedBy(steps: readonly WorkItemStepRecord[], itemId: number): Doer | null {
  const last = steps.filter((one) => one.itemId === itemId && one.step === 'finish').at(-1);
  return last ? { userId: last.recordedBy, firmId: last.firmId } : null;
}
