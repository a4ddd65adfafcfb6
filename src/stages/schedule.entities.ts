import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Answerable, StagePlan } from '../domain/renovation/schedule';
import type { StageCode } from '../domain/renovation/stages';

/** One stage of one renovation as it holds now: the plan in force, the expected end, the actual days. */
@Entity('stage_schedule')
export class StageSchedule {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) stage: StageCode;
  @Column('varchar', { length: 10, nullable: true }) plannedStartOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) plannedEndOn: string | null;
  /** When it is expected to end; null while nobody expects anything but the plan. */
  @Column('varchar', { length: 10, nullable: true }) forecastEndOn: string | null;
  /** Why it is expected later than planned, and who answers for it. */
  @Column('varchar', { length: 200, nullable: true }) slipReason: string | null;
  @Column('varchar', { length: 16, nullable: true }) slipAnswerable: Answerable | null;
  @Column('varchar', { length: 10, nullable: true }) startedOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) endedOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A plan as it was frozen; the first and every later one is kept as it was. */
@Entity('plan_baseline')
export class PlanBaseline {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  /** 1 for the first plan, 2 for the one that replaced it … */
  @Column('integer') number: number;
  @Column('text', {
    transformer: {
      to: (plan: readonly StagePlan[]) => JSON.stringify(plan),
      from: (text: string) => JSON.parse(text) as StagePlan[],
    },
  })
  plan: StagePlan[];
  /** Why it replaced the one before; null for the first. */
  @Column('varchar', { length: 200, nullable: true }) reason: string | null;
  @Column('varchar', { length: 10 }) setOn: string;
  @Column('integer') setBy: number;
  @Column('varchar', { length: 24 }) setAt: string;
}

/** An expected end as somebody once said it; `slipDays` against the plan of that day. */
@Entity('stage_forecast')
export class StageForecast {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) stage: StageCode;
  @Column('varchar', { length: 10 }) forecastEndOn: string;
  @Column('integer') slipDays: number;
  @Column('varchar', { length: 200, nullable: true }) reason: string | null;
  @Column('varchar', { length: 16, nullable: true }) answerable: Answerable | null;
  @Column('varchar', { length: 10 }) saidOn: string;
  @Column('integer') saidBy: number;
  @Column('varchar', { length: 24 }) saidAt: string;
}
