// Which stops are known of the works? Windows the manager wrote, orders to stop, days on which the site itself told that
// nothing was done (今日停工), and quiet days that were announced: all become windows of the same kind, so that percent,
// forecast and delay count the same days (field lesson B14; domain reference §6.5 delay with its cause).
import type { DailyPost, PostWeather } from '../construction/daily-post';
import type { StopCause, StopOrder } from '../construction/stop-order';
import { stopsEverything, stopsItem } from '../construction/stop-order';
import { addDays, CalendarDate } from '../kernel/calendar-date';
import { groupBy } from '../kernel/group';
import type { KnownStop, StopKind, StopWindow } from './stop-days';

/** A day on which one contract told that no work was done, with the id of its post. */
export type ToldStop = Pick<DailyPost, 'contractId' | 'workedOn' | 'holdups' | 'weather'> & { id: number };

/** A window the manager wrote, with its id. */
export type WrittenWindow = StopWindow & { id: number };

/** Everything that says that works stand still. */
export interface StopSources {
  written: readonly WrittenWindow[];
  orders: readonly StopOrder[];
  /** Confirmed days of 今日停工 only. */
  told: readonly ToldStop[];
  quiet: readonly { fromOn: CalendarDate; toOn: CalendarDate }[];
}

/** What is read of an item to know which stops hold it. */
export interface HeldItem {
  id: number;
  contractId: number;
  zones: readonly number[];
  isDropped: boolean;
}

/** Every window that is known of the works, by where it was told. */
export function knownStops(sources: StopSources, items: readonly HeldItem[]): KnownStop[] {
  const counted = items.filter(({ isDropped }) => !isDropped);
  return [
    ...sources.written.map(({ id, ...window }): KnownStop => ({ ...window, source: { by: 'written', id } })),
    ...sources.orders.flatMap((order) => ofOrder(order, counted)),
    ...ofPosts(sources.told, counted),
    ...sources.quiet.map((one): KnownStop => ({ ...quietWindow(one), source: { by: 'quiet-days' } })),
  ];
}

/** Quiet days of 高考 and 中考 as a window: they hold what is noisy. */
export const quietWindow = ({ fromOn, toOn }: Pick<StopWindow, 'fromOn'> & { toOn: CalendarDate }) =>
  ({ kind: 'quiet-days', fromOn, toOn, itemIds: null }) satisfies StopWindow;

/** The day an order is lifted is worked again. */
function ofOrder(order: StopOrder, items: readonly HeldItem[]): KnownStop[] {
  const { id, state, cause, stoppedOn: fromOn, resumedOn } = order;
  const toOn = resumedOn && addDays(resumedOn, -1);
  if (state === 'withdrawn' || (toOn !== null && toOn < fromOn)) return [];
  const itemIds = stopsEverything(order)
    ? 'site'
    : items.filter((item) => stopsItem(order, item)).map(({ id }) => id);
  return [{ kind: kindOfCause[cause], fromOn, toOn, itemIds, source: { by: 'order', id } }];
}

/** The whole site stood still where every contract with items told so of the day. */
function ofPosts(told: readonly ToldStop[], items: readonly HeldItem[]): KnownStop[] {
  const builders = new Set(items.map(({ contractId }) => contractId));
  return [...groupBy(told, ({ workedOn }) => workedOn)].flatMap(([day, posts]) => {
    const silent = new Set(posts.map(({ contractId }) => contractId));
    const isWhole = [...builders].every((id) => silent.has(id));
    return posts.map((post): KnownStop => {
      const { id, contractId } = post;
      const own = items.filter((item) => item.contractId === contractId).map((item) => item.id);
      const source = { by: 'post' as const, id, contractId };
      return { kind: kindOfPost(post), fromOn: day, toOn: day, itemIds: isWhole ? 'site' : own, source };
    });
  });
}

/** The first hold-up that was ticked, else what the weather says. */
function kindOfPost({ holdups, weather }: ToldStop): StopKind {
  if (holdups.length > 0) return holdups[0];
  return (weather !== null && kindOfWeather[weather]) || 'other';
}

const kindOfCause: Record<StopCause, StopKind> = {
  safety: 'safety',
  quality: 'quality',
  weather: 'weather',
  pollution: 'pollution',
  residents: 'residents',
  utility: 'utility',
  other: 'other',
};

const kindOfWeather: Partial<Record<PostWeather, StopKind>> = {
  rain: 'rain',
  'heavy-rain': 'rain',
  snow: 'weather',
  wind: 'wind',
  haze: 'pollution',
};
