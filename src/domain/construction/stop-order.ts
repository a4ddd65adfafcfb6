// An order to stop (停工): why, over which items, since when, and what it holds back. Whoever watches over the works may
// give one (domain reference §6.3 工程暂停令; the roles are a setting of the house).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice, wordsBlockers, worksOverBlockers } from './blocked';

/** Why are works stopped? */
export type StopCause = 'safety' | 'quality' | 'weather' | 'pollution' | 'residents' | 'utility' | 'other';

/** What is each cause called? */
export const stopCauseNames: Record<StopCause, string> = {
  safety: '安全隐患',
  quality: '质量问题',
  weather: '恶劣天气',
  pollution: '大气管控',
  residents: '居民诉求',
  utility: '管线配合',
  other: '其他',
};

/** Does it hold, or may work go on? */
export type StopState = 'stopped' | 'resumed' | 'withdrawn';

/** What is each state called? */
export const stopStateNames: Record<StopState, string> = {
  stopped: '停工中',
  resumed: '已复工',
  withdrawn: '已撤销',
};

/** An order; without items and zones it stops everything. The day it is lifted is worked again. */
export interface StopOrder {
  id: number;
  state: StopState;
  cause: StopCause;
  stoppedOn: CalendarDate;
  resumedOn: CalendarDate | null;
  itemIds: readonly number[];
  zones: readonly number[];
}

/** Who may order a stop? Whoever watches over the works; whoever is in doubt stops first. */
export const stoppingRoles: readonly Role[] = ['supervisor', 'street-manager', 'district-officer'];

/** What speaks against giving this order? `items` are those of the renovation. */
export function stopBlockers(
  order: Pick<StopOrder, 'stoppedOn' | 'itemIds'> & { reason: string },
  place: {
    renovation: RenovationState;
    role: Role;
    startsOn: CalendarDate;
    items: readonly { id: number }[];
  },
  today: CalendarDate,
): Blocker[] {
  const found = worksOverBlockers(place.renovation);
  if (!stoppingRoles.includes(place.role)) {
    found.push(byOffice('stop-role', `停工令由${stoppingRoles.map((one) => roleNames[one]).join('、')}下达`));
  }
  if (order.stoppedOn > today) found.push(byOffice('stop-future', '「停工日期」不能晚于今天'));
  if (order.stoppedOn < place.startsOn) {
    const text = `「停工日期」不能早于开工日期 ${dayInWords(place.startsOn)}，请核对`;
    found.push(byOffice('stop-early', text));
  }
  if (order.itemIds.some((id) => !place.items.some((item) => item.id === id))) {
    found.push(byOffice('stop-foreign', '选择的项目里有别处的，请只选这次改造的'));
  }
  return [...found, ...wordsBlockers('stop-reason', order.reason, '停工的原因和要整改的内容')];
}

/** What speaks against what this order names? Each by the ids there are in the renovation; a finding has to be open. */
export function stopReachBlockers(
  order: Pick<StopOrder, 'zones'> & { findingIds: readonly number[] },
  place: { zones: readonly { id: number }[]; openFindings: readonly { id: number }[] },
): Blocker[] {
  const found: Blocker[] = [];
  const isKnown = (id: number, known: readonly { id: number }[]) => known.some((one) => one.id === id);
  if (!order.zones.every((id) => isKnown(id, place.zones))) {
    found.push(byOffice('stop-foreign-zone', '选择的区域里有别处的，请只选这次改造的'));
  }
  if (!order.findingIds.every((id) => isKnown(id, place.openFindings))) {
    found.push(byOffice('stop-foreign-finding', '选择的问题已经复查通过或不在这次改造里，请重新选择'));
  }
  return found;
}

/** Does this order hold on this day? */
export const isStopped = (
  { state, stoppedOn, resumedOn }: Pick<StopOrder, 'state' | 'stoppedOn' | 'resumedOn'>,
  day: CalendarDate,
): boolean => state !== 'withdrawn' && day >= stoppedOn && (resumedOn === null || day < resumedOn);

/** Does it stop everything? */
export const stopsEverything = ({ itemIds, zones }: Pick<StopOrder, 'itemIds' | 'zones'>): boolean =>
  itemIds.length === 0 && zones.length === 0;

/** Does it stop this item? */
export const stopsItem = (
  order: Pick<StopOrder, 'itemIds' | 'zones'>,
  item: { id: number; zones: readonly number[] },
): boolean =>
  stopsEverything(order) ||
  order.itemIds.includes(item.id) ||
  item.zones.some((zone) => order.zones.includes(zone));

/** What speaks against work on this item on this day? */
export const stoppedItemBlockers = (
  item: { id: number; name: string; zones: readonly number[] },
  stops: readonly StopOrder[],
  day: CalendarDate,
): Blocker[] =>
  stops
    .filter((order) => isStopped(order, day) && stopsItem(order, item))
    .map(({ cause, stoppedOn }) => {
      const since = `${dayInWords(stoppedOn)}起停工（${stopCauseNames[cause]}）`;
      return byOffice('item-stopped', `「${item.name}」${since}，复工后再报进度，停工期间请点「今日停工」`);
    });
