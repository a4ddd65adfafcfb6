import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Organ } from '../domain/removal/competence';
import type { ServiceMethod } from '../domain/removal/document-service';
import type { Conclusion } from '../domain/removal/identification';
import type { LawsuitOutcome, ReconsiderationOutcome } from '../domain/removal/remedy-clock';
import type { HearingAsked, ViewsStated } from '../domain/removal/statutory-case';
import type { HaltKind } from '../domain/removal/statutory-halts';
import type { StatutoryStepCode } from '../domain/removal/statutory-steps';

/** A paper of a statutory case, or an act that was done in it; whom it was for is not kept. */
@Entity('statutory_paper')
export class StatutoryPaper {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  /** How often the structure had come back when it was issued: each time begins a case of its own. */
  @Column('integer') round: number;
  @Column('varchar', { length: 20 }) step: StatutoryStepCode;
  @Column('varchar', { length: 10 }) issuedOn: string;
  @Column('varchar', { length: 60, default: '' }) documentNumber: string;
  @Column('varchar', { length: 20 }) organ: Organ;
  /** The parts it carries, with commas between. */
  @Column('varchar', { length: 120, default: '' }) carries: string;
  @Column('varchar', { length: 10, nullable: true }) deadlineOn: string | null;
  @Column('integer') officers: number;
  @Column('varchar', { length: 12, nullable: true }) serviceMethod: ServiceMethod | null;
  @Column('varchar', { length: 10, nullable: true }) servedOn: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** Written down by mistake: kept, and counted nowhere. */
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** What a file of a paper is: the paper itself, or the proof that it was served. */
export type PaperFileKind = 'paper' | 'proof';

/** A scan or picture of a paper. */
@Entity('statutory_paper_file')
export class StatutoryPaperFile {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') paperId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 8 }) kind: PaperFileKind;
}

/** Something that halts a statutory case. */
@Entity('statutory_halt')
export class StatutoryHalt {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('integer') round: number;
  @Column('varchar', { length: 12 }) kind: HaltKind;
  @Column('varchar', { length: 10 }) fromOn: string;
  @Column('varchar', { length: 10, nullable: true }) endedOn: string | null;
  @Column('varchar', { length: 500 }) reason: string;
  @Column('varchar', { length: 500, nullable: true }) endedReason: string | null;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** How a statutory case stands beside its papers; one row for each case, none before something is written down. */
@Entity('statutory_standing')
export class StatutoryStanding {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') structureId: number;
  @Column('integer') round: number;
  @Column('boolean', { default: false }) isUnderConstruction: boolean;
  @Column('boolean', { default: false }) isOwnerUnknown: boolean;
  @Column('varchar', { length: 16, nullable: true }) conclusion: Conclusion | null;
  @Column('varchar', { length: 12, default: 'not-asked' }) hearing: HearingAsked;
  @Column('varchar', { length: 12, default: 'none' }) views: ViewsStated;
  @Column('varchar', { length: 10, nullable: true }) reconsiderationFiledOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) reconsiderationAcceptedOn: string | null;
  @Column('boolean', { default: false }) reconsiderationExtended: boolean;
  @Column('varchar', { length: 12, nullable: true }) reconsiderationOutcome: ReconsiderationOutcome | null;
  @Column('varchar', { length: 10, nullable: true }) reconsiderationDecidedOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) lawsuitFiledOn: string | null;
  @Column('varchar', { length: 12, nullable: true }) lawsuitOutcome: LawsuitOutcome | null;
  @Column('varchar', { length: 10, nullable: true }) lawsuitFinalOn: string | null;
  /** The day a decision was published that says a penalty, and what became of it (D18). */
  @Column('varchar', { length: 10, nullable: true }) penaltyPublishedOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) penaltyChangedOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) penaltyWithdrawnOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}
