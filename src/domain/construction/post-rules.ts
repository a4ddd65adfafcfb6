// May this post be taken, and what is said along with it? What cannot be true is refused with what to mend, and stays on
// the phone; what is only unusual is taken and said (field lessons flow 5.1; domain reference §6.2; messages after ux §4.2).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, addDays, dayInWords, daysBetween, latestOf } from '../kernel/calendar-date';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byOffice, remark, worksOverBlockers } from './blocked';
import { Contract, contractRunsBlockers } from './contract';
import { DailyPost, postLimits, postPhotos } from './daily-post';
import { PostedItem, valueBlockers, valueWarnings } from './post-values';
import { isStopped, stopCauseNames, StopOrder, stopsEverything } from './stop-order';

/** Who posts: a person of the contract's firm, a phone that came by invitation for one contract, or the street office. */
export type Poster =
  | { by: 'account'; userId: number; role: Role; firmId: number | null }
  | { by: 'invitation'; invitationId: number; contractId: number };

/** What a post is judged by. */
export interface PostPlace {
  renovation: RenovationState;
  contract: Contract;
  items: readonly PostedItem[];
  stops: readonly StopOrder[];
  poster: Poster;
  today: CalendarDate;
}

/** What a phone numbers its posts and photos with. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What speaks against this person posting on this contract? */
export function posterBlockers(
  poster: Poster,
  contract: Pick<Contract, 'id' | 'firmId' | 'role'>,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(code, text));
  if (contract.role !== 'contractor') against('post-contract', '日报只报施工合同，请选择施工合同');
  if (poster.by === 'invitation') {
    if (poster.contractId !== contract.id) against('post-foreign-contract', '这个邀请只能填报它自己的合同');
    return found;
  }
  if (poster.role === 'contractor') {
    if (poster.firmId !== contract.firmId) {
      against('post-foreign-contract', '这份合同不是本单位的，请选择本单位的合同');
    }
  } else if (poster.role !== 'street-manager') {
    const who = `${roleNames.contractor}、${roleNames['street-manager']}`;
    against('post-role', `日报由${who}填报`);
  }
  return found;
}

/** The earliest day the site may still tell, whenever its contract began; photos sent before it wait for no post. */
export const sitePostsSince = (today: CalendarDate): CalendarDate =>
  addDays(today, -valueOn('works.post-back-days', today));

/** The earliest day somebody may still post for; the street manager may fill in any day since the works began. */
export function earliestPostDay(
  poster: Poster,
  { startsOn }: Pick<Contract, 'startsOn'>,
  today: CalendarDate,
): CalendarDate {
  if (poster.by === 'account' && poster.role === 'street-manager') return startsOn;
  return latestOf(sitePostsSince(today), startsOn)!;
}

/** What speaks against posting for this day? A phone whose clock is wrong is told so. */
export function postDayBlockers(
  workedOn: CalendarDate,
  { poster, contract, today }: Pick<PostPlace, 'poster' | 'contract' | 'today'>,
): Blocker[] {
  if (workedOn > today) {
    const text = `日报日期 ${dayInWords(workedOn)} 晚于今天 ${dayInWords(today)}。请改日期，手机日期不准的请先校准`;
    return [byOffice('post-future', text)];
  }
  const runs = contractRunsBlockers(contract, workedOn);
  if (runs.length > 0 || workedOn >= earliestPostDay(poster, contract, today)) return runs;
  const limit = ruleInWords(ruleOn('works.post-back-days', today)!);
  const text = `${dayInWords(workedOn)} 已过去 ${daysBetween(workedOn, today)} 天，超过 ${limit}的请交街道项目负责人补录`;
  return [byOffice('post-old', text)];
}

