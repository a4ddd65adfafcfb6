import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { wholeNumberColumn } from '../platform/database/whole-number-column';
import type { PartyRole } from '../domain/renovation/opening';
import type { RemovalProgress, RenovationState, StageCode, Track } from '../domain/renovation/stages';

/** One renovation (改造) of a compound; a compound has one or more over the years, one is current. */
@Entity('renovation')
export class Renovation {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  /** 1 for the first renovation of the compound, 2 for the next. */
  @Column('integer') sequence: number;
  @Column('varchar', { length: 60 }) name: string;
  @Column('varchar', { length: 16 }) track: Track;
  /** The step of the public line it has reached. */
  @Column('varchar', { length: 16 }) stage: StageCode;
  @Column('varchar', { length: 16 }) state: RenovationState;
  /** Removal may run beside consultation and construction, so it is kept apart from the stage. */
  @Column('varchar', { length: 16, default: 'waiting' }) removal: RemovalProgress;
  @Column('boolean', { default: false }) isCurrent: boolean;
  @Column('text', { nullable: true }) summary: string | null;
  /** What it is expected to cost, before there is a budget. */
  @Column('bigint', { nullable: true, transformer: wholeNumberColumn }) estimatedFen: number | null;
  /** Why it is paused or cancelled. */
  @Column('varchar', { length: 500, nullable: true }) stateReason: string | null;
  @Column('varchar', { length: 10 }) openedOn: string;
  @Column('varchar', { length: 10, nullable: true }) closedOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A firm that works on a renovation; its people see that compound from `fromOn` on. */
@Entity('renovation_party')
export class RenovationParty {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') renovationId: number;
  @Column('integer') organisationId: number;
  @Column('varchar', { length: 16 }) role: PartyRole;
  @Column('varchar', { length: 10 }) fromOn: string;
  @Column('varchar', { length: 10, nullable: true }) untilOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}
