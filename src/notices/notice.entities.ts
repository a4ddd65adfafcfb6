import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { NoticeKind, NoticeShot } from '../domain/meeting/notice';

/** What was posted in the yard; never edited, only withdrawn or posted anew. */
@Entity('notice')
export class NoticeRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('varchar', { length: 16 }) kind: NoticeKind;
  /** The row of the room it tells of: a meeting, a vote, a version of the plan. */
  @Column('integer') subjectId: number;
  @Column('varchar', { length: 60 }) title: string;
  /** Masked: as residents read it. */
  @Column('text') body: string;
  /** Where it hangs, separated by commas. */
  @Column('varchar', { length: 80 }) places: string;
  @Column('varchar', { length: 10 }) postedOn: string;
  /** The last day it is announced to hang. */
  @Column('varchar', { length: 10 }) endsOn: string;
  @Column('integer') postedBy: number;
  @Column('varchar', { length: 24 }) postedAt: string;
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A photo of a notice where it hangs. */
@Entity('notice_photo')
export class NoticePhoto {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') noticeId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 8 }) kind: NoticeShot;
}
