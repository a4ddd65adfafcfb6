import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PhotoFlagKind } from '../domain/construction/photo-flags';

/** A fixed photo point; its small label hangs there. */
@Entity('photo_point')
export class PhotoPointRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** Counted within the compound; stands on the label. */
  @Column('integer') number: number;
  @Column('varchar', { length: 20 }) name: string;
  /** Where one stands and which way one looks. */
  @Column('varchar', { length: 120 }) place: string;
  @Column('integer', { nullable: true }) pinAcross: number | null;
  @Column('integer', { nullable: true }) pinDown: number | null;
  /** The picture that shows what has to be in the frame. */
  @Column('integer', { nullable: true }) referenceId: number | null;
  @Column('varchar', { length: 10, nullable: true }) retiredOn: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** A photo taken at a point, and the day it shows. */
@Entity('point_photo')
export class PointPhotoRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') pointId: number;
  @Column('integer', { unique: true }) fileId: number;
  @Column('varchar', { length: 10 }) shownOn: string;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
}

/** What a photo claims: what it was given for, and the day it shows. */
@Entity('photo_claim')
export class PhotoClaim {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer', { unique: true }) fileId: number;
  /** One post, one finding, one point. */
  @Column('varchar', { length: 60 }) source: string;
  @Column('varchar', { length: 10 }) claimedOn: string;
  /** Where it was used, as a person reads it. */
  @Column('varchar', { length: 120 }) place: string;
}

/** What a person should look at of a photo, and what they said. */
@Entity('photo_hint')
export class PhotoHintRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 16 }) kind: PhotoFlagKind;
  @Column('varchar', { length: 300 }) text: string;
  /** The other photo it points to. */
  @Column('integer', { nullable: true }) ofFileId: number | null;
  @Column('varchar', { length: 24 }) notedAt: string;
  @Column('varchar', { length: 200, nullable: true }) answer: string | null;
  @Column('integer', { nullable: true }) answeredBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) answeredAt: string | null;
  @Column('integer', { default: 1 }) version: number;
}
