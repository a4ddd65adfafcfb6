import type { WaitingItem } from '../compounds/waiting-work';
import { compoundPaths } from '../compounds/compounds.paths';
import { addDays, CalendarDate, weekdayOf } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { Role, roleNames } from '../domain/people/roles';
import { GateCheck } from '../domain/renovation/gate-checks';
import { stageAfter, stageNames } from '../domain/renovation/stages';
import { valueOn } from '../domain/rules/rule-book';
import { hazardKindOf } from '../domain/survey/hazard-kinds';
import { stagesPaths } from '../stages/stages.paths';
import { surveyPaths } from '../surveys/surveys.paths';
import type { WaitingHazard, WaitingSurvey } from '../surveys/surveys.waiting';
import type { BoardLine } from './board.service';
import { portfolioPaths } from './portfolio.paths';

/** How pressing is it: past its day, due within the days of the rule book, or later or without a day? */
export type Urgency = 'overdue' | 'soon' | 'open';

/** How pressing is what is due on this day? */
export function urgencyOf(dueOn: CalendarDate | null, today: CalendarDate): Urgency {
  if (!dueOn) return 'open';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, valueOn('work.soon-days', today)) ? 'soon' : 'open';
}

/** A survey waits for the signature of this role; one with doors still to visit is told by doorItems. */
export function surveyItems(
  surveys: readonly WaitingSurvey[],
  role: Role,
  facts: { doorsLeft: ReadonlyMap<string, number>; dueOn: (code: string) => CalendarDate | null },
): WaitingItem[] {
  return surveys.flatMap(({ id, compoundId, number, state, code, name, returnReason }) => {
    const about = { kind: '摸底', compoundId, where: name, dueOn: facts.dueOn(code) };
    if (state === 'community-signed' && role === 'street-manager') {
      const what = `第 ${number} 次摸底社区已签字，等街道签字`;
      const link = surveyPaths.sign(id, 'sign-for-street');
      return [{ ...about, what, why: '两级签字后才能进入下一阶段', action: { label: '去签字', link } }];
    }
    if (state !== 'draft' || role !== 'community-worker' || facts.doorsLeft.get(code)) return [];
    const what = returnReason ? `第 ${number} 次摸底被街道退回` : `第 ${number} 次摸底还没有签字`;
    const why = returnReason ?? '内容齐全后由社区先签字';
    return [{ ...about, what, why, action: { label: '去办理', link: surveyPaths.index(code) } }];
  });
}

/** Doors of a running survey nobody was met at. */
export function doorItems(
  surveys: readonly WaitingSurvey[],
  role: Role,
  facts: { doorsLeft: ReadonlyMap<string, number>; dueOn: (code: string) => CalendarDate | null },
): WaitingItem[] {
  if (role !== 'community-worker') return [];
  return surveys.flatMap(({ compoundId, code, name, state }) => {
    const left = facts.doorsLeft.get(code);
    if (!left || state !== 'draft') return [];
    return [
      {
        kind: '走访',
        compoundId,
        where: name,
        what: `还有 ${left} 户没有访到`,
        why: '每户都要有入户记录，摸底才能签字',
        dueOn: facts.dueOn(code),
        action: { label: '录入走访', link: surveyPaths.doors(code) },
      },
    ];
  });
}

/** Hazards of the gravest degree that are not under control. */
export function hazardItems(hazards: readonly WaitingHazard[], role: Role): WaitingItem[] {
  if (role !== 'community-worker' && role !== 'street-manager') return [];
  return hazards.map(({ id, compoundId, kind, place, controlBy, name }) => ({
    kind: '隐患',
    compoundId,
    where: name,
    what: `四级隐患「${hazardKindOf(kind)?.name ?? kind}，${place}」还没有控制住`,
    why: controlBy ? '摸底时定的控制期限' : '还没有定控制期限',
    dueOn: controlBy,
    action: { label: '去处理', link: surveyPaths.hazard(id) },
  }));
}

/** The compounds whose next passage comes near: only their gates are asked for here. */
export function nearPassage(lines: readonly BoardLine[], today: CalendarDate): BoardLine[] {
  const until = addDays(today, valueOn('work.gates-ahead-days', today));
  const dueOn = (line: BoardLine) => line.stageForecastOn ?? line.stagePlannedOn;
  return lines
    .filter((line) => line.state === 'active' && dueOn(line) !== null && dueOn(line)! <= until)
    .sort((one, other) => (dueOn(one)! < dueOn(other)! ? -1 : 1));
}

