// How far are the works, how far should they be, and by how much do they differ? Σ weight × done, planned by working days
// of the frozen baseline, actual by what was confirmed (domain reference §6.1). Every page asks here; slow, behind and far
// behind are settings of the office (ux §4.7).
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { apportion, BasisPoints, percentInWords, percentOf, whole } from './basis-points';
import { plannedFinish } from './baseline';
import { weighingNames } from './item-weights';
import { doneBy } from './progress-item';
import { siteDaysBetween } from './course-days';
import { allDoneOn, isAllDone, plannedBy, weightedShare, WorksCourse } from './works-course';

/** How strongly do the works lag? */
export type ProgressLevel = 'in-time' | 'slow' | 'behind' | 'far-behind';

/** What is each called? */
export const progressLevelNames: Record<ProgressLevel, string> = {
  'in-time': '按计划',
  slow: '偏慢',
  behind: '落后',
  'far-behind': '严重落后',
};

/** The figures of a day. */
export interface Progress {
  on: CalendarDate;
  planned: BasisPoints;
  actual: BasisPoints;
  /** Actual less planned in whole percent points, as the two are shown; negative is slow. */
  points: number;
  /** Working days ahead of the plan; negative is late. */
  days: number;
  level: ProgressLevel;
  /** '已完成 66%，计划 70%，慢 4 个百分点，约 2 个工作日'. */
  words: string;
  /** 「怎么算的」. */
  how: string;
}

/** The figures of this day; null where the baseline weighs nothing. */
export function progressOn(course: WorksCourse, day: CalendarDate): Progress | null {
  if (!course.lines.some(({ share }) => share > 0)) return null;
  const planned = plannedShare(course, day);
  const actual = actualShare(course, day);
  const points = percentOf(actual) - percentOf(planned);
  const days = daysAhead(course, day, { planned, actual });
  const said = `已完成 ${percentInWords(actual)}，计划 ${percentInWords(planned)}`;
  return {
    ...{ on: day, planned, actual, points, days, level: levelOf(points, day) },
    words: isAllDone(course, day) ? finishedInWords(course) : `${said}，${deviationInWords(points, days)}`,
    how: howCounted(course),
  };
}

/** How much should be done by the end of a day? The whole is reached on the last planned day, not before. */
export const plannedShare = ({ planSteps }: WorksCourse, day: CalendarDate): BasisPoints =>
  doneBy(planSteps, day);

/** How much was done by the end of a day? The whole is read only where everything is, also what weighs nothing. */
export const actualShare = (course: WorksCourse, day: CalendarDate): BasisPoints =>
  isAllDone(course, day) ? whole : weightedShare(course.lines, ({ steps }) => doneBy(steps, day));

/** What an item brings to the whole: its weight, its share planned and done, and what of the total is its own. */
export interface Contribution {
  id: number;
  name: string;
  share: BasisPoints;
  planned: BasisPoints;
  done: BasisPoints;
  brought: BasisPoints;
}

/** The table behind the number: what each item brings adds up to the actual share exactly. */
export function contributions(course: WorksCourse, day: CalendarDate): Contribution[] {
  const amounts = course.lines.map(({ share, steps }) => share * doneBy(steps, day));
  const brought = apportion(amounts, actualShare(course, day));
  return course.lines.map((line, index) => ({
    ...{ id: line.id, name: line.name, share: line.share, brought: brought[index] },
    ...{ planned: plannedBy(line, day), done: doneBy(line.steps, day) },
  }));
}

/** How is the difference said? '慢 4 个百分点，约 2 个工作日', '与计划一致'. */
function deviationInWords(points: number, days: number): string {
  if (points === 0) return '与计划一致';
  const said = `${points < 0 ? '慢' : '快'} ${Math.abs(points)} 个百分点`;
  return Math.sign(days) === Math.sign(points) ? `${said}，约 ${Math.abs(days)} 个工作日` : said;
}

/** How is it said that a day is later or earlier than planned? '晚 2 天', '早 1 天', '准时'. */
export const lateInWords = (days: number): string =>
  days === 0 ? '准时' : `${days > 0 ? '晚' : '早'} ${Math.abs(days)} 天`;

/** How is it said of a finish? '比计划晚 2 天', '与计划一致'. */
export const againstPlanInWords = (days: number): string =>
  days === 0 ? '与计划一致' : `比计划${lateInWords(days)}`;

function finishedInWords(course: WorksCourse): string {
  const on = allDoneOn(course)!;
  const late = daysBetween(plannedFinish(course.baseline)!, on);
  return `${dayInWords(on)}全部完成，${againstPlanInWords(late)}`;
}

function levelOf(points: number, day: CalendarDate): ProgressLevel {
  if (points <= -valueOn('progress.far-behind-points', day)) return 'far-behind';
  if (points <= -valueOn('progress.behind-points', day)) return 'behind';
  return points <= -valueOn('progress.slow-points', day) ? 'slow' : 'in-time';
}

/** Late: working days since the plan was here. Ahead: working days until the plan will be here. */
function daysAhead(
  course: WorksCourse,
  day: CalendarDate,
  { planned, actual }: Pick<Progress, 'planned' | 'actual'>,
): number {
  if (actual === planned) return 0;
  const { planSteps } = course;
  if (actual > planned) {
    const next = planSteps.find(({ done }) => done > actual);
    return siteDaysBetween(course, day, next ? addDays(next.on, -1) : plannedFinish(course.baseline)!);
  }
  const there = actual > 0 ? planSteps.find(({ done }) => done >= actual)!.on : addDays(planSteps[0].on, -1);
  const late = siteDaysBetween(course, there, day);
  return late === 0 ? 0 : -late;
}

const howCounted = ({ baseline }: WorksCourse): string =>
  `权重${weighingNames[baseline.weighing]}，取第 ${baseline.version} 版计划；` +
  '计划按各项工作日平均分摊，完成只算确认过的数，各项完成比例乘权重后相加，不满 1% 的舍去';
