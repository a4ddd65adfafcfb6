// What speaks against digging as it is planned (case C3, 一次开挖，集体埋管): the same ground opened twice, something paved
// before what lies under it, a utility nobody asked or that did not answer, one that joins and has no pipe in the plan. They
// are said to the manager and stop nothing; how close two digs must lie to be one is a setting of the house.
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { addMonths } from '../removal/periods';
import { valueOn } from '../rules/rule-book';
import { GroundItem, Opening, openingsOf, utilities, Utility, UtilityRequest, utilityNames } from './one-dig';

/** What kind of conflict? */
export type DigConflictKind = 'dug-twice' | 'paved-first' | 'not-asked' | 'no-answer' | 'no-pipe' | 'no-zone';

/** What is each kind called? */
export const digConflictNames: Record<DigConflictKind, string> = {
  'dug-twice': '重复开挖',
  'paved-first': '先铺后挖',
  'not-asked': '没有征询',
  'no-answer': '还没有答复',
  'no-pipe': '没有列管线',
  'no-zone': '没有画区域',
};

/** One conflict: what is wrong, and how to mend it; `zone` is null where it concerns no single one. */
export interface DigConflict {
  kind: DigConflictKind;
  zone: number | null;
  text: string;
  mend: string;
  itemIds: number[];
  utility: Utility | null;
}

/** Everything that is known of the ground of a renovation; zones in their order, each with its short name. */
export interface DigRecord {
  items: readonly GroundItem[];
  requests: readonly UtilityRequest[];
  zones: readonly { id: number; name: string }[];
}

/** Everything that speaks against digging like this, the ground first. */
export function digConflicts(record: DigRecord, today: CalendarDate): DigConflict[] {
  const { items, requests, zones } = record;
  const openings = openingsOf(
    items,
    requests,
    zones.map(({ id }) => id),
  );
  if (openings.length === 0) return [];
  return [
    ...zones.flatMap((zone) => groundConflicts(zone, openings, items, today)),
    ...zonelessConflicts(items),
    ...utilityConflicts(record, today),
  ];
}

function groundConflicts(
  zone: DigRecord['zones'][number],
  openings: readonly Opening[],
  items: readonly GroundItem[],
  today: CalendarDate,
): DigConflict[] {
  const here = openings.filter(({ zones }) => zones.includes(zone.id));
  const covers = items.filter(({ work, zones }) => work === 'covers' && zones.includes(zone.id));
  return [...dugTwice(zone, here, today), ...pavedFirst(zone, here, covers)];
}

// Openings whose days touch are one trench; two trenches in the same ground within some months are one too many.
function dugTwice(
  zone: DigRecord['zones'][number],
  openings: readonly Opening[],
  today: CalendarDate,
): DigConflict[] {
  const trenches = trenchesOf(openings, today);
  const months = valueOn('works.dig-again-months', today);
  return trenches.slice(1).flatMap((later, index): DigConflict[] => {
    const earlier = trenches[index];
    if (later.fromOn > addMonths(earlier.untilOn, months)) return [];
    const gap = daysBetween(earlier.untilOn, later.fromOn);
    return [
      {
        ...{ kind: 'dug-twice', zone: zone.id, utility: later.openings[0].utility },
        text: `${zone.name}要挖两次：${namesOf(earlier.openings)} ${dayInWords(earlier.untilOn)}挖完，${namesOf(later.openings)} ${dayInWords(later.fromOn)}又挖，相隔 ${gap} 天`,
        mend: '请把后一次提前，和前一次一起开挖、一起回填',
        itemIds: itemIdsOf([...earlier.openings, ...later.openings]),
      },
    ];
  });
}

/** Days on which the same ground lies open, and what is done in it meanwhile. */
export interface Trench {
  fromOn: CalendarDate;
  untilOn: CalendarDate;
  openings: Opening[];
}

