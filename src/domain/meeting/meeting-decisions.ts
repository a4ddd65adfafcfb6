// What may a meeting decide, and was it agreed? Matters of 民法典 §278 and §279 belong to the owners together: any other
// meeting that carries one is refused, and one whose words sound like one is reminded (domain reference §4.1, §4.7).
// Representatives decide by more than half of those present, when at least half of them came (a setting of the office).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { exceeds, percent } from '../kernel/ratio';
import { valueOn } from '../rules/rule-book';
import { OwnersMatter, ownersMatters } from './matters';
import { Attendance, representativesPresent } from './meeting-attendance';
import { MeetingKind, meetingKindNames, meetingKinds } from './meeting-kinds';

/** What is decided on: something to consult about, or a matter reserved to the owners. */
export type DecisionMatter = 'consultation' | OwnersMatter;

/** One decision; votes are null where nobody counted. */
export interface Decision {
  matter: DecisionMatter;
  text: string;
  yes: number | null;
  no: number | null;
  abstain: number | null;
}

/** How is each matter said in a select? */
export const decisionMatterNames: Record<DecisionMatter, string> = {
  consultation: '一般商议事项',
  ...(Object.fromEntries(Object.entries(ownersMatters).map(([matter, { name }]) => [matter, name])) as Record<
    OwnersMatter,
    string
  >),
};

/** What speaks against these decisions of this meeting? */
export function decisionBlockers(
  kind: MeetingKind,
  decisions: readonly Decision[],
  attendance: readonly Attendance[],
): Blocker[] {
  return decisions.flatMap((decision, at) => [
    ...matterBlockers(kind, decision, at + 1),
    ...countBlockers(kind, decision, attendance, at + 1),
  ]);
}

function matterBlockers(kind: MeetingKind, { matter }: Decision, number: number): Blocker[] {
  if (matter === 'consultation' || kind === 'owners') return [];
  const { name, source } = ownersMatters[matter];
  return [
    {
      code: 'meeting.owners-matter',
      level: 'law',
      text: `第 ${number} 条议定事项「${name}」由业主共同决定，${meetingKindNames[kind]}不能决定。请到「表决」发起业主共同决定，这里改成一般商议事项`,
      source,
    },
  ];
}

function countBlockers(
  kind: MeetingKind,
  { yes, no, abstain }: Decision,
  attendance: readonly Attendance[],
  number: number,
): Blocker[] {
  if (yes === null && no === null && abstain === null) return [];
  if (!meetingKinds[kind].counts) {
    const text = `${meetingKindNames[kind]}不计票，请删掉第 ${number} 条议定事项的票数`;
    return [houseRule('meeting.no-count', text)];
  }
  if (yes === null) {
    return [houseRule('meeting.yes-missing', `请填写第 ${number} 条议定事项的同意票数，没有人同意填 0`)];
  }
  const votes = yes + (no ?? 0) + (abstain ?? 0);
  const present = attendance.find(({ party }) => party === 'representatives')?.present;
  if (present === undefined || votes <= present) return [];
  const text = `第 ${number} 条议定事项共 ${votes} 票，多于到会居民代表 ${present} 人，请核对`;
  return [houseRule('meeting.more-votes', text)];
}

/** What came of a decision? `by-vote`: the owners' vote decides it. `agreed`: agreed without counting. */
export type DecisionResult = 'passed' | 'not-passed' | 'no-quorum' | 'not-counted' | 'agreed' | 'by-vote';

/** What is each result called? */
export const decisionResultNames: Record<DecisionResult, string> = {
  passed: '通过',
  'not-passed': '没有通过',
  'no-quorum': '到会人数不够',
  'not-counted': '没有计票',
  agreed: '议定',
  'by-vote': '以表决为准',
};

/** What came of this decision of a meeting held on this day? */
export function decisionResult(
  kind: MeetingKind,
  { yes }: Decision,
  attendance: readonly Attendance[],
  day: CalendarDate,
): DecisionResult {
  if (kind === 'owners') return 'by-vote';
  if (!meetingKinds[kind].counts) return 'agreed';
  if (yes === null) return 'not-counted';
  const representatives = representativesPresent(attendance, day);
  if (!representatives) return 'not-counted';
  if (!representatives.isEnough) return 'no-quorum';
  const majority = percent(valueOn('meeting.representatives-majority', day));
  return exceeds(yes, representatives.present, majority) ? 'passed' : 'not-passed';
}

/** Words that sound like a matter of the owners. */
const telling: readonly [RegExp, OwnersMatter][] = [
  [/议事规则/, 'procedure'],
  [/管理规约/, 'convention'],
  [/选举.{0,6}(业委会|业主委员会|自管会)|(业委会|业主委员会|自管会).{0,4}(选举|换届)/, 'committee'],
  [/(选聘|解聘|聘请|更换|换).{0,4}物业/, 'manager'],
  [/(筹集|续筹|补缴|补交).{0,6}维修资金/, 'fund-raise'],
  [/维修(资|基)金/, 'fund-use'],
  [/(改成|改为|改作|改建成|划成|划为).{0,6}(停车位|停车场|车位)|经营|出租|广告位/, 'change-of-use'],
  [/加?装电梯|电梯加装|改建|重建/, 'rebuild'],
  [/住(宅)?改(商|经营|店)/, 'dwelling-use'],
];

/** Which matter of the owners do these words sound like? */
export const matterHeardIn = (text: string): OwnersMatter | undefined =>
  telling.find(([words]) => words.test(text))?.[1];

/** Decisions that sound like a matter of the owners, though none was chosen. Stops nothing. */
export function decisionWarnings(kind: MeetingKind, decisions: readonly Decision[]): Blocker[] {
  if (kind === 'owners') return [];
  return decisions.flatMap(({ matter, text }, at) => {
    const heard = matter === 'consultation' ? matterHeardIn(text) : undefined;
    if (!heard) return [];
    const { name, source } = ownersMatters[heard];
    const words = `第 ${at + 1} 条议定事项提到的内容可能属于「${name}」，要由业主共同决定；这里只算商议意见`;
    return [warning('meeting.sounds-like-owners', words, source)];
  });
}
