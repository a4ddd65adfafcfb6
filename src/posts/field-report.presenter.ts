import type { Compound } from '../compounds/compound.entity';
import {
  holdupNames,
  KeptPost,
  postLimits,
  postPhotos,
  postWeatherNames,
  residentEffectNames,
} from '../domain/construction/daily-post';
import { lastWorkDay } from '../domain/construction/post-prefill';
import { earliestPostDay, Poster, sitePostsSince } from '../domain/construction/post-rules';
import { addDays, CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { sessionLimits } from '../domain/people/session-limits';
import type { KeptFile } from '../files/kept-files';
import type { PhotoFigure } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { PointChoice } from '../site-photos/point-photos';
import type { ToldProgress } from '../works/site-progress';
import type { ContractRecord } from '../works/work.entities';
import { fieldPaths } from './field.paths';
import { ReportItem, toItems } from './field-report-items';
import { progressInShort } from './post-words';
import type { PostingGround } from './posting-judging';

/** The form of a day (views/field/report; field-api.ts). */
export interface ReportPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  aside: { label: string; link: string };
  contractId: number;
  contractName: string;
  compound: string;
  today: string;
  now: string;
  openedOn: string;
  /** That the day was told before, or why it was sent back; empty for a first post. */
  before: { text: string; isReturned: boolean; link: string } | null;
  /** Said where no script keeps what is typed. */
  plainNote: string;
  corrects: string;
  needsReason: boolean;
  days: { value: string; label: string; checked: boolean }[];
  items: ReportItem[];
  /** How far the works are as a whole; empty before a plan was frozen. */
  progress: string;
  mostWorkers: number;
  workersNote: string;
  photos: { id: number; checked: boolean; photo: PhotoFigure }[];
  kept: KeptFile[];
  sent: string[];
  count: string;
  wished: number;
  most: number;
  /** How long the reason of an item that fell may be. */
  longestReason: number;
  weather: { value: string; label: string }[];
  holdups: { value: string; label: string }[];
  effects: { value: string; label: string }[];
  points: { value: string; label: string }[];
  mayBeSame: boolean;
  form: FormState;
  action: string;
}

/** What the form of a day shows; `typed` where it was refused. */
export interface ReportView {
  contract: ContractRecord;
  compound: Compound;
  ground: PostingGround;
  on: CalendarDate;
  now: string;
  calendar: WorkCalendar;
  progress: ToldProgress | null;
  points: readonly PointChoice[];
  photos: readonly { id: number; photo: PhotoFigure }[];
  /** Who sent the earlier post, and at which time. */
  sentBy: string;
  kept: readonly KeptFile[];
  form: FormState;
}

/** The form of a day; a day that was told before opens on what was told. */
export function toReport(view: ReportView): ReportPage {
  const { contract, compound, ground, on, now, points, photos, kept, form } = view;
  const { today } = ground.place;
  const { earlier } = ground;
  const openedOn = [contract.id, on, ...(earlier ? [earlier.id] : [])].join('.');
  const keep = typedList(form.values.keep);
  return {
    title: `${nearDay(on, today)}施工日报`,
    page: 'report',
    heading: `${nearDay(on, today)} 施工日报`,
    about: `${compound.name} · 第 ${daysBetween(contract.startsOn, on) + 1} 天`,
    aside: { label: '今天', link: fieldPaths.today() },
    ...{ contractId: contract.id, contractName: contract.name, compound: compound.name },
    ...{ today, now, openedOn },
    before: earlier ? toBefore(earlier, view) : null,
    plainNote: plainNote(ground.place.poster),
    corrects: earlier ? String(earlier.id) : '',
    needsReason: ground.posts.some((post) => isOfDay(post, contract.id, on) && post.state === 'confirmed'),
    days: toDays(view),
    items: toItems(view),
    progress: progressInShort(view.progress),
    mostWorkers: postLimits.workers,
    workersNote: workersNote(view),
    photos: photos.map(({ id, photo }) => ({ id, photo, checked: keep.includes(String(id)) })),
    kept: [...kept],
    sent: typedList(form.values.sent),
    count: `最好 ${postPhotos.wished} 张，最多 ${postPhotos.most} 张`,
    ...{ wished: postPhotos.wished, most: postPhotos.most, longestReason: postLimits.reason },
    weather: toOptions(postWeatherNames),
    holdups: toOptions(holdupNames),
    effects: toOptions(residentEffectNames),
    points: points.map(({ id, number, name }) => ({ value: String(id), label: `${number} 号 ${name}` })),
    mayBeSame: lastWorkDay(ground.posts, { contractId: contract.id, workedOn: on }) !== undefined,
    form,
    action: fieldPaths.posts(),
  };
}

/** Without a script nothing is kept on the phone: a sign-in that runs out takes along what was typed. */
const plainNote = ({ by }: Poster): string =>
  [
    '这部手机没有打开 JavaScript，填的内容不会自动保存',
    ...(by === 'account'
      ? [`登录后 ${sessionLimits.idleMinutes} 分钟不操作会退出，请在这之前提交`]
      : ['请填完马上提交']),
  ].join('；');

const isOfDay = (post: KeptPost, contractId: number, on: CalendarDate): boolean =>
  post.contractId === contractId && post.workedOn === on;

function toBefore(earlier: NonNullable<PostingGround['earlier']>, view: ReportView): ReportPage['before'] {
  const { id, state, workedOn, row } = earlier;
  const day = nearDay(workedOn, view.ground.place.today);
  const link = fieldPaths.post(id);
  if (state === 'returned') {
    const text = `已退回：${row.returnReason ?? ''}。改好后再提交，原来填的都在下面`;
    return { text, isReturned: true, link };
  }
  const text = `${day}的日报已由 ${view.sentBy} 提交。下面改了再交，就是更正，原来的留着可查`;
  return { text, isReturned: false, link };
}

/** Today and the days before that the site may still tell; the day that was asked for is always among them. */
function toDays({ ground, contract, on }: ReportView): ReportPage['days'] {
  const { poster, today } = ground.place;
  const earliest = earliestPostDay(poster, contract, today);
  const back = daysBetween(sitePostsSince(today), today);
  const near = Array.from({ length: back + 1 }, (_, days) => addDays(today, -days));
  const days = [...new Set([...near.filter((day) => day >= earliest), on])];
  const names = ['今天', '昨天'];
  return days.map((day) => ({
    value: day,
    label: [names[daysBetween(day, today)], nearDay(day, today)].filter(Boolean).join(' '),
    checked: day === on,
  }));
}

function workersNote({ ground, contract, on }: ReportView): string {
  const last = lastWorkDay(ground.posts, { contractId: contract.id, workedOn: on });
  return last?.workers ? `${nearDay(last.workedOn, ground.place.today)} ${last.workers} 人` : '';
}
