// On which days is an item of the works not worked? Days off and 补班 by the published calendar, quiet days of 高考 and 中考
// for what is noisy, heavy pollution and strong wind for what raises dust (郑州大气条例 §42), rain for what lies outdoors;
// a stop of the whole site for everything (domain reference §6.5; field lesson B14). Which days those are is data.
import { addDays, CalendarDate, weekdayOf, yearOf } from '../kernel/calendar-date';
import { isWorkday, knowsYear, WorkCalendar } from '../kernel/work-calendar';
import type { Answerable } from '../renovation/schedule';

/** What makes an item stand still on some days: it lies outdoors, raises dust, or is loud. */
export type Trait = 'outdoor' | 'dusty' | 'noisy';

/** How are the items of each called? */
export const traitNames: Record<Trait, string> = {
  outdoor: '室外的施工项目',
  dusty: '起尘的施工项目',
  noisy: '有噪声的施工项目',
};

/** Why do works stand still? The reasons of posts and of orders to stop, and strong wind. */
export type StopKind =
  | 'safety'
  | 'quality'
  | 'pollution'
  | 'wind'
  | 'rain'
  | 'weather'
  | 'quiet-days'
  | 'utility'
  | 'residents'
  | 'ground'
  | 'approval'
  | 'material'
  | 'people'
  | 'other';

/** What each kind is called, what it stops, and who answers for it unless the manager says otherwise. */
export const stopKinds: Record<StopKind, { name: string; stops: Trait | 'all'; answerable: Answerable }> = {
  safety: { name: '安全隐患', stops: 'all', answerable: 'contractor' },
  quality: { name: '质量问题', stops: 'all', answerable: 'contractor' },
  pollution: { name: '重污染天气管控', stops: 'dusty', answerable: 'district' },
  wind: { name: '大风', stops: 'dusty', answerable: 'weather' },
  rain: { name: '降雨', stops: 'outdoor', answerable: 'weather' },
  weather: { name: '恶劣天气', stops: 'all', answerable: 'weather' },
  'quiet-days': { name: '高考、中考静音', stops: 'noisy', answerable: 'district' },
  utility: { name: '等管线单位', stops: 'all', answerable: 'utility' },
  residents: { name: '居民有意见', stops: 'all', answerable: 'residents' },
  ground: { name: '场地没腾清', stops: 'all', answerable: 'street' },
  approval: { name: '等审批', stops: 'all', answerable: 'street' },
  material: { name: '缺料', stops: 'all', answerable: 'contractor' },
  people: { name: '缺人', stops: 'all', answerable: 'contractor' },
  other: { name: '其他原因', stops: 'all', answerable: 'other' },
};

const kindOrder = Object.keys(stopKinds);

/** Which items stand still: these, all of the site whatever the kind, or null: those the kind stops. */
export type Stopped = readonly number[] | 'site' | null;

/** Who says that works stand still, by the id of the record: an order, a daily post, the manager's own note, the exam paper. */
export type StopSource =
  | { by: 'order'; id: number }
  | { by: 'post'; id: number; contractId: number }
  | { by: 'written'; id: number }
  | { by: 'quiet-days' };

/** From when until when did or will works stand still? `toOn` null: not lifted yet. */
export interface StopWindow {
  kind: StopKind;
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  itemIds: Stopped;
}

/** A stop with what it rests on. */
export interface KnownStop extends StopWindow {
  source: StopSource;
}

/** What a stop is asked of. */
export type Stoppable = { id: number; traits: readonly Trait[] };

/** Which stop holds this item on this day? The first of the order of the kinds, so that a day is never counted twice. */
export function stopOn(
  item: Stoppable,
  day: CalendarDate,
  stops: readonly StopWindow[],
): StopWindow | undefined {
  const holding = stops.filter((stop) => covers(stop, day) && stopsItem(stop, item));
  return holding.sort((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind))[0];
}

/** Does the whole site stand still on this day, and why? */
export const siteStopOn = (day: CalendarDate, stops: readonly StopWindow[]): StopWindow | undefined =>
  stops.find((stop) => covers(stop, day) && stopsSite(stop));

/** Is this item worked on this day? */
export const isWorkedOn = (
  item: Stoppable,
  day: CalendarDate,
  calendar: WorkCalendar,
  stops: readonly StopWindow[],
): boolean => isWorkday(calendar, day) && !stopOn(item, day, stops);

/** The days on which this item is worked within a span, in order. */
export function workdaysOf(
  item: Stoppable,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  calendar: WorkCalendar,
  stops: readonly StopWindow[],
): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkedOn(item, day, calendar, stops)) days.push(day);
  }
  return days;
}

/** These days in spans: days with no working day between them belong together. */
export function spansOf(
  days: readonly CalendarDate[],
  calendar: WorkCalendar,
): { from: CalendarDate; to: CalendarDate }[] {
  const spans: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last && isNextWorkday(last.to, day, calendar)) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}

/** Does no working day lie between these two? */
export function isNextWorkday(before: CalendarDate, day: CalendarDate, calendar: WorkCalendar): boolean {
  for (let between = addDays(before, 1); between < day; between = addDays(between, 1)) {
    if (isWorkday(calendar, between)) return false;
  }
  return true;
}

/** How is a day of the site called? 工作日, 补班, 放假, 周末, or the reason why the whole site stands still. */
export function siteDayInWords(
  day: CalendarDate,
  calendar: WorkCalendar,
  stops: readonly StopWindow[],
): string {
  const stop = siteStopOn(day, stops);
  if (!isWorkday(calendar, day)) return calendar.holidays.includes(day) ? '放假' : '周末';
  if (stop) return `停工：${stopKinds[stop.kind].name}`;
  const partly = stops.filter((one) => covers(one, day)).map(({ kind }) => stopKinds[kind].name);
  const name = weekdayOf(day) > 5 ? '补班' : '工作日';
  return partly.length > 0 ? `${name}，部分停工：${[...new Set(partly)].join('、')}` : name;
}

/** What is to be said where a count runs through years whose days off are not published? Empty where all are. */
export function unpublishedInWords(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): string {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!knowsYear(calendar, year)) years.push(year);
  }
  return years.length ? `${years.join('、')}年放假安排还没有公布，先只按周末计算，公布后会变` : '';
}

const covers = ({ fromOn, toOn }: StopWindow, day: CalendarDate): boolean =>
  fromOn <= day && (toOn === null || day <= toOn);

/** Does it hold every item, whatever it is? */
const stopsSite = ({ kind, itemIds }: StopWindow): boolean =>
  itemIds === 'site' || (itemIds === null && stopKinds[kind].stops === 'all');

function stopsItem(stop: StopWindow, item: Stoppable): boolean {
  const { kind, itemIds } = stop;
  if (stopsSite(stop)) return true;
  if (Array.isArray(itemIds)) return itemIds.includes(item.id);
  const { stops } = stopKinds[kind];
  return stops !== 'all' && item.traits.includes(stops);
}
