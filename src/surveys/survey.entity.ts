import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BuildingSafety } from '../domain/survey/building-safety';
import type { SurveyState } from '../domain/survey/sign-off';

/** One survey (摸底调查) of a compound; a later look is a new number, a signed one never changes. */
@Entity('survey')
export class Survey {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  /** The renovation that was going on when it was begun; null when none was. */
  @Column('integer', { nullable: true }) renovationId: number | null;
  /** 1 for the first survey of the compound, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 24, default: 'draft' }) state: SurveyState;
  @Column('varchar', { length: 10 }) openedOn: string;
  @Column('varchar', { length: 10 }) surveyedOn: string;
  /** The same figures in the grid data, to compare with. */
  @Column('integer', { nullable: true }) gridHouseholds: number | null;
  @Column('integer', { nullable: true }) gridResidents: number | null;
  @Column('varchar', { length: 16, nullable: true }) buildingSafety: BuildingSafety | null;
  @Column('text', { nullable: true }) safetyConclusion: string | null;
  /** The whole compound was walked and nothing was found. */
  @Column('boolean', { default: false }) noHazards: boolean;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer', { nullable: true }) communitySignedBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) communitySignedOn: string | null;
  @Column('integer', { nullable: true }) streetSignedBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) streetSignedOn: string | null;
  /** Why the street gave it back, while it is being mended. */
  @Column('varchar', { length: 500, nullable: true }) returnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}
