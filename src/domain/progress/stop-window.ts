// What may be written down as a stop window: rain, pollution, wind and other days on which works stood still, with the days,
// the items and what it rests on (field lesson B14; domain reference §6.5: delay with its cause and evidence). Orders to stop
// and 今日停工 are not written here again, they count by themselves. Limits are settings of the house.
import { Blocker, houseRule } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import type { RenovationState } from '../renovation/stages';
import { onceOverBlockers } from '../renovation/going-on';
import { StopKind, stopKinds, StopWindow } from './stop-days';

/** A window about to be written, or one as it is kept. */
export interface WrittenStop extends Omit<StopWindow, 'itemIds'> {
  itemIds: readonly number[] | null;
  note: string;
}

/** What a window is judged by. */
export interface StopPlace {
  renovation: RenovationState;
  openedOn: CalendarDate;
  items: readonly { id: number }[];
  /** Windows that count, without the one that is judged. */
  known: readonly StopWindow[];
}

/** How far ahead may a stop be written, and how long may one window be, in days? */
export const stopLimits = { ahead: 30, longest: 92 } as const;

/** What speaks against writing this window down? */
export function stopWindowBlockers(
  { kind, fromOn, toOn, itemIds, note }: WrittenStop,
  { renovation, openedOn, items, known }: StopPlace,
  today: CalendarDate,
): Blocker[] {
  const found = overBlockers(renovation);
  if (fromOn < openedOn) {
    found.push(against('early', `「开始停工」不能早于立项日期 ${dayInWords(openedOn)}，请核对`));
  }
  if (fromOn > addDays(today, stopLimits.ahead)) {
    found.push(against('ahead', `「开始停工」最多提前 ${stopLimits.ahead} 天登记，请到时再登记`));
  }
  found.push(...endBlockers(fromOn, toOn));
  if ((itemIds ?? []).some((id) => !items.some((item) => item.id === id))) {
    found.push(against('foreign', '选择的施工项目里有别处的，请只选这次改造的'));
  }
  if (needsNote.includes(kind) && !note.trim()) {
    found.push(against('note', `请写明${stopKinds[kind].name}的具体情况和依据`));
  }
  const same = known.find(
    (one) => one.kind === kind && overlaps(one, { fromOn, toOn }) && sameItems(one.itemIds, itemIds),
  );
  if (same) {
    const until = same.toOn ? ` 至 ${dayInWords(same.toOn)}` : '起，还没有解除';
    const text = `${dayInWords(same.fromOn)}${until}已经登记过「${stopKinds[kind].name}」，请改那一条`;
    found.push(against('twice', text));
  }
  return found;
}

/** What speaks against this last day of a window? null: not lifted. */
export function stopEndBlockers(
  { fromOn }: Pick<StopWindow, 'fromOn'>,
  toOn: CalendarDate,
  renovation: RenovationState,
): Blocker[] {
  return [...overBlockers(renovation), ...endBlockers(fromOn, toOn)];
}

/** What speaks against taking back a window written by mistake? */
export const stopWithdrawalBlockers = (renovation: RenovationState, reason: string): Blocker[] => [
  ...overBlockers(renovation),
  ...(reason.trim() ? [] : [against('withdrawal', '请写明作废的原因')]),
];

/** Which kinds say nothing by their name alone? */
const needsNote: readonly StopKind[] = ['safety', 'quality', 'weather', 'residents', 'approval', 'other'];

const overBlockers = (renovation: RenovationState): Blocker[] =>
  onceOverBlockers('stop-window.renovation-over', renovation, '施工记录');

function endBlockers(fromOn: CalendarDate, toOn: CalendarDate | null): Blocker[] {
  if (toOn === null) return [];
  if (toOn < fromOn) return [against('order', `「最后一天」不能早于 ${dayInWords(fromOn)}`)];
  const days = daysBetween(fromOn, toOn) + 1;
  return days > stopLimits.longest
    ? [against('long', `一次停工最多登记 ${stopLimits.longest} 天，现在是 ${days} 天，请核对日期或分段登记`)]
    : [];
}

const overlaps = (
  one: Pick<StopWindow, 'fromOn' | 'toOn'>,
  other: Pick<StopWindow, 'fromOn' | 'toOn'>,
): boolean =>
  (one.toOn === null || one.toOn >= other.fromOn) && (other.toOn === null || other.toOn >= one.fromOn);

const sameItems = (one: StopWindow['itemIds'], other: StopWindow['itemIds']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const against = (code: string, text: string): Blocker => houseRule(`stop-window.${code}`, text);
