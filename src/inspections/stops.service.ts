import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { openFindingStates } from '../domain/construction/finding';
import { stopBlockers, stopReachBlockers } from '../domain/construction/stop-order';
import {
  stopLifecycle,
  stopReportBlockers,
  StopStep,
  stopStepBlockers,
  StopStepFacts,
} from '../domain/construction/stop-steps';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { firmOf } from '../works/works.desk';
import { ZoneDesk } from '../zones/zones.desk';
import { CheckSites } from './check-sites';
import { FindingRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';
import { StopFinding, StopItem, StopRecord, StopZone } from './stop.entities';
import { NewStopForm, StopReportForm, StopStepForm } from './stop.forms';
import { StopAtPlace, StopDesk } from './stops.desk';

/** Orders to stop: given, lifted, taken back, reported. */
@Injectable()
export class StopOrders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly once: OnceKeys,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly zones: ZoneDesk,
    private readonly desk: StopDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Orders a stop; sent twice it is one. */
  order(actor: Actor, code: string, form: NewStopForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(...worksOpenBlockers(renovation, '下达停工令'));
        const site = await this.sites.of(actor, renovation, tx);
        const where = { renovationId: renovation.id };
        const [itemIds, zones, findingIds] = [form.itemIds, form.zoneIds, form.findingIds].map(unique);
        const order = { stoppedOn: form.stoppedOn, itemIds, zones, findingIds, reason: form.reason ?? '' };
        const place = {
          ...{ renovation: renovation.state, role: actor.role, startsOn: site.startsOn, items: site.items },
          zones: await this.zones.ofRenovation(renovation.id, tx),
          openFindings: await tx.findBy(FindingRecord, { ...where, state: In([...openFindingStates]) }),
        };
        const blockers = [
          ...stopBlockers(order, place, this.clock.today()),
          ...stopReachBlockers(order, place),
        ];
        if (blockers.length) return refuse(...blockers);
        const last = (await tx.maximum(StopRecord, 'number', where)) ?? 0;
        const { identifiers } = await tx.insert(StopRecord, {
          ...{ compoundId: compound.id, ...where, number: last + 1, cause: form.cause },
          ...{ reason: order.reason.trim(), stoppedOn: order.stoppedOn, orderedRole: actor.role },
          ...{ recordedBy: actor.userId, firmId: firmOf(actor), recordedAt: this.clock.nowAt() },
        });
        const stopId = identifiers[0].id as number;
        for (const itemId of itemIds) await tx.insert(StopItem, { stopId, itemId });
        for (const zoneId of zones) await tx.insert(StopZone, { stopId, zoneId });
        for (const findingId of findingIds) await tx.insert(StopFinding, { stopId, findingId });
        await this.record(tx, actor, { id: stopId, compoundId: compound.id }, 'stop.ordered', form.cause);
        return done(inspectionPaths.stop(stopId));
      }),
    );
  }

  /** Lifts an order, or takes back one given by mistake; sent twice it is one. */
  take(actor: Actor, id: number, form: StopStepForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, id, tx);
        const { stop } = found;
        if (stop.version !== form.version) return refuse(stale);
        const facts = await this.factsOf(actor, found, form, tx);
        const blockers = stopStepBlockers(form.step, stop.state, actor.role, facts);
        if (blockers.length) return refuse(...blockers);
        const { to } = stopLifecycle[form.step];
        const change = {
          ...{ state: to, resumedOn: form.step === 'resume' ? facts.resumedOn : null },
          ...{ endReason: facts.reason, endedRole: actor.role, endedBy: actor.userId },
          endedAt: this.clock.nowAt(),
        };
        if (!(await updateAt(tx, StopRecord, { id, version: form.version }, change))) return refuse(stale);
        await this.record(tx, actor, stop, recordedAs[form.step], stop.cause);
        return done(inspectionPaths.stop(id));
      }),
    );
  }

  /** Writes down when it was reported to who gave the permit. */
  report(actor: Actor, id: number, form: StopReportForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { stop } = await this.desk.find(actor, id, tx);
      const { reportedOn, version } = form;
      const blockers = stopReportBlockers(stop, reportedOn, this.clock.today());
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, StopRecord, { id, version }, { reportedOn }))) return refuse(stale);
      await this.record(tx, actor, stop, 'stop.reported', reportedOn);
      return done(inspectionPaths.stop(id));
    });
  }

  /** What a step is judged by; the day is today where none is given. */
  async factsOf(
    actor: Actor,
    { stop, renovation }: StopAtPlace,
    { happenedOn, reason }: Pick<StopStepForm, 'happenedOn' | 'reason'>,
    from?: EntityManager,
  ): Promise<StopStepFacts> {
    const today = this.clock.today();
    return {
      ...{ renovation: renovation.state, role: actor.role, orderedBy: stop.orderedRole, today },
      ...{ stoppedOn: stop.stoppedOn, resumedOn: happenedOn ?? today, reason: (reason ?? '').trim() },
      openFindings: await this.desk.openFindings(stop.id, from),
    };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { id, compoundId }: { id: number; compoundId: number },
    action: string,
    to: string,
  ): Promise<void> {
    const subject = { kind: 'stop', id };
    return this.audit.record(tx, { actor, action, subject, compoundId, to });
  }
}

const recordedAs: Record<StopStep, string> = { resume: 'stop.lifted', withdraw: 'stop.withdrawn' };

const unique = (ids: readonly number[]): number[] => [...new Set(ids)];
