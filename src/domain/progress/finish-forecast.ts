// When will the works be finished? A range from the rates of the last weeks, with 「怎么算的」: earliest by the fastest week,
// latest by the slowest that got on, most likely by all weeks together; never one date and no model (field lesson B16).
// Days off and stops of the whole site are not counted, neither back nor ahead. Spans and least days are the office's.
import { addDays, CalendarDate, dayInWords, daysBetween, latestOf } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { exactPercent, whole } from './basis-points';
import { plannedFinish } from './baseline';
import { actualShare, againstPlanInWords } from './progress-on';
import { stopKinds, unpublishedInWords } from './stop-days';
import { isSiteDay, measuredOn, pausedBy, siteDaysBetween, workedDayAfter } from './course-days';
import { allDoneOn, isAllDone, worksBegunOn, WorksCourse } from './works-course';

/** What can be said of the finish? `far`: at this rate not within the span that is forecast. */
export type ForecastState = 'not-started' | 'paused' | 'finished' | 'no-rate' | 'far' | 'expected';

/** The range; days are null where the state says none, `lateOn` also where the slowest week leads too far. */
export interface FinishForecast {
  state: ForecastState;
  earlyOn: CalendarDate | null;
  likelyOn: CalendarDate | null;
  lateOn: CalendarDate | null;
  /** By how many days the likely finish is later than planned; negative is earlier, null without one. */
  slipDays: number | null;
  words: string;
  how: string;
}

/** So much was gained on so many days of the site. */
interface Rate {
  gain: number;
  days: number;
}

/** When will everything be finished, as it looks today? */
export function finishForecast(course: WorksCourse, today: CalendarDate): FinishForecast {
  const plannedOn = plannedFinish(course.baseline);
  const planned = plannedOn ? `计划 ${dayInWords(plannedOn)}完工` : '还没有计划完工日期';
  if (isAllDone(course, today)) {
    const on = allDoneOn(course)!;
    const slipDays = plannedOn ? daysBetween(plannedOn, on) : null;
    const late = slipDays === null ? '' : `，${againstPlanInWords(slipDays)}`;
    return { ...without('finished', `${dayInWords(on)}全部完成${late}`, '各项都已确认完成'), slipDays };
  }
  const begunOn = worksBegunOn(course);
  if (begunOn === null || begunOn > today) {
    return without('not-started', `还没有开工，${planned}`, '开工后按每天确认的完成量推算');
  }
  const stop = pausedBy(course, today);
  if (stop) {
    const since = `${dayInWords(stop.fromOn)}起停工（${stopKinds[stop.kind].name}）`;
    return without('paused', `${since}，复工后再推算，${planned}`, '停工没有解除，不推算完工日期');
  }
  return fromRates(course, { begunOn, plannedOn, planned }, today);
}

/** Has the manager to look at it: is the likely finish later than planned? */
export const isAtRisk = ({ state, slipDays }: FinishForecast): boolean =>
  state === 'far' || (state === 'expected' && slipDays !== null && slipDays > 0);

