import { Contract, ContractState, contractStateNames } from '../domain/construction/contract';
import { WorkItem, WorkItemState, workItemStateNames } from '../domain/construction/work-item';
import type { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import type { Trait } from '../domain/progress/stop-days';
import type { StatusMark } from '../platform/web/figures';
import type { GroundWork } from './work.entities';

/** What makes an item stand still, in the words of its form. */
export const traitNames: Record<Trait, string> = {
  outdoor: '露天作业，下雨停',
  dusty: '产生扬尘，重污染天气停',
  noisy: '噪声大，考试期间停',
};

/** What an item does to the ground, in the words of its form. */
export const groundWorkNames: Record<GroundWork, string> = {
  none: '不动地面',
  digs: '开挖地面',
  covers: '铺装地面',
};

const contractMarks: Record<ContractState, StatusMark['state']> = {
  prepared: 'idle',
  running: 'doing',
  finished: 'done',
  ended: 'idle',
};

/** Where a contract stands; one that runs past its last day is late by so many days. */
export const contractMark = (
  { state, finishOn }: Pick<Contract, 'state' | 'finishOn'>,
  today: CalendarDate,
): StatusMark =>
  state === 'running' && finishOn < today
    ? { state: 'late', word: `超过竣工日期 ${daysBetween(finishOn, today)} 天` }
    : { state: contractMarks[state], word: contractStateNames[state] };

const itemMarks: Record<WorkItemState, StatusMark['state']> = {
  planned: 'idle',
  open: 'doing',
  finished: 'doing',
  accepted: 'done',
  dropped: 'idle',
};

/** Where an item stands; what should have begun or ended is late by so many days, what is held says so. */
export function itemMark(
  item: Pick<WorkItem, 'state' | 'plannedStartOn' | 'plannedFinishOn'>,
  holds: readonly Blocker[],
  today: CalendarDate,
): StatusMark {
  const { state, plannedStartOn, plannedFinishOn } = item;
  if ((state === 'planned' || state === 'open') && holds.length > 0) {
    return { state: 'late', word: `受阻 ${holds.length} 处` };
  }
  if (state === 'planned' && plannedStartOn < today) {
    return { state: 'late', word: `晚开工 ${daysBetween(plannedStartOn, today)} 天` };
  }
  if (state === 'open' && plannedFinishOn < today) {
    return { state: 'late', word: `晚完工 ${daysBetween(plannedFinishOn, today)} 天` };
  }
  return { state: itemMarks[state], word: workItemStateNames[state] };
}

/** '2026年5月19日 至 2026年6月18日'. */
export const spanInWords = (from: CalendarDate, until: CalendarDate): string =>
  `${dayInWords(from)} 至 ${dayInWords(until)}`;

/** '5/19—6/18': a span where there is little room. */
export const shortSpan = (from: CalendarDate, until: CalendarDate): string =>
  `${shortDay(from)}—${shortDay(until)}`;

/** '5/19'. */
export const shortDay = (day: CalendarDate): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