/** Gates of the next passage that this role has to supply, or has to record what others supplied. */
export function gateItems(line: BoardLine, gates: readonly GateCheck[], role: Role): WaitingItem[] {
  const isRecorder = role === 'street-manager';
  const mine = gates.filter(
    ({ who, milestone }) => who.includes(roleNames[role]) || (isRecorder && milestone),
  );
  if (!mine.length || !line.stage) return [];
  const next = stageAfter(line.stage);
  const own = mine.every(({ who }) => who.includes(roleNames[role]));
  const how = own ? `要由${roleNames[role]}提供` : '要的依据，由您登记节点';
  return [
    {
      ...about(line, '阶段'),
      what: `还缺「${mine[0].text}」${mine.length > 1 ? ` 等 ${mine.length} 项` : ''}`,
      why: `${next ? `进入「${stageNames[next]}」` : '办结'}${how}`,
      dueOn: line.stageForecastOn ?? line.stagePlannedOn,
      action: { label: '去补齐', link: gateLink(line.code, mine, role) },
    },
  ];
}

/** Straight to where the one missing thing is supplied; to the desk where there are several, and for firms. */
function gateLink(code: string, [one, ...others]: readonly GateCheck[], role: Role): string {
  if (others.length || role === 'contractor' || role === 'supervisor') return stagesPaths.index(code);
  if (one.link) return one.link;
  return role === 'street-manager' && one.milestone
    ? stagesPaths.newMilestone(code, { gate: one.gate })
    : stagesPaths.index(code);
}

/** An overdue stage of which nobody has said until when and why. */
export function overdueItems(line: BoardLine, role: Role, today: CalendarDate): WaitingItem[] {
  const { stage, state, overdueDays, stagePlannedOn, stageForecastOn, slipReason, code } = line;
  if (!stage || state !== 'active' || overdueDays === 0) return [];
  const isCurrent = stagePlannedOn !== null && stagePlannedOn < today;
  const isTold = slipReason !== null && stageForecastOn !== null && stageForecastOn >= today;
  if (isCurrent && isTold) return [];
  const what = `${isCurrent ? `「${stageNames[stage]}」` : '有阶段'}逾期 ${overdueDays} 天`;
  const overdue = { ...about(line, '进度'), what, dueOn: line.nextEndOn };
  if (role === 'street-manager') {
    const link = stagesPaths.newForecast(code, isCurrent ? stage : undefined);
    return [{ ...overdue, why: '请写明预计日期、原因和责任方', action: { label: '填预计日期', link } }];
  }
  if (role !== 'district-officer') return [];
  const link = portfolioPaths.overview(code);
  return [{ ...overdue, why: '街道还没有写明预计日期和原因', action: { label: '查看', link } }];
}

/** A public page nobody has told anything on for too long. */
export function staleItems(line: BoardLine, role: Role, today: CalendarDate): WaitingItem[] {
  if (line.staleDays === null || role !== 'street-manager') return [];
  const limit = valueOn('page.stale-days', today);
  return [
    {
      ...about(line, '公示'),
      what: `公示页 ${line.staleDays} 天没有更新`,
      why: `超过 ${limit} 天，居民打开公示页会看到提醒`,
      dueOn: addDays(today, limit - line.staleDays),
      action: { label: '更新进展', link: stagesPaths.index(line.code) },
    },
  ];
}

const about = ({ id, name }: BoardLine, kind: string) => ({ kind, compoundId: id, where: name });

/** Entries of the register that nothing has been done with yet: one line for all of them. */
export function registerItems(lines: readonly BoardLine[], role: Role): WaitingItem[] {
  if (role !== 'street-manager') return [];
  const items: WaitingItem[] = [];
  const add = (which: BoardLine[], words: (count: string) => string, why: string, all: string) => {
    if (!which.length) return;
    const [only] = which;
    const one = which.length === 1;
    const link = one ? compoundPaths.edit(only.code) : all;
    const action = { label: one ? '去办理' : '看是哪些', link };
    items.push({
      ...(one ? about(only, '台账') : { kind: '台账', compoundId: null }),
      what: words(one ? '' : `${which.length} 个楼院`),
      why,
      dueOn: null,
      action,
    });
  };
  add(
    lines.filter(({ renovationId }) => renovationId === null),
    (count) => `${count}还没有立项`,
    '立项后才能排计划、推进阶段',
    portfolioPaths.board({ state: 'none' }),
  );
  add(
    lines.filter(({ community }) => community === null),
    (count) => `${count}还没有归到社区`,
    '社区工作人员看不到这些楼院',
    portfolioPaths.board({ community: 'none' }),
  );
  return items;
}

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** The heading of the things of one day: '今天 6月8日 周一'. */
export function dayHeading(day: CalendarDate, today: CalendarDate): string {
  const words = `${nearDay(day, today)} ${weekdays[weekdayOf(day)]}`;
  return day === today ? `今天 ${words}` : words;
}
