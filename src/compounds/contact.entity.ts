import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ContactKind } from '../domain/compound/words';

/** Whom residents may ask: 楼栋长, 楼院长, community, street; published only with consent. */
@Entity('compound_contact')
export class CompoundContact {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('varchar', { length: 24 }) kind: ContactKind;
  @Column('varchar', { length: 40 }) title: string;
  @Column('varchar', { length: 40, nullable: true }) personName: string | null;
  @Column('varchar', { length: 20, nullable: true }) workPhone: string | null;
  @Column('varchar', { length: 60, nullable: true }) hours: string | null;
  @Column('boolean', { default: false }) mayPublish: boolean;
  @Column('varchar', { length: 10, nullable: true }) consentOn: string | null;
  @Column('integer', { default: 0 }) position: number;
  @Column('integer', { default: 1 }) version: number;
}
