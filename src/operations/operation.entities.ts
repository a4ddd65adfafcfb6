import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OperationOutcome } from '../domain/removal/operation-outcome';
import type { OperationState } from '../domain/removal/removal-operation';
import type { RemovalWay } from '../domain/removal/removal-ways';

/** A removal day with several agencies (集中拆除行动), as it is planned and what became of it. */
@Entity('removal_operation')
export class OperationRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 60 }) name: string;
  @Column('varchar', { length: 10 }) happensOn: string;
  /** Wall clock 'HH:mm'. */
  @Column('varchar', { length: 5 }) fromTime: string;
  @Column('varchar', { length: 5 }) toTime: string;
  /** Who takes part, separated by commas. */
  @Column('varchar', { length: 160 }) agencies: string;
  @Column('varchar', { length: 120 }) meetingPoint: string;
  /** Why it cannot wait for a working day, where people are removed by force in an emergency. */
  @Column('varchar', { length: 500, nullable: true }) emergency: string | null;
  /** The firm that demolishes under a contract; null where nobody is engaged. */
  @Column('varchar', { length: 60, nullable: true }) firmName: string | null;
  @Column('boolean', { default: false }) isFirmLicensed: boolean;
  @Column('varchar', { length: 10, nullable: true }) firmFiledOn: string | null;
  @Column('varchar', { length: 16 }) state: OperationState;
  /** The forecast for the day; the three stand together, null while nobody looked. */
  @Column('integer', { nullable: true }) windGrade: number | null;
  @Column('boolean', { default: false }) hasPollutionAlert: boolean;
  @Column('varchar', { length: 10, nullable: true }) weatherCheckedOn: string | null;
  @Column('integer', { nullable: true }) weatherBy: number | null;
  /** The day its results were written down, or it was cancelled. */
  @Column('varchar', { length: 10, nullable: true }) closedOn: string | null;
  @Column('integer', { nullable: true }) closedBy: number | null;
  @Column('varchar', { length: 500, nullable: true }) cancelReason: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** A structure in an operation, the way it shall go, and what came of it on the day. */
@Entity('operation_structure')
export class OperationStructureRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') operationId: number;
  @Column('integer') structureId: number;
  @Column('varchar', { length: 16 }) way: RemovalWay;
  @Column('varchar', { length: 16, nullable: true }) outcome: OperationOutcome | null;
  /** How much went, integer of 0.01 ㎡: the whole as measured, or a part. */
  @Column('integer', { nullable: true }) removedArea: number | null;
  @Column('varchar', { length: 500, nullable: true }) note: string | null;
}

/** What a file of an operation is. */
export type OperationFileKind = 'safety-plan' | 'photo';

/** A scan of the safety plan, or a photo of a structure that was not wholly removed. */
@Entity('operation_file')
export class OperationFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') operationId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 16 }) kind: OperationFileKind;
  @Column('integer', { nullable: true }) structureId: number | null;
  /** Taken off: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) droppedOn: string | null;
}
