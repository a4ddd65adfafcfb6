import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConcealedStep } from '../domain/construction/concealed-steps';
import type { ConcealedState, Witness } from '../domain/construction/concealed-work';

/** A piece of work that will be covered (隐蔽工程); moments by the clock on the wall, 'YYYY-MM-DD HH:mm'. */
@Entity('concealed_work')
export class ConcealedRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') itemId: number;
  /** Where, in words. */
  @Column('varchar', { length: 100 }) part: string;
  @Column('varchar', { length: 12 }) state: ConcealedState;
  /** The last notice: when it was given, for when the check is asked, why earlier than usual, by whom. */
  @Column('varchar', { length: 16 }) noticedAt: string;
  @Column('varchar', { length: 16 }) checkAt: string;
  @Column('varchar', { length: 200, default: '' }) agreed: string;
  @Column('integer') noticedBy: number;
  @Column('integer', { nullable: true }) noticedFirmId: number | null;
  @Column('varchar', { length: 16, nullable: true }) acceptedAt: string | null;
  @Column('varchar', { length: 16, nullable: true }) coveredAt: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One step of concealed work, the first notice included. */
@Entity('concealed_step')
export class ConcealedStepRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') concealedId: number;
  @Column('varchar', { length: 12 }) step: ConcealedStep | 'notice';
  /** When it was noticed, looked at or covered. */
  @Column('varchar', { length: 16 }) happenedAt: string;
  /** For when the check was asked, in a notice. */
  @Column('varchar', { length: 16, nullable: true }) checkAt: string | null;
  @Column('simple-array', { default: '' }) witnesses: Witness[];
  @Column('varchar', { length: 500, default: '' }) reason: string;
  @Column('integer') recordedBy: number;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 24 }) recordedAt: string;
}

/** A photo of a step. */
@Entity('concealed_file')
export class ConcealedFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') stepId: number;
  @Column('integer') fileId: number;
}
