import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { dueSteps } from '../domain/removal/due-steps';
import { earliestForcedOn } from '../domain/removal/forced-removal';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import type { StatutoryCase } from '../domain/removal/statutory-case';
import type { StructureState } from '../domain/removal/structure-states';
import type { StructureRecord } from '../structures/structure.entities';

/** What comes next with a structure, from or until which day; `isLate` where that day is over. */
export interface NextThing {
  words: string;
  isLate: boolean;
  /** What is known besides: from which day force is possible. Empty where nothing is. */
  note: string;
}

/** What the next thing is told by. */
export interface CaseAtDay {
  structure: Pick<StructureRecord, 'state' | 'removeByOn' | 'closedOn'>;
  persuasion: PersuasionStanding;
  statutory: StatutoryCase;
  today: CalendarDate;
  calendar: WorkCalendar;
}

const plain = (words: string): NextThing => ({ words, isLate: false, note: '' });

/** What is due with it? */
export const nextThing = (at: CaseAtDay): NextThing => byState[at.structure.state](at);

const closed = ({ structure: { closedOn } }: CaseAtDay): NextThing =>
  plain(closedOn === null ? '—' : `${dayInWords(closedOn)}处理完`);

const byState: Record<StructureState, (at: CaseAtDay) => NextThing> = {
  standing: whileStanding,
  'ownership-check': () => plain('登记权属核查结果'),
  agreed: ({ structure: { removeByOn }, today }) => {
    if (removeByOn === null) return plain('安排拆除日期');
    const late = daysBetween(removeByOn, today);
    return late > 0
      ? { words: `约定 ${dayInWords(removeByOn)}拆除，已过 ${late} 天`, isLate: true, note: '' }
      : plain(`约定 ${dayInWords(removeByOn)}前拆除`);
  },
  removed: () => plain('换一人到现场复核'),
  verified: closed,
  'retained-legal': closed,
  'retained-rectified': closed,
  'scoped-out': closed,
  'struck-out': () => plain('—'),
};

function whileStanding({ persuasion, statutory, today, calendar }: CaseAtDay): NextThing {
  const { nextDueOn, overdueDays, visits, attitude } = persuasion;
  const [paper] = dueSteps(statutory, today, calendar);
  const forcedOn = statutory.steps.length ? earliestForcedOn(statutory, today, calendar) : null;
  const note = forcedOn === null ? '' : `最早 ${dayInWords(forcedOn)}可强制拆除`;
  if (nextDueOn !== null && (!paper || nextDueOn <= paper.dueOn)) {
    const what = visits === 0 ? '首次走访' : '再次走访';
    const words = overdueDays > 0 ? `${what}逾期 ${overdueDays} 天` : `${dayInWords(nextDueOn)}前${what}`;
    return { words, isLate: overdueDays > 0, note };
  }
  if (paper) return { words: paper.words, isLate: paper.overdueDays > 0, note };
  return { words: attitude === 'agree' ? '登记签字的承诺书或申请书' : '走访劝导', isLate: false, note };
}
