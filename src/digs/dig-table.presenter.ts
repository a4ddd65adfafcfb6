import { openingsOf, Utility } from '../domain/construction/one-dig';
import type { DigConflict, DigRecord } from '../domain/construction/dig-conflicts';
import { addDays, CalendarDate, daysBetween, weekdayOf } from '../domain/kernel/calendar-date';
import { shortDay, shortSpan } from '../works/work-words';

/** Zone by zone and week by week: what is opened, and what covers it (partial digs/table). */
export interface DigTable {
  weeks: { label: string }[];
  zones: { name: string; rows: DigLine[] }[];
  note: string;
}

interface DigLine {
  name: string;
  days: string;
  /** Does a conflict name it in this zone? */
  isWrong: boolean;
  cells: { mark?: 'dig' | 'own' | 'cover'; word: string }[];
}

/** As many weeks as fit on a sheet; later ones are said. */
const mostWeeks = 26;

const words = { dig: '挖', own: '自挖', cover: '铺' };

interface Work {
  id: number | null;
  name: string;
  mark: keyof typeof words;
  utility: Utility | null;
  zones: readonly number[];
  fromOn: CalendarDate;
  untilOn: CalendarDate;
}

/** The table, from the Monday of the first dig on; undefined where nothing touches the ground. */
export function toDigTable(record: DigRecord, conflicts: readonly DigConflict[]): DigTable | undefined {
  const works = worksOf(record);
  if (!works.length) return undefined;
  const first = mondayOf(works.map(({ fromOn }) => fromOn).sort()[0]);
  const last = works
    .map(({ untilOn }) => untilOn)
    .sort()
    .at(-1)!;
  const needed = Math.floor(daysBetween(first, last) / 7) + 1;
  const weeks = Array.from({ length: Math.min(needed, mostWeeks) }, (_, at) => addDays(first, at * 7));
  return {
    weeks: weeks.map((monday) => ({ label: shortDay(monday) })),
    zones: record.zones
      .map(({ id, name }) => ({
        name,
        rows: works
          .filter(({ zones }) => zones.includes(id))
          .map((work): DigLine => ({
            ...{ name: work.name, days: shortSpan(work.fromOn, work.untilOn) },
            isWrong: conflicts.some((conflict) => concerns(conflict, id, work)),
            cells: weeks.map((monday) =>
              work.fromOn <= addDays(monday, 6) && work.untilOn >= monday
                ? { mark: work.mark, word: words[work.mark] }
                : { word: '' },
            ),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
    note: needed > mostWeeks ? `只画前 ${mostWeeks} 周，后面的看各项日期` : '',
  };
}

const inGround = ['dug-twice', 'paved-first'];

/** Does this conflict speak of this work in this zone? */
const concerns = ({ kind, zone, itemIds, utility }: DigConflict, zoneId: number, work: Work): boolean =>
  zone === zoneId &&
  inGround.includes(kind) &&
  (work.id === null ? utility === work.utility : itemIds.includes(work.id));

function worksOf({ items, requests, zones }: DigRecord): Work[] {
  const all = zones.map(({ id }) => id);
  const openings = openingsOf(items, requests, all).map((opening): Work => ({
    ...{ id: opening.itemId, name: opening.name, zones: opening.zones, utility: opening.utility },
    ...{ mark: opening.itemId === null ? 'own' : 'dig', fromOn: opening.fromOn, untilOn: opening.untilOn },
  }));
  const covers = items
    .filter(({ work }) => work === 'covers')
    .map((item): Work => ({ ...item, mark: 'cover' }));
  return [...openings, ...covers].sort((one, other) => one.fromOn.localeCompare(other.fromOn));
}

const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - weekdayOf(day));
