import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { stopping } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { OperationFacts } from '../domain/removal/operation-lifecycle';
import { OperationPlan, operationPlanBlockers } from '../domain/removal/removal-operation';
import { removalOverBlockers } from '../domain/removal/structure';
import { notOpened } from '../domain/renovation/going-on';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { OperationRecord, OperationStructureRecord } from './operation.entities';
import { CancellationForm, EditOperationForm, NewOperationForm, WeatherForm } from './operation.forms';
import { judged } from './operation-judging';
import { OperationNotices } from './operation-notices.service';
import { firmOf, OperationStanding } from './operation-standing';
import { OperationAtPlace, OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';
import { SafetyPlans } from './safety-plans.service';

/** What is said where a removal day is to be planned before a renovation was opened. */
export const noRenovation = notOpened('operation.no-renovation', '安排集中拆除行动');

/** Removal days: planned, changed, looked up and called off; what came of them is written down beside this. */
@Injectable()
export class Operations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly notices: OperationNotices,
    private readonly safetyPlans: SafetyPlans,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Plans a removal day; sent twice it is one. */
  plan(
    actor: Actor,
    code: string,
    form: NewOperationForm,
    safetyPlans: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, safetyPlans, async (tx) => {
      const { compound, renovation } = await this.compounds.current(actor, code, tx);
      if (!renovation) return refuse(noRenovation);
      const plan = await this.drafted(tx, form, { renovation, operationId: null });
      const blockers = [
        ...removalOverBlockers(renovation.state),
        ...operationPlanBlockers(plan, this.clock.today(), this.workDays.calendar),
      ];
      if (stopping(blockers).length) return refuse(...stopping(blockers));
      const inserted = await tx.insert(OperationRecord, {
        ...valuesOf(form),
        ...{ compoundId: compound.id, renovationId: renovation.id, state: 'planned' },
        ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
      });
      const id = inserted.identifiers[0].id as number;
      await this.putIn(tx, id, plan);
      await this.safetyPlans.attach(tx, actor, { id, compoundId: compound.id }, safetyPlans);
      await this.record(tx, actor, 'operation.planned', { id, compoundId: compound.id }, { to: said(plan) });
      return done(operationsPaths.show(id));
    });
  }

  /** Changes day, agencies or structures of a removal day that has not come about; a notice of another time comes down. */
  change(actor: Actor, id: number, form: EditOperationForm): Promise<Outcome<string>> {
    return this.step(actor, id, async (tx, found, facts) => {
      const { renovation, operation } = found;
      const plan = await this.drafted(tx, form, { renovation, operationId: id });
      const blockers = judged('change', found, actor, { ...facts, plan });
      if (blockers.length) return refuse(...blockers);
      // A forecast belongs to its day; on another day it is looked up anew.
      const isMoved = form.happensOn !== operation.happensOn;
      const change = { ...valuesOf(form), ...(isMoved ? nothingLookedUp : {}) };
      if (!(await updateAt(tx, OperationRecord, { id, version: form.version }, change))) return refuse(stale);
      await tx.delete(OperationStructureRecord, { operationId: id });
      await this.putIn(tx, id, plan);
      const moved = { from: said(facts.plan), to: said(plan) };
      await this.record(tx, actor, 'operation.changed', operation, moved);
      // A notice that tells another time comes down; who planned it posts the new one.
      if (timeOf(facts.plan) === timeOf(plan)) return done(operationsPaths.show(id));
      const down = await this.notices.takeDown(tx, actor, operation, '行动时间有变化，重新告知');
      return down.ok ? done(operationsPaths.show(id)) : down;
    });
  }

  /** Writes down the wind and the alerts of the day. */
  checkWeather(actor: Actor, id: number, form: WeatherForm): Promise<Outcome<string>> {
    return this.step(actor, id, async (tx, found, facts) => {
      const { windGrade, hasPollutionAlert, checkedOn, version } = form;
      const weather = { windGrade, hasPollutionAlert, checkedOn };
      const blockers = judged('check-weather', found, actor, { ...facts, weather });
      if (blockers.length) return refuse(...blockers);
      const change = {
        ...{ windGrade, hasPollutionAlert, weatherCheckedOn: checkedOn, weatherBy: actor.userId },
      };
      if (!(await updateAt(tx, OperationRecord, { id, version }, change))) return refuse(stale);
      const to = `${windGrade} 级${hasPollutionAlert ? '，有重污染预警' : ''}`;
      await this.record(tx, actor, 'operation.weather-checked', found.operation, { to });
      return done(operationsPaths.show(id));
    });
  }

  /** Calls it off, for the weather or any other reason, which stays with the day; its notice comes down with it. */
  cancel(actor: Actor, id: number, { reason, version }: CancellationForm): Promise<Outcome<string>> {
    return this.step(actor, id, async (tx, found, facts) => {
      const blockers = judged('cancel', found, actor, { ...facts, reason });
      if (blockers.length) return refuse(...blockers);
      const change = {
        ...{ state: 'cancelled' as const, cancelReason: reason },
        ...{ closedOn: this.clock.today(), closedBy: actor.userId },
      };
      if (!(await updateAt(tx, OperationRecord, { id, version }, change))) return refuse(stale);
      await this.record(tx, actor, 'operation.cancelled', found.operation);
      const down = await this.notices.takeDown(tx, actor, found.operation, '行动取消');
      return down.ok ? done(operationsPaths.show(id)) : down;
    });
  }

  private step(
    actor: Actor,
    id: number,
    take: (tx: EntityManager, found: OperationAtPlace, facts: OperationFacts) => Promise<Outcome<string>>,
  ): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      return take(tx, found, await this.standing.factsOf(found, tx));
    });
  }

  private async drafted(
    tx: EntityManager,
    form: NewOperationForm | EditOperationForm,
    of: { renovation: { id: number; compoundId: number }; operationId: number | null },
  ): Promise<OperationPlan> {
    const { renovation, operationId } = of;
    const values = valuesOf(form);
    const day = { on: form.happensOn, firm: firmOf(values), operationId };
    return {
      compoundId: renovation.compoundId,
      hours: { on: form.happensOn, from: form.fromTime, to: form.toTime },
      agencies: form.agencies,
      structures: await this.standing.chosen(form.structures, renovation, day, tx),
      safetyPlans: 0,
      emergency: form.emergency ?? '',
    };
  }

  private async putIn(tx: EntityManager, operationId: number, { structures }: OperationPlan): Promise<void> {
    const rows = structures.map(({ id, way }) => ({ operationId, structureId: id, way }));
    await tx.insert(OperationStructureRecord, rows);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, compoundId }: Pick<OperationRecord, 'id' | 'compoundId'>,
    more: { from?: string; to?: string } = {},
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'operation', id }, compoundId, ...more });
  }
}

const nothingLookedUp = {
  ...{ windGrade: null, hasPollutionAlert: false, weatherCheckedOn: null, weatherBy: null },
};

/** The columns people write. A firm's licence and filing mean nothing without the firm. */
function valuesOf(form: NewOperationForm | EditOperationForm) {
  const firmName = form.firmName ?? null;
  return {
    ...{ name: form.name, happensOn: form.happensOn, fromTime: form.fromTime, toTime: form.toTime },
    ...{ agencies: form.agencies.join(','), meetingPoint: form.meetingPoint },
    emergency: form.emergency ?? null,
    firmName,
    isFirmLicensed: firmName !== null && form.isFirmLicensed,
    firmFiledOn: firmName === null ? null : (form.firmFiledOn ?? null),
  };
}

const timeOf = ({ hours }: OperationPlan): string => `${hours.on} ${hours.from}-${hours.to}`;

const said = (plan: OperationPlan): string => `${timeOf(plan)}，${plan.structures.length} 处`;
