// What may be posted in the yard, and has it hung long enough? Whoever posts says what, where and until when; a posted
// notice is never edited, only withdrawn or posted anew (domain reference §7.1). The day of posting is not counted
// (民法典 §201), so seven days posted on the 1st are over on the 8th.
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, addDays, dayInWords, daysBetween } from '../kernel/calendar-date';
import { onceOverBlockers } from '../renovation/going-on';
import { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';

/** What is told by a notice? */
export type NoticeKind =
  'consent-result' | 'meeting' | 'minutes' | 'vote' | 'vote-result' | 'plan' | 'removal-day';

export const noticeKindNames: Record<NoticeKind, string> = {
  'consent-result': '意愿征询结果公示',
  meeting: '会议通知',
  minutes: '会议纪要公布',
  vote: '表决公告',
  'vote-result': '表决结果公示',
  plan: '改造方案公示',
  'removal-day': '集中拆除告知',
};

/** Where does it hang? */
export type NoticePlace = 'gate-board' | 'unit-door' | 'community-board' | 'online';

export const noticePlaceNames: Record<NoticePlace, string> = {
  'gate-board': '院内公示栏',
  'unit-door': '单元门口',
  'community-board': '社区公示栏',
  online: '网上',
};

/** How much can a notice say? In characters. */
export const noticeLimits = { title: 60, body: 5000 } as const;

/** What somebody wants to post. */
export interface NoticeDraft {
  title: string;
  body: string;
  places: readonly NoticePlace[];
  postedOn: CalendarDate;
  endsOn: CalendarDate;
}

/** What speaks against posting it? The days a notice needs are judged by the gate that asks for them. */
export function noticeBlockers(
  draft: NoticeDraft,
  renovation: { state: RenovationState; openedOn: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  const { title, body, places, postedOn, endsOn } = draft;
  const found: Blocker[] = [...noticeOverBlockers(renovation.state)];
  const add = (code: string, text: string) => found.push(houseRule(`notice.${code}`, text));
  if (!title.trim()) add('title', '请填写公示的标题');
  if (!body.trim()) add('body', '请填写公示的内容');
  for (const [code, what, text] of [
    ['title', '标题', title],
    ['body', '内容', body],
  ] as const) {
    const length = [...text].length;
    if (length > noticeLimits[code]) {
      add(code, `公示${what}最多 ${noticeLimits[code]} 个字，现在是 ${length} 个，请删减`);
    }
  }
  if (!places.length) add('places', '请选择「张贴地点」，至少一处');
  if (postedOn > today) {
    add('future', `张贴日期不能晚于今天 ${dayInWords(today)}，请在张贴当天登记`);
  }
  if (postedOn < renovation.openedOn) {
    add('early', `张贴日期不能早于改造立项 ${dayInWords(renovation.openedOn)}，请核对`);
  }
  if (endsOn < postedOn) {
    add('order', `截止日期 ${dayInWords(endsOn)} 早于张贴日期 ${dayInWords(postedOn)}，请改为张贴之后的一天`);
  }
  return found;
}

/** What speaks against posting or withdrawing once the renovation is over? */
export const noticeOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('notice.over', state, '公示');

/** What speaks against withdrawing it? Taking it off the wall after its days is no withdrawal. */
export function withdrawalBlockers(
  notice: { withdrawnOn: CalendarDate | null },
  state: RenovationState,
): Blocker[] {
  const found = noticeOverBlockers(state);
  if (notice.withdrawnOn !== null) {
    found.push(houseRule('notice.withdrawn', `这份公示已于 ${dayInWords(notice.withdrawnOn)} 撤下`));
  }
  return found;
}

/** What speaks against adding so many photos of it? */
export function proofBlockers(
  notice: { withdrawnOn: CalendarDate | null },
  state: RenovationState,
  photos: number,
): Blocker[] {
  const found = noticeOverBlockers(state);
  if (notice.withdrawnOn !== null) {
    found.push(houseRule('notice.withdrawn', '这份公示已撤下，不用再上传照片'));
  }
  if (photos < 1) {
    found.push(houseRule('notice.photos', '请至少上传一张现场照片，近景或远景'));
  }
  return found;
}

/** A photo of the notice where it hangs: so near that it can be read, or so far that the place is known. */
export type NoticeShot = 'near' | 'far';

export const noticeShotNames: Record<NoticeShot, string> = { near: '近景', far: '远景' };

/** How many days must a notice of this kind hang that is posted on this day? 0 where its own room asks for other days. */
export const noticeDays = (kind: NoticeKind, postedOn: CalendarDate): number =>
  kind === 'consent-result' || kind === 'plan' ? valueOn('notice.days', postedOn) : 0;

/** Does somebody wait for the end of such a notice, to go on then? */
export const waitsForNextStep = (kind: NoticeKind): boolean =>
  kind === 'consent-result' || kind === 'vote-result' || kind === 'plan';

/** Must a photo prove that such a notice hung? A gate or a vote rests on it; minutes, invitations and removal days are only told. */
export const wantsProof = (kind: NoticeKind): boolean =>
  kind !== 'minutes' && kind !== 'meeting' && kind !== 'removal-day';

/** A notice that was posted, with the photos that prove it. */
export interface PostedNotice {
  kind: NoticeKind;
  postedOn: CalendarDate;
  endsOn: CalendarDate;
  withdrawnOn: CalendarDate | null;
  photos: readonly unknown[];
}

/** Does this notice hang, as far as anybody has said? One that was withdrawn does not. */
export const hangs = <Notice extends { withdrawnOn: CalendarDate | null }>(
  notice: Notice | null | undefined,
): notice is Notice => notice?.withdrawnOn === null;

/** How far is it? Only `ran` proves to a gate that the notice hung for its days. */
export type NoticeRunState = 'ran' | 'running' | 'unproved' | 'too-short' | 'withdrawn';

/** How far a notice is, with the sentence that says it; `daysLeft` is 0 once its last day has come. */
export interface NoticeRun {
  state: NoticeRunState;
  daysLeft: number;
  words: string;
}

/**
 * Has this notice hung its full days on this day? It has when its announced last day has come, this is at least `days`
 * after the posting, and a photo shows it hanging.
 */
export function noticeRan(notice: PostedNotice, day: CalendarDate, days: number): NoticeRun {
  const { kind, postedOn, endsOn, withdrawnOn, photos } = notice;
  const [from, until] = [dayInWords(postedOn), dayInWords(endsOn)];
  const daysLeft = Math.max(0, daysBetween(day, endsOn));
  const hung = daysBetween(postedOn, endsOn);
  if (withdrawnOn !== null) {
    return { state: 'withdrawn', daysLeft: 0, words: `${from} 张贴，${dayInWords(withdrawnOn)} 已撤下` };
  }
  if (hung < days) {
    const least = dayInWords(addDays(postedOn, days));
    const words = `${from} 张贴，到 ${until} 只有 ${hung} 天，要满 ${days} 天（到 ${least}），请重新公示`;
    return { state: 'too-short', daysLeft, words };
  }
  const isProved = photos.length > 0 || !wantsProof(kind);
  const proof = isProved ? '' : '，还缺现场照片';
  if (daysLeft > 0) {
    const words = `${from} 张贴，到 ${until} 满 ${hung} 天，还剩 ${daysLeft} 天${proof}`;
    return { state: 'running', daysLeft, words };
  }
  const words = `${from} 张贴，${until} 已满 ${hung} 天${proof}`;
  return { state: isProved ? 'ran' : 'unproved', daysLeft, words };
}
