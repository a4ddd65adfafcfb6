// The weekly bulletin for residents writes itself from what was confirmed; the manager adds one paragraph, looks at it and
// publishes. Whatever points at a household is masked (field lessons B15, §2.2 29; domain reference §6.6; 个人信息保护法 §25).
import { redact, Redacted, redactionInWords } from '../disclosure/redaction';
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { nearDay, nearDays } from '../kernel/near-day';
import { inParts } from '../meeting/notice-text';
import { Role, roleNames } from '../people/roles';
import { valueOn } from '../rules/rule-book';
import { byOffice, remark } from './blocked';
import { isPostPublic, KeptPost, residentEffectNames } from './daily-post';
import { publicHoldups } from './public-works';
import { confirmedValue } from './told-values';
import {
  isItemCounted,
  valueInWords,
  valueOfWhole,
  wholeOf,
  WorkItem,
  workItemStateNames,
} from './work-item';

/** How long may the paragraph of the manager be, in characters? */
export const paragraphLimit = 300;

/** What a bulletin is made from; both days belong to it. */
export interface BulletinSources {
  compoundName: string;
  from: CalendarDate;
  to: CalendarDate;
  items: readonly WorkItem[];
  posts: readonly KeptPost[];
  /** How far everything is, as the progress module says it; null where it says nothing. */
  progress: string | null;
  /** What is planned for the days after it, one line each: disruptions as they are announced. */
  ahead: readonly string[];
  /** Findings closed, and concealed works accepted, within these days. */
  closedFindings: number;
  acceptedConcealed: number;
  /** What the manager writes; may be empty. */
  paragraph: string;
}

/** A bulletin as residents read it, and what was masked in it. */
export interface Bulletin {
  title: string;
  text: string;
  found: Redacted[];
}

/** Over which days does the bulletin that ends on this day go? */
export const bulletinDays = (to: CalendarDate): { from: CalendarDate; to: CalendarDate } => ({
  from: addDays(to, 1 - valueOn('works.bulletin-days', to)),
  to,
});

/** Writes it; phones that are published anyway may stay. */
export function bulletin(
  sources: BulletinSources,
  today: CalendarDate,
  phones: readonly string[] = [],
): Bulletin {
  const { compoundName, from, to, progress, ahead, paragraph } = sources;
  const posts = sources.posts.filter(
    (post) => isPostPublic(post) && post.workedOn >= from && post.workedOn <= to,
  );
  const written = inParts([
    ['总体情况', overall(posts, progress)],
    ['这一周做了什么', doneLines(sources).join('\n')],
    ['检查和验收', checkLines(sources).join('\n')],
    ['接下来', [...nextLines(sources, today), ...ahead].join('\n')],
    ['街道的话', paragraph.trim()],
  ]);
  const { text, found } = redact(written, { phones });
  return { title: `${compoundName}改造周报（${nearDays(from, to, today)}）`, text, found };
}

function overall(posts: readonly KeptPost[], progress: string | null): string {
  const days = (kind: KeptPost['kind']) =>
    new Set(posts.filter((post) => post.kind === kind).map(({ workedOn }) => workedOn)).size;
  const stopped = days('stopped');
  const most = Math.max(0, ...posts.map(({ workers }) => workers ?? 0));
  const why = publicHoldups(posts);
  const lines = [
    ...(progress ? [progress] : []),
    posts.length === 0
      ? '这一周没有经确认的施工记录。'
      : `施工 ${days('work')} 天${most > 0 ? `，最多 ${most} 人` : ''}${stopped > 0 ? `，停工 ${stopped} 天` : ''}。`,
    ...(why.length > 0 ? [`受影响的原因：${why.join('、')}。`] : []),
  ];
  return lines.join('\n');
}

function doneLines({ items, posts, from, to }: BulletinSources): string[] {
  return items.filter(isItemCounted).flatMap((item) => {
    const before = confirmedValue(item.id, posts, addDays(from, -1));
    const now = confirmedValue(item.id, posts, to);
    if (before === now) return [];
    return [`${item.name}：从 ${valueInWords(before, item)}到 ${valueOfWhole(now, item)}。`];
  });
}

const checkLines = ({ acceptedConcealed, closedFindings }: BulletinSources): string[] => [
  ...(acceptedConcealed > 0 ? [`隐蔽工程检查合格 ${acceptedConcealed} 处。`] : []),
  ...(closedFindings > 0 ? [`检查发现的问题整改复查通过 ${closedFindings} 个。`] : []),
];

