import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { StopCause, StopState } from '../domain/construction/stop-order';
import type { Role } from '../domain/people/roles';

/** An order to stop (停工令); without items and zones it stops everything. */
@Entity('stop_order')
export class StopRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** Counts within the renovation. */
  @Column('integer') number: number;
  @Column('varchar', { length: 12 }) cause: StopCause;
  @Column('varchar', { length: 500 }) reason: string;
  @Column('varchar', { length: 10 }) stoppedOn: string;
  @Column('varchar', { length: 12, default: 'stopped' }) state: StopState;
  /** As which role it was ordered: the same rank or a higher one lifts it. */
  @Column('varchar', { length: 20 }) orderedRole: Role;
  @Column('varchar', { length: 10, nullable: true }) resumedOn: string | null;
  /** How it ended: why work may go on, or what was wrong with the order; by whom. */
  @Column('varchar', { length: 500, nullable: true }) endReason: string | null;
  @Column('varchar', { length: 20, nullable: true }) endedRole: Role | null;
  @Column('integer', { nullable: true }) endedBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) endedAt: string | null;
  /** When it was reported to who gave the permit. */
  @Column('varchar', { length: 10, nullable: true }) reportedOn: string | null;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** An item an order stops. */
@Entity('stop_order_item')
export class StopItem {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') stopId: number;
  @Column('integer') itemId: number;
}

/** A zone an order stops. */
@Entity('stop_order_zone')
export class StopZone {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') stopId: number;
  @Column('integer') zoneId: number;
}

/** A finding an order rests on: it is lifted once that is closed. */
@Entity('stop_order_finding')
export class StopFinding {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') stopId: number;
  @Column('integer') findingId: number;
}
