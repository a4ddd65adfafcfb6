import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { WishKind, WishOutcome, WishSource, WishState } from '../domain/meeting/wish';

/** What a resident wished or objected to; nobody is named. */
@Entity('wish')
export class WishRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first of the compound, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 16 }) kind: WishKind;
  @Column('varchar', { length: 16 }) source: WishSource;
  /** The door at which it was heard; for the offices only. */
  @Column('integer', { nullable: true }) dwellingId: number | null;
  @Column('integer', { nullable: true }) meetingId: number | null;
  /** The notice it objects to. */
  @Column('integer', { nullable: true }) noticeId: number | null;
  /** As it was heard; for the offices only. */
  @Column('text') text: string;
  /** As residents read it: masked. */
  @Column('text') publicText: string;
  /** When somebody looked at what residents read; until then they read nothing. */
  @Column('varchar', { length: 10, nullable: true }) publicCheckedOn: string | null;
  @Column('integer', { nullable: true }) publicCheckedBy: number | null;
  @Column('varchar', { length: 10 }) heardOn: string;
  @Column('varchar', { length: 16, default: 'open' }) state: WishState;
  /** As residents read it: masked. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('varchar', { length: 10, nullable: true }) answeredOn: string | null;
  @Column('integer', { nullable: true }) answeredBy: number | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One step in the history of a wish; never changed. */
@Entity('wish_entry')
export class WishEntry {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') wishId: number;
  @Column('varchar', { length: 16 }) step: 'taken' | 'concluded' | 'reopened' | 'reworded';
  @Column('varchar', { length: 16, nullable: true }) outcome: WishOutcome | null;
  /** The answer, or why it was opened again. */
  @Column('text', { default: '' }) note: string;
  @Column('integer') madeBy: number;
  @Column('varchar', { length: 24 }) madeAt: string;
}
