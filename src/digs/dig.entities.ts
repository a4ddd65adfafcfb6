import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Utility, UtilityAnswer } from '../domain/construction/one-dig';

/** A utility that was asked before the ground is opened, and what it answered; one of each kind for a renovation. */
@Entity('utility_request')
export class UtilityRequestRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) utility: Utility;
  @Column('varchar', { length: 10 }) askedOn: string;
  /** Number of the letter. */
  @Column('varchar', { length: 60, nullable: true }) reference: string | null;
  @Column('varchar', { length: 10, nullable: true }) answeredOn: string | null;
  @Column('varchar', { length: 16, nullable: true }) answer: UtilityAnswer | null;
  /** When it digs by itself. */
  @Column('varchar', { length: 10, nullable: true }) fromOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) untilOn: string | null;
  @Column('varchar', { length: 200, nullable: true }) note: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** A zone in which a utility digs by itself; none where it digs everywhere. */
@Entity('utility_request_zone')
export class UtilityRequestZone {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') requestId: number;
  @Column('integer') zoneId: number;
}
