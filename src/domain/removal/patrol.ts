// A round after the removal, or for flying wires: what may be written down of it, and which structures it opens again
// (case C7; weekly rounds for flying wires, case C1; domain reference §8.6). Rounds go on after a renovation is closed; its
// structures then stay as they are, and what stands again is a new case of a new renovation.
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { byOffice } from './blocked';
import { structureNumber } from './structure-kinds';
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

/** In which role did somebody go round? */
export type PatrollerRole =
  'community' | 'grid' | 'building-lead' | 'street' | 'property' | 'power' | 'volunteer';

export const patrollerRoleNames: Record<PatrollerRole, string> = {
  community: '社区工作人员',
  grid: '网格员',
  'building-lead': '楼栋长',
  street: '街道干部',
  property: '物业服务人员',
  power: '供电企业',
  volunteer: '志愿者',
};

/** One round; `relapsed` are the structures that stand again, `places` how many flying wires were cut, null if not counted. */
export interface Patrol {
  kind: PatrolKind;
  lookedOn: CalendarDate;
  finding: PatrolFinding;
  note: string;
  places: number | null;
  relapsed: readonly number[];
}

/** A structure as a round meets it; `isOver` where its renovation is over, so that its case is not opened again. */
export interface PatrolledStructure {
  id: number;
  number: number;
  state: StructureState;
  closedOn: CalendarDate | null;
  isOver: boolean;
}

/** Where the round was made; `openedOn` is the day of the first renovation, null before one is opened. */
export interface PatrolledCompound {
  openedOn: CalendarDate | null;
  structures: readonly PatrolledStructure[];
}

/** May rounds be written down here? From the survey of the first renovation on, and without an end. */
export const patrolOpenBlockers = ({ openedOn }: Pick<PatrolledCompound, 'openedOn'>): Blocker[] =>
  openedOn === null ? [byOffice('patrol-not-opened', '还没有立项，立项后从摸底起就可以登记巡查')] : [];

/** What speaks against writing this round down? */
export function patrolBlockers(patrol: Patrol, compound: PatrolledCompound, today: CalendarDate): Blocker[] {
  const found = patrolOpenBlockers(compound);
  const against = (code: string, text: string) => found.push(byOffice(`patrol-${code}`, text));
  const { kind, lookedOn, finding, note, places, relapsed } = patrol;
  if (lookedOn > today) against('future', `「巡查日期」不能晚于今天 ${dayInWords(today)}`);
  if (compound.openedOn !== null && lookedOn < compound.openedOn) {
    against('early', `「巡查日期」不能早于立项 ${dayInWords(compound.openedOn)}，请核对`);
  }
  if (finding !== 'clear' && !note.trim()) against('note', '请写明发现了什么、怎样处理');
  if (places !== null && kind !== 'wiring') {
    against('places', '「飞线处数」只在飞线巡查时填，请改选「飞线巡查」或留空');
  } else if (places !== null && finding === 'clear') {
    against('places', '填了「飞线处数」，请把「巡查结果」选为「有问题，当场处理」或「复发，要整改」');
  }
  if (finding !== 'relapse' && relapsed.length > 0) {
    against('relapse', '选了复发的对象，请把「巡查结果」选为「复发，要整改」');
  }
  return [...found, ...relapsed.flatMap((id) => relapseBlockers(id, lookedOn, compound.structures))];
}

function relapseBlockers(
  id: number,
  lookedOn: CalendarDate,
  structures: readonly PatrolledStructure[],
): Blocker[] {
  const one = structures.find((structure) => structure.id === id);
  if (!one) return [byOffice('patrol-foreign', '选择的对象不在本楼院，请刷新页面重选')];
  const name = structureNumber(one.number);
  if (!isPatrolled(one)) return [byOffice('patrol-open', `${name}还没有销号，请直接在该处登记`)];
  if (one.closedOn === null || lookedOn >= one.closedOn) return [];
  const text = `${name} ${dayInWords(one.closedOn)}才处理完，「巡查日期」不能早于这一天`;
  return [byOffice('patrol-before', text)];
}

/** Is this structure looked at again? Those that are dealt with, whichever way. */
export const isPatrolled = ({ state }: Pick<PatrolledStructure, 'state'>): boolean =>
  isClosedState(state) && isCounted(state);

/** Which structures does this round open again? Not those of a renovation that is over. */
export const reopenedBy = (
  { finding, relapsed }: Pick<Patrol, 'finding' | 'relapsed'>,
  structures: readonly PatrolledStructure[],
): number[] =>
  finding === 'relapse'
    ? structures
        .filter((one) => relapsed.includes(one.id) && isPatrolled(one) && !one.isOver)
        .map(({ id }) => id)
    : [];

/** What has to be done where a round found that something stands again. */
export const relapseAnswers = {
  reopened: '已重新打开，按拆除对象继续办理',
  over: '所在的改造已结束，请在新的改造项目里登记为新的拆除对象',
  unnamed: '请登记为拆除对象，或整改后再登记一次巡查',
} as const;

/** What speaks against taking a round back? `reopened` are the numbers of the structures it opened again. */
export function patrolWithdrawalBlockers(
  { withdrawnOn }: { withdrawnOn: CalendarDate | null },
  reopened: readonly number[],
): Blocker[] {
  if (withdrawnOn !== null) return [byOffice('patrol-withdrawn', '这次巡查已作废，不能再改动')];
  if (reopened.length === 0) return [];
  const names = reopened.map(structureNumber).join('、');
  const text = `这次巡查重新打开了${names}，那里的记录已接着往下写，不能作废；情况有变请再登记一次巡查，并在该处按现状办理`;
  return [byOffice('patrol-reopened', text)];
}
