import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../domain/people/roles';
import type { Move } from '../domain/renovation/moves';
import type { RemovalProgress, RenovationState, StageCode } from '../domain/renovation/stages';

/** One move of a renovation, as it was made. Never changed, never deleted. */
@Entity('stage_move')
export class StageMove {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) move: Move;
  @Column('varchar', { length: 16 }) fromStage: StageCode;
  @Column('varchar', { length: 16 }) toStage: StageCode;
  @Column('varchar', { length: 16 }) fromState: RenovationState;
  @Column('varchar', { length: 16 }) toState: RenovationState;
  @Column('varchar', { length: 16 }) fromRemoval: RemovalProgress;
  @Column('varchar', { length: 16 }) toRemoval: RemovalProgress;
  @Column('varchar', { length: 300, nullable: true }) reason: string | null;
  @Column('integer') movedBy: number;
  /** The role they held then. */
  @Column('varchar', { length: 24 }) movedByRole: Role;
  @Column('varchar', { length: 10 }) movedOn: string;
  @Column('varchar', { length: 24 }) movedAt: string;
}
