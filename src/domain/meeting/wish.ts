// What residents wish or object to, and what became of it: each is written down as it was heard, and ends as adopted
// (by an item of the plan), not adopted with a reason, or done otherwise, so that whoever said it can read the answer
// (domain reference §1.3 G5: every objection answered; case C2). The limits are settings of the house.
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { onceOverBlockers } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';

/** A wish for the yard, or an objection to something that was posted or planned. */
export type WishKind = 'wish' | 'objection';

export const wishKindNames: Record<WishKind, string> = { wish: '心愿', objection: '异议' };

/** Where was it heard? `public` is what residents hand in themselves on the public page. */
export type WishSource = 'door' | 'meeting' | 'public' | 'office';

export const wishSourceNames: Record<WishSource, string> = {
  door: '入户听到',
  meeting: '会上提出',
  public: '居民在网上提出',
  office: '到社区反映',
};

/** What became of it? */
export type WishState = 'open' | 'adopted' | 'not-adopted' | 'otherwise';

/** How can it end? */
export type WishOutcome = Exclude<WishState, 'open'>;

export const wishStateNames: Record<WishState, string> = {
  open: '待答复',
  adopted: '已采纳',
  'not-adopted': '未采纳',
  otherwise: '已另行办理',
};

/** How much may be said? In characters. */
export const wishLimits = { text: 1000, answer: 1000, fewestAnswer: 6 } as const;

/** A wish as somebody wants to write it down. */
export interface WishDraft {
  kind: WishKind;
  source: WishSource;
  text: string;
  /** What residents read instead, where the words as heard are not for everybody. */
  publicText?: string;
  heardOn: CalendarDate;
  dwellingId?: number | null;
  meetingId?: number | null;
  noticeId?: number | null;
}

/** What speaks against writing it down? */
export function wishBlockers(
  draft: WishDraft,
  { state, openedOn }: { state: RenovationState; openedOn: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  const found = wishOverBlockers(state);
  const add = (code: string, text: string) => found.push(houseRule(`wish.${code}`, text));
  if (!draft.text.trim()) add('text', '请写下居民说了什么');
  found.push(...tooLong('text', '意见内容', draft.text, wishLimits.text));
  found.push(...tooLong('public-text', '居民看到的文字', draft.publicText ?? '', wishLimits.text));
  if (draft.heardOn > today) add('future', `听到的日期不能晚于今天 ${dayInWords(today)}`);
  if (draft.heardOn < openedOn) {
    const opened = dayInWords(openedOn);
    add('early', `听到的日期不能早于改造立项 ${opened}，更早提过的请填登记的日期，在内容里写明`);
  }
  if (draft.source === 'meeting' && !draft.meetingId) add('meeting', '「会上提出」的意见请从会议页面登记');
  if (draft.kind === 'wish' && draft.noticeId) add('notice', '针对公示提出的请登记为「异议」');
  return found;
}

/** How it shall end; `byHand` when a person says so on the page instead of the plan doing it. */
export interface WishConclusion {
  outcome: WishOutcome;
  answer: string;
  byHand: boolean;
}

/** What speaks against ending it this way? */
export function conclusionBlockers(
  wish: { state: WishState },
  { outcome, answer, byHand }: WishConclusion,
  renovation: RenovationState,
): Blocker[] {
  const found = wishOverBlockers(renovation);
  const add = (code: string, text: string) => found.push(houseRule(`wish.${code}`, text));
  if (wish.state !== 'open') {
    add('answered', `这条意见${wishStateNames[wish.state]}，要改答复请先重新打开`);
  }
  if (outcome === 'adopted' && byHand) {
    add('adopted', '采纳的意见要落到改造方案的一个项目上，请用「列入改造方案」');
  }
  const length = [...answer.replace(/\s/g, '')].length;
  if (outcome !== 'adopted' && length < wishLimits.fewestAnswer) {
    const what = outcome === 'not-adopted' ? '为什么没有采纳' : '另行办理了什么';
    add('answer', `请写明${what}，至少 ${wishLimits.fewestAnswer} 个字，居民会读到`);
  }
  found.push(...tooLong('answer', '答复', answer, wishLimits.answer));
  return found;
}

/** What speaks against opening it again? */
export function reopenBlockers(wish: { state: WishState }, renovation: RenovationState): Blocker[] {
  const found = wishOverBlockers(renovation);
  if (wish.state === 'open') found.push(houseRule('wish.open', '这条意见还没有答复，不用重新打开'));
  return found;
}

/** What speaks against any change once the renovation is over? */
export const wishOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('wish.over', state, '居民意见');

function tooLong(code: string, what: string, text: string, max: number): Blocker[] {
  const length = [...text].length;
  if (length <= max) return [];
  return [houseRule(`wish.${code}`, `${what}最多 ${max} 个字，现在是 ${length} 个，请删减`)];
}
