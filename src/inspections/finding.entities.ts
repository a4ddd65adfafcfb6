import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { FindingSeverity, FindingState } from '../domain/construction/finding';
import type { FindingStep } from '../domain/construction/finding-steps';
import type { InspectionKind, Inspector } from '../domain/construction/inspection';

/** One round over the site (检查): who looked, at what, and what they say of it. */
@Entity('inspection')
export class InspectionRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 8 }) kind: InspectionKind;
  @Column('varchar', { length: 10 }) lookedOn: string;
  @Column('simple-array') inspectors: Inspector[];
  @Column('text') opinion: string;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
}

/** What a round found; `number` counts within the renovation, `itemId` is null where it belongs to no item. */
@Entity('finding')
export class FindingRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') inspectionId: number;
  @Column('integer') number: number;
  @Column('integer', { nullable: true }) itemId: number | null;
  @Column('varchar', { length: 200 }) what: string;
  @Column('varchar', { length: 100 }) place: string;
  @Column('varchar', { length: 8 }) severity: FindingSeverity;
  @Column('varchar', { length: 10 }) foundOn: string;
  @Column('varchar', { length: 10 }) dueOn: string;
  @Column('varchar', { length: 12, default: 'open' }) state: FindingState;
  /** Who mended it last and when; null before. */
  @Column('varchar', { length: 10, nullable: true }) mendedOn: string | null;
  @Column('integer', { nullable: true }) mendedBy: number | null;
  @Column('integer', { nullable: true }) mendedFirmId: number | null;
  @Column('varchar', { length: 10, nullable: true }) closedOn: string | null;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** One step of a finding: who did it, for which firm (null for an office), on which day. */
@Entity('finding_step')
export class FindingStepRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') findingId: number;
  @Column('varchar', { length: 12 }) step: FindingStep;
  @Column('varchar', { length: 10 }) happenedOn: string;
  @Column('varchar', { length: 10, nullable: true }) nextDueOn: string | null;
  @Column('varchar', { length: 500, default: '' }) reason: string;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
}

/** A photo of a finding: as it was found where `stepId` is null, else of that step. */
@Entity('finding_file')
export class FindingFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') findingId: number;
  @Column('integer', { nullable: true }) stepId: number | null;
  @Column('integer') fileId: number;
}
