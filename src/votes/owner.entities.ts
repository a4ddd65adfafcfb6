import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AreaSource, OwnerKind } from '../domain/meeting/vote-roster';

/** The owners' roster (业主名册) of a compound as a whole: who changed it last. Its lines are the entries. */
@Entity('owner_roster')
export class OwnerRoster {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') changedBy: number;
  @Column('varchar', { length: 24 }) changedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** What the roster knows of one door; who owns it is a letter, never a name. */
@Entity('owner_entry')
export class OwnerEntry {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') dwellingId: number;
  /** 0.01 ㎡; null while nobody knows it. */
  @Column('integer', { nullable: true }) area: number | null;
  @Column('varchar', { length: 16, default: 'register' }) areaSource: AreaSource;
  /** Doors of one owner carry the same; '' stands alone. */
  @Column('varchar', { length: 8, default: '' }) ownerGroup: string;
  @Column('varchar', { length: 16, default: 'person' }) ownerKind: OwnerKind;
}
