// What everybody may read of the works: how far each item is and what was done each day, from confirmed posts only. Firms'
// people, findings, orders and what held the works up among residents stay inside; sentences are masked (visibility matrix of
// domain reference §9.1; issue: nothing is public before it is confirmed).
import { redact } from '../disclosure/redaction';
import { CalendarDate, compareDates } from '../kernel/calendar-date';
import {
  Holdup,
  holdupNames,
  isPostPublic,
  KeptPost,
  postWeatherNames,
  residentEffectNames,
} from './daily-post';
import { confirmedSeries, confirmedValue } from './told-values';
import { isItemCounted, valueOfWhole, wholeOf, WorkItem, WorkItemState } from './work-item';

/** One item as everybody may read it; `share` is in basis points, rounded down. */
export interface PublicWorkItem {
  name: string;
  state: Exclude<WorkItemState, 'dropped'>;
  /** '18 组，共 30 组', '65%'. */
  done: string;
  share: number;
  plannedStartOn: CalendarDate;
  plannedFinishOn: CalendarDate;
  /** The days of its first and of its last confirmed value; null where nothing was confirmed. */
  firstToldOn: CalendarDate | null;
  toldOn: CalendarDate | null;
}

/** One day as everybody may read it. */
export interface PublicWorkDay {
  on: CalendarDate;
  isStopped: boolean;
  weather: string | null;
  workers: number | null;
  lines: string[];
  effects: string[];
  holdups: string[];
}

/** What held the works up, as residents may read it: their own complaints and the firm's own affairs are not among it. */
export const publicHoldups = (posts: readonly Pick<KeptPost, 'holdups'>[]): string[] =>
  [...new Set(posts.flatMap(({ holdups }) => holdups))]
    .filter((one) => toldHoldups.includes(one))
    .map((one) => holdupNames[one]);

const toldHoldups: readonly Holdup[] = ['rain', 'pollution', 'quiet-days', 'utility', 'material', 'ground'];

/** The items of the works on this day. */
export const publicWorkItems = (
  items: readonly WorkItem[],
  posts: readonly KeptPost[],
  day: CalendarDate,
): PublicWorkItem[] =>
  items.filter(isItemCounted).map((item) => {
    const value = confirmedValue(item.id, posts, day);
    const told = confirmedSeries(item.id, posts).filter(({ on }) => on <= day);
    const { name, plannedStartOn, plannedFinishOn } = item;
    return {
      ...{ name, plannedStartOn, plannedFinishOn },
      state: item.state as PublicWorkItem['state'],
      done: valueOfWhole(value, item),
      share: Math.min(10_000, Math.floor((value * 10_000) / wholeOf(item))),
      firstToldOn: told.at(0)?.on ?? null,
      toldOn: told.at(-1)?.on ?? null,
    };
  });

/** The days of the works, the newest first; several contracts of a day are told together. */
export function publicWorkDays(items: readonly WorkItem[], posts: readonly KeptPost[]): PublicWorkDay[] {
  const confirmed = posts.filter(isPostPublic);
  const days = [...new Set(confirmed.map(({ workedOn }) => workedOn))].sort((one, other) =>
    compareDates(other, one),
  );
  return days.map((on) => {
    const own = confirmed.filter(({ workedOn }) => workedOn === on);
    const told = own.flatMap(({ values }) => values);
    const crews = own.flatMap(({ workers }) => (workers === null ? [] : [workers]));
    const weather = own.find((post) => post.weather !== null)?.weather ?? null;
    return {
      ...{ on, isStopped: own.every(({ kind }) => kind === 'stopped') },
      weather: weather && postWeatherNames[weather],
      workers: crews.length > 0 ? crews.reduce((sum, one) => sum + one, 0) : null,
      lines: [
        ...items
          .filter(({ id }) => told.some(({ itemId }) => itemId === id))
          .map((item) => `${item.name}：${valueOfWhole(confirmedValue(item.id, posts, on), item)}`),
        ...own.flatMap(({ sentence }) => (sentence.trim() ? [redact(sentence.trim()).text] : [])),
      ],
      effects: [...new Set(own.flatMap(({ effects }) => effects))].map((one) => residentEffectNames[one]),
      holdups: publicHoldups(own),
    };
  });
}
