import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PatrolFinding, PatrolKind } from '../domain/removal/patrol';

/** One round through a compound (巡查): what was looked for and found. It belongs to the compound, not to a renovation. */
@Entity('patrol')
export class PatrolRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('varchar', { length: 16 }) kind: PatrolKind;
  @Column('varchar', { length: 10 }) lookedOn: string;
  @Column('varchar', { length: 16 }) finding: PatrolFinding;
  @Column('text', { nullable: true }) note: string | null;
  /** At how many places were flying wires cut? null where nobody counted. */
  @Column('integer', { nullable: true }) places: number | null;
  /** Roles with commas; no names. */
  @Column('varchar', { length: 100 }) rounds: string;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A structure this round found standing again. */
@Entity('patrol_relapse')
export class PatrolRelapse {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') patrolId: number;
  @Column('integer') structureId: number;
  /** The step that opened its case again; null where its renovation is over. */
  @Column('integer', { nullable: true }) eventId: number | null;
}

/** A photo of a round. */
@Entity('patrol_file')
export class PatrolFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') patrolId: number;
  @Column('integer') fileId: number;
}
