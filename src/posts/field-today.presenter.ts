import type { Compound } from '../compounds/compound.entity';
import { findingSeverityNames } from '../domain/construction/finding';
import { MissingPost, postDueTime } from '../domain/construction/missing-posts';
import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { OpenFinding } from '../inspections/open-findings';
import type { StatusMark } from '../platform/web/figures';
import type { ToldProgress } from '../works/site-progress';
import type { ContractRecord } from '../works/work.entities';
import { fieldPaths } from './field.paths';
import type { PostWithRow } from './kept-posts';
import { postInShort, postMark, progressInShort } from './post-words';

/** One contract as the phone shows it today. */
export interface TodayCard {
  compound: string;
  contract: string;
  mark: StatusMark;
  words: string;
  /** How far the works are as a whole; empty before a plan was frozen. */
  progress: string;
  reportLink: string;
  reportLabel: string;
  historyLink: string;
  /** Posts that were sent back, each opening its form. */
  returned: { day: string; reason: string; link: string }[];
  /** Days without their post that may still be told. */
  missing: { day: string; link: string }[];
  findings: { what: string; due: string; isLate: boolean; link: string }[];
}

/** The phone's first page (views/field/today). */
export interface TodayPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  cards: TodayCard[];
  historyLink: string;
}

/** What is known of one contract today. */
export interface TodayView {
  contract: ContractRecord;
  compound: Compound;
  posts: readonly PostWithRow[];
  missing: readonly MissingPost[];
  progress: ToldProgress | null;
  findings: readonly OpenFinding[];
  /** The earliest day that may still be told. */
  earliest: CalendarDate;
}

/** A card for each contract, what was sent back first. */
export const toToday = (
  views: readonly TodayView[],
  { who, today }: { who: string; today: CalendarDate },
): TodayPage => ({
  ...{ title: '现场日报', page: 'today', heading: '现场日报', about: `${nearDay(today, today)} · ${who}` },
  cards: views.map((view) => toCard(view, today)),
  historyLink: fieldPaths.history(),
});

function toCard(view: TodayView, today: CalendarDate): TodayCard {
  const { contract, compound, posts, missing, earliest } = view;
  const own = posts.filter(({ contractId }) => contractId === contract.id);
  const current = own.filter(({ state }) => state !== 'corrected');
  const post = current.filter(({ workedOn }) => workedOn === today).at(-1);
  const to = (on: CalendarDate) => fieldPaths.report({ contract: contract.id, on });
  return {
    ...{ compound: compound.name, contract: contract.name, ...standing(post, contract, today) },
    progress: progressInShort(view.progress),
    reportLink: to(today),
    reportLabel: post ? '补充或更正今天的日报' : '填今天的日报',
    historyLink: fieldPaths.history(contract.id),
    returned: current
      .filter(({ state }) => state === 'returned')
      .map(({ workedOn, row }) => ({
        ...{ day: nearDay(workedOn, today), reason: row.returnReason ?? '', link: to(workedOn) },
      })),
    missing: missing
      .filter(({ on }) => on >= earliest && on < today)
      .map(({ on }) => ({ day: nearDay(on, today), link: to(on) })),
    findings: view.findings.filter(({ state }) => state === 'open').map((one) => toFinding(one, today)),
  };
}

function standing(
  post: PostWithRow | undefined,
  contract: ContractRecord,
  today: CalendarDate,
): Pick<TodayCard, 'mark' | 'words'> {
  if (post) return { mark: postMark(post), words: `今天：${postInShort(post)}` };
  if (today < contract.startsOn) {
    return { mark: { state: 'idle', word: '未开工' }, words: `${nearDay(contract.startsOn, today)} 开工` };
  }
  return { mark: { state: 'idle', word: '今天还没填' }, words: `${postDueTime(today)} 前提交` };
}

function toFinding(finding: OpenFinding, today: CalendarDate): TodayCard['findings'][number] {
  const { id, what, itemName, severity, dueOn } = finding;
  const late = daysBetween(dueOn, today);
  return {
    what: [itemName, what].filter(Boolean).join('：'),
    due: late > 0 ? `逾期 ${late} 天` : `${findingSeverityNames[severity]}，${nearDay(dueOn, today)} 前`,
    isLate: late > 0,
    link: fieldPaths.finding(id),
  };
}
