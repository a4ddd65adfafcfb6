import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DecisionMatter } from '../domain/meeting/meeting-decisions';
import type { MeetingKind } from '../domain/meeting/meeting-kinds';
import type { MeetingState } from '../domain/meeting/meeting-lifecycle';
import type { MeetingParty } from '../domain/meeting/meeting-parties';
import type { MeetingPlace } from '../domain/meeting/meeting-places';

/** One meeting: as it was planned, and as it was held. */
@Entity('meeting')
export class Meeting {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') renovationId: number;
  /** 1 for the first meeting of the compound, 2 for the next. */
  @Column('integer') number: number;
  @Column('varchar', { length: 24 }) kind: MeetingKind;
  @Column('varchar', { length: 40 }) title: string;
  @Column('varchar', { length: 10 }) plannedOn: string;
  /** Times of the wall clock, 'HH:mm'. */
  @Column('varchar', { length: 5 }) plannedFrom: string;
  @Column('varchar', { length: 5, nullable: true }) plannedTo: string | null;
  @Column('varchar', { length: 16 }) place: MeetingPlace;
  @Column('varchar', { length: 60, nullable: true }) placeNote: string | null;
  /** Role titles, never names. */
  @Column('varchar', { length: 40 }) chair: string;
  @Column('varchar', { length: 40 }) recorder: string;
  /** The notice that tells the present day and place; null while none does. */
  @Column('integer', { nullable: true }) noticeId: number | null;
  @Column('varchar', { length: 16, default: 'planned' }) state: MeetingState;
  @Column('varchar', { length: 10, nullable: true }) heldOn: string | null;
  @Column('varchar', { length: 5, nullable: true }) heldFrom: string | null;
  @Column('varchar', { length: 5, nullable: true }) heldTo: string | null;
  /** For the offices and those who sat there; residents read what was published. */
  @Column('text', { nullable: true }) minutes: string | null;
  @Column('varchar', { length: 10, nullable: true }) minutesDoneOn: string | null;
  @Column('integer', { nullable: true }) minutesDoneBy: number | null;
  @Column('varchar', { length: 10, nullable: true }) cancelledOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) cancelReason: string | null;
  @Column('integer') plannedBy: number;
  @Column('integer', { default: 1 }) version: number;
}

/** One item of the agenda, and what was said to it. */
@Entity('meeting_agenda_item')
export class AgendaItem {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') meetingId: number;
  @Column('integer') position: number;
  @Column('varchar', { length: 300 }) text: string;
  /** The action point it asks after. */
  @Column('integer', { nullable: true }) actionPointId: number | null;
  @Column('varchar', { length: 500, nullable: true }) said: string | null;
}

/** How many of one party came. */
@Entity('meeting_attendance')
export class AttendanceRow {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') meetingId: number;
  @Column('varchar', { length: 24 }) party: MeetingParty;
  @Column('integer', { nullable: true }) expected: number | null;
  @Column('integer') present: number;
  /** Role titles of those who came. */
  @Column('varchar', { length: 200, default: '' }) who: string;
  @Column('boolean', { default: false }) signed: boolean;
}

/** One decision, with its votes where they were counted. */
@Entity('meeting_decision')
export class DecisionRow {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') meetingId: number;
  @Column('integer') position: number;
  @Column('varchar', { length: 24 }) matter: DecisionMatter;
  @Column('text') text: string;
  @Column('integer', { nullable: true }) yes: number | null;
  @Column('integer', { nullable: true }) no: number | null;
  @Column('integer', { nullable: true }) abstain: number | null;
}

/** A photo of the sign-in sheet or of the meeting. */
@Entity('meeting_photo')
export class MeetingPhoto {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') meetingId: number;
  @Column('integer') fileId: number;
  @Column('varchar', { length: 8 }) kind: MeetingPhotoKind;
}

export type MeetingPhotoKind = 'sign-in' | 'meeting';

/** What residents read of a meeting: frozen; a correction is a new version, a withdrawal keeps the row. */
@Entity('meeting_publication')
export class MeetingPublication {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') meetingId: number;
  /** 1 for the first version, 2 for its correction. */
  @Column('integer') number: number;
  @Column('varchar', { length: 60 }) title: string;
  @Column('simple-json') decisions: string[];
  @Column('text') minutes: string;
  @Column('integer') noticeId: number;
  @Column('varchar', { length: 10 }) publishedOn: string;
  @Column('integer') publishedBy: number;
  /** Why it was corrected; null for the first. */
  @Column('varchar', { length: 500, nullable: true }) reason: string | null;
  @Column('varchar', { length: 10, nullable: true }) supersededOn: string | null;
  @Column('varchar', { length: 10, nullable: true }) withdrawnOn: string | null;
  @Column('varchar', { length: 500, nullable: true }) withdrawnReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}
