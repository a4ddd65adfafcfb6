import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BaselineItem } from '../domain/progress/baseline';
import type { DelayAnswer } from '../domain/progress/delay-decision';
import type { Weighing } from '../domain/progress/item-weights';
import type { StopKind, StopWindow } from '../domain/progress/stop-days';

/** A whole value as one text. */
const asJson = <Value>() => ({
  to: (value: Value) => JSON.stringify(value),
  from: (text: string) => JSON.parse(text) as Value,
});

/** A plan of the works as it was frozen; the first and every later one is kept as it was. */
@Entity('works_baseline')
export class WorksBaselineRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first plan, 2 for the one that replaced it … */
  @Column('integer') number: number;
  /** Why it replaced the one before; null for the first. */
  @Column('varchar', { length: 500, nullable: true }) reason: string | null;
  @Column('varchar', { length: 8 }) weighing: Weighing;
  @Column('text', { transformer: asJson<readonly BaselineItem[]>() }) items: readonly BaselineItem[];
  /** The quiet days that were known then. */
  @Column('text', { transformer: asJson<readonly StopWindow[]>() }) quiet: readonly StopWindow[];
  @Column('varchar', { length: 10 }) setOn: string;
  @Column('integer') setBy: number;
  @Column('varchar', { length: 24 }) setAt: string;
}

/** Days on which works stood still, written by the manager; what orders and posts say is read from them. */
@Entity('stop_window')
export class StopWindowRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 12 }) kind: StopKind;
  @Column('varchar', { length: 10 }) fromOn: string;
  /** null while it is not lifted. */
  @Column('varchar', { length: 10, nullable: true }) toOn: string | null;
  /** The items that stood still; null where the kind says which. */
  @Column('simple-array', { nullable: true }) itemIds: string[] | null;
  @Column('varchar', { length: 200 }) note: string;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Written by mistake. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 200, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** What the manager answered to a proposed later end of an item. */
@Entity('delay_decision')
export class DelayDecisionRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') itemId: number;
  @Column('varchar', { length: 8 }) decision: DelayAnswer;
  @Column('varchar', { length: 10 }) plannedFinishOn: string;
  @Column('varchar', { length: 10 }) proposedFinishOn: string;
  /** The proposal as it was read. */
  @Column('varchar', { length: 2000 }) words: string;
  @Column('varchar', { length: 500 }) note: string;
  @Column('varchar', { length: 10 }) decidedOn: string;
  @Column('integer') decidedBy: number;
  @Column('varchar', { length: 24 }) decidedAt: string;
}
