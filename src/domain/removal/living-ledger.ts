// A ledger that stays alive: after the removal patrols come back, a relapse opens the case again, and every compound shows
// 达标, 整改中 or 未达标 with the day of the last look (case C7; weekly rounds for flying wires, case C1; domain reference
// §8.6). The days between patrols are settings of the office.
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, compareDates, dayInWords, daysBetween } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { byOffice } from './blocked';
import { isClosedState, isCounted, StructureState } from './structure-states';

/** What does a round look for? */
export type PatrolKind = 'structures' | 'wiring';

export const patrolKindNames: Record<PatrolKind, string> = { structures: '拆后回访', wiring: '飞线巡查' };

/** What was found? */
export type PatrolFinding = 'clear' | 'mended' | 'relapse';

export const patrolFindingNames: Record<PatrolFinding, string> = {
  clear: '没有问题',
  mended: '有问题，当场处理',
  relapse: '复发，要整改',
};

/** One round; `relapsed` are the structures that stand again. */
export interface Patrol {
  kind: PatrolKind;
  lookedOn: CalendarDate;
  finding: PatrolFinding;
  note: string;
  relapsed: readonly number[];
}

/** A structure as a patrol meets it. */
export interface PatrolledStructure {
  id: number;
  state: StructureState;
}

/** What speaks against writing this round down? */
export function patrolBlockers(
  patrol: Patrol,
  structures: readonly PatrolledStructure[],
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`patrol-${code}`, text));
  const { lookedOn, finding, note, relapsed } = patrol;
  if (lookedOn > today) against('future', `「巡查日期」不能晚于今天 ${dayInWords(today)}`);
  if (finding !== 'clear' && !note.trim()) against('note', '请写明发现了什么、怎样处理');
  if (finding !== 'relapse' && relapsed.length > 0) {
    against('relapse', '选了复发的对象，请把「巡查结果」选为「复发，要整改」');
  }
  for (const id of relapsed) {
    const one = structures.find((structure) => structure.id === id);
    if (!one) against('foreign', '选择的对象不在本楼院，请刷新页面重选');
    else if (!isClosedState(one.state) || !isCounted(one.state)) {
      against('open', '选择的对象本来就没有销号，请直接在该处登记');
    }
  }
  return found;
}

/** Which structures does this round open again? */
export const reopenedBy = (
  { finding, relapsed }: Pick<Patrol, 'finding' | 'relapsed'>,
  structures: readonly PatrolledStructure[],
): number[] =>
  finding === 'relapse'
    ? structures
        .filter(({ id, state }) => relapsed.includes(id) && isClosedState(state) && isCounted(state))
        .map(({ id }) => id)
    : [];

/** The sign of a compound. */
export type LedgerSign = 'passing' | 'mending' | 'failing';

export const ledgerSignNames: Record<LedgerSign, string> = {
  passing: '达标',
  mending: '整改中',
  failing: '未达标',
};

/** The sign with the day of the last look; `nextDueOn` is null while nothing was ever closed and nothing looked at. */
export interface LedgerStanding {
  sign: LedgerSign;
  lookedOn: CalendarDate | null;
  nextDueOn: CalendarDate | null;
  overdueDays: number;
  words: string;
}

/**
 * How does a compound stand? Failing while something stands that nobody agreed to remove, or the last round found a relapse
 * without naming what; mending while all that stands is agreed on or waits to be verified; else passing.
 */
export function ledgerStanding(
  structures: readonly PatrolledStructure[],
  patrols: readonly Patrol[],
  { closedOn }: { closedOn: CalendarDate | null },
  today: CalendarDate,
): LedgerStanding {
  const last = [...patrols].sort((one, other) => compareDates(one.lookedOn, other.lookedOn)).at(-1);
  const sign = signOf(structures, last);
  const nextDueOn = nextPatrolDueOn(patrols, closedOn, today);
  const overdueDays = nextDueOn === null ? 0 : Math.max(0, daysBetween(nextDueOn, today));
  const looked = last ? `最近查看 ${dayInWords(last.lookedOn)}` : '还没有回访';
  const late = overdueDays > 0 ? `，回访已逾期 ${overdueDays} 天` : '';
  return {
    ...{ sign, lookedOn: last?.lookedOn ?? null, nextDueOn, overdueDays },
    words: `${ledgerSignNames[sign]}，${looked}${late}`,
  };
}

/** Until when should somebody look again? After the last round of each kind, or after the first structure was closed. */
export function nextPatrolDueOn(
  patrols: readonly Pick<Patrol, 'kind' | 'lookedOn'>[],
  closedOn: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null {
  const lastOf = (kind: PatrolKind) =>
    patrols
      .filter((one) => one.kind === kind)
      .map(({ lookedOn }) => lookedOn)
      .sort(compareDates)
      .at(-1);
  const structures = lastOf('structures') ?? closedOn ?? undefined;
  const wiring = lastOf('wiring');
  const due = [
    ...(structures ? [addDays(structures, valueOn('removal.patrol-days', today))] : []),
    ...(wiring ? [addDays(wiring, valueOn('removal.patrol-wiring-days', today))] : []),
  ];
  return due.sort(compareDates)[0] ?? null;
}

function signOf(structures: readonly PatrolledStructure[], last: Patrol | undefined): LedgerSign {
  const open = structures.filter(({ state }) => isCounted(state) && !isClosedState(state));
  if (open.some(({ state }) => state === 'standing' || state === 'ownership-check')) return 'failing';
  if (last?.finding === 'relapse' && last.relapsed.length === 0) return 'failing';
  return open.length > 0 ? 'mending' : 'passing';
}
