import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ResidentEffect } from '../domain/construction/daily-post';

/** A planned disruption as it was announced; it is never changed, only cancelled. */
@Entity('disruption')
export class DisruptionRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) effect: ResidentEffect;
  /** Names of buildings as they were then, one a line; empty for the whole yard. */
  @Column('varchar', { length: 400, default: '' }) buildings: string;
  /** By the clock on the wall, 'YYYY-MM-DD HH:mm'. */
  @Column('varchar', { length: 16 }) fromMoment: string;
  @Column('varchar', { length: 16 }) toMoment: string;
  @Column('varchar', { length: 300 }) note: string;
  /** Number of the certificate for work at night; empty where there is none. */
  @Column('varchar', { length: 60, default: '' }) certificate: string;
  /** Why it lies on a quiet day; empty where it lies on none. */
  @Column('varchar', { length: 300, default: '' }) reason: string;
  @Column('integer') announcedBy: number;
  @Column('varchar', { length: 24 }) announcedAt: string;
  @Column('varchar', { length: 10, nullable: true }) cancelledOn: string | null;
  @Column('integer', { nullable: true }) cancelledBy: number | null;
  @Column('varchar', { length: 300, nullable: true }) cancelReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** Quiet days of an examination, as a district or a street wrote them down; for every compound of theirs. */
@Entity('quiet_day')
export class QuietDayRecord {
  @PrimaryGeneratedColumn() id: number;
  /** The district or the street they hold for. */
  @Column('integer') organisationId: number;
  @Column('varchar', { length: 40 }) name: string;
  @Column('varchar', { length: 10 }) fromOn: string;
  @Column('varchar', { length: 10 }) untilOn: string;
  /** The paper that says so. */
  @Column('varchar', { length: 200 }) source: string;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Struck out: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('integer', { nullable: true }) withdrawnBy: number | null;
  @Column('varchar', { length: 300, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}
