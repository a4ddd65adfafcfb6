// How far is each item by what was posted? Told values (sent or confirmed) measure the next post; only confirmed ones count
// as progress and may be public. A value stands from its day until a later day says another (issue: one truth about how
// far we are; the progress module weighs them).
import { CalendarDate, compareDates } from '../kernel/calendar-date';
import { isPostPublic, isTold, KeptPost } from './daily-post';
import type { ToldValue } from './post-values';

type Kept = Pick<KeptPost, 'id' | 'workedOn' | 'state' | 'values' | 'contractId'>;

/** Every confirmed value of an item, oldest day first: the line that progress is drawn from. */
export const confirmedSeries = (itemId: number, posts: readonly Kept[]): ToldValue[] =>
  seriesOf(itemId, posts.filter(isPostPublic));

/** The confirmed value of an item on this day; 0 where nothing was confirmed by then. */
export const confirmedValue = (itemId: number, posts: readonly Kept[], day: CalendarDate): number =>
  confirmedSeries(itemId, posts)
    .filter(({ on }) => on <= day)
    .at(-1)?.value ?? 0;

/** What was told of an item before and after this day? What was told of the day itself is about to be replaced. */
export function neighbours(
  itemId: number,
  posts: readonly Kept[],
  day: CalendarDate,
): { before: ToldValue | null; after: ToldValue | null } {
  const told = seriesOf(itemId, posts.filter(isTold));
  return {
    before: told.filter(({ on }) => on < day).at(-1) ?? null,
    after: told.find(({ on }) => on > day) ?? null,
  };
}

// One value a day: that of the newest row.
function seriesOf(itemId: number, posts: readonly Kept[]): ToldValue[] {
  const byDay = new Map<CalendarDate, number>();
  for (const { workedOn, values } of [...posts].sort((one, other) => one.id - other.id)) {
    const told = values.find((one) => one.itemId === itemId);
    if (told) byDay.set(workedOn, told.value);
  }
  return [...byDay]
    .map(([on, value]) => ({ on, value }))
    .sort((one, other) => compareDates(one.on, other.on));
}
