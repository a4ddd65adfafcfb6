import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One finding (隐患) of a survey: what, where, how bad. */
@Entity('hazard')
export class HazardRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') surveyId: number;
  /** Code of the catalogue. */
  @Column('varchar', { length: 40 }) kind: string;
  @Column('varchar', { length: 80 }) place: string;
  @Column('text', { nullable: true }) description: string | null;
  /** 1 to 4; 4 names the day by which it is controlled. */
  @Column('integer') severity: number;
  @Column('varchar', { length: 10 }) foundOn: string;
  @Column('varchar', { length: 10, nullable: true }) controlBy: string | null;
  @Column('varchar', { length: 10, nullable: true }) controlledOn: string | null;
  /** How it was controlled, or why it is open again. */
  @Column('varchar', { length: 500, nullable: true }) controlNote: string | null;
  /** The renovation item that would mend it. */
  @Column('varchar', { length: 8, nullable: true }) item: string | null;
  /** The finding of the survey before that this one goes on with. */
  @Column('integer', { nullable: true }) carriedFromId: number | null;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer') recordedBy: number;
  @Column('integer', { default: 1 }) version: number;
}

/** A photo of a finding. */
@Entity('hazard_photo')
export class HazardPhoto {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') hazardId: number;
  @Column('integer') fileId: number;
}
