import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { VisitOutcome } from '../domain/survey/door-visit';
import type { PipeTarget } from '../domain/survey/pipe-connection';

/** One visit to one door; every visit is kept, and nobody is named. */
@Entity('door_visit')
export class DoorVisitRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') surveyId: number;
  @Column('integer') dwellingId: number;
  @Column('varchar', { length: 10 }) visitedOn: string;
  /** The roles of those who went, separated by commas. */
  @Column('varchar', { length: 120 }) visitors: string;
  @Column('varchar', { length: 16 }) outcome: VisitOutcome;
  @Column('text', { default: '' }) note: string;
  /** Into which pipe the kitchen, the toilet and the rain run. */
  @Column('varchar', { length: 16, nullable: true }) kitchen: PipeTarget | null;
  @Column('varchar', { length: 16, nullable: true }) toilet: PipeTarget | null;
  @Column('varchar', { length: 16, nullable: true }) rain: PipeTarget | null;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}
