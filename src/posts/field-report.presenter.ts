import type { Compound } from '../compounds/compound.entity';
import {
  holdupNames,
  KeptPost,
  postPhotos,
  postWeatherNames,
  residentEffectNames,
} from '../domain/construction/daily-post';
import { plannedValueOn } from '../domain/construction/planned-value';
import { lastWorkDay } from '../domain/construction/post-prefill';
import { earliestPostDay } from '../domain/construction/post-rules';
import type { PostedItem } from '../domain/construction/post-values';
import { itemMeasureNames, valueInWords, wholeOf } from '../domain/construction/work-item';
import { addDays, CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { quantityInput } from '../domain/plan/quantity';
import type { KeptFile } from '../files/kept-files';
import type { PhotoFigure } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { PointChoice } from '../site-photos/point-photos';
import type { ToldProgress } from '../works/site-progress';
import type { ContractRecord } from '../works/work.entities';
import { fieldPaths } from './field.paths';
import { progressInShort } from './post-words';
import type { PostingGround } from './posting-judging';

/** A row of the form: an item, what was told of it, where it should be. */
export interface ReportItem {
  id: number;
  name: string;
  note: string;
  /** What holds it back; nothing new is told of it then. */
  hold: string;
  measure: string;
  label: string;
  unit: string;
  whole: string;
  value: string;
  was: string;
  reason: string;
  /** The reason stands open where one is needed. */
  fell: boolean;
}

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
  earliest: string;
  now: string;
  openedOn: string;
  /** That the day was told before, or why it was sent back; empty for a first post. */
  before: { text: string; isReturned: boolean; link: string } | null;
  corrects: string;
  needsReason: boolean;
  days: { value: string; label: string; checked: boolean }[];
  items: ReportItem[];
  /** How far the works are as a whole; empty before a plan was frozen. */
  progress: string;
  workersNote: string;
  photos: { id: number; checked: boolean; photo: PhotoFigure }[];
  kept: KeptFile[];
  sent: string[];
  count: string;
  wished: number;
  most: number;
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
  const { poster, today } = ground.place;
  const { earlier } = ground;
  const openedOn = [contract.id, on, ...(earlier ? [earlier.id] : [])].join('.');
  const keep = listOf(form, 'keep');
  return {
    title: `${nearDay(on, today)}施工日报`,
    page: 'report',
    heading: `${nearDay(on, today)} 施工日报`,
    about: `${compound.name} · 第 ${daysBetween(contract.startsOn, on) + 1} 天`,
    aside: { label: '今天', link: fieldPaths.today() },
    ...{ contractId: contract.id, contractName: contract.name, compound: compound.name },
    ...{ today, earliest: earliestPostDay(poster, contract, today), now, openedOn },
    before: earlier ? toBefore(earlier, view) : null,
    corrects: earlier ? String(earlier.id) : '',
    needsReason: ground.posts.some((post) => isOfDay(post, contract.id, on) && post.state === 'confirmed'),
    days: toDays(view),
    items: toItems(view),
    progress: progressInShort(view.progress),
    workersNote: workersNote(view),
    photos: photos.map(({ id, photo }) => ({ id, photo, checked: keep.includes(String(id)) })),
    kept: [...kept],
    sent: listOf(form, 'sent'),
    count: `最好 ${postPhotos.wished} 张，最多 ${postPhotos.most} 张`,
    ...{ wished: postPhotos.wished, most: postPhotos.most },
    weather: toOptions(postWeatherNames),
    holdups: toOptions(holdupNames),
    effects: toOptions(residentEffectNames),
    points: points.map(({ id, number, name }) => ({ value: String(id), label: `${number} 号 ${name}` })),
    mayBeSame: lastWorkDay(ground.posts, { contractId: contract.id, workedOn: on }) !== undefined,
    form,
    action: fieldPaths.posts(),
  };
}

const isOfDay = (post: KeptPost, contractId: number, on: CalendarDate): boolean =>
  post.contractId === contractId && post.workedOn === on;

const listOf = ({ values }: FormState, name: string): string[] => [values[name] ?? []].flat();

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

/** Today and the days before that may still be told; the day that was asked for is always among them. */
function toDays({ ground, contract, on }: ReportView): ReportPage['days'] {
  const { poster, today } = ground.place;
  const earliest = earliestPostDay(poster, contract, today);
  const near = [0, 1, 2, 3].map((back) => addDays(today, -back)).filter((day) => day >= earliest);
  const days = [...new Set([...near, on])];
  const names = ['今天', '昨天'];
  return days.map((day) => ({
    value: day,
    label: [names[daysBetween(day, today)], nearDay(day, today)].filter(Boolean).join(' '),
    checked: day === on,
  }));
}

/** The open items, and those the post that is corrected told of; what is held back stands last. */
function toItems(view: ReportView): ReportItem[] {
  const rows = view.ground.place.items
    .filter(({ item, own }) => item.state === 'open' || own !== null)
    .map((posted) => toItem(posted, view));
  return [...rows.filter(({ hold }) => !hold), ...rows.filter(({ hold }) => hold)];
}

function toItem({ item, own, before, holds }: PostedItem, view: ReportView): ReportItem {
  const { form } = view;
  const typed = (column: string): string | undefined =>
    listOf(form, column)
      .find((cell) => cell.startsWith(`${item.id}:`))
      ?.slice(`${item.id}:`.length);
  const stored = quantityInput(own ?? before?.value ?? 0);
  const value = typed('value') ?? stored;
  return {
    ...{ id: item.id, name: item.name, note: noteOf(item, before, view) },
    // What was told of the day stays in the form, so that it can be told otherwise.
    hold: own === null ? holds.map(({ text }) => text).join('；') : '',
    ...{ measure: item.measure, label: `${item.name} ${itemMeasureNames[item.measure]}` },
    ...{ unit: item.measure === 'share' ? '%' : item.unit, whole: quantityInput(wholeOf(item)) },
    ...{ value, was: typed('was') ?? stored, reason: typed('reason') ?? '' },
    fell: Boolean(typed('reason')) || Number(value) < Number(stored),
  };
}

function noteOf(
  item: PostedItem['item'],
  before: PostedItem['before'],
  { ground, on, calendar }: ReportView,
): string {
  const { today } = ground.place;
  const told = before ? `${nearDay(before.on, today)} ${valueInWords(before.value, item)}` : '还没有报过';
  const row = ground.items.find(({ id }) => id === item.id)!;
  const planned = roughly(plannedValueOn(row, on, calendar));
  const day = on === today ? '今天' : '这天';
  const whole = item.measure === 'share' ? '' : `共 ${valueInWords(wholeOf(item), item)}`;
  return [told, `计划${day} ${valueInWords(planned, item)}`, whole].filter(Boolean).join('，');
}

/** From ten on nobody plans in hundredths. */
const roughly = (value: number): number => (value >= 10_00 ? Math.round(value / 100) * 100 : value);

function workersNote({ ground, contract, on }: ReportView): string {
  const last = lastWorkDay(ground.posts, { contractId: contract.id, workedOn: on });
  return last?.workers ? `${nearDay(last.workedOn, ground.place.today)} ${last.workers} 人` : '';
}
