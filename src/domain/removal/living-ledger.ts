// A ledger that stays alive: after the removal patrols come back, a relapse opens the case again, and every compound shows
// 达标, 整改中 or 未达标 with the day of the last look (case C7; weekly rounds for flying wires, case C1; domain reference
// §8.6). The days between patrols are settings of the office.
import { addDays, CalendarDate, compareDates, dayInWords, daysBetween } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { PatrolFinding, PatrolKind, relapseAnswers } from './patrol';
import { isClosedState, isCounted, StructureState } from './structure-states';

/** So many structures of a compound stand there on their way. */
export interface StateCount {
  state: StructureState;
  count: number;
}

/** One round as the ledger reads it: for each structure it named, was its case opened again? */
export interface Look {
  kind: PatrolKind;
  lookedOn: CalendarDate;
  finding: PatrolFinding;
  relapsed: readonly { isReopened: boolean }[];
}

/** What the rounds follow: the day the first structure was dealt with, and whether the renovation goes on. */
export interface LedgerCourse {
  closedOn: CalendarDate | null;
  isGoingOn: boolean;
}

/** The sign of a compound. */
export type LedgerSign = 'passing' | 'mending' | 'failing';

export const ledgerSignNames: Record<LedgerSign, string> = {
  passing: '达标',
  mending: '整改中',
  failing: '未达标',
};

/** The sign with the day of the last look; `nextDueOn` is null while nobody has to look again. */
export interface LedgerStanding {
  sign: LedgerSign;
  /** How many structures are not dealt with. */
  open: number;
  lookedOn: CalendarDate | null;
  nextDueOn: CalendarDate | null;
  overdueDays: number;
  words: string;
  /** What has to be done where the last round found a relapse that no open case answers; else empty. */
  advice: string;
}

/**
 * How does a compound stand? Failing while something stands that nobody agreed to remove, or the last round of its kind
 * found a relapse that opened no case again; mending while all that stands is agreed on or waits to be verified; else
 * passing. Null where nothing was ever registered or looked at: nobody says 达标 of what nobody knows.
 */
export function ledgerStanding(
  structures: readonly StateCount[],
  looks: readonly Look[],
  course: LedgerCourse,
  today: CalendarDate,
): LedgerStanding | null {
  const counted = structures.filter(({ state, count }) => isCounted(state) && count > 0);
  if (counted.length === 0 && looks.length === 0) return null;
  const sorted = [...looks].sort((one, other) => compareDates(one.lookedOn, other.lookedOn));
  const open = counted.filter(({ state }) => !isClosedState(state));
  const unanswered = lastOfEachKind(sorted).filter(isUnanswered);
  const lookedOn = sorted.at(-1)?.lookedOn ?? null;
  const nextDueOn = patrolsDue(looks, course, today)[0]?.dueOn ?? null;
  const overdueDays = nextDueOn === null ? 0 : Math.max(0, daysBetween(nextDueOn, today));
  const sign = signOf(open, unanswered.length > 0);
  const looked = lookedOn ? `最近查看 ${dayInWords(lookedOn)}` : '还没有回访';
  const late = overdueDays > 0 ? `，回访已逾期 ${overdueDays} 天` : '';
  return {
    ...{ sign, lookedOn, nextDueOn, overdueDays },
    open: open.reduce((sum, { count }) => sum + count, 0),
    words: `${ledgerSignNames[sign]}，${looked}${late}`,
    advice: unanswered.length ? adviceOf(unanswered) : '',
  };
}

/** Which rounds come next, the earliest first? */
export interface PatrolDue {
  kind: PatrolKind;
  dueOn: CalendarDate;
}

/**
 * Until when should somebody look again? Thirty days after the last look at the structures, or after the first was dealt
 * with; a week after the last round for wires while the renovation goes on, later they are looked at along with the rest.
 */
export function patrolsDue(
  looks: readonly Pick<Look, 'kind' | 'lookedOn'>[],
  { closedOn, isGoingOn }: LedgerCourse,
  today: CalendarDate,
): PatrolDue[] {
  const lastOf = (kind: PatrolKind) =>
    looks
      .filter((one) => one.kind === kind)
      .map(({ lookedOn }) => lookedOn)
      .sort(compareDates)
      .at(-1);
  const structures = lastOf('structures') ?? closedOn;
  const wiring = isGoingOn ? lastOf('wiring') : undefined;
  const due: PatrolDue[] = [];
  if (structures) {
    due.push({ kind: 'structures', dueOn: addDays(structures, valueOn('removal.patrol-days', today)) });
  }
  if (wiring)
    due.push({ kind: 'wiring', dueOn: addDays(wiring, valueOn('removal.patrol-wiring-days', today)) });
  return due.sort((one, other) => compareDates(one.dueOn, other.dueOn));
}

const lastOfEachKind = (sorted: readonly Look[]): Look[] =>
  (['structures', 'wiring'] as const).flatMap(
    (kind) => sorted.filter((one) => one.kind === kind).at(-1) ?? [],
  );

/** A relapse that no open case answers: it named nothing, or what it named belongs to a renovation that is over. */
const isUnanswered = ({ finding, relapsed }: Look): boolean =>
  finding === 'relapse' && (relapsed.length === 0 || relapsed.some(({ isReopened }) => !isReopened));

function adviceOf(unanswered: readonly Look[]): string {
  const isNamed = unanswered.some(({ relapsed }) => relapsed.length > 0);
  return `上次巡查发现复发，${isNamed ? relapseAnswers.over : relapseAnswers.unnamed}`;
}

function signOf(open: readonly StateCount[], hasUnanswered: boolean): LedgerSign {
  if (hasUnanswered) return 'failing';
  if (open.some(({ state }) => state === 'standing' || state === 'ownership-check')) return 'failing';
  return open.length > 0 ? 'mending' : 'passing';
}
