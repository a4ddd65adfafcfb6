// Are the values of a post possible? Above the whole is refused; below what was told before needs a reason, and is then
// said beside it; an item that is not one's own, not open or held back takes nothing new (field lessons §2.1 10, flow 5.1;
// messages after ux §4.2).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { byOffice, remark } from './blocked';
import { postLimits, PostValue } from './daily-post';
import { valueInWords, wholeOf, WorkItem } from './work-item';

/** What was told of an item on another day. */
export interface ToldValue {
  on: CalendarDate;
  value: number;
}

/** An item as a post meets it: what was told before, on and after the day, and what holds it back. */
export interface PostedItem {
  item: WorkItem;
  /** The value of the post that is corrected or confirmed; null for a first one. Telling it again is nothing new. */
  own: number | null;
  before: ToldValue | null;
  after: ToldValue | null;
  holds: readonly Blocker[];
}

const foreign = byOffice('post-foreign', '填报的项目不在这份合同里，请刷新页面，只填列出的项目');

/** What speaks against this value on this day? */
export function valueBlockers(
  { itemId, value, reason }: PostValue,
  items: readonly PostedItem[],
  contractId: number,
): Blocker[] {
  const posted = items.find(({ item }) => item.id === itemId);
  if (!posted || posted.item.contractId !== contractId) return [foreign];
  const wrong = [...rangeBlockers(value, posted.item), ...reasonBlockers(reason, posted.item)];
  if (wrong.length > 0) return wrong;
  if (value === (posted.before?.value ?? 0) || value === posted.own) return [];
  return [
    ...openBlockers(posted),
    ...(reason.trim() ? [] : fallingTexts(value, posted).map((text) => byOffice('post-falls', text))),
  ];
}

function openBlockers({ item, holds }: PostedItem): Blocker[] {
  const { name, state } = item;
  if (state === 'open') return [...holds];
  const words: Record<typeof state, string> = {
    planned: '还没有开工，请先由监理或街道办理开工',
    finished: '已完工，不用再报；要返工请先由监理退回施工',
    accepted: '已验收合格，不用再报；要返工请先由监理退回施工',
    dropped: '不再施工，请刷新页面',
  };
  return [byOffice('post-not-open', `「${name}」${words[state]}`)];
}

function rangeBlockers(value: number, item: WorkItem): Blocker[] {
  const { name, measure } = item;
  const against = (text: string) => [byOffice('post-value', text)];
  if (!Number.isSafeInteger(value)) return against(`「${name}」只能填数字，最多两位小数，如 12.5`);
  if (measure === 'share' && (value < 0 || value > 10_000)) {
    return against(`「${name}」的完成比例要在 0 到 100 之间，现在填的是 ${value / 100}`);
  }
  if (value < 0) return against(`「${name}」不能小于 0，请填累计完成的数量`);
  if (value > wholeOf(item)) {
    const words = `${valueInWords(value, item)}，超过工程量 ${valueInWords(wholeOf(item), item)}`;
    return against(`「${name}」累计 ${words}。请核对；确实增加的，请先由街道项目负责人调整工程量`);
  }
  return [];
}

const reasonBlockers = (reason: string, { name }: WorkItem): Blocker[] =>
  [...reason].length > postLimits.reason
    ? [byOffice('post-reason', `「${name}」的原因最多 ${postLimits.reason} 个字，请缩短`)]
    : [];

function fallingTexts(value: number, { item, before, after }: PostedItem): string[] {
  const found: string[] = [];
  const said = (told: ToldValue) => `${dayInWords(told.on)}报的 ${valueInWords(told.value, item)}`;
  const mine = `「${item.name}」${valueInWords(value, item)}`;
  if (before && value < before.value) {
    found.push(`${mine}，比${said(before)}低。确认返工或更正的，请写明原因`);
  }
  if (after && value > after.value) {
    found.push(`${mine}，比之后${said(after)}高。请核对，确认无误的请写明原因`);
  }
  return found;
}

/** What is said of a value that is taken: that it fell, and why. */
export function valueWarnings({ itemId, value, reason }: PostValue, items: readonly PostedItem[]): Blocker[] {
  const posted = items.find(({ item }) => item.id === itemId);
  if (!posted || !reason.trim()) return [];
  const fell = fallingTexts(value, posted).length > 0;
  return fell
    ? [remark('post-fell', `「${posted.item.name}」的数值与前后不一致，原因：${reason.trim()}`)]
    : [];
}
