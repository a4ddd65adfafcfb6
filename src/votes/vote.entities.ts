import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OwnersMatter } from '../domain/meeting/matters';
import type { BallotMark, SeenFault } from '../domain/meeting/vote-ballots';
import type { VoteOutcome } from '../domain/meeting/vote-count';
import type { AreaSource, OwnerKind, VoteScope } from '../domain/meeting/vote-roster';
import type { VoteForm } from '../domain/meeting/vote-sheet';
import type { VoteState } from '../domain/meeting/vote-steps';

/** One vote (表决) of owners in a renovation; a counted one never changes. */
@Entity('vote')
export class Vote {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first vote of the compound, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 40 }) title: string;
  @Column('varchar', { length: 24 }) matter: OwnersMatter;
  /** What exactly is decided, as it stands on the ballot. */
  @Column('text') question: string;
  @Column('varchar', { length: 16, default: 'compound' }) scopeKind: VoteScope['kind'];
  @Column('integer', { nullable: true }) buildingId: number | null;
  @Column('integer', { nullable: true }) unitNo: number | null;
  @Column('integer', { nullable: true }) meetingId: number | null;
  @Column('varchar', { length: 16 }) form: VoteForm;
  /** When the notice was put up, where it was not posted through the notices of this house. */
  @Column('varchar', { length: 10, nullable: true }) noticePostedOn: string | null;
  @Column('varchar', { length: 10 }) opensOn: string;
  /** The last day on which a ballot is in time. */
  @Column('varchar', { length: 10 }) closesOn: string;
  @Column('varchar', { length: 16, default: 'draft' }) state: VoteState;
  @Column('integer') createdBy: number;
  @Column('integer', { nullable: true }) openedBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) openedOn: string | null;
  /** Roles of those who watched the counting and of those who counted, separated by commas. */
  @Column('varchar', { length: 120, nullable: true }) watchers: string | null;
  @Column('varchar', { length: 120, nullable: true }) counters: string | null;
  @Column('integer', { nullable: true }) closedBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) closedOn: string | null;
  /** The rule set it was judged by. */
  @Column('varchar', { length: 40, nullable: true }) ruleCode: string | null;
  @Column('varchar', { length: 16, nullable: true }) outcome: VoteOutcome | null;
  /** SHA-256 over roster and ballots as they were counted. */
  @Column('varchar', { length: 64, nullable: true }) digest: string | null;
  @Column('varchar', { length: 10, nullable: true }) cancelledOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) cancelledReason: string | null;
  /** Raised by every ballot too, so that a count is confirmed as it was seen. */
  @Column('integer', { default: 1 }) version: number;
}

/** One owner of the roster as it stood when the vote opened: one person, whatever he owns. */
@Entity('vote_owner')
export class VoteOwner {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') voteId: number;
  /** 1 for the owner of the first door in walking order. */
  @Column('integer') number: number;
  @Column('varchar', { length: 16 }) kind: OwnerKind;
}

/** One door of the roster as it stood when the vote opened. */
@Entity('vote_roster')
export class VoteRosterDoor {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') voteId: number;
  @Column('integer') ownerId: number;
  @Column('integer') dwellingId: number;
  /** '1号楼 1单元 101', as the door was called then. */
  @Column('varchar', { length: 60 }) label: string;
  @Column('integer') area: number;
  @Column('varchar', { length: 16 }) areaSource: AreaSource;
}

/** One ballot as it was typed; never changed, only ended by another or taken back. */
@Entity('vote_ballot')
export class VoteBallot {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') voteId: number;
  @Column('integer') ownerId: number;
  @Column('varchar', { length: 16 }) mark: BallotMark;
  @Column('varchar', { length: 16, nullable: true }) fault: SeenFault | null;
  @Column('boolean', { default: false }) isProxy: boolean;
  @Column('varchar', { length: 10, nullable: true }) authorisedOn: string | null;
  @Column('varchar', { length: 10 }) receivedOn: string;
  @Column('integer') recordedBy: number;
  @Column('varchar', { length: 24 }) recordedAt: string;
  /** The ballot this one corrects. */
  @Column('integer', { nullable: true }) replacesId: number | null;
  @Column('integer', { nullable: true }) endedBy: number | null;
  @Column('varchar', { length: 24, nullable: true }) endedAt: string | null;
}
