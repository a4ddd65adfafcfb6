// A wish as everybody may read it: its masked words and what became of it, never the door, the meeting or the person it
// came from (domain reference §9.1; wishes of case C2).
import type { CalendarDate } from '../kernel/calendar-date';
import type { WishKind, WishState } from './wish';

/** A wish or objection; `text` is what residents read (masked), `answer` is there once it is concluded. */
export interface PublicWish {
  number: number;
  kind: WishKind;
  text: string;
  heardOn: CalendarDate;
  state: WishState;
  answer: string | null;
  answeredOn: CalendarDate | null;
}
