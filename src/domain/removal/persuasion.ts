// Persuasion first: who went, when, and how the household stands to the removal; and when somebody should go again. It is
// the core of the daily work (domain reference §3.6; case C1: again and again, in the evening, door by door). The days
// between visits are settings of the office. Who was met is never named.
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, compareDates, dayInWords, daysBetween } from '../kernel/calendar-date';
import { RuleCode } from '../rules/rules';
import { valueOn } from '../rules/rule-book';
import type { RenovationState } from '../renovation/stages';
import { byOffice } from './blocked';
import { removalOverBlockers } from './structure';
import { stillStands, StructureState, structureStateNames } from './structure-states';

/** How do they stand to it? */
export type Attitude = 'agree' | 'waiting' | 'against' | 'lost';

export const attitudeNames: Record<Attitude, string> = {
  agree: '同意',
  waiting: '观望',
  against: '反对',
  lost: '失联',
};

/** The same, with the word for where nobody went yet. */
export const attitudeWords: Record<Attitude | 'not-visited', string> = {
  ...attitudeNames,
  'not-visited': '还没有走访',
};

/** At what time of day? */
export type VisitTime = 'morning' | 'afternoon' | 'evening';

export const visitTimeNames: Record<VisitTime, string> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
};

/** In which role did somebody go? */
export type PersuaderRole =
  'community' | 'grid' | 'building-lead' | 'street' | 'law-enforcement' | 'party-member';

export const persuaderRoleNames: Record<PersuaderRole, string> = {
  community: '社区工作人员',
  grid: '网格员',
  'building-lead': '楼栋长',
  street: '街道干部',
  'law-enforcement': '城管执法人员',
  'party-member': '党员志愿者',
};

/** One visit; `promisedOn` is the day by which they said they would remove it themselves. */
export interface PersuasionVisit {
  visitedOn: CalendarDate;
  time: VisitTime;
  visitors: readonly PersuaderRole[];
  attitude: Attitude;
  asked: string;
  promised: string;
  promisedOn: CalendarDate | null;
  pictureShown: boolean;
}

/** How much may be written of what was asked or promised, in characters? */
export const persuasionLimit = 500;

/** What speaks against writing this visit down? */
export function persuasionBlockers(
  visit: PersuasionVisit,
  structure: { foundOn: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`visit-${code}`, text));
  const { visitedOn, visitors, attitude, promised, promisedOn } = visit;
  if (visitedOn > today) against('future', `「走访日期」不能晚于今天 ${dayInWords(today)}`);
  if (visitedOn < structure.foundOn) {
    against('early', `「走访日期」不能早于发现日期 ${dayInWords(structure.foundOn)}，请核对`);
  }
  if (!visitors.length) against('visitors', '请选择走访人的身份，至少一项');
  if (attitude === 'lost' && (promised.trim() || promisedOn)) {
    against('promise', '选「失联」就没有承诺可记，请清空承诺，或改选态度');
  }
  if (promisedOn && promisedOn < visitedOn) {
    against('promise', `「承诺拆除日期」不能早于走访日期 ${dayInWords(visitedOn)}`);
  }
  for (const [code, label] of [
    ['asked', '诉求'],
    ['promised', '承诺'],
  ] as const) {
    const length = [...visit[code]].length;
    if (length > persuasionLimit)
      against(code, `「${label}」最多 ${persuasionLimit} 个字，现在 ${length} 个`);
  }
  return found;
}

/** What speaks against writing down any visit to a structure in this state? */
export const visitingBlockers = (state: StructureState, renovation: RenovationState): Blocker[] => [
  ...removalOverBlockers(renovation),
  ...(stillStands(state)
    ? []
    : [byOffice('visit-state', `现在是「${structureStateNames[state]}」，不再登记走访`)]),
];

