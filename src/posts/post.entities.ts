import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type {
  Holdup,
  PostKind,
  PostState,
  PostWeather,
  ResidentEffect,
} from '../domain/construction/daily-post';

/** What one contract told of one day; a correction is a new row that names the one it corrects. */
@Entity('daily_post')
export class PostRecord {
  @PrimaryGeneratedColumn() id: number;
  /** Its own identity, made where it was written, so that sending it twice makes one record. */
  @Column('varchar', { length: 36, unique: true }) uuid: string;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') contractId: number;
  @Column('varchar', { length: 10 }) workedOn: string;
  @Column('varchar', { length: 8 }) kind: PostKind;
  @Column('integer', { nullable: true }) workers: number | null;
  @Column('varchar', { length: 12, nullable: true }) weather: PostWeather | null;
  @Column('simple-array', { default: '' }) holdups: Holdup[];
  @Column('simple-array', { default: '' }) effects: ResidentEffect[];
  @Column('varchar', { length: 200, default: '' }) sentence: string;
  @Column('varchar', { length: 12 }) state: Exclude<PostState, 'draft'>;
  @Column('integer', { nullable: true }) correctsId: number | null;
  @Column('varchar', { length: 500, default: '' }) correctionReason: string;
  /** SHA-256 of everything it says, to tell a repeat from another post with the same number. */
  @Column('varchar', { length: 64 }) fingerprint: string;
  /** Sent after its day. */
  @Column('boolean', { default: false }) isLate: boolean;
  @Column('integer') postedBy: number;
  /** The firm of whoever posted; null for an office. */
  @Column('integer', { nullable: true }) postedFirmId: number | null;
  /** The invitation the phone came by; null for an account. */
  @Column('integer', { nullable: true }) invitationId: number | null;
  @Column('varchar', { length: 24 }) sentAt: string;
  /** Who confirmed or returned it. */
  @Column('integer', { nullable: true }) decidedBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) decidedAt: string | null;
  @Column('varchar', { length: 500, nullable: true }) returnReason: string | null;
  /** Who said which of its photos everybody may see, be it none; null while nobody has. */
  @Column('integer', { nullable: true }) photosChosenBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) photosChosenAt: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** How far an item was by that post. */
@Entity('post_value')
export class PostValueRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') postId: number;
  @Column('integer') itemId: number;
  /** Cumulative, in 0.01 of the unit or basis points. */
  @Column('integer') value: number;
  /** Why it fell; empty otherwise. */
  @Column('varchar', { length: 500, default: '' }) reason: string;
}

/** A photo from the site; `postId` is null while its post has not come. */
@Entity('post_photo')
export class PostPhoto {
  @PrimaryGeneratedColumn() id: number;
  @Column('varchar', { length: 36, unique: true }) uuid: string;
  @Column('integer') contractId: number;
  @Column('integer', { nullable: true }) postId: number | null;
  @Column('integer') fileId: number;
  @Column('integer', { default: 0 }) position: number;
  /** The fixed photo point it was taken at. */
  @Column('integer', { nullable: true }) pointId: number | null;
  @Column('integer') sentBy: number;
  @Column('varchar', { length: 24 }) sentAt: string;
}
