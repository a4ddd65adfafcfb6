import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A residential compound (楼院) as the register keeps it; areas are integers of 0.01 ㎡. */
@Entity('compound')
export class Compound {
  @PrimaryGeneratedColumn() id: number;
  /** Short public code, printed on the board and part of its address: 'fl106'. */
  @Column('varchar', { length: 24, unique: true }) code: string;
  /** district + street + community + sequence, as the statistics want it. */
  @Column('varchar', { length: 24, nullable: true }) officialCode: string | null;
  @Column('varchar', { length: 60 }) name: string;
  @Column('varchar', { length: 60, nullable: true }) alias: string | null;
  @Column('varchar', { length: 120, nullable: true }) address: string | null;
  @Column('integer') districtId: number;
  @Column('integer') streetId: number;
  /** Unknown for rows of an imported list until somebody assigns it. */
  @Column('integer', { nullable: true }) communityId: number | null;
  @Column('varchar', { length: 40, nullable: true }) grid: string | null;
  @Column('integer', { nullable: true }) builtYear: number | null;
  @Column('varchar', { length: 24, nullable: true }) builtYearBasis: string | null;
  /** What the source says when it names no year: '80年代'. */
  @Column('varchar', { length: 60, nullable: true }) builtYearNote: string | null;
  @Column('integer', { nullable: true }) siteArea: number | null;
  @Column('integer', { nullable: true }) floorArea: number | null;
  @Column('integer', { nullable: true }) buildingCount: number | null;
  @Column('integer', { nullable: true }) unitCount: number | null;
  @Column('integer', { nullable: true }) floorsMin: number | null;
  @Column('integer', { nullable: true }) floorsMax: number | null;
  @Column('integer', { nullable: true }) householdCount: number | null;
  @Column('integer', { nullable: true }) residentCount: number | null;
  @Column('integer', { nullable: true }) elderlyCount: number | null;
  @Column('integer', { nullable: true }) vacantCount: number | null;
  @Column('integer', { nullable: true }) rentedCount: number | null;
  /** Kinds of tenure, separated by commas. */
  @Column('varchar', { length: 120, nullable: true }) tenure: string | null;
  @Column('varchar', { length: 60, nullable: true }) originUnit: string | null;
  @Column('varchar', { length: 24, nullable: true }) originUnitStatus: string | null;
  @Column('varchar', { length: 24, nullable: true }) noOwnerReason: string | null;
  @Column('varchar', { length: 24, nullable: true }) managementStatus: string | null;
  @Column('varchar', { length: 60, nullable: true }) managementCompany: string | null;
  @Column('varchar', { length: 60, nullable: true }) feeLevel: string | null;
  @Column('boolean', { default: false }) hasPartyOrganisation: boolean;
  @Column('boolean', { default: false }) hasSelfGovernance: boolean;
  @Column('boolean', { default: false }) hasVolunteers: boolean;
  @Column('varchar', { length: 60, nullable: true }) sponsorUnit: string | null;
  @Column('varchar', { length: 60, nullable: true }) sponsorRole: string | null;
  @Column('varchar', { length: 200, nullable: true }) neighbourNote: string | null;
  @Column('boolean', { default: false }) outsideDistrictPlan: boolean;
  @Column('boolean', { default: false }) isEnclave: boolean;
  /** What keeps it out of the district's plan, separated by commas. */
  @Column('varchar', { length: 60, nullable: true }) exclusions: string | null;
  @Column('varchar', { length: 24, nullable: true }) longitude: string | null;
  @Column('varchar', { length: 24, nullable: true }) latitude: string | null;
  @Column('text', { nullable: true }) remarks: string | null;
  /** Lower-case name, alias, address, code and pinyin initials, for the search field. */
  @Column('varchar', { length: 500 }) searchText: string;
  @Column('boolean', { default: false }) isDemo: boolean;
  @Column('integer', { nullable: true }) importBatchId: number | null;
  /** Raised by every audited step on this compound; the key of its public pages. */
  @Column('integer', { default: 1 }) revision: number;
  @Column('integer', { default: 1 }) version: number;
  @Column('varchar', { length: 24 }) createdAt: string;
  @Column('varchar', { length: 24 }) updatedAt: string;
}
