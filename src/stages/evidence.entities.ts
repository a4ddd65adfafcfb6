import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../domain/people/roles';
import type { MilestoneOutcome } from '../domain/renovation/milestone';

/** Dated evidence with a document that a gate is met or does not apply. Corrected by a later one, never overwritten. */
@Entity('milestone')
export class Milestone {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  /** Code of the gate it speaks for. */
  @Column('varchar', { length: 40 }) gate: string;
  @Column('varchar', { length: 16 }) outcome: MilestoneOutcome;
  @Column('varchar', { length: 10 }) happenedOn: string;
  @Column('varchar', { length: 300 }) note: string;
  /** The stored file that proves it. */
  @Column('integer') documentId: number;
  @Column('integer') recordedBy: number;
  /** The role they held then. */
  @Column('varchar', { length: 24 }) recordedByRole: Role;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Since when it no longer counts: a later one corrects it, or it was withdrawn. */
  @Column('varchar', { length: 24, nullable: true }) supersededAt: string | null;
  /** Why it was withdrawn without another in its place. */
  @Column('varchar', { length: 200, nullable: true }) withdrawReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A policy gate the district officer let pass, with the reason that is shown. Never changed, never deleted. */
@Entity('gate_override')
export class PassedGate {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  /** Code of the gate. */
  @Column('varchar', { length: 40 }) gate: string;
  @Column('varchar', { length: 200 }) reason: string;
  @Column('integer') passedBy: number;
  /** The role they held then. */
  @Column('varchar', { length: 24 }) passedByRole: Role;
  @Column('varchar', { length: 10 }) passedOn: string;
  @Column('varchar', { length: 24 }) passedAt: string;
}
