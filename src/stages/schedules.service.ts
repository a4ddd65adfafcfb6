import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Renovation } from '../compounds/renovation.entities';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { overBlockers } from '../domain/renovation/open-passages';
import {
  Answerable,
  StagePlan,
  baselineBlockers,
  forecastBlockers,
  nextBaselineVersion,
  slipDays,
} from '../domain/renovation/schedule';
import { StageCode, stageNames } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { PlanBaseline, StageForecast, StageSchedule } from './schedule.entities';
import { StageDesk } from './stage-desk.service';
import { stagesPaths } from './stages.paths';
import { Standing, toBaseline } from './standing';

/** A plan somebody wants to freeze; `version` is that of the renovation they saw. */
export interface AskedPlan {
  plan: StagePlan[];
  reason?: string;
  version: number;
  onceKey: string;
}

/** When somebody expects a stage to end; `version` is that of the stage's schedule they saw. */
export interface AskedForecast {
  stage: StageCode;
  forecastEndOn: CalendarDate;
  reason?: string;
  answerable?: Answerable;
  version: number;
}

/** When each stage shall end and is expected to: plans are frozen one after the other, expected days are kept. */
@Injectable()
export class Schedules {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: StageDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Freezes a plan as the next baseline and puts it in force; what was expected of a re-planned stage lapses. */
  freeze(actor: Actor, code: string, asked: AskedPlan): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, asked.onceKey, async () => {
        const standing = await this.desk.find(actor, code, tx);
        const { compound, renovation } = standing;
        if (renovation.version !== asked.version) return refuse(stale);
        const frozen = (await baselinesOf(renovation.id, tx)).map(toBaseline);
        const reason = asked.reason?.trim() ?? '';
        const ended = standing.schedules.filter(({ endedOn }) => endedOn).map(({ stage }) => stage);
        const blockers = [
          ...overBlockers(renovation.state),
          ...baselineBlockers(frozen.at(-1), { plan: asked.plan, reason }, ended),
        ];
        if (blockers.length) return refuse(...blockers);
        if (!(await updateAt(tx, Renovation, { id: renovation.id, version: asked.version }, {})))
          return refuse(stale);
        await this.putInForce(tx, standing, asked.plan);
        const number = nextBaselineVersion(frozen);
        const row = { renovationId: renovation.id, number, plan: asked.plan, setOn: this.clock.today() };
        const inserted = await tx.insert(PlanBaseline, {
          ...row,
          reason: number === 1 ? null : reason,
          setBy: actor.userId,
          setAt: this.clock.nowAt(),
        });
        await this.audit.record(tx, {
          actor,
          action: 'stage.plan-frozen',
          subject: { kind: 'plan-baseline', id: inserted.identifiers[0].id as number },
          compoundId: compound.id,
          from: frozen.length ? planInWords(frozen.at(-1)!.plan) : null,
          to: planInWords(asked.plan),
          reason: reason || null,
        });
        return done(stagesPaths.index(code));
      }),
    );
  }

  /** Says when a stage is expected to end; later than planned only with a reason and somebody who answers. */
  expect(actor: Actor, code: string, asked: AskedForecast): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const standing = await this.desk.find(actor, code, tx);
      const { compound, renovation } = standing;
      const rows = await this.desk.schedulesFor(tx, standing);
      const row = rows.find(({ stage }) => stage === asked.stage)!;
      if (row.version !== asked.version) return refuse(stale);
      const today = this.clock.today();
      const { forecastEndOn } = asked;
      const reason = asked.reason?.trim() ?? '';
      const answerable = asked.answerable ?? null;
      const blockers = [
        ...overBlockers(renovation.state),
        ...forecastBlockers(row, { forecastEndOn, reason, answerable }, today),
      ];
      if (blockers.length) return refuse(...blockers);
      const days = slipDays(row.plannedEndOn, forecastEndOn);
      const slip = days
        ? { slipReason: reason, slipAnswerable: answerable }
        : { slipReason: null, slipAnswerable: null };
      if (!(await updateAt(tx, StageSchedule, row, { forecastEndOn, ...slip }))) return refuse(stale);
      const inserted = await tx.insert(StageForecast, {
        renovationId: renovation.id,
        stage: asked.stage,
        forecastEndOn,
        slipDays: days,
        reason: reason || null,
        answerable,
        saidOn: today,
        saidBy: actor.userId,
        saidAt: this.clock.nowAt(),
      });
      const said = (day: CalendarDate | null) =>
        `${stageNames[asked.stage]}预计 ${day ? dayInWords(day) : '—'}`;
      await this.audit.record(tx, {
        actor,
        action: 'stage.end-expected',
        subject: { kind: 'stage-forecast', id: inserted.identifiers[0].id as number },
        compoundId: compound.id,
        from: said(row.forecastEndOn ?? row.plannedEndOn),
        to: said(forecastEndOn),
        reason: reason || null,
      });
      return done(stagesPaths.index(code));
    });
  }

  /** The plan in force, as it was frozen. */
  async lastBaseline(renovationId: number): Promise<PlanBaseline | undefined> {
    return (await baselinesOf(renovationId, this.reader.manager)).at(-1);
  }

  private async putInForce(tx: EntityManager, standing: Standing, plan: StagePlan[]): Promise<void> {
    for (const row of await this.desk.schedulesFor(tx, standing)) {
      const next = plan.find(({ stage }) => stage === row.stage);
      const plannedStartOn = next?.plannedStartOn ?? null;
      const plannedEndOn = next?.plannedEndOn ?? null;
      if (plannedStartOn === row.plannedStartOn && plannedEndOn === row.plannedEndOn) continue;
      const lapsed =
        plannedEndOn === row.plannedEndOn
          ? {}
          : { forecastEndOn: null, slipReason: null, slipAnswerable: null };
      await updateAt(tx, StageSchedule, row, { plannedStartOn, plannedEndOn, ...lapsed });
    }
  }
}

/** The frozen plans of a renovation, the first one first. */
export const baselinesOf = (renovationId: number, from: EntityManager): Promise<PlanBaseline[]> =>
  from.find(PlanBaseline, { where: { renovationId }, order: { number: 'ASC' } });

const planInWords = (plan: readonly StagePlan[]): string =>
  plan
    .filter(({ plannedEndOn }) => plannedEndOn)
    .map(({ stage, plannedEndOn }) => `${stageNames[stage]} ${plannedEndOn}`)
    .join('，');
