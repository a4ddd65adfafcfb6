// What may be written down as a hazard, and which hazards must be controlled by a day: severity 4 names that day, usually
// within 24 hours (domain reference §2.2; the scale and the hours are settings of the house).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { hazardKindOf } from './hazard-kinds';

/** How bad, from 1 to 4? */
export type Severity = 1 | 2 | 3 | 4;

/** What does each grade mean? */
export const severityNames: Record<Severity, string> = {
  1: '一级 轻微',
  2: '二级 一般',
  3: '三级 较重',
  4: '四级 严重',
};

/** What is written down; `kind` is a code of the catalogue, `photos` counts the pictures. */
export interface Hazard {
  kind: string;
  place: string;
  severity: number;
  foundOn: CalendarDate;
  controlBy: CalendarDate | null;
  controlledOn: CalendarDate | null;
}

/** What speaks against writing this down? */
export function hazardBlockers(hazard: Hazard, today: CalendarDate): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(houseRule(`hazard.${code}`, text));
  const { foundOn, controlBy, controlledOn } = hazard;
  if (!hazardKindOf(hazard.kind)) against('kind', '请从目录里选择隐患类别');
  if (!hazard.place.trim()) against('place', '请填写「位置」，如 院门东侧');
  if (!isSeverity(hazard.severity)) against('severity', '「严重程度」在一级到四级中选择');
  if (foundOn > today) against('foundOn', `「发现日期」不能晚于今天 ${dayInWords(today)}`);
  if (hazard.severity === 4 && !controlBy) against('controlBy', '四级隐患请填写「控制期限」');
  if (controlBy && controlBy < foundOn) {
    against('controlBy', `「控制期限」不能早于发现日期 ${dayInWords(foundOn)}`);
  }
  if (controlledOn && (controlledOn < foundOn || controlledOn > today)) {
    against('controlledOn', `「控制日期」要在发现日期 ${dayInWords(foundOn)} 和今天之间`);
  }
  return found;
}

/** What should be said along with it, though it may be written down so? */
export function hazardWarnings(hazard: Hazard): Blocker[] {
  if (hazard.severity !== 4 || !hazard.controlBy) return [];
  const hours = valueOn('hazard.control-hours', hazard.foundOn);
  const days = Math.ceil(hours / 24);
  if (hazard.controlBy <= addDays(hazard.foundOn, days)) return [];
  const given = daysBetween(hazard.foundOn, hazard.controlBy);
  const text = `四级隐患一般在 ${hours} 小时内控制，现在给了 ${given} 天，请报告街道项目负责人`;
  return [warning('hazard.slow', text)];
}

/** How does a hazard stand: controlled, to be controlled by a day, past that day, or without one? */
export type HazardStanding = 'controlled' | 'due' | 'overdue' | 'open';

/** How does it stand today, and by how many days is it due or overdue? */
export function hazardStanding(
  { controlBy, controlledOn }: Pick<Hazard, 'controlBy' | 'controlledOn'>,
  today: CalendarDate,
): { standing: HazardStanding; days: number } {
  if (controlledOn) return { standing: 'controlled', days: 0 };
  if (!controlBy) return { standing: 'open', days: 0 };
  const left = daysBetween(today, controlBy);
  return left < 0 ? { standing: 'overdue', days: -left } : { standing: 'due', days: left };
}

/** How is it said? '已控制', '还有 1 天', '逾期 3 天'. */
export function hazardStandingInWords({
  standing,
  days,
}: {
  standing: HazardStanding;
  days: number;
}): string {
  const words: Record<HazardStanding, string> = {
    controlled: '已控制',
    due: days === 0 ? '今天到期' : `还有 ${days} 天`,
    overdue: `逾期 ${days} 天`,
    open: '待处理',
  };
  return words[standing];
}

const isSeverity = (value: number): value is Severity => value in severityNames;
