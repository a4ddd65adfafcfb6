// What the sheet of a plan may say beside its items: how long, when, what residents put up with, what is done about it, and
// who looks after the compound afterwards (domain reference §1.3 G4, §8.6; settings of the house).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';

/** Who looks after the compound after the works? */
export type ManagementMode = 'self-managed' | 'community' | 'property' | 'red-alliance' | 'unit';

/** What is each way called? */
export const managementModeNames: Record<ManagementMode, string> = {
  'self-managed': '自管会自我管理',
  community: '社区托管',
  property: '物业公司',
  'red-alliance': '红色物业联盟',
  unit: '单位代管',
};

/** What is on the sheet. */
export interface PlanSheet {
  managementMode: ManagementMode | null;
  managementNote: string | null;
  /** Days the works take. */
  durationDays: number | null;
  plannedFromOn: CalendarDate | null;
  plannedUntilOn: CalendarDate | null;
  /** What residents will notice: noise, water off, no parking. */
  impact: string | null;
  /** What is done about it. */
  measures: string | null;
}

/** What speaks against writing the sheet so, in a renovation that was opened on this day? */
export function planSheetBlockers(sheet: PlanSheet, openedOn: CalendarDate): Blocker[] {
  const { plannedFromOn: from, plannedUntilOn: until, durationDays: days } = sheet;
  const found: Blocker[] = [];
  if (from && from < openedOn) {
    found.push(houseRule('sheet.early', `「计划开工」不能早于改造立项 ${dayInWords(openedOn)}，请核对`));
  }
  if (from && until && until < from) {
    const text = `「计划完工」不能早于计划开工日期 ${dayInWords(from)}`;
    return [...found, houseRule('sheet.window', text)];
  }
  if (from && until && days !== null && days > daysBetween(from, until) + 1) {
    const window = daysBetween(from, until) + 1;
    const text = `「工期」${days} 天，计划时段只有 ${window} 天。请改工期或计划时段`;
    found.push(houseRule('sheet.duration', text));
  }
  if (sheet.managementNote?.trim() && !sheet.managementMode) {
    found.push(houseRule('sheet.management', '写了管理模式说明，请为「改造后怎么管」选一项'));
  }
  return found;
}

/** What should be said along with it, though it may be written down so? */
export function planSheetWarnings({ managementMode }: Pick<PlanSheet, 'managementMode'>): Blocker[] {
  if (managementMode !== 'property' && managementMode !== 'red-alliance') return [];
  const text = '方案里写的是拟采用的模式，选聘物业或其他管理人由业主共同决定';
  return [warning('sheet.manager', text, '民法典 §278 第一款第（四）项')];
}

/** Which parts of duration, impact and measures are still empty, as the sheet calls them? */
export function openSheetParts({
  durationDays,
  impact,
  measures,
}: Pick<PlanSheet, 'durationDays' | 'impact' | 'measures'>): string[] {
  return [
    ...(durationDays === null ? ['工期'] : []),
    ...(impact?.trim() ? [] : ['施工影响']),
    ...(measures?.trim() ? [] : ['临时措施']),
  ];
}