// What is open, or planned to begin within the days that follow; what is late says so, what is done waits to be accepted.
function nextLines({ items, posts, to }: BulletinSources, today: CalendarDate): string[] {
  const until = addDays(to, valueOn('works.bulletin-days', to));
  return items
    .filter(
      ({ state, plannedStartOn }) => state === 'open' || (state === 'planned' && plannedStartOn <= until),
    )
    .map((item) => {
      const { id, name, state, plannedStartOn, plannedFinishOn } = item;
      if (state === 'planned') return `${name}：计划 ${nearDay(plannedStartOn, today)} 开工。`;
      if (confirmedValue(id, posts, to) >= wholeOf(item)) return `${name}：已做完，等待验收。`;
      const finish = `${nearDay(plannedFinishOn, today)} 完工`;
      return plannedFinishOn <= to
        ? `${name}：${workItemStateNames.open}，原计划 ${finish}，还没有做完。`
        : `${name}：${workItemStateNames.open}，计划 ${finish}。`;
    });
}

/** What residents felt of the works in these days, for whoever writes the paragraph. */
export const feltEffects = (posts: readonly KeptPost[]): string =>
  [...new Set(posts.filter(isPostPublic).flatMap(({ effects }) => effects))]
    .map((one) => residentEffectNames[one])
    .join('、');

/** The days of a bulletin; both belong to it. */
export type BulletinSpan = Pick<BulletinSources, 'from' | 'to'>;

/** On which day is the next bulletin due? `lastOn` is the last day that was told, null before the first. */
export const bulletinDueOn = (lastOn: CalendarDate | null, worksStartOn: CalendarDate): CalendarDate => {
  const told = lastOn ?? addDays(worksStartOn, -1);
  return addDays(told, valueOn('works.bulletin-days', told));
};

/** Which days does a new bulletin tell of? Those since the last one, at most a week; a week before the first. */
export function nextBulletinDays(lastOn: CalendarDate | null, today: CalendarDate): BulletinSpan {
  const week = bulletinDays(today);
  const next = lastOn === null ? week.from : addDays(lastOn, 1);
  return { from: next > week.from && next <= today ? next : week.from, to: today };
}

/** What speaks against publishing it? `published` are the days of those that stand. */
export function bulletinBlockers(
  { from, to, paragraph }: Pick<BulletinSources, 'from' | 'to' | 'paragraph'>,
  published: readonly BulletinSpan[],
  role: Role,
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`bulletin-${code}`, text));
  if (role !== 'street-manager') against('role', `周报由${roleNames['street-manager']}发布`);
  if (to < from) against('days', `周报的最后一天不能早于 ${dayInWords(from)}`);
  const most = valueOn('works.bulletin-most-days', to);
  if (daysBetween(from, to) >= most) against('long', `一份周报最多写 ${most} 天，请核对日期`);
  const twice = published.find((one) => from <= one.to && one.from <= to);
  if (twice) {
    const span = `${dayInWords(twice.from)} 至 ${dayInWords(twice.to)}`;
    against('twice', `${span} 的周报已经发布。要改的请先撤回那一份，或者换一段日期`);
  }
  if (to > today) against('future', `周报写到 ${dayInWords(to)}，到那天再发布`);
  if ([...paragraph].length > paragraphLimit) {
    against('paragraph', `「街道的话」最多 ${paragraphLimit} 个字，请缩短`);
  }
  return found;
}

/** What speaks against withdrawing it? */
export const bulletinWithdrawalBlockers = (withdrawnOn: CalendarDate | null): Blocker[] =>
  withdrawnOn === null
    ? []
    : [byOffice('bulletin-withdrawn', `这份周报在 ${dayInWords(withdrawnOn)}已经撤回`)];

/** What should be said before it is published? */
export function bulletinWarnings(
  { posts, from, to }: BulletinSources,
  { found }: Pick<Bulletin, 'found'>,
): Blocker[] {
  const waiting = posts.filter(
    ({ state, workedOn }) => state === 'sent' && workedOn >= from && workedOn <= to,
  ).length;
  return [
    ...(waiting > 0
      ? [remark('bulletin-waiting', `还有 ${waiting} 份日报没有确认，不在周报里，可以先确认再发布`)]
      : []),
    ...(found.length > 0
      ? [remark('bulletin-redacted', `${redactionInWords(found)}。姓名系统认不出，请再看一遍`)]
      : []),
  ];
}
