import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A weekly bulletin as residents read it; the text is never changed, only withdrawn. */
@Entity('bulletin')
export class BulletinRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first bulletin of the renovation. */
  @Column('integer') number: number;
  @Column('varchar', { length: 10 }) fromOn: string;
  @Column('varchar', { length: 10 }) untilOn: string;
  @Column('varchar', { length: 120 }) title: string;
  /** What points at a household is masked in it already. */
  @Column('text') body: string;
  @Column('integer') publishedBy: number;
  @Column('varchar', { length: 24 }) publishedAt: string;
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('integer', { nullable: true }) withdrawnBy: number | null;
  @Column('varchar', { length: 300, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}