/** What speaks against taking a visit back? */
export const withdrawnVisitBlockers = (visit: { withdrawnOn: CalendarDate | null }): Blocker[] =>
  visit.withdrawnOn === null ? [] : [byOffice('visit-withdrawn', '这条走访记录已作废，不用再作废')];

/** From this hour on a visit is taken to be one of the evening, when most people are at home. */
const hours = { afternoonFrom: 12, eveningFrom: 17 } as const;

/** At what time of day is it, by the clock on the wall ('17:05')? */
export function visitTimeAt(wallTime: string): VisitTime {
  const hour = Number(wallTime.slice(0, 2));
  if (hour >= hours.eveningFrom) return 'evening';
  return hour >= hours.afternoonFrom ? 'afternoon' : 'morning';
}

/** Has somebody to go there again, and how pressing is it? Negative where the first is more pressing. */
export function compareDue(one: PersuasionStanding, other: PersuasionStanding): number {
  const [first, second] = [one.nextDueOn ?? '9999-12-31', other.nextDueOn ?? '9999-12-31'];
  return compareDates(first, second);
}

const daysUntilNext: Record<Exclude<Attitude, 'agree'>, RuleCode> = {
  waiting: 'removal.visit-waiting-days',
  against: 'removal.visit-against-days',
  lost: 'removal.visit-lost-days',
};

/** How a case stands after its visits; `nextDueOn` is null where nobody has to go again. */
export interface PersuasionStanding {
  attitude: Attitude | 'not-visited';
  visits: number;
  lastOn: CalendarDate | null;
  pictureShown: boolean;
  promisedOn: CalendarDate | null;
  nextDueOn: CalendarDate | null;
  /** By how many days is the next visit late today? 0 on its day and before. */
  overdueDays: number;
}

/**
 * How does a case stand after these visits? The last visit counts; visits of one day count in the order they are given.
 * A structure that stands no more, or is retained, needs no further visit: `isOpen` says so.
 */
export function persuasionStanding(
  visits: readonly PersuasionVisit[],
  structure: { foundOn: CalendarDate; isOpen: boolean },
  today: CalendarDate,
): PersuasionStanding {
  const inOrder = [...visits].sort((one, other) => compareDates(one.visitedOn, other.visitedOn));
  const last = inOrder.at(-1);
  const nextDueOn = structure.isOpen ? nextVisitDueOn(last, structure.foundOn) : null;
  return {
    attitude: last?.attitude ?? 'not-visited',
    visits: visits.length,
    lastOn: last?.visitedOn ?? null,
    pictureShown: visits.some(({ pictureShown }) => pictureShown),
    promisedOn: last?.promisedOn ?? null,
    nextDueOn,
    overdueDays: nextDueOn === null ? 0 : Math.max(0, daysBetween(nextDueOn, today)),
  };
}

/** Until when should somebody go again? After a promise the day after it; after 同意 without a day, nobody has to. */
export function nextVisitDueOn(
  last: Pick<PersuasionVisit, 'visitedOn' | 'attitude' | 'promisedOn'> | undefined,
  foundOn: CalendarDate,
): CalendarDate | null {
  if (!last) return addDays(foundOn, valueOn('removal.visit-first-days', foundOn));
  if (last.promisedOn) return addDays(last.promisedOn, 1);
  if (last.attitude === 'agree') return null;
  return addDays(last.visitedOn, valueOn(daysUntilNext[last.attitude], last.visitedOn));
}

/** How is it said? '同意，走访 3 次，下次 6月3日前', with what is late first. */
export function persuasionInWords({ attitude, visits, nextDueOn, overdueDays }: PersuasionStanding): string {
  const word = attitudeWords[attitude];
  const said = attitude === 'not-visited' ? word : `${word}，走访 ${visits} 次`;
  if (nextDueOn === null) return said;
  return overdueDays > 0
    ? `${said}，走访已逾期 ${overdueDays} 天`
    : `${said}，${dayInWords(nextDueOn)}前再去一次`;
}
