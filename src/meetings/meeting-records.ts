import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { notOpened } from '../domain/renovation/going-on';
import type { PartyRole } from '../domain/renovation/opening';
import type { ProvedNotice } from '../notices/notices.service';
import type { ActionPoint } from './action-point.entities';
import type {
  AgendaItem,
  AttendanceRow,
  DecisionRow,
  Meeting,
  MeetingPhoto,
  MeetingPublication,
} from './meeting.entities';

/** A meeting with the compound and the renovation it belongs to. */
export interface MeetingAtPlace {
  meeting: Meeting;
  compound: Compound;
  renovation: Renovation;
}

/** Everything recorded of a meeting. */
export interface MeetingRecords extends MeetingAtPlace {
  /** The notice that tells its present day and place; null while none hangs. */
  notice: ProvedNotice | null;
  agenda: AgendaItem[];
  attendance: AttendanceRow[];
  decisions: DecisionRow[];
  photos: MeetingPhoto[];
  points: ActionPoint[];
  /** The latest first. */
  publications: MeetingPublication[];
}

/** A firm on a renovation, in its part. */
export interface FirmOfRenovation {
  firmId: number;
  party: PartyRole;
  name: string;
}

/** The publication residents read now; undefined while there is none. */
export const livePublication = ({ publications }: MeetingRecords): MeetingPublication | undefined =>
  publications.find(({ supersededOn, withdrawnOn }) => supersededOn === null && withdrawnOn === null);

/** How many photos of the sign-in sheet there are, not counting these files. */
export const signInCount = ({ photos }: MeetingRecords, without: readonly number[] = []): number =>
  photos.filter(({ fileId, kind }) => kind === 'sign-in' && !without.includes(fileId)).length;

/** What is said where a meeting is to be planned before a renovation was opened. */
export const noRenovation = notOpened('meeting.no-renovation', '安排会议');
