import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CallOutcome } from '../domain/meeting/household-call';
import type { HouseholdAnswer, HouseholdQuestion } from '../domain/meeting/household-questions';

/** One call at one door in a renovation; every call is kept, and nobody is named. */
@Entity('household_call')
export class HouseholdCallRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('integer') dwellingId: number;
  @Column('varchar', { length: 10 }) calledOn: string;
  /** The roles of those who went, separated by commas. */
  @Column('varchar', { length: 120 }) callers: string;
  @Column('varchar', { length: 16 }) outcome: CallOutcome;
  @Column('text', { default: '' }) note: string;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** What was answered to one question on one call. */
@Entity('household_answer')
export class HouseholdAnswerRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') callId: number;
  @Column('varchar', { length: 16 }) question: HouseholdQuestion;
  @Column('varchar', { length: 16 }) answer: HouseholdAnswer;
}