/** What speaks against taking a photo before its post? `waiting` are those of the contract whose posts may still come. */
export function earlyPhotoBlockers(
  photo: { uuid: string; waiting: number },
  { renovation, contract, poster }: Pick<PostPlace, 'renovation' | 'contract' | 'poster'>,
): Blocker[] {
  const found = [...worksOverBlockers(renovation), ...posterBlockers(poster, contract)];
  if (!uuid.test(photo.uuid)) {
    found.push(byOffice('post-photo-uuid', '这张照片没有编号，请刷新页面后再拍，已拍的会保留'));
  }
  if (photo.waiting >= postPhotos.waiting) {
    const text = `已有 ${photo.waiting} 张照片没有对应的日报，请先提交日报，再传新的照片`;
    found.push(byOffice('post-photos-waiting', text));
  }
  return found;
}

/** What speaks against taking this post? */
export function postBlockers(post: DailyPost, place: PostPlace): Blocker[] {
  const found = [
    ...worksOverBlockers(place.renovation),
    ...posterBlockers(place.poster, place.contract),
    ...postDayBlockers(post.workedOn, place),
    ...formBlockers(post),
    ...stopBlockers(post, place.stops),
  ];
  if (new Set(post.values.map(({ itemId }) => itemId)).size < post.values.length) {
    found.push(byOffice('post-twice', '同一项只填一次，请刷新页面核对'));
  }
  const values = post.values.flatMap((one) => valueBlockers(one, place.items, place.contract.id));
  const seen = new Set<string>();
  return [...found, ...values].filter(({ text }) => !seen.has(text) && seen.add(text));
}

function stopBlockers({ kind, workedOn }: DailyPost, stops: readonly StopOrder[]): Blocker[] {
  const order = stops.find((one) => stopsEverything(one) && isStopped(one, workedOn));
  if (kind === 'stopped' || !order) return [];
  const text = `${dayInWords(order.stoppedOn)}起全面停工（${stopCauseNames[order.cause]}），复工前请点「今日停工」`;
  return [byOffice('post-stopped', text)];
}

function formBlockers(post: DailyPost): Blocker[] {
  const { kind, workers, values, holdups, sentence, photos } = post;
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`post-${code}`, text));
  if (!uuid.test(post.uuid)) against('uuid', '这份日报没有编号，请刷新页面后再提交，内容会保留');
  if (workers !== null && (!Number.isInteger(workers) || workers < 0 || workers > postLimits.workers)) {
    against('workers', `「工人数」要在 0 到 ${postLimits.workers} 之间，现在填的是 ${workers}`);
  }
  if ([...sentence].length > postLimits.sentence) {
    against('sentence', `「一句话」最多 ${postLimits.sentence} 个字，请缩短`);
  }
  if (photos > postPhotos.most) {
    against('photos', `一份日报最多 ${postPhotos.most} 张照片，现在有 ${photos} 张，请去掉多的`);
  }
  if (kind === 'stopped') {
    if (holdups.length === 0 && !sentence.trim()) against('why-stopped', '请选停工的原因，或写一句话');
    if (values.length > 0) against('stopped-values', '「今日停工」不填进度；有施工的请点「提交日报」');
    return found;
  }
  if (workers === null) against('workers', '请填写「工人数」');
  if (workers === 0) against('workers', '没有人施工请点「今日停工」');
  if (values.length === 0 && !sentence.trim() && photos === 0) {
    against('empty', '请至少填一项进度、拍一张照片或写一句话');
  }
  return found;
}

/** What is said of a post that is taken: late, few photos, values that fell, a reason nobody explained. */
export function postWarnings(
  post: DailyPost,
  { items, today }: Pick<PostPlace, 'items' | 'today'>,
): Blocker[] {
  const found = post.values.flatMap((one) => valueWarnings(one, items));
  const late = daysBetween(post.workedOn, today);
  if (late > 0)
    found.push(remark('post-late', `${dayInWords(post.workedOn)} 的日报晚报 ${late} 天，已注明补报`));
  if (post.kind === 'work' && post.photos < postPhotos.wished) {
    found.push(remark('post-few-photos', `照片 ${post.photos} 张，最好有 ${postPhotos.wished} 张`));
  }
  if (post.holdups.includes('other') && !post.sentence.trim()) {
    found.push(remark('post-other', '选了「其他」原因，最好用一句话说明'));
  }
  return found;
}
