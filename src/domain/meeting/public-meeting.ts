// A meeting as everybody may read it: its decisions, and the minutes as they were published after masking; attendance
// lists, drafts and who has to do what stay inside (domain reference §4.7, §9.1).
import type { CalendarDate } from '../kernel/calendar-date';

/** A meeting whose minutes are published. */
export interface PublicMeeting {
  /** Its number in the compound, as in its address. */
  no: number;
  /** '居民代表会议'. */
  kindName: string;
  title: string;
  heldOn: CalendarDate;
  /** Each in a sentence, masked. */
  decisions: readonly string[];
  /** The published text, masked. */
  minutes: string;
  publishedOn: CalendarDate;
}
