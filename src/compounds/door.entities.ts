import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DwellingUse } from '../domain/compound/words';

/** One building (楼栋) of a compound. */
@Entity('building')
export class Building {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  /** As on the wall: '1号楼'. */
  @Column('varchar', { length: 20 }) no: string;
  @Column('integer', { nullable: true }) floors: number | null;
  @Column('integer', { nullable: true }) unitCount: number | null;
  @Column('varchar', { length: 24, nullable: true }) structure: string | null;
  @Column('integer', { nullable: true }) builtYear: number | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One door (专有部分) of a building; nothing about the people behind it. */
@Entity('dwelling')
export class Dwelling {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') buildingId: number;
  @Column('integer') unitNo: number;
  @Column('integer') floorNo: number;
  /** As on the door: '101'. */
  @Column('varchar', { length: 20 }) roomNo: string;
  @Column('varchar', { length: 16, default: 'dwelling' }) use: DwellingUse;
  @Column('integer', { default: 1 }) version: number;
}
