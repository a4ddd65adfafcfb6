import type { WaitingItem } from '../compounds/waiting-work';
import { missingDueOn, MissingPost } from '../domain/construction/missing-posts';
import { postAnswerDueOn } from '../domain/construction/post-lifecycle';
import { earliestPostDay } from '../domain/construction/post-rules';
import { CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { beginning } from '../domain/kernel/text';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { isFirm, Role } from '../domain/people/roles';
import type { Track } from '../domain/renovation/stages';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import { dayOf } from '../platform/clock/clock';
import type { ContractRecord } from '../works/work.entities';
import type { PostRecord } from './post.entities';
import { fieldPaths } from './field.paths';
import { postsPaths } from './posts.paths';

interface Place {
  where: string;
  code: string;
}

/** A post of a list over several compounds. */
export type FoundPost = Place & { track: Track; contract: string } & Pick<
    PostRecord,
    | 'id'
    | 'compoundId'
    | 'renovationId'
    | 'contractId'
    | 'workedOn'
    | 'state'
    | 'sentAt'
    | 'postedBy'
    | 'postedFirmId'
    | 'invitationId'
    | 'decidedAt'
    | 'returnReason'
  >;

/** A running contract of such a list. */
export type WaitingContract = Place &
  Pick<ContractRecord, 'id' | 'compoundId' | 'renovationId' | 'name' | 'role' | 'state' | 'startsOn'>;

const about = ({ compoundId, where }: { compoundId: number; where: string }) => ({
  ...{ kind: '日报', compoundId, where },
});

/** Posts of one renovation that wait to be confirmed: one line, leading to the oldest. */
export function toConfirm(
  posts: readonly FoundPost[],
  today: CalendarDate,
  calendar: WorkCalendar,
): WaitingItem {
  const [first] = posts;
  const came = posts.map(({ sentAt }) => dayOf(sentAt)).sort(compareDates)[0];
  return {
    ...about(first),
    what: `${posts.length} 份日报等确认，最早的是 ${nearDay(first.workedOn, today)}`,
    why: '确认以后才算进度，居民才看得到',
    dueOn: postAnswerDueOn(came, calendar),
    action: { label: '核对日报', link: postsPaths.show(first.id) },
  };
}

/** Confirmed posts of one renovation with photos nobody chose from. */
export const toPickPhotos = (posts: readonly FoundPost[]): WaitingItem => ({
  ...about(posts[0]),
  what: `${posts.length} 份日报的照片还没有选哪些公开`,
  why: '居民想看每天的变化；选之前都不公开',
  dueOn: null,
  action: { label: '去选照片', link: postsPaths.show(posts[0].id) },
});

/** A post that was sent back, for whoever sent it. */
export const toMend = (post: FoundPost, today: CalendarDate, calendar: WorkCalendar): WaitingItem => ({
  ...about(post),
  what: `${nearDay(post.workedOn, today)}的日报已退回，请改好再提交`,
  why: `${post.contract}：${beginning(post.returnReason ?? '', 60)}`,
  dueOn: postAnswerDueOn(dayOf(post.decidedAt ?? post.sentAt), calendar),
  action: { label: '去更正', link: fieldPaths.report({ contract: post.contractId, on: post.workedOn }) },
});

/** Days of a contract that lack their post: for the foreman from the next day, for the manager after two working days. */
export function toMakeUp(
  contract: WaitingContract,
  missing: readonly MissingPost[],
  { role, today }: { role: Role; today: CalendarDate },
): WaitingItem[] {
  const days = missing
    .filter(({ level }) => level === 'manager' || (level === 'foreman' && isFirm(role)))
    .map(({ on }) => on);
  if (!days.length) return [];
  const poster = { by: 'account', userId: 0, role, firmId: null } as const;
  const earliest = earliestPostDay(poster, contract, today);
  const open = isFirm(role) ? days.find((on) => on >= earliest) : undefined;
  const limit = ruleInWords(ruleOn('works.post-back-days', today)!);
  const tab = postsPaths.index(contract.code, { state: 'missing', contract: contract.id });
  return [
    {
      ...about(contract),
      what: `${contract.name}有 ${days.length} 天应报未报，从 ${nearDay(days[0], today)}起`,
      why: isFirm(role) ? `超过 ${limit}的请交街道项目负责人补录` : '请施工方补报，或由街道补录',
      dueOn: missingDueOn(days[0]),
      action: open
        ? { label: '补报', link: fieldPaths.report({ contract: contract.id, on: open }) }
        : { label: '看哪几天', link: tab },
    },
  ];
}
