// What must be right before owners are asked, and by when is the result posted? The notice hangs 15 days before a decision of
// all owners (物业管理条例 §14), the matter decides who may vote (民法典 §278, §279; 区分所有权解释 §11), and one vote is
// judged by one rule set, that of its last day (domain reference §4.2, §4.3).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, addDays, dayInWords, daysBetween } from '../kernel/calendar-date';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { VoteRule, liftFigure, voteRuleOn } from '../rules/vote-rules';
import { OwnersMatter, ownersMatters } from './matters';
import { VoteScope } from './vote-roster';

/** How are the owners asked? */
export type VoteForm = 'meeting' | 'written';

export const voteFormNames: Record<VoteForm, string> = {
  meeting: '会上表决',
  written: '书面征求意见',
};

/** Who watches the counting and who counts: roles, never names. */
export type CountRole = 'owner' | 'building-lead' | 'community-worker' | 'party-member' | 'street-manager';

export const countRoleNames: Record<CountRole, string> = {
  owner: '业主代表',
  'building-lead': '楼栋长',
  'community-worker': '社区工作人员',
  'party-member': '党员代表',
  'street-manager': '街道工作人员',
};

/** What a vote asks, and when. */
export interface VoteSheet {
  matter: OwnersMatter;
  scope: VoteScope;
  /** The day the notice was put up; null while it is not. */
  noticePostedOn: CalendarDate | null;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
}

/** The matters only all owners together decide. */
const wholeCompoundOnly: OwnersMatter[] = ['procedure', 'convention', 'committee', 'manager'];

/** By which rule set is this vote judged? That of its last day, on which it is decided. */
export const ruleOf = ({ matter, closesOn }: VoteSheet): VoteRule | undefined => voteRuleOn(matter, closesOn);

/** Is the figure of the province for lifts shown beside the result (加装电梯 decided by one unit)? */
export const showsLiftFigure = ({ matter, scope, closesOn }: VoteSheet): boolean =>
  matter === 'rebuild' && scope.kind === 'unit' && closesOn >= liftFigure.validFrom;

/** What speaks against keeping the sheet of a vote so? The notice may be put up later. */
export function voteSheetBlockers(sheet: VoteSheet): Blocker[] {
  const { opensOn, closesOn } = sheet;
  if (closesOn < opensOn) {
    const text = `截止日期 ${dayInWords(closesOn)} 早于开始日期 ${dayInWords(opensOn)}，请核对`;
    return [houseRule('vote.days', text), ...scopeBlockers(sheet)];
  }
  return [...ruleBlockers(sheet), ...scopeBlockers(sheet), ...noticeBlockers(sheet)];
}

function ruleBlockers(sheet: VoteSheet): Blocker[] {
  const { matter, opensOn } = sheet;
  const [first, last] = [voteRuleOn(matter, opensOn), ruleOf(sheet)];
  if (!first || !last) {
    const text = `规则库里没有 ${dayInWords(first ? sheet.closesOn : opensOn)} 施行的表决规则，不能计算这次表决，请核对日期`;
    return [{ code: 'vote.no-rule', level: 'law', text }];
  }
  if (first.code === last.code) return [];
  const text = `规则从 ${dayInWords(last.validFrom)} 起变了，一次表决只能按一套规则计算，请把开始和截止放在同一边`;
  return [houseRule('vote.two-rules', text)];
}

function scopeBlockers({ matter, scope }: VoteSheet): Blocker[] {
  const { name, source } = ownersMatters[matter];
  if (wholeCompoundOnly.includes(matter) && scope.kind !== 'compound') {
    const text = `「${name}」由全院业主共同决定，表决范围请选「全院」`;
    return [{ code: 'vote.scope', level: 'law', text, source }];
  }
  if (matter === 'dwelling-use' && scope.kind === 'unit') {
    const text = `「${name}」要征得本栋全部业主同意，表决范围请选整栋楼`;
    return [{ code: 'vote.scope', level: 'law', text, source: '区分所有权解释 §11' }];
  }
  return [];
}

/** The notice of a decision of all owners; for one building or unit no law states its days. */
function noticeBlockers({ scope, noticePostedOn, opensOn }: VoteSheet): Blocker[] {
  const rule = ruleOn('meeting.owners-notice-days', opensOn);
  if (!noticePostedOn) return [];
  if (noticePostedOn > opensOn) return [houseRule('vote.notice-late', '通知张贴日期不能晚于表决开始日期')];
  if (!rule || scope.kind !== 'compound' || daysBetween(noticePostedOn, opensOn) >= rule.value) return [];
  const earliest = dayInWords(addDays(noticePostedOn, rule.value));
  const text = `通知 ${dayInWords(noticePostedOn)} 张贴，满 ${ruleInWords(rule)}后才能开始表决，最早 ${earliest}`;
  return [{ code: 'vote.notice-days', level: 'law', text, source: rule.source }];
}

/** How does the posting of a result stand? */
export interface ResultPosting {
  standing: 'posted' | 'due' | 'late' | 'not-asked';
  /** The last day of posting; null where no rule asks for it. */
  dueOn: CalendarDate | null;
}

/** Is the result posted in the days the rule of its closing day asks for (河南省物业管理条例 §28)? */
export function resultPosting(
  { closedOn, postedOn }: { closedOn: CalendarDate; postedOn: CalendarDate | null },
  today: CalendarDate,
): ResultPosting {
  const rule = ruleOn('vote.result-days', closedOn);
  const dueOn = rule ? addDays(closedOn, rule.value) : null;
  if (postedOn) return { standing: 'posted', dueOn };
  if (!dueOn) return { standing: 'not-asked', dueOn };
  return { standing: today > dueOn ? 'late' : 'due', dueOn };
}
