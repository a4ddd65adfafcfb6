import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a removal was judged by: weather, firm, emergency. Kept for good, beside the step it belongs to. */
@Entity('removal_check')
export class RemovalCheck {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('integer') eventId: number;
  /** The forecast wind in grades; the three stand together, null where people removed it themselves. */
  @Column('integer', { nullable: true }) windGrade: number | null;
  @Column('boolean', { nullable: true }) hasPollutionAlert: boolean | null;
  @Column('varchar', { length: 10, nullable: true }) weatherCheckedOn: string | null;
  /** Who demolished under a contract; null where nobody was engaged. */
  @Column('varchar', { length: 60, nullable: true }) firmName: string | null;
  @Column('boolean', { default: false }) firmIsLicensed: boolean;
  @Column('varchar', { length: 10, nullable: true }) firmFiledOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) emergencyReason: string | null;
  @Column('boolean', { default: false }) cutsUtilities: boolean;
}
