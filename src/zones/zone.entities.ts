import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The sketch or floor plan of a compound on which places are pinned; a newer one takes the place of the last. */
@Entity('compound_sketch')
export class CompoundSketch {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 60 }) caption: string;
  @Column('boolean', { default: true }) isCurrent: boolean;
  @Column('integer') uploadedBy: number;
  @Column('varchar', { length: 10 }) uploadedOn: string;
}

/** A piece of ground of one renovation on which items of the plan are built. */
@Entity('work_zone')
export class WorkZone {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for A区, 2 for B区 …; kept when a zone is given up. */
  @Column('integer') number: number;
  @Column('varchar', { length: 40 }) name: string;
  /** Do the works begin here? One zone of a renovation at most. */
  @Column('boolean', { default: false }) isFirst: boolean;
  /** Where on the sketch, in thousandths of its width and height. */
  @Column('integer', { nullable: true }) pinAcross: number | null;
  @Column('integer', { nullable: true }) pinDown: number | null;
  /** Given up: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) removedOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** An item of the plan, by its line in the renovation, lies on this zone. */
@Entity('zone_item')
export class ZoneItemRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') zoneId: number;
  @Column('integer') line: number;
}

/** The ground of an item became free, or is held again: told to each firm until one of its people has seen it. */
@Entity('ground_change')
export class GroundChange {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  @Column('integer') line: number;
  @Column('varchar', { length: 8 }) change: 'freed' | 'held';
  @Column('varchar', { length: 24 }) changedAt: string;
  @Column('varchar', { length: 10 }) changedOn: string;
  @Column('integer') changedBy: number;
}

/** A firm has seen a change of the ground. */
@Entity('ground_reading')
export class GroundReading {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') changeId: number;
  @Column('integer') organisationId: number;
  @Column('integer') readBy: number;
  @Column('varchar', { length: 10 }) readOn: string;
}
