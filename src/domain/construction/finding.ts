// What an inspection found and what becomes of it: a day until which it is mended, a picture before and one after, and a
// second look by somebody else than who mended it (domain reference §6.2, §6.3 监理通知单, §6.4 整改通知/回复; days and
// severities are settings of the office).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { RuleCode } from '../rules/rules';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byOffice, remark, wordsBlockers } from './blocked';

/** How bad is it? */
export type FindingSeverity = 'general' | 'serious' | 'urgent';

/** What is each called? */
export const findingSeverityNames: Record<FindingSeverity, string> = {
  general: '一般',
  serious: '较重',
  urgent: '紧急，立即整改',
};

const dueRules: Record<FindingSeverity, RuleCode> = {
  general: 'works.finding-days',
  serious: 'works.finding-serious-days',
  urgent: 'works.finding-urgent-days',
};

/** Where does it stand? */
export type FindingState = 'open' | 'mended' | 'closed' | 'struck-out';

/** What is each state called? */
export const findingStateNames: Record<FindingState, string> = {
  open: '待整改',
  mended: '已整改，待复查',
  closed: '复查通过',
  'struck-out': '登记有误，已撤销',
};

export const findingStates = Object.keys(findingStateNames) as FindingState[];

/** What is written down of it; `itemId` is null where it belongs to no item, `photosBefore` show it as it was found. */
export interface FindingSheet {
  itemId: number | null;
  what: string;
  place: string;
  severity: FindingSeverity;
  foundOn: CalendarDate;
  dueOn: CalendarDate;
  photosBefore: number;
}

/** A finding of a renovation. */
export interface Finding extends FindingSheet {
  id: number;
  state: FindingState;
}

/** By which day is it mended unless somebody says otherwise? */
export const findingDueOn = (severity: FindingSeverity, foundOn: CalendarDate): CalendarDate =>
  addDays(foundOn, valueOn(dueRules[severity], foundOn));

/** What speaks against writing it down like this? `startsOn` is the first day of the works, `items` are theirs. */
export function findingBlockers(
  sheet: FindingSheet,
  place: { startsOn: CalendarDate; items: readonly { id: number }[] },
  today: CalendarDate,
): Blocker[] {
  const { itemId, foundOn, dueOn, photosBefore } = sheet;
  const found = [
    ...wordsBlockers('finding-what', sheet.what, '发现了什么问题'),
    ...wordsBlockers('finding-place', sheet.place, '问题的部位'),
  ];
  const against = (code: string, text: string) => found.push(byOffice(`finding-${code}`, text));
  if (itemId !== null && !place.items.some(({ id }) => id === itemId)) {
    against('foreign', '选择的项目不在这次改造里，请重新选择');
  }
  if (foundOn > today) against('future', '「发现日期」不能晚于今天');
  if (foundOn < place.startsOn) {
    against('early', `「发现日期」不能早于开工日期 ${dayInWords(place.startsOn)}，请核对`);
  }
  if (dueOn < foundOn) against('due', `「整改期限」不能早于发现日期 ${dayInWords(foundOn)}`);
  if (photosBefore < 1) against('photo', '请上传问题照片，至少一张');
  return found;
}

/** What should be said along with it? A due day later than the setting is somebody's decision. */
export function findingWarnings({ severity, foundOn, dueOn }: FindingSheet): Blocker[] {
  const usual = findingDueOn(severity, foundOn);
  if (dueOn <= usual) return [];
  const limit = ruleInWords(ruleOn(dueRules[severity], foundOn)!);
  const text = `「${findingSeverityNames[severity]}」的问题一般 ${limit}内整改（${dayInWords(usual)}前），请确认期限`;
  return [remark('finding-due-late', text)];
}

/** The states in which it still waits for somebody. */
export const openFindingStates: readonly FindingState[] = ['open', 'mended'];

/** Does it still wait for somebody? */
export const isFindingOpen = ({ state }: Pick<Finding, 'state'>): boolean =>
  openFindingStates.includes(state);

/** How many days over is it? 0 when it is not; what waits for its second look is not late. */
export const findingOverdueDays = (
  { state, dueOn }: Pick<Finding, 'state' | 'dueOn'>,
  today: CalendarDate,
): number => (state === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0);

/** How is it said in a list? '待整改，逾期 3 天', '待整改，还剩 2 天', '待整改，今天到期'. */
export function findingInWords(finding: Pick<Finding, 'state' | 'dueOn'>, today: CalendarDate): string {
  const name = findingStateNames[finding.state];
  if (finding.state !== 'open') return name;
  const late = findingOverdueDays(finding, today);
  const left = daysBetween(today, finding.dueOn);
  return `${name}，${late > 0 ? `逾期 ${late} 天` : left === 0 ? '今天到期' : `还剩 ${left} 天`}`;
}
