// What holds a work item back today: a contract that does not run, ground that is not cleared (G9), something before it
// that is not finished, concealed work that is not accepted (G10), an order to stop (domain reference §1.3).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import type { ItemGround } from '../removal/work-zones';
import { byOffice } from './blocked';
import { ConcealedWork, unacceptedBlockers } from './concealed-work';
import { Contract, contractRunsBlockers } from './contract';
import { StopOrder, stoppedItemBlockers } from './stop-order';
import { isWorkDone, WorkItem, workItemStateNames } from './work-item';

/** What an item is held by; `ground` is that of its line in the plan, null where nothing is drawn. */
export interface ItemSurroundings {
  contract: Contract;
  ground: Pick<ItemGround, 'isBlocked' | 'words'> | null;
  predecessor: Pick<WorkItem, 'id' | 'name' | 'state'> | null;
  /** Concealed works of the renovation. */
  concealed: readonly ConcealedWork[];
  stops: readonly StopOrder[];
}

/** What holds work on this item back on this day? Asked when something new is told of it. */
export const itemHoldBlockers = (
  item: Pick<WorkItem, 'id' | 'name' | 'zones' | 'predecessorId'>,
  { ground, concealed, stops }: Omit<ItemSurroundings, 'contract' | 'predecessor'>,
  day: CalendarDate,
): Blocker[] => [
  ...(ground?.isBlocked ? [byOffice('item-ground', `「${item.name}」场地${ground.words}`)] : []),
  ...unacceptedBlockers(item, concealed),
  ...stoppedItemBlockers(item, stops, day),
];

/** What speaks against opening this item on this day? */
export function itemOpenBlockers(
  item: WorkItem,
  surroundings: ItemSurroundings,
  day: CalendarDate,
): Blocker[] {
  const { contract, predecessor } = surroundings;
  const found = contractRunsBlockers(contract, day);
  if (predecessor && !isWorkDone(predecessor)) {
    const state = workItemStateNames[predecessor.state];
    const mend = predecessor.state === 'dropped' ? '请改选前道工序或留空' : '完工后才能开工';
    found.push(byOffice('item-waits', `前道工序「${predecessor.name}」${state}，${mend}`));
  }
  return [...found, ...itemHoldBlockers(item, surroundings, day)];
}
