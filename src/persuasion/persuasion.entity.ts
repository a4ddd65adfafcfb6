import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Attitude, VisitTime } from '../domain/removal/persuasion';

/** One visit to persuade; who was met is never named. */
@Entity('persuasion_visit')
export class PersuasionVisitRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('varchar', { length: 10 }) visitedOn: string;
  @Column('varchar', { length: 16 }) time: VisitTime;
  /** Roles of those who went, separated by commas. */
  @Column('varchar', { length: 120 }) visitors: string;
  @Column('varchar', { length: 16 }) attitude: Attitude;
  @Column('varchar', { length: 500 }) asked: string;
  @Column('varchar', { length: 500 }) promised: string;
  /** The day by which they said they would remove it themselves. */
  @Column('varchar', { length: 10, nullable: true }) promisedOn: string | null;
  /** Was the drawing of what comes there shown (效果图)? */
  @Column('boolean', { default: false }) pictureShown: boolean;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}
