// What hangs in the yard about a vote: before it, what is asked, of whom, until when and by which rule; after it, the
// totals and the result, no more than everybody may read (物业管理条例 §14; 河南省物业管理条例 §28; 区分所有权解释 §12, §13).
import { areaInWords } from '../kernel/area';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { shareInWords } from '../kernel/ratio';
import { VoteRule } from '../rules/vote-rules';
import { inParts } from './notice-text';
import type { PublicChoiceCount, PublicVote } from './public-vote';
import { ruleSentence } from './vote-computation';
import { VoteForm } from './vote-sheet';

/** What the notice of a vote is made from; `part` is the building or unit that votes alone. */
export interface VoteToAnnounce {
  title: string;
  question: string;
  part: string | null;
  form: VoteForm;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  rule: VoteRule;
}

export const voteNoticeTitle = (title: string): string => `关于「${title}」的表决公告`;

export const resultNoticeTitle = (title: string): string => `「${title}」表决结果公示`;

const how: Record<VoteForm, string> = {
  meeting: '在会上发表决票，当场填写、签名、交回。',
  written: '表决票送到各户，填写并签名后交回社区。',
};

/** The text of the notice before a vote. */
export function voteNoticeBody(vote: VoteToAnnounce): string {
  const { part, opensOn, closesOn, rule } = vote;
  return inParts([
    ['表决事项', vote.question.trim()],
    ['谁来表决', `${part ?? '全院'}的全体业主。一个业主有多套的按一人计，面积合并计算；租户不参加表决。`],
    [
      '时间和办法',
      `${dayInWords(opensOn)} 至 ${dayInWords(closesOn)}。${how[vote.form]}截止以后收到的票不计。委托他人的，要有书面委托书。`,
    ],
    ['怎样算通过', `${ruleSentence(rule)}（${rule.source}）。没有交回的不算同意。`],
    ['有疑问', '请向社区、楼栋长询问，或者在表决前书面提出意见。'],
  ]);
}

/** The text of the result: the same figures as on the public page. */
export function resultNoticeBody(vote: PublicVote, question: string): string {
  const { result, threshold, source } = vote;
  return inParts([
    ['表决事项', question.trim()],
    ['计票结果', countLines(vote).join('\n')],
    ['通过条件', `${threshold}（${source}）。`],
    ['结果', result?.passed ? '通过。' : result?.hasQuorum ? '未通过。' : '参与未达到规定比例，未通过。'],
    [
      '查阅和异议',
      '业主可以到社区查阅表决票和计算过程。认为决定侵害自己合法权益的，可以自知道之日起一年内请求人民法院撤销。',
    ],
  ]);
}

function countLines({ total, taken, result }: PublicVote): string[] {
  const persons = `${taken.persons} 人（${shareInWords(taken.persons, total.persons)}）`;
  const area =
    taken.area === null ? '' : `、${areaInWords(taken.area)}（${shareInWords(taken.area, total.area)}）`;
  const lines = [`全部业主 ${total.persons} 人、${areaInWords(total.area)}`, `参与表决 ${persons}${area}`];
  if (!result?.counts) return lines;
  const { yes, no, abstain } = result.counts;
  const line = (word: string, count: PublicChoiceCount) =>
    `${word} ${count.persons} 人${count.area === null ? '' : `、${areaInWords(count.area)}`}`;
  return [...lines, line('同意', yes), line('反对', no), line('弃权', abstain)];
}
