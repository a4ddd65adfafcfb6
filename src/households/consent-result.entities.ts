import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConsentQuestion } from '../domain/meeting/household-questions';

/** The numbers of one posted result, frozen as they were posted. */
@Entity('consent_result')
export class ConsentResult {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('integer') noticeId: number;
  @Column('varchar', { length: 10 }) countedOn: string;
  @Column('integer') households: number;
  @Column('integer') reached: number;
}

/** The numbers of a posted result to one question. */
@Entity('consent_result_count')
export class ConsentResultCount {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') resultId: number;
  @Column('varchar', { length: 16 }) question: ConsentQuestion;
  @Column('integer') agree: number;
  @Column('integer') against: number;
  @Column('integer') undecided: number;
  @Column('integer') notAsked: number;
}
