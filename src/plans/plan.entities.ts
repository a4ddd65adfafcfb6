import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PlanMatter, TreeWork } from '../domain/plan/plan-item';
import type { ManagementMode } from '../domain/plan/plan-sheet';
import type { PlanState } from '../domain/plan/plan-version';
import type { ItemCode } from '../domain/renovation/items';
import { wholeNumberColumn } from '../platform/database/whole-number-column';

/** One version of the plan (一院一案) of a renovation; whether it hangs in the yard its notice says. */
@Entity('plan_version')
export class PlanVersion {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first version of the renovation, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 16, default: 'draft' }) state: PlanState;
  /** The fixed version it was copied from. */
  @Column('integer', { nullable: true }) basedOnId: number | null;
  /** Why it was begun; null for the first. */
  @Column('varchar', { length: 500, nullable: true }) reason: string | null;
  @Column('varchar', { length: 16, nullable: true }) managementMode: ManagementMode | null;
  @Column('text', { nullable: true }) managementNote: string | null;
  @Column('integer', { nullable: true }) durationDays: number | null;
  @Column('varchar', { length: 10, nullable: true }) plannedFromOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) plannedUntilOn: string | null;
  @Column('text', { nullable: true }) impact: string | null;
  @Column('text', { nullable: true }) measures: string | null;
  @Column('integer') begunBy: number;
  @Column('varchar', { length: 10 }) begunOn: string;
  @Column('integer', { nullable: true }) fixedBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) fixedOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) droppedOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) droppedReason: string | null;
  /** Raised by every change of items, sheet and drawings: posted and fixed is only what the person saw. */
  @Column('integer', { default: 1 }) contentVersion: number;
  /** Raised by every change of the row itself. */
  @Column('integer', { default: 1 }) version: number;
}

/** One thing that is done, in one version. */
@Entity('plan_item')
export class PlanItemRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') versionId: number;
  /** Its number in the renovation; the same thing keeps it in every later version. */
  @Column('integer') line: number;
  @Column('varchar', { length: 8 }) code: ItemCode;
  @Column('varchar', { length: 40 }) name: string;
  @Column('text', { nullable: true }) note: string | null;
  /** Integer of 0.01 of the unit. */
  @Column('integer') quantity: number;
  @Column('varchar', { length: 4 }) unit: string;
  @Column('varchar', { length: 120, nullable: true }) place: string | null;
  @Column('bigint', { nullable: true, transformer: wholeNumberColumn }) estimatedFen: number | null;
  @Column('varchar', { length: 16, default: 'none' }) treeWork: TreeWork;
  @Column('varchar', { length: 60, nullable: true }) permitNumber: string | null;
  @Column('integer', { nullable: true }) permitFileId: number | null;
  /** Ticked effects that are the owners' to decide. */
  @Column('simple-array', { default: '' }) matters: PlanMatter[];
  /** Taken out of the draft: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) removedOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) removedReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A finding of a survey that an item mends. */
@Entity('plan_item_hazard')
export class PlanItemHazard {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') itemId: number;
  @Column('integer') hazardId: number;
}

/** A wish of residents that an item answers. */
@Entity('plan_item_wish')
export class PlanItemWish {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') itemId: number;
  @Column('integer') wishId: number;
}

/** A drawing or view residents are shown, in one version. */
@Entity('plan_drawing')
export class PlanDrawing {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') versionId: number;
  @Column('integer') fileId: number;
}