/** Openings of the same ground as trenches: what begins while one is open, or soon after it, belongs to it. */
export function trenchesOf(openings: readonly Opening[], today: CalendarDate): Trench[] {
  const apart = valueOn('works.dig-together-days', today);
  const trenches: Trench[] = [];
  for (const opening of [...openings].sort((one, other) => one.fromOn.localeCompare(other.fromOn))) {
    const open = trenches.at(-1);
    if (open && opening.fromOn <= addDays(open.untilOn, apart)) {
      open.openings.push(opening);
      if (opening.untilOn > open.untilOn) open.untilOn = opening.untilOn;
    } else {
      trenches.push({ fromOn: opening.fromOn, untilOn: opening.untilOn, openings: [opening] });
    }
  }
  return trenches;
}

// Whatever is dug after the paving began breaks it open again.
const pavedFirst = (
  zone: DigRecord['zones'][number],
  openings: readonly Opening[],
  covers: readonly GroundItem[],
): DigConflict[] =>
  covers.flatMap((cover) =>
    openings
      .filter(({ itemId, untilOn }) => itemId !== cover.id && untilOn >= cover.fromOn)
      .map((opening): DigConflict => {
        const isTheirs = opening.itemId === null;
        return {
          ...{ kind: 'paved-first', zone: zone.id, utility: opening.utility },
          text: `${zone.name}「${cover.name}」${dayInWords(cover.fromOn)}开始铺，${quoted(opening)} ${dayInWords(opening.untilOn)}才挖完`,
          mend: isTheirs
            ? `请和${utilityNames[opening.utility!]}单位商定提前，或把铺装推迟到 ${dayInWords(opening.untilOn)}以后`
            : `请把铺装推迟到 ${dayInWords(opening.untilOn)}以后，或把开挖提前`,
          itemIds: itemIdsOf([opening]).concat(cover.id),
        };
      }),
  );

const zonelessConflicts = (items: readonly GroundItem[]): DigConflict[] =>
  items
    .filter(({ zones }) => zones.length === 0)
    .map(({ id, name, work, utility }) => ({
      ...{ kind: 'no-zone', zone: null, utility, itemIds: [id] },
      text: `「${name}」要${work === 'digs' ? '开挖' : '铺装'}，方案里没有画在哪个区域`,
      mend: '请在「施工区域」里把这一项画到区域上，才能核对',
    }));

function utilityConflicts({ items, requests }: DigRecord, today: CalendarDate): DigConflict[] {
  const firstDig = items
    .filter(({ work }) => work === 'digs')
    .map(({ fromOn }) => fromOn)
    .sort()
    .at(0);
  const before = firstDig === undefined || firstDig <= today ? '尽快' : `在${dayInWords(firstDig)}开挖以前`;
  return utilities.flatMap((utility): DigConflict[] => {
    const request = requests.find((one) => one.utility === utility);
    const name = utilityNames[utility];
    const conflict = (kind: DigConflictKind, text: string, mend: string): DigConflict[] => [
      { ...{ kind, zone: null, utility, itemIds: [] }, text, mend },
    ];
    if (!request) {
      return conflict('not-asked', `还没有征询${name}单位`, `请${before}发函征询，登记日期`);
    }
    if (request.answer === null) {
      const text = `${name}单位 ${dayInWords(request.askedOn)}征询，${daysBetween(request.askedOn, today)} 天没有答复`;
      return conflict('no-answer', text, `请${before}催办，得到答复`);
    }
    const lays = items.some((one) => one.work === 'digs' && one.utility === utility);
    if (request.answer === 'joins' && !lays) {
      const text = `${name}单位答复一起开挖，施工项目里没有埋${name}管线的`;
      return conflict('no-pipe', text, '请在方案里列入，或在施工项目里注明埋哪家的管线');
    }
    return [];
  });
}

const quoted = ({ name, itemId }: Opening): string => (itemId === null ? name : `「${name}」`);

const namesOf = (openings: readonly Opening[]): string => openings.map(quoted).join('、');

const itemIdsOf = (openings: readonly Opening[]): number[] =>
  openings.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
