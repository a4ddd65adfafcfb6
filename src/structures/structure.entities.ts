import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RemovalWay } from '../domain/removal/removal-ways';
import type { Belongings } from '../domain/removal/removal-result';
import type { Ownership, StructureMaterial, StructureParty, StructureUse } from '../domain/removal/structure';
import type { StructureKind } from '../domain/removal/structure-kinds';
import type { StructureStep } from '../domain/removal/structure-lifecycle';
import type { StructureState } from '../domain/removal/structure-states';

/** Something that stands in the way of a renovation (拆除对象): its sheet, and where it stands on its way. No name, no door. */
@Entity('structure')
export class StructureRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** Its number in the compound, through all renovations. */
  @Column('integer') number: number;
  @Column('varchar', { length: 16 }) kind: StructureKind;
  @Column('varchar', { length: 60 }) place: string;
  @Column('integer', { nullable: true }) lengthCm: number | null;
  @Column('integer', { nullable: true }) widthCm: number | null;
  /** Integer of 0.01 ㎡; null for kinds that cover no ground. */
  @Column('integer', { nullable: true }) area: number | null;
  @Column('varchar', { length: 16 }) use: StructureUse;
  @Column('varchar', { length: 16 }) material: StructureMaterial;
  @Column('integer', { nullable: true }) sinceYear: number | null;
  @Column('varchar', { length: 16 }) party: StructureParty;
  @Column('boolean', { default: false }) isOccupied: boolean;
  @Column('boolean', { default: false }) isSoleHome: boolean;
  /** Hardship or serious illness there: yes or no, nothing else is kept. */
  @Column('boolean', { default: false }) hasHardship: boolean;
  @Column('boolean', { default: false }) blocksFireLane: boolean;
  @Column('boolean', { default: false }) blocksPipe: boolean;
  @Column('varchar', { length: 16 }) ownership: Ownership;
  /** What the check of the ownership rests on. */
  @Column('varchar', { length: 500, nullable: true }) ownershipBasis: string | null;
  @Column('varchar', { length: 10 }) foundOn: string;
  /** The day it shall be gone, for the burn-down. */
  @Column('varchar', { length: 10, nullable: true }) plannedOn: string | null;
  /** Where on the sketch, in thousandths of its width and height. */
  @Column('integer', { nullable: true }) pinAcross: number | null;
  @Column('integer', { nullable: true }) pinDown: number | null;
  @Column('varchar', { length: 20 }) state: StructureState;
  @Column('varchar', { length: 16, nullable: true }) way: RemovalWay | null;
  /** The street manager signed that the people there are cared for (D12). */
  @Column('varchar', { length: 10, nullable: true }) careSignedOn: string | null;
  @Column('integer', { nullable: true }) careSignedBy: number | null;
  @Column('varchar', { length: 500, nullable: true }) careNote: string | null;
  /** The signed promise or request; its scans are files of kind 'consent'. */
  @Column('varchar', { length: 10, nullable: true }) consentSignedOn: string | null;
  @Column('boolean', { default: false }) identityChecked: boolean;
  @Column('varchar', { length: 10, nullable: true }) removeByOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) removedOn: string | null;
  /** Wall clock 'HH:mm'; null where people removed it themselves. */
  @Column('varchar', { length: 5, nullable: true }) removedFrom: string | null;
  @Column('varchar', { length: 5, nullable: true }) removedTo: string | null;
  /** Measured, integer of 0.01 ㎡. */
  @Column('integer', { nullable: true }) removedArea: number | null;
  @Column('varchar', { length: 16, nullable: true }) belongings: Belongings | null;
  @Column('boolean', { default: false }) wasteCleared: boolean;
  /** Who wrote the removal down, and so may not verify it. */
  @Column('integer', { nullable: true }) removedBy: number | null;
  /** The day of the step that closed it; null while it is open. */
  @Column('varchar', { length: 10, nullable: true }) closedOn: string | null;
  /** What the ground is for afterwards, e.g. 公共车棚. */
  @Column('varchar', { length: 120, nullable: true }) reuse: string | null;
  @Column('integer') recordedBy: number;
  @Column('integer', { default: 1 }) version: number;
}

/** A structure stands in this zone; it may stand in several. */
@Entity('structure_zone')
export class StructureZone {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('integer') zoneId: number;
}

/** What a file of a structure shows or proves. */
export type StructureFileKind = 'before' | 'after' | 'consent' | 'inventory' | 'waste' | 'document';

/** A photo or scan of a structure. */
@Entity('structure_file')
export class StructureFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 16 }) kind: StructureFileKind;
  /** The step it came with; null for those of the register. */
  @Column('integer', { nullable: true }) eventId: number | null;
  /** Taken off, or of a round that was opened again: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) droppedOn: string | null;
}

/** One step taken with a structure; never changed. */
@Entity('structure_event')
export class StructureEvent {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('varchar', { length: 24 }) step: StructureStep;
  @Column('varchar', { length: 20 }) fromState: StructureState;
  @Column('varchar', { length: 20 }) toState: StructureState;
  @Column('varchar', { length: 10 }) happenedOn: string;
  @Column('varchar', { length: 500, nullable: true }) reason: string | null;
  @Column('varchar', { length: 16, nullable: true }) way: RemovalWay | null;
  /** Measured, of a removal; integer of 0.01 ㎡. */
  @Column('integer', { nullable: true }) area: number | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
}
