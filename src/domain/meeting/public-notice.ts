// What hangs in the yard, as everybody may read it: what, where, from when to when (notices are public: domain reference
// §7.1, §9.1). Withdrawn and superseded ones are not among them.
import type { CalendarDate } from '../kernel/calendar-date';
import type { NoticeKind } from './notice';

/** A notice that was posted; `places` are words, `title` and `body` are masked. */
export interface PublicNotice {
  kind: NoticeKind;
  /** The row of the room it tells of. */
  subjectId: number;
  title: string;
  body: string;
  places: readonly string[];
  postedOn: CalendarDate;
  endsOn: CalendarDate;
}
