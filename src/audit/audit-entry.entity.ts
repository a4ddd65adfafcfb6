import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step somebody took, linked to the step before by its hash. Never changed, never deleted. */
@Entity('audit_entry')
export class AuditEntry {
  /** 1, 2, 3 … without a gap; the order of the chain. */
  @PrimaryColumn('integer') id: number;
  @Column('varchar', { length: 24 }) at: string;
  @Column('integer', { nullable: true }) userId: number | null;
  @Column('varchar', { length: 24, nullable: true }) role: string | null;
  @Column('integer', { nullable: true }) organisationId: number | null;
  @Column('varchar', { length: 60 }) action: string;
  @Column('varchar', { length: 40 }) subjectKind: string;
  @Column('varchar', { length: 64 }) subjectId: string;
  @Column('integer', { nullable: true }) compoundId: number | null;
  @Column('varchar', { length: 400, nullable: true }) fromValue: string | null;
  @Column('varchar', { length: 400, nullable: true }) toValue: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** SHA-256 of the entry before; 64 zeros for the first. */
  @Column('varchar', { length: 64 }) previousHash: string;
  @Column('varchar', { length: 64 }) hash: string;
}
