import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ContractState } from '../domain/construction/contract';
import type { WorkItemStep } from '../domain/construction/item-lifecycle';
import type { ItemMeasure, WorkItemState } from '../domain/construction/work-item';
import type { Trait } from '../domain/progress/stop-days';
import type { PartyRole } from '../domain/renovation/opening';
import { wholeNumberColumn } from '../platform/database/whole-number-column';

/** A contract of a renovation as far as the works need it; its money is told elsewhere. */
@Entity('work_contract')
export class ContractRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** The firm. */
  @Column('integer') organisationId: number;
  @Column('varchar', { length: 16 }) role: PartyRole;
  @Column('varchar', { length: 60 }) name: string;
  @Column('varchar', { length: 60, nullable: true }) number: string | null;
  @Column('varchar', { length: 10, nullable: true }) signedOn: string | null;
  @Column('varchar', { length: 10 }) startsOn: string;
  @Column('varchar', { length: 10 }) finishOn: string;
  @Column('varchar', { length: 16 }) state: ContractState;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** Is the ground opened for it, covered by it, or left alone? */
export type GroundWork = 'none' | 'digs' | 'covers';

/** A piece of the plan that one contract builds; its zones are those its line of the plan is drawn on. */
@Entity('work_item')
export class WorkItemRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') contractId: number;
  /** Its number in the plan. */
  @Column('integer') line: number;
  @Column('varchar', { length: 40 }) name: string;
  @Column('varchar', { length: 4 }) unit: string;
  /** Integer of 0.01 of the unit. */
  @Column('integer') quantity: number;
  @Column('varchar', { length: 12 }) measure: ItemMeasure;
  @Column('varchar', { length: 10 }) plannedStartOn: string;
  @Column('varchar', { length: 10 }) plannedFinishOn: string;
  @Column('integer', { nullable: true }) predecessorId: number | null;
  @Column('boolean', { default: false }) hasConcealed: boolean;
  /** What makes it stand still on some days. */
  @Column('simple-array', { default: '' }) traits: Trait[];
  @Column('varchar', { length: 8, default: 'none' }) groundWork: GroundWork;
  /** Whose line lies in the ground it opens; a word of the law of the dig, null where it opens none. */
  @Column('varchar', { length: 16, nullable: true }) utility: string | null;
  /** What the contract pays for it, in fen; null while nobody said. Progress weighs by it. */
  @Column('bigint', { nullable: true, transformer: wholeNumberColumn }) contractFen: number | null;
  /** Its weight by hand, in basis points. */
  @Column('integer', { nullable: true }) handShare: number | null;
  @Column('varchar', { length: 12, default: 'planned' }) state: WorkItemState;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** One step of an item: who did it, for which firm (null for an office), on which day. */
@Entity('work_item_step')
export class WorkItemStepRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') itemId: number;
  @Column('varchar', { length: 12 }) step: WorkItemStep;
  @Column('varchar', { length: 10 }) happenedOn: string;
  @Column('varchar', { length: 500, default: '' }) reason: string;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
}
