// Which bodies meet in a compound, who belongs there, and what each may decide: only the owners together decide what
// 民法典 §278 and §279 reserve to them; the others consult and coordinate (domain reference §4.1; cases C1, C2, C5, C8).
// The residents' meeting (居民会议) of 居委会组织法 is left out: the Act as revised, in force from 2026-01-01, sets its
// numbers anew, and they have not been checked.
import { CalendarDate } from '../kernel/calendar-date';
import { Rule, ruleOn } from '../rules/rule-book';
import type { RuleCode } from '../rules/rules';
import type { MeetingParty } from './meeting-parties';

/** Which body meets? */
export type MeetingKind =
  'owners' | 'representatives' | 'four-party' | 'renovation-council' | 'building-leads' | 'on-site';

/** What is each kind called? */
export const meetingKindNames: Record<MeetingKind, string> = {
  owners: '业主共同决定',
  representatives: '居民代表会议',
  'four-party': '四方联席会',
  'renovation-council': '旧改联席会',
  'building-leads': '楼栋长碰头会',
  'on-site': '现场办公',
};

/** What goes with a kind of meeting. */
interface MeetingKindRule {
  /** The rule that says how many days before it a notice hangs; null where none is asked for. */
  noticeRule: RuleCode | null;
  /** Who normally comes; others may. */
  parties: readonly MeetingParty[];
  /** What it is for, and what it may not decide, each in a sentence. */
  may: string;
  mayNot: string;
  /** Are its decisions counted? Where not, its outcome is what is agreed and who has to do it. */
  counts: boolean;
  /** Are its minutes done only with photos of the sign-in sheet? */
  needsSignIn: boolean;
  /** Is somebody reminded to publish its minutes? Those who meet every day among themselves are not. */
  publishes: boolean;
  /** May contractor and supervisor read it? */
  forFirms: boolean;
}

const ownersOnly = '不能代替业主共同决定：维修资金、选聘物业、加装电梯、改变共有部分用途等，请到「表决」发起';

/** The rules of each kind. */
export const meetingKinds: Record<MeetingKind, MeetingKindRule> = {
  owners: {
    noticeRule: 'meeting.owners-notice-days',
    parties: ['owners', 'community', 'street-office', 'party-branch'],
    may: '业主共同决定民法典第二百七十八条、第二百七十九条规定的事项，票数在「表决」里计算',
    mayNot: '到会人举手不算表决结果，以「表决」里按人数和面积计算的为准',
    counts: false,
    needsSignIn: true,
    publishes: true,
    forFirms: false,
  },
  representatives: {
    noticeRule: 'meeting.representatives-notice-days',
    parties: ['representatives', 'building-leads', 'party-branch', 'community', 'street-office'],
    may: '商议改造内容、听取政策、汇总意见、定督办事项，由到会居民代表举手计票',
    mayNot: ownersOnly,
    counts: true,
    needsSignIn: true,
    publishes: true,
    forFirms: false,
  },
  'four-party': {
    noticeRule: null,
    parties: ['party-branch', 'contractor', 'supervisor', 'members'],
    may: '协调施工、回应居民疑问、盯质量，议定的事列入督办清单；不表决',
    mayNot: ownersOnly,
    counts: false,
    needsSignIn: false,
    publishes: true,
    forFirms: true,
  },
  'renovation-council': {
    noticeRule: null,
    parties: [
      'community',
      'street-office',
      'party-branch',
      'members',
      'agencies',
      'contractor',
      'supervisor',
    ],
    may: '逐条商议对方案的异议和居民心愿，提出处理意见；不表决',
    mayNot: ownersOnly,
    counts: false,
    needsSignIn: false,
    publishes: true,
    forFirms: true,
  },
  'building-leads': {
    noticeRule: null,
    parties: ['building-leads', 'community'],
    may: '楼栋长报漏水、飞线、垃圾、危房、纠纷等情况，当场分派；不表决',
    mayNot: ownersOnly,
    counts: false,
    needsSignIn: false,
    publishes: false,
    forFirms: false,
  },
  'on-site': {
    noticeRule: null,
    parties: ['street-office', 'community', 'party-branch', 'contractor', 'agencies', 'property'],
    may: '到现场定事情归谁办、什么时候办完，当场办不了的列入督办清单；不表决',
    mayNot: ownersOnly,
    counts: false,
    needsSignIn: false,
    publishes: true,
    forFirms: true,
  },
};

/** All kinds in their order. */
export const meetingKindCodes = Object.keys(meetingKinds) as MeetingKind[];

/** The kinds of which contractor and supervisor read anything. */
export const firmKinds: readonly MeetingKind[] = meetingKindCodes.filter(
  (kind) => meetingKinds[kind].forFirms,
);

/** Which rule of notice holds for a meeting of this kind on this day? undefined where none is asked for. */
export function noticeRuleOf(kind: MeetingKind, day: CalendarDate): Rule | undefined {
  const { noticeRule } = meetingKinds[kind];
  return noticeRule === null ? undefined : ruleOn(noticeRule, day);
}
