import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { FileKind } from '../domain/files/content-kinds';
import type { FilePurpose } from '../domain/files/file-purposes';

/** A photo or document somebody gave; its bytes lie under `storedName`. Only the publication columns ever change. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryGeneratedColumn() id: number;
  /** 128 random bits for the public address; a new one after every withdrawal, so that old addresses stay dead. */
  @Column('varchar', { length: 22, unique: true }) publicId: string;
  /** The name on disk; says nothing about the public address. */
  @Column('varchar', { length: 32, unique: true }) storedName: string;
  @Column('varchar', { length: 16 }) kind: FileKind;
  @Column('varchar', { length: 60 }) originalName: string;
  @Column('varchar', { length: 100 }) mediaType: string;
  @Column('integer') bytes: number;
  @Column('varchar', { length: 64 }) sha256: string;
  /** Photos only: difference hash, sides of the upright original in pixels, when the camera says it was taken. */
  @Column('varchar', { length: 16, nullable: true }) dHash: string | null;
  /** The parts of the hash, by which near photos are found. */
  @Column('integer', { nullable: true }) band0: number | null;
  @Column('integer', { nullable: true }) band1: number | null;
  @Column('integer', { nullable: true }) band2: number | null;
  @Column('integer', { nullable: true }) band3: number | null;
  @Column('integer', { nullable: true }) width: number | null;
  @Column('integer', { nullable: true }) height: number | null;
  @Column('varchar', { length: 24, nullable: true }) takenAt: string | null;
  @Column('integer') compoundId: number;
  @Column('varchar', { length: 24 }) purpose: FilePurpose;
  /** What a photo shows, for everybody who cannot see it. */
  @Column('varchar', { length: 60, default: '' }) caption: string;
  @Column('varchar', { length: 24, nullable: true }) publishedAt: string | null;
  /** Who looked at the photo and said that it may be public. */
  @Column('integer', { nullable: true }) reviewedBy: number | null;
  @Column('integer') uploadedBy: number;
  @Column('varchar', { length: 24 }) createdAt: string;
  @Column('integer', { default: 1 }) version: number;
}
