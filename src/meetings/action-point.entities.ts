import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ActionPointState, ActionPointStep } from '../domain/meeting/action-point';
import type { MeetingParty } from '../domain/meeting/meeting-parties';

/** One thing somebody does until a day (督办事项); it belongs to the compound and outlives its meeting. */
@Entity('action_point')
export class ActionPoint {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  /** The meeting at which it was agreed. */
  @Column('integer') meetingId: number;
  /** 1 for the first of the compound, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 300 }) text: string;
  /** Who answers for it: the party, the firm where it is one of the renovation, and a role title. */
  @Column('varchar', { length: 24 }) party: MeetingParty;
  @Column('integer', { nullable: true }) firmId: number | null;
  @Column('varchar', { length: 40, default: '' }) role: string;
  @Column('varchar', { length: 10 }) dueOn: string;
  @Column('varchar', { length: 8, default: 'open' }) state: ActionPointState;
  @Column('varchar', { length: 10, nullable: true }) endedOn: string | null;
  /** The day of the meeting. */
  @Column('varchar', { length: 10 }) writtenOn: string;
  @Column('integer') writtenBy: number;
  @Column('integer', { default: 1 }) version: number;
}

/** One step in the history of an action point; never changed. */
@Entity('action_point_change')
export class ActionPointChange {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') actionPointId: number;
  @Column('varchar', { length: 8 }) kind: 'due' | ActionPointStep;
  @Column('varchar', { length: 10 }) happenedOn: string;
  /** Set where the due day was moved. */
  @Column('varchar', { length: 10, nullable: true }) dueFrom: string | null;
  @Column('varchar', { length: 10, nullable: true }) dueTo: string | null;
  @Column('varchar', { length: 500 }) note: string;
  @Column('integer') changedBy: number;
  @Column('varchar', { length: 24 }) changedAt: string;
}