function fromRates(
  course: WorksCourse,
  { begunOn, plannedOn, planned }: { begunOn: CalendarDate; plannedOn: CalendarDate | null; planned: string },
  today: CalendarDate,
): FinishForecast {
  const last = measuredOn(course, today);
  const weeks = lastWeeks(course, begunOn, last);
  const all = { gain: sum(weeks, 'gain'), days: sum(weeks, 'days') };
  const least = valueOn('progress.rate-least-days', today);
  const span = `${dayInWords(weeks.at(-1)?.from ?? last)}至 ${dayInWords(last)}`;
  if (all.days < least) {
    const how = `有 ${least} 个工作日的记录后开始推算，现在有 ${all.days} 个`;
    return without('no-rate', `记录还太少，推算不出完工日期，${planned}`, how);
  }
  if (all.gain <= 0) {
    return without('no-rate', `最近没有进展，推算不出完工日期，${planned}`, `${span}确认的完成量没有增加`);
  }
  const rates = [all, ...weeks.filter(({ days, gain }) => days >= least && gain > 0)];
  const fastest = rates.reduce((best, rate) => (isFaster(rate, best) ? rate : best));
  const slowest = rates.reduce((worst, rate) => (isFaster(worst, rate) ? rate : worst));
  const rest = whole - actualShare(course, last);
  const [earlyOn, likelyOn, lateOn] = [fastest, all, slowest].map((rate) => finish(course, last, rest, rate));
  const how =
    `${span}有 ${all.days} 个工作日，完成 ${exactPercent(all.gain)}，平均每天 ${daily(all)}；` +
    `还剩 ${exactPercent(rest)}，要 ${daysFor(rest, all)} 个工作日。` +
    `最早按最快的一周（每天 ${daily(fastest)}），最晚按有进展的最慢一周（每天 ${daily(slowest)}），放假和停工日不算`;
  if (!earlyOn || !likelyOn) {
    const limit = valueOn('progress.forecast-limit-days', today);
    return without('far', `按现在的速度，${limit} 天内做不完，${planned}`, how);
  }
  const slipDays = plannedOn ? daysBetween(plannedOn, likelyOn) : null;
  const unsure = unpublishedInWords(course.calendar, today, lateOn ?? likelyOn);
  return {
    ...{ state: 'expected', earlyOn, likelyOn, lateOn, slipDays },
    words: expectedInWords(earlyOn, likelyOn, lateOn, slipDays),
    how: unsure ? `${how}。${unsure}` : how,
  };
}

function expectedInWords(
  earlyOn: CalendarDate,
  likelyOn: CalendarDate,
  lateOn: CalendarDate | null,
  slipDays: number | null,
): string {
  const late = slipDays === null ? '' : `，${againstPlanInWords(slipDays)}`;
  if (earlyOn === lateOn) return `预计 ${dayInWords(likelyOn)}完工${late}`;
  const range = lateOn ? `${dayInWords(earlyOn)}至 ${dayInWords(lateOn)}` : `最早 ${dayInWords(earlyOn)}`;
  return `预计 ${range}完工，最可能 ${dayInWords(likelyOn)}${late}`;
}

/** The last weeks, newest first, none before the works began. */
function lastWeeks(course: WorksCourse, begunOn: CalendarDate, last: CalendarDate) {
  const weeks: (Rate & { from: CalendarDate })[] = [];
  const first = latestOf(begunOn, addDays(last, 1 - valueOn('progress.rate-days', last)))!;
  for (let to = last; to >= first; to = addDays(to, -7)) {
    const from = latestOf(addDays(to, -6), first)!;
    const before = addDays(from, -1);
    const gain = actualShare(course, to) - actualShare(course, before);
    weeks.push({ from, gain, days: siteDaysBetween(course, before, to) });
  }
  return weeks;
}

function finish(course: WorksCourse, from: CalendarDate, rest: number, rate: Rate): CalendarDate | null {
  const limit = addDays(from, valueOn('progress.forecast-limit-days', from));
  const on = workedDayAfter((day) => isSiteDay(course, day), from, Math.max(1, daysFor(rest, rate)));
  return on !== null && on <= limit ? on : null;
}

const daysFor = (rest: number, { gain, days }: Rate): number => Math.ceil((rest * days) / gain);
const daily = ({ gain, days }: Rate): string => exactPercent(Math.floor(gain / days));
const isFaster = (one: Rate, other: Rate): boolean => one.gain * other.days > other.gain * one.days;
const sum = (weeks: readonly Rate[], key: keyof Rate): number =>
  weeks.reduce((total, week) => total + week[key], 0);

const without = (state: ForecastState, words: string, how: string): FinishForecast => ({
  ...{ state, earlyOn: null, likelyOn: null, lateOn: null, slipDays: null, words, how },
});
